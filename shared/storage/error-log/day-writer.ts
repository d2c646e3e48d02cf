import { randomBytes } from 'node:crypto';
import { AppError } from '../../domain/app-error.ts';
import type { StoreOutcome } from '../../domain/ports/error-log.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { base32 } from '../../domain/reports/ulid.ts';
import { type TransactionOperation, transactionLimits } from '../tables/entity-group-transaction.ts';
import { currentStorageCallCount } from '../tables/storage-call-count.ts';
import { maxPageRows, type Table } from '../tables/table-service.ts';
import { commitsBetween, existingCommits } from './existing-commits.ts';
import { LedgerRoom } from './ledger-room.ts';
import { entryRowKey, partition } from './row-keys.ts';
import { bytesOf, type Caller, charging, transactionOf, type Waiting } from './waiting-entry.ts';

/** Entries in one transaction: the hundredth row is the ledger's. */
export const entriesPerTransaction = transactionLimits.rows - 1;
/** Bytes of entries in one transaction; what is left is for the ledger row, at its very largest. */
const bytesPerTransaction = transactionLimits.bytes - 1_000_000;
/** Full transactions to one table at a time: more of them only wait for each other (measured). */
const maxInFlight = 4;
/** How long others wait for a transaction in flight, ms: its connection may hang while storage is well. */
const maxWaitMs = 500;
/** Rounds in which the rest of a transaction is sent again because others stored some of its entries meanwhile. */
const maxRounds = 10;

/** How long a caller waits without any of its entries being stored, ms: a little longer than storage calls may take. */
const patienceMs = 9500;

/**
 * Writes entries to the table of one day with group commit: while a transaction is in flight, what comes waits and
 * leaves together; full transactions leave at once, up to four at a time.
 */
export class DayWriter {
  readonly #table: Table;
  readonly #pending = new Map<string, Waiting>();
  readonly #patienceMs: number;
  #queue: Waiting[] = [];
  #inFlight = 0;
  /** When the last transaction left, by the process's clock in ms. */
  #lastDeparture = 0;
  #nextDeparture: NodeJS.Timeout | undefined;

  constructor(table: Table, patience = patienceMs) {
    this.#table = table;
    this.#patienceMs = patience;
  }

  /** Stores what is not there yet; rejects when storage fails, and storing all again is safe then. */
  store(entries: readonly ErrorEntry[]): Promise<ReadonlyMap<string, StoreOutcome>> {
    if (entries.length === 0) return Promise.resolve(new Map());
    const sorted = entries.map((entry) => ({ entry, rowKey: entryRowKey(entry.id) }));
    sorted.sort((one, other) => (one.rowKey < other.rowKey ? -1 : 1));
    return new Promise((resolve, reject) => {
      let left = sorted.length;
      const outcomes = new Map<string, StoreOutcome>();
      const caller: Caller = {
        count: currentStorageCallCount(),
        failure: undefined,
        lookedUp: false,
        settle(id, outcome) {
          outcomes.set(id, outcome);
          left--;
          if (caller.failure === undefined) timer.refresh();
          if (left > 0) return;
          clearTimeout(timer);
          resolve(outcomes);
        },
        fail(failure) {
          caller.failure = failure;
          clearTimeout(timer);
          reject(failure);
        },
      };
      // Those ahead in the queue may each take as long as a storage call can: nobody waits for all of them.
      const timer = setTimeout(() => caller.fail(tooSlow()), this.#patienceMs);
      for (const { entry, rowKey } of sorted)
        this.#add({ entry, rowKey, caller, json: undefined, followers: undefined });
      this.#pump();
    });
  }

  #add(waiting: Waiting): void {
    const leader = this.#pending.get(waiting.rowKey);
    if (leader) {
      leader.followers ??= [];
      leader.followers.push(waiting);
    } else {
      this.#pending.set(waiting.rowKey, waiting);
      this.#queue.push(waiting);
    }
  }

