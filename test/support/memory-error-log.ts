import type {
  ChangeProgress,
  CompactionResult,
  CountsOfStretch,
  DaySummary,
  ErrorLog,
  ErrorLogUpkeep,
  Position,
  StoreOutcome,
  Stretch,
  StretchPage,
  StretchQuery,
} from '../../shared/domain/ports/error-log.ts';
import { countsOfAdded, type HourCount } from '../../shared/domain/problems/problem-counts.ts';
import { dayOf } from '../../shared/domain/reports/days.ts';
import { occurredAtOf } from '../../shared/domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../shared/domain/reports/error-entry.ts';

/** An entry, and what hides it: nothing, a clean-up (its id), or a deletion, which keeps only the key. */
interface MemoryEntry {
  readonly entry: ErrorEntry;
  readonly hiddenBy: string | undefined;
  readonly isDeleted: boolean;
}

/** Entries that one step of a change covers, as a transaction does. */
const entriesPerStep = 99;

/**
 * The error log by plain means: every question looks at all entries of a day. Counts come from the entries themselves,
 * so there is nothing to compact and no hour is thinned.
 */
export class MemoryErrorLog implements ErrorLog, ErrorLogUpkeep {
  readonly #days = new Map<string, Map<string, MemoryEntry>>();

  async store(entries: readonly ErrorEntry[]): Promise<ReadonlyMap<string, StoreOutcome>> {
    await turn();
    const outcomes = new Map<string, StoreOutcome>();
    for (const entry of entries) {
      const day = this.#create(dayOf(occurredAtOf(entry.id)));
      outcomes.set(entry.id, day.has(entry.id) ? 'duplicate' : 'stored');
      if (!day.has(entry.id)) day.set(entry.id, { entry, hiddenBy: undefined, isDeleted: false });
    }
    return outcomes;
  }

  async get(id: string): Promise<ErrorEntry | undefined> {
    await turn();
    const found = this.#days.get(dayOf(occurredAtOf(id)))?.get(id);
    return found && isLive(found) ? found.entry : undefined;
  }

