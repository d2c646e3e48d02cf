import { expect } from 'vitest';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Horizon } from '../../shared/domain/cleanups/horizon.ts';
import { countKey, countKeyParts, isLastLiving } from '../../shared/domain/problems/pair-counts.ts';
import type { DayRecords } from '../../shared/domain/problems/record-failures.ts';
import { dayOf, hourMs, startOfDay } from '../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../shared/domain/reports/error-entry.ts';
import { ulid } from '../../shared/domain/reports/ulid.ts';
import { TableDesk } from '../../shared/storage/desk/table-desk.ts';
import { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';
import { dayTable } from '../../shared/storage/tables/table-names.ts';
import type { TableService } from '../../shared/storage/tables/table-service.ts';
import { type Death, Gate, isKilled } from './gate.ts';
import { entriesIn, type FoundEntry, recount, recountRecords } from './recount.ts';
import type { Storage } from './storage.ts';

/** Rows of a page: few, so that every reader needs several. */
const pageRows = 2;

/** An error log that several actors use, one storage call at a time; after each change its counts are checked. */
export class ErrorLogWorld {
  readonly retentionDays = 2;
  /** The storage as it is, past the gate. */
  readonly raw: Storage;
  readonly gate: Gate;
  /** How often a caller got the answer that an entry was stored, by id. */
  readonly storedTimes = new Map<string, number>();
  /** Entries whose caller died before it got an answer, by id. */
  readonly unanswered = new Set<string>();
  readonly removed = new Set<string>();
  readonly #days: readonly string[];
  /** The entries after each change, oldest first. */
  readonly #states: FoundEntry[][] = [[]];
  readonly #shared: readonly TableErrorLog[];
  #ids = 0;

  constructor(days: readonly string[], choose: (count: number) => number, raw: Storage) {
    this.#days = days;
    this.raw = raw;
    this.gate = new Gate(choose, (table) => this.#checkTable(table));
    this.#shared = [1, 2].map(() => new TableErrorLog(this.#tables(), this.raw.prefix));
  }

  /** Ports of a new instance, with `at` (ms since 1970) as its time. */
  ports(at: number, death?: Death) {
    const tables = this.#tables(death);
    return {
      errorLog: new TableErrorLog(tables, this.raw.prefix),
      desk: new TableDesk(tables, this.raw.prefix),
      retentionDays: this.retentionDays,
      now: () => new Date(at),
      newId: (from: Date) => ulid(from.getTime(), String(++this.#ids).padStart(16, '0')),
    };
  }

  #tables(death?: Death): TableService {
    return this.gate.tables(this.raw.tables, pageRows, death);
  }

  /** Reports to one of two shared instances, or to a new one, which may be killed. */
  async report(entries: readonly ErrorEntry[], instance?: number, death?: Death): Promise<void> {
    const shared = death || instance === undefined ? undefined : this.#shared[instance];
    const errorLog = shared ?? this.ports(0, death).errorLog;
    try {
      for (const [id, outcome] of await errorLog.store(entries))
        this.storedTimes.set(id, (this.storedTimes.get(id) ?? 0) + (outcome === 'stored' ? 1 : 0));
    } catch (error) {
      for (const { id } of entries) this.unanswered.add(id);
      throw error;
    }
  }

  /** Number of the current state. */
  get moment(): number {
    return this.#states.length - 1;
  }

  /** The entries as they are now. */
  get entries(): readonly FoundEntry[] {
    return this.#states.at(-1) ?? [];
  }

  /** Least and most visible entries of a pair and epoch in an hour since a moment, by `key at`. */
  bounds(since: number, horizon: Horizon): Map<string, { least: number; most: number }> {
    const counts = this.#states.slice(since).map((entries) => recount(entries, horizon));
    const keys = new Set(counts.flatMap((one) => [...one.keys()]));
    return new Map(
      [...keys].map((key) => {
        const all = counts.map((one) => one.get(key)?.count ?? 0);
        return [key, { least: Math.min(...all), most: Math.max(...all) }];
      }),
    );
  }

  /** Expects tallies and ledger to agree with the rows. */
  async check(): Promise<void> {
    for (const day of this.#days) await this.#checkTable(dayTable(this.raw.prefix, day));
  }

  async #checkTable(table: string): Promise<void> {
    const changed = this.#days.find((day) => dayTable(this.raw.prefix, day) === table);
    if (!changed) return;
    const others = this.entries.filter(({ time }) => dayOf(time) !== changed);
    this.#states.push([...others, ...(await this.#checkDay(changed))]);
  }

  async #checkDay(day: string): Promise<FoundEntry[]> {
    const entries = await entriesIn(this.raw.tables.table(dayTable(this.raw.prefix, day)));
    const { counts, facts, records } = await this.raw.errorLog.summary(day, 10, true);
    const expected = recount(entries);
    const counted = new Map<string, number>();
    for (const [key, pair] of counts) {
      expect(facts.has(countKeyParts(key).pairId)).toBe(true);
      for (const [hour, { count, first, last }] of pair.hours) {
        const at = startOfDay(day) + hour * hourMs;
        const found = expected.get(`${key} ${at}`);
        if (count !== 0) counted.set(`${key} ${at}`, count);
        if (!found) continue;
        expect(first).toBeLessThanOrEqual(found.first);
        expect(last).toBeGreaterThanOrEqual(found.last);
        if (pair.lostId === '') expect([first, last]).toEqual([found.first, found.last]);
      }
      if (isLastLiving(pair)) expect(pair.lastId).toBe(newestOf(entries, key));
    }
    expect(counted).toEqual(new Map([...expected].map(([key, { count }]) => [key, count])));
    expect(livingRecords(records)).toEqual(recountRecords(entries));
    return entries;
  }
}

/** How many entries of each record the rows count, by `key record`. */
function livingRecords(records: DayRecords): Map<string, number> {
  return new Map(
    [...records].flatMap(([key, pair]) =>
      [...pair.records].flatMap(([record, { count }]): [string, number][] =>
        count === 0 ? [] : [[`${key} ${record}`, count]],
      ),
    ),
  );
}

function newestOf(entries: readonly FoundEntry[], key: string): string | undefined {
  const own = entries.filter(({ live, pairId, epoch }) => live && countKey(pairId, epoch) === key);
  return own
    .map(({ id }) => id)
    .sort()
    .at(-1);
}

/** Whether an actor may end with this error: it was killed, or has to try again. */
export function isEnd(error: unknown): boolean {
  return isKilled(error) || (error instanceof AppError && error.code !== 'invalid-request');
}

/** The days of these moments, newest first. */
export function daysOf(entries: readonly ErrorEntry[]): string[] {
  return [...new Set(entries.map(({ report }) => dayOf(report.occurredAt.getTime())))].sort().reverse();
}