  #settle(waiting: Waiting, outcome: StoreOutcome): void {
    this.#pending.delete(waiting.rowKey);
    waiting.caller.settle(waiting.entry.id, outcome);
    for (const { caller, entry } of waiting.followers ?? []) caller.settle(entry.id, 'duplicate');
  }

  #fail(waiting: Waiting, failure: unknown): void {
    this.#pending.delete(waiting.rowKey);
    waiting.caller.fail(failure);
    // Another caller's failure is no answer to those who reported the same: theirs is sent in its place.
    for (const follower of waiting.followers ?? []) this.#add(follower);
  }

  #pump(): void {
    while (this.#queue.length > 0) {
      if (this.#inFlight >= maxInFlight) return;
      if (this.#inFlight > 0 && !this.#isFullOneWaiting() && !this.#isLate()) return;
      const chunk = this.#take();
      if (chunk.length > 0) this.#fly(chunk, () => this.#send(chunk));
    }
  }

  /** Whether the last transaction is gone for so long that others wait for it no more; sees to it that they leave then. */
  #isLate(): boolean {
    const leftMs = this.#lastDeparture + maxWaitMs - performance.now();
    if (leftMs <= 0) return true;
    this.#nextDeparture ??= setTimeout(() => {
      this.#nextDeparture = undefined;
      this.#pump();
    }, leftMs);
    return false;
  }

  #isFullOneWaiting(): boolean {
    if (this.#queue.length >= entriesPerTransaction) return true;
    // A unit of text is a byte at least; only the texts that can be long count here.
    let units = 0;
    for (const { report } of this.#queue.map((waiting) => waiting.entry))
      units += report.message.length + (report.callStack?.length ?? 0);
    return units >= bytesPerTransaction;
  }

  /** The next transaction's entries, in the order they came; those of failed callers are let go. */
  #take(): Waiting[] {
    const chunk: Waiting[] = [];
    const ledger = new LedgerRoom();
    let bytes = 0;
    let index = 0;
    for (; index < this.#queue.length && chunk.length < entriesPerTransaction; index++) {
      const waiting = this.#queue[index];
      if (!waiting) continue;
      if (waiting.caller.failure !== undefined) {
        this.#fail(waiting, waiting.caller.failure);
        continue;
      }
      const more = this.#bytesOf(waiting);
      if (more === undefined) continue;
      if (chunk.length > 0 && bytes + more > bytesPerTransaction) break;
      if (!ledger.takes(waiting.entry)) break;
      bytes += more;
      chunk.push(waiting);
    }
    this.#queue.splice(0, index);
    return chunk;
  }

  /** Bytes that an entry takes in a transaction; nothing for one that cannot be written, which fails its caller. */
  #bytesOf(waiting: Waiting): number | undefined {
    try {
      return bytesOf(waiting);
    } catch (failure) {
      this.#fail(waiting, failure);
      return undefined;
    }
  }

  #fly(riders: readonly Waiting[], work: () => Promise<void>): void {
    this.#inFlight++;
    this.#lastDeparture = performance.now();
    void work()
      .catch((failure: unknown) => {
        for (const waiting of riders)
          if (this.#pending.get(waiting.rowKey) === waiting) this.#fail(waiting, failure);
      })
      .finally(() => {
        this.#inFlight--;
        this.#pump();
      });
  }

  async #send(chunk: readonly Waiting[]): Promise<void> {
    let rest = chunk;
    // One name for all rounds: the transaction of an earlier one may be stored late, its answer lost.
    const commit = base32(randomBytes(10));
    for (let round = 0; round < maxRounds && rest.length > 0; round++) {
      const operations = transactionOf(rest, commit);
      const result = await this.#submit(rest, operations);
      if (!result) return;
      if (result.done) {
        for (const waiting of rest) this.#settle(waiting, 'stored');
        return;
      }
      if (result.conflict === 'table-missing') await charging(rest, () => this.#table.create());
      else rest = await this.#withoutStored(rest, commit);
    }
    if (rest.length > 0)
      throw new AppError('storage-unavailable', 'Others keep storing the same errors; send them again', {
        retryAfterSeconds: 1,
      });
  }

  /** One transaction; nothing when storage would not take it and its callers were served one by one instead. */
  async #submit(chunk: readonly Waiting[], operations: readonly TransactionOperation[]) {
    try {
      return await charging(chunk, () => this.#table.transaction(partition, operations));
    } catch (failure) {
      const byCaller = Map.groupBy(chunk, (waiting) => waiting.caller);
      if (failure instanceof AppError || byCaller.size === 1) throw failure;
      for (const own of byCaller.values())
        await this.#send(own).catch((ownFailure: unknown) => {
          for (const waiting of own) this.#fail(waiting, ownFailure);
        });
      return undefined;
    }
  }

  /** What of a refused transaction is still to be stored. */
  async #withoutStored(chunk: readonly Waiting[], commit: string): Promise<Waiting[]> {
    const rowKeys = chunk.map((waiting) => waiting.rowKey).sort();
    const commits = await charging(chunk, () => existingCommits(this.#table, rowKeys));
    const rest: Waiting[] = [];
    const resenders = new Set<Caller>();
    for (const waiting of chunk) {
      const stored = commits.get(waiting.rowKey);
      if (stored === undefined) rest.push(waiting);
      else {
        // Our own commit: the answer was lost on the way and the transaction was repeated.
        this.#settle(waiting, stored === commit ? 'stored' : 'duplicate');
        if (stored !== commit) resenders.add(waiting.caller);
      }
    }
    for (const caller of resenders) this.#lookUpRest(caller);
    return rest;
  }

  /** A caller whose entries turn out stored most likely sends all of them again: reads a thousand keys a call. */
  #lookUpRest(caller: Caller): void {
    const waiting = this.#queue.filter((one) => one.caller === caller);
    if (caller.lookedUp || waiting.length < entriesPerTransaction) return;
    caller.lookedUp = true;
    this.#queue = this.#queue.filter((one) => one.caller !== caller);
    this.#fly(waiting, async () => {
      const byKey = new Map(waiting.map((one) => [one.rowKey, one]));
      const maxPages = 2 + 2 * Math.ceil(waiting.length / maxPageRows);
      await charging(waiting, () =>
        commitsBetween(this.#table, [...byKey.keys()].sort(), maxPages, (rowKey) => {
          const stored = byKey.get(rowKey);
          if (!stored) return;
          byKey.delete(rowKey);
          this.#settle(stored, 'duplicate');
        }),
      );
      this.#queue.unshift(...byKey.values());
    });
  }
}

function tooSlow(): AppError {
  return new AppError(
    'storage-unavailable',
    'The error log is too slow at the moment; send all of it again',
    {
      retryAfterSeconds: 5,
    },
  );
}
