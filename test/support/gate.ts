import type { RowQuery, Table, TableService } from '../../shared/storage/tables/table-service.ts';

/** What the storage calls of a killed actor fail with. */
class KilledError extends Error {
  override readonly name = 'KilledError';
}

/** Whether something ended because its actor was killed. */
export function isKilled(error: unknown): boolean {
  return error instanceof KilledError;
}

/** When an actor is killed: at its n-th storage call, before storage does it, or afterwards, without its answer. */
export interface Death {
  readonly call: number;
  readonly moment: 'before' | 'after';
}

interface WaitingCall {
  /** The table that changes, if one does. */
  readonly changes: string | undefined;
  readonly perform: () => Promise<void>;
}

type Pass = <Result>(changes: string | undefined, work: () => Promise<Result>) => Promise<Result>;

/** Rounds without a call after which something is stuck. */
const maxIdleRounds = 10_000;
/** Rounds without a call after which the rounds take a millisecond. */
const patientRounds = 100;

/**
 * Lets the storage calls of several actors through one at a time, in an order that `choose` decides: every interleaving
 * is possible, and the same choices repeat it.
 */
export class Gate {
  readonly #choose: (count: number) => number;
  readonly #afterChange: (table: string) => Promise<void>;
  readonly #waiting: WaitingCall[] = [];

  /** `choose` gets the number of waiting calls and picks one; while `afterChange` runs, no call is made. */
  constructor(choose: (count: number) => number, afterChange: (table: string) => Promise<void>) {
    this.#choose = choose;
    this.#afterChange = afterChange;
  }

  /** Lets the actors run until all of them are finished or dead. */
  async run(actors: readonly (() => Promise<void>)[]): Promise<void> {
    let atWork = actors.length;
    const failures: unknown[] = [];
    for (const actor of actors)
      void actor()
        .catch((error: unknown) => {
          if (!isKilled(error)) failures.push(error);
        })
        .finally(() => atWork--);
    for (let idle = 0; atWork > 0 && idle < maxIdleRounds && failures.length === 0; idle++) {
      // Between storage calls an actor only computes: after one round of the event loop all of them wait here. Reading
      // something compressed can take longer.
      await new Promise((resolve) => (idle < patientRounds ? setImmediate(resolve) : setTimeout(resolve, 1)));
      const [call] = this.#waiting.splice(this.#choose(this.#waiting.length), 1);
      if (!call) continue;
      idle = 0;
      await call.perform();
      if (call.changes !== undefined) await this.#afterChange(call.changes);
    }
    if (failures.length > 0) throw failures[0];
    if (atWork > 0) throw new Error('The actors wait for something other than storage');
  }

  /** The tables as one actor reaches them; pages of a query hold `pageRows` rows at most. */
  tables(tables: TableService, pageRows: number, death?: Death): TableService {
    let calls = 0;
    const pass: Pass = (changes, work) => {
      const call = ++calls;
      if (death && (call > death.call || (call === death.call && death.moment === 'before')))
        return Promise.reject(new KilledError(`Killed before call ${call}`));
      return new Promise((resolve, reject) => {
        const perform = async () => {
          try {
            const result = await work();
            if (call === death?.call) reject(new KilledError(`Killed after call ${call}`));
            else resolve(result);
          } catch (error) {
            reject(error);
          }
        };
        this.#waiting.push({ changes, perform });
      });
    };
    return {
      table: (name) => gatedTable(name, tables.table(name), pageRows, pass),
      tableNames: (prefix) => pass(undefined, () => tables.tableNames(prefix)),
    };
  }
}

function gatedTable(name: string, table: Table, pageRows: number, pass: Pass): Table {
  return {
    query: (query: RowQuery) =>
      pass(undefined, () => table.query({ ...query, top: Math.min(query.top, pageRows) })),
    get: (partitionKey, rowKey) => pass(undefined, () => table.get(partitionKey, rowKey)),
    transaction: (partitionKey, operations) => pass(name, () => table.transaction(partitionKey, operations)),
    create: () => pass(undefined, () => table.create()),
    drop: () => pass(name, () => table.drop()),
  };
}

/** Whole numbers below a bound, the same for the same seed. */
export function seededNumbers(seed: number): (bound: number) => number {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return bound === 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