  async read({ stretch, from, problems, records, most }: StretchQuery): Promise<StretchPage> {
    await turn();
    const behind = this.#live(stretch).filter(
      (entry) =>
        isBehind(from, entry) &&
        (!problems || problems.includes(entry.problemId)) &&
        (!records || recordIdsOf(entry).some((id) => records.includes(id))),
    );
    const entries = behind.slice(0, most).map(withoutCallStack);
    const last = entries.at(-1);
    const next = last && behind.length > most ? { time: occurredAtOf(last.id), afterId: last.id } : undefined;
    return { entries, next };
  }

  async summary(day: string, maxCalls: number): Promise<DaySummary> {
    await turn();
    if (maxCalls < 1) return { counts: new Map(), complete: false, calls: 0 };
    return { counts: countsOfAdded(this.#liveOfDay(day)), complete: true, calls: 1 };
  }

  async count(stretch: Stretch): Promise<CountsOfStretch> {
    await turn();
    const counts = countsOfAdded(this.#live(stretch));
    return new Map(
      [...counts].map(([id, { hours }]): [string, ReadonlyMap<number, HourCount>] => [id, hours]),
    );
  }

  async remove(id: string): Promise<boolean> {
    await turn();
    const day = this.#days.get(dayOf(occurredAtOf(id)));
    const found = day?.get(id);
    if (!found || !isLive(found)) return false;
    day?.set(id, { ...found, isDeleted: true });
    return true;
  }

  async days(): Promise<readonly string[]> {
    await turn();
    return [...this.#days.keys()].sort();
  }

  async createDay(day: string): Promise<void> {
    await turn();
    this.#create(day);
  }

  async dropDay(day: string): Promise<void> {
    await turn();
    this.#days.delete(day);
  }

  async compact(): Promise<CompactionResult> {
    await turn();
    return { folded: 0, finished: true };
  }

  flag(
    stretch: Stretch,
    problems: ReadonlySet<string>,
    cleanup: string,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress> {
    const meant = this.#live(stretch).filter(({ problemId }) => problems.has(problemId));
    const ids = meant.map(({ id }) => id);
    return this.#change(stretch.day, ids, (found) => ({ ...found, hiddenBy: cleanup }), shouldStop);
  }

  unflag(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress> {
    const ids = this.#hiddenBy(day, cleanup);
    return this.#change(day, ids, (found) => ({ ...found, hiddenBy: undefined }), shouldStop);
  }

  strip(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress> {
    const ids = this.#hiddenBy(day, cleanup);
    const stripped = { hiddenBy: undefined, isDeleted: true };
    return this.#change(day, ids, (found) => ({ ...found, ...stripped }), shouldStop);
  }

  async flagged(day: string, cleanup: string): Promise<number> {
    await turn();
    return this.#hiddenBy(day, cleanup).length;
  }

  #create(day: string): Map<string, MemoryEntry> {
    const known = this.#days.get(day);
    if (known) return known;
    const created = new Map<string, MemoryEntry>();
    this.#days.set(day, created);
    return created;
  }

  /** Live entries of a day, newest first. */
  #liveOfDay(day: string): ErrorEntry[] {
    return [...(this.#days.get(day)?.values() ?? [])]
      .filter(isLive)
      .map(({ entry }) => entry)
      .sort(newestFirst);
  }

  #live({ day, newest, oldest }: Stretch): ErrorEntry[] {
    return this.#liveOfDay(day).filter(({ id }) => {
      const time = occurredAtOf(id);
      return time >= oldest && time <= newest;
    });
  }

  #hiddenBy(day: string, cleanup: string): string[] {
    return [...(this.#days.get(day) ?? [])]
      .filter(([, { hiddenBy }]) => hiddenBy === cleanup)
      .map(([id]) => id);
  }

  async #change(
    day: string,
    ids: readonly string[],
    change: (found: MemoryEntry) => MemoryEntry,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress> {
    for (let changed = 0; changed < ids.length; changed += entriesPerStep) {
      await turn();
      if (shouldStop()) return { changed, finished: false };
      const entries = this.#days.get(day);
      for (const id of ids.slice(changed, changed + entriesPerStep)) {
        const found = entries?.get(id);
        if (found) entries?.set(id, change(found));
      }
    }
    return { changed: ids.length, finished: true };
  }
}

/** An empty error log in memory. */
export function inMemoryErrorLog(): MemoryErrorLog {
  return new MemoryErrorLog();
}

/** Each call ends in a later round of the event loop, so that calls of several callers interleave. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isLive({ hiddenBy, isDeleted }: MemoryEntry): boolean {
  return hiddenBy === undefined && !isDeleted;
}

/** By time, latest first; within a millisecond by the rest of the id. */
function newestFirst(one: ErrorEntry, other: ErrorEntry): number {
  const byTime = occurredAtOf(other.id) - occurredAtOf(one.id);
  return byTime || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

function isBehind(from: Position | undefined, { id }: ErrorEntry): boolean {
  if (!from) return true;
  const time = occurredAtOf(id);
  if (from.afterId === undefined) return time <= from.time;
  const afterTime = occurredAtOf(from.afterId);
  return time < afterTime || (time === afterTime && id > from.afterId);
}

function recordIdsOf({ report }: ErrorEntry): string[] {
  return [report.source?.recordId, report.destination?.recordId].filter((id) => id !== undefined);
}

/** A list carries no call stacks. */
function withoutCallStack(entry: ErrorEntry): ErrorEntry {
  const { id, problemId, diagnosis, receivedAt, rulesVersion, report } = entry;
  return { id, problemId, diagnosis, receivedAt, rulesVersion, report: { ...report, callStack: undefined } };
}
