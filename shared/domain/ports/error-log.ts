import type { DayCounts } from '../problems/pair-counts.ts';
import type { PairFacts } from '../problems/problem.ts';
import type { DayRecords } from '../problems/record-failures.ts';
import type { ErrorEntry } from '../reports/error-entry.ts';
import type { ErrorFilter } from '../reports/error-filter.ts';

/** What became of an entry that was to be stored: new, already there, or never to be taken, with storage's reason. */
export type StoreOutcome = 'stored' | 'duplicate' | { readonly refused: string };

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

/** What of a filter storage can look for; a list that is too long for it is left to the reader. */
export type StoredFilter = Omit<ErrorFilter, 'status' | 'since' | 'until' | 'q'>;

/** What to read of a stretch. */
export interface StretchQuery {
  readonly stretch: Stretch;
  readonly from?: Position | undefined;
  /** Only entries whose writer knew this clean-up, or a newer one. */
  readonly epochFrom?: string | undefined;
  readonly filter: StoredFilter;
  /** 1–1,000 */
  readonly most: number;
}

/** Entries, newest first, and where the next page begins; no `next` at the end of the stretch. */
export interface StretchPage {
  readonly entries: readonly ErrorEntry[];
  readonly next: Position | undefined;
}

/** An entry that a search looked through. */
export interface SearchedEntry {
  readonly id: string;
  /** UTF-16 units of its texts. */
  readonly characters: number;
  /** Absent where none of its texts contains what is sought. */
  readonly entry: ErrorEntry | undefined;
}

/** Entries that a search looked through, newest first, and where the next page begins. */
export interface SearchedPage {
  readonly seen: readonly SearchedEntry[];
  readonly next: Position | undefined;
}

/** A search in a stretch for a text, ignoring case. */
export interface SearchQuery extends StretchQuery {
  readonly q: string;
  /** Called once it is known where the next page begins, before this one is looked through. */
  readonly onMore?: ((next: Position) => void) | undefined;
}

/** The day's counts with what is known of their pairs (by id), or as much as could be read within the bound. */
export interface DaySummary {
  readonly facts: ReadonlyMap<string, PairFacts>;
  readonly counts: DayCounts;
  /** By the keys of the counts; none unless they were asked for. */
  readonly records: DayRecords;
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
  /** Whether {@link read} applies a whole filter; what it does not apply is left to the reader. */
  applies(filter: StoredFilter): boolean;
  /** One page of live entries; one storage call. */
  read(query: StretchQuery): Promise<StretchPage>;
  /** One page of live entries, looked through for a text; one storage call. */
  search(query: SearchQuery): Promise<SearchedPage>;
  /** The day's counts, `withRecords` its records too; at most `maxCalls` storage calls. */
  summary(day: string, maxCalls: number, withRecords?: boolean): Promise<DaySummary>;
  /** Counts of the live entries in a stretch, from their keys. */
  count(stretch: Stretch): Promise<DayCounts>;
  /** Strips one live entry to its key; false when there is none, or not one that is visible. */
  remove(id: string, isVisible: EntryTest): Promise<boolean>;
}

/** How far a change of many entries got. */
export interface ChangeProgress {
  readonly changed: number;
  readonly finished: boolean;
}

/** How a fold ended. */
export interface FoldResult {
  /** Ledger rows that are no more. */
  readonly folded: number;
  /** False when it stopped because time was up or another fold is at work. */
  readonly finished: boolean;
}

/** Whether a change takes an entry. */
export type EntryTest = (entry: ErrorEntry) => boolean;

/**
 * What becomes of an entry when the clean-up that hid it is undone: shown again; hidden by another clean-up that selects
 * it too and can be undone (the first of these ids that is not undone at the same moment); or stripped, where that one
 * cannot be undone any more.
 */
export type EntryFate = 'show' | 'strip' | { readonly heirs: readonly string[] };

/** The days that have a table, and the storage service's own time. */
export interface StoredDays {
  /** Oldest first. */
  readonly days: readonly string[];
  readonly at: Date;
}

/** What clean-ups and the timer need of the error log; every long piece of work asks `shouldStop` and goes on where it stopped. */
export interface ErrorLogUpkeep {
  days(): Promise<StoredDays>;
  createDay(day: string): Promise<void>;
  dropDay(day: string): Promise<void>;
  /** Folds the ledger of a day into tallies. */
  fold(day: string, shouldStop: () => boolean): Promise<FoldResult>;
  /**
   * Hides the live entries of a stretch that match under the name of a clean-up, as long as no undo of it has begun:
   * `changed` and nothing more then, and `finished` is false.
   */
  flag(
    stretch: Stretch,
    filter: StoredFilter,
    cleanup: string,
    matches: EntryTest,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress>;
  /** Ends what a clean-up hid on a day, each entry in its way, and keeps the clean-up from hiding more. */
  unflag(
    day: string,
    cleanup: string,
    fateOf: (entry: ErrorEntry) => EntryFate,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress>;
  /** Strips what a clean-up hid on a day to tombstones. */
  strip(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress>;
  /** Strips the live entries of a stretch that match to tombstones. */
  stripHidden(stretch: Stretch, matches: EntryTest, shouldStop: () => boolean): Promise<ChangeProgress>;
  /** Whether a day holds entries whose writer knew this clean-up, or a newer one. */
  hasEntriesSince(day: string, epoch: string): Promise<boolean>;
  /** How many entries of a day a clean-up hid; those that another one handed over to it were hidden before. */
  flagged(day: string, cleanup: string): Promise<number>;
}
