import { type Decision, type EntryStatus, entryStatus } from '../problems/decision.ts';
import type { HourCount } from '../problems/pair-counts.ts';
import { filterMatchesPair, type ProblemFilter, selectsProblems } from '../problems/problem-filter.ts';
import type { ErrorEntry } from './error-entry.ts';

/** Which entries to take; lists combine as in {@link ProblemFilter}. */
export interface ErrorFilter extends ProblemFilter {
  /** Record ids, of either side. */
  readonly record?: readonly string[] | undefined;
  readonly status?: readonly EntryStatus[] | undefined;
  /** Inclusive. */
  readonly since?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
  /** A part of the message, of a record's id or of its name, ignoring case. */
  readonly q?: string | undefined;
}

/** Whether an entry matches a filter, times aside. */
export function filterMatchesEntry(filter: ErrorFilter, entry: ErrorEntry, status: EntryStatus): boolean {
  const { source, destination } = entry.report;
  if (!filterMatchesPair(filter, entry.pairId, entry.counted)) return false;
  if (filter.status && !filter.status.includes(status)) return false;
  if (
    filter.record &&
    ![source, destination].some((side) => side?.recordId && filter.record?.includes(side.recordId))
  )
    return false;
  return filter.q === undefined || containsText(searchedTexts(entry), filter.q);
}

/** Whether one of these texts contains another, ignoring case. */
export function containsText(texts: readonly string[], q: string): boolean {
  const wanted = q.toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

/** The texts of an entry that a search looks through. */
function searchedTexts({ report: { message, source, destination } }: ErrorEntry): string[] {
  return [message, source?.recordId, source?.name, destination?.recordId, destination?.name].filter(
    (text) => text !== undefined,
  );
}

/** Whether counts can tell days and hours that hold nothing of what is asked. */
export function usesCounts(filter: ErrorFilter): boolean {
  return selectsProblems(filter) || filter.status !== undefined;
}

/** Whether an hour of a problem may hold entries with one of these statuses. */
export function mayHaveStatus(
  statuses: readonly EntryStatus[] | undefined,
  decision: Decision | undefined,
  { first, last }: HourCount,
  now: Date,
): boolean {
  // From the first to the last entry the status changes at most once, when the problem was resolved.
  return !statuses || [first, last].some((time) => statuses.includes(entryStatus(decision, time, now)));
}
