import type { HourCount, ProblemCounts } from '../problems/problem-counts.ts';
import type { ErrorEntry } from '../reports/error-entry.ts';

/** What storing an entry came to: it was new, or there already. */
export type StoreOutcome = 'stored' | 'duplicate';

/** A stretch of entries within one UTC day; both ends inclusive, ms since 1970. */
export interface Stretch {
  readonly day: string;
  readonly newest: number;
  readonly oldest: number;
}

/** Where the next entries of a list begin: at `time`, or behind the entry with this id. */
export interface Position {
  /** ms since 1970. */
  readonly time: number;
  readonly afterId?: string | undefined;
  /** Storage's continuation, where it stopped on a page without entries. */
  readonly resume?: string | undefined;
}

/** Conditions on problems and records in one query at most: the service takes 15, and the range has 4 of them. */
export const maxConditions = 11;

/** What to read of a stretch: entries of any of the `problems`, and of any of the `records`, where given. */
export interface StretchQuery {
  readonly stretch: Stretch;
  readonly from?: Position | undefined;
  readonly problems?: readonly string[] | undefined;
  /** Record ids, of either side: two conditions each. */
  readonly records?: readonly string[] | undefined;
  /** 1–1,000 */
  readonly most: number;
}

/** Entries, newest first, and where the next page begins; no `next` at the end of the stretch. */
export interface StretchPage {
  readonly entries: readonly ErrorEntry[];
  readonly next: Position | undefined;
}

/** Counts by problem id and hour of the day, read from the entries themselves. */
export type CountsOfStretch = ReadonlyMap<string, ReadonlyMap<number, HourCount>>;

/** The counts of a day. Not `complete`, and empty, if they could not be read within the bound. */
export interface DaySummary {
  readonly counts: ProblemCounts;
  readonly complete: boolean;
  /** Storage calls it took. */
  readonly calls: number;
}

/** The error log: entries by day, exactly once, with counts that cannot drift from them. */
export interface ErrorLog {
  /** Stores entries that are not there yet. Rejects when storage fails; storing all of them again is safe then. */
  store(entries: readonly ErrorEntry[]): Promise<ReadonlyMap<string, StoreOutcome>>;
  /** One live entry by its id. */
  get(id: string): Promise<ErrorEntry | undefined>;
  /** One page of live entries; one storage call. */
  read(query: StretchQuery): Promise<StretchPage>;
  /** The day's counts; at most `maxCalls` storage calls. */
  summary(day: string, maxCalls: number): Promise<DaySummary>;
  /** Counts by problem of the live entries in a stretch, from their keys. */
  count(stretch: Stretch): Promise<CountsOfStretch>;
  /** Strips one live entry to its key; false when there is none. */
  remove(id: string): Promise<boolean>;
}

/** How far a change of many entries got. */
export interface ChangeProgress {
  readonly changed: number;
  readonly finished: boolean;
}

/** How a compaction ended. */
export interface CompactionResult {
  /** Ledger rows that were folded. */
  readonly folded: number;
  /** False when it stopped because its time was over or another compaction interfered. */
  readonly finished: boolean;
}

/** What clean-ups and the timer need of the error log. Long work asks `shouldStop`; run again, it continues. */
export interface ErrorLogUpkeep {
  /** Days that have a table, oldest first. */
  days(): Promise<readonly string[]>;
  createDay(day: string): Promise<void>;
  dropDay(day: string): Promise<void>;
  /** Folds the ledger of a day into tallies. */
  compact(day: string, shouldStop: () => boolean): Promise<CompactionResult>;
  /** Hides the live entries of these problems in a stretch under the id of a clean-up. */
  flag(
    stretch: Stretch,
    problems: ReadonlySet<string>,
    cleanup: string,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress>;
  /** Brings back what a clean-up hid on a day. */
  unflag(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress>;
  /** Strips what a clean-up hid on a day to tombstones. */
  strip(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress>;
  /** How many entries of a day a clean-up hides. */
  flagged(day: string, cleanup: string): Promise<number>;
}
