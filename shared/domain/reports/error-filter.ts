import { type Decision, type EntryStatus, entryStatus } from '../problems/decision.ts';
import type { HourCount } from '../problems/problem-counts.ts';
import { filterMatchesProblem, type ProblemFilter, selectsProblems } from '../problems/problem-filter.ts';
import type { ErrorEntry } from './error-entry.ts';
import { entryTraits } from './error-entry.ts';

/** Which entries to take; lists combine as in {@link ProblemFilter}. */
export interface ErrorFilter extends ProblemFilter {
  /** Record ids, of either side. */
  readonly record?: readonly string[] | undefined;
  readonly status?: readonly EntryStatus[] | undefined;
  /** Inclusive. */
  readonly since?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
  /** A part of the message, ignoring case. */
  readonly q?: string | undefined;
}

/** Whether a filter takes an entry; `since` and `until` are not checked. */
export function filterMatchesEntry(
  filter: ErrorFilter,
  entry: ErrorEntry,
  decision: Decision | undefined,
  now: Date,
): boolean {
  const { source, destination, message, occurredAt } = entry.report;
  if (!filterMatchesProblem(filter, entry.problemId, entryTraits(entry))) return false;
  if (filter.status && !filter.status.includes(entryStatus(decision, occurredAt.getTime(), now)))
    return false;
  if (
    filter.record &&
    ![source, destination].some((side) => side?.recordId && filter.record?.includes(side.recordId))
  )
    return false;
  return filter.q === undefined || message.toLowerCase().includes(filter.q.toLowerCase());
}

/** Whether counts by problem can rule out days and hours for this filter. */
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
