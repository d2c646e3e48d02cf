import { AppError } from '../domain/app-error.ts';
import { type Cleanup, undoWindowMs } from '../domain/cleanups/cleanup.ts';
import { horizonAt } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import { type ProblemFilter, selectsProblems } from '../domain/problems/problem-filter.ts';
import { dayMs } from '../domain/reports/days.ts';
import { countSelection } from './cleanup-selection.ts';
import { problemCountsInReach } from './problems-in-reach.ts';
import { workOnCleanup } from './work-on-cleanup.ts';

/** What clean-ups need. */
export interface CleanupPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'> & ErrorLogUpkeep;
  readonly desk: Desk;
  readonly retentionDays: number;
  readonly now: () => Date;
  /** A new id for a clean-up that starts at this moment. */
  readonly newId: (at: Date) => string;
}

/** What is asked for: entries older than so many days, or all. */
export interface CleanupRequest {
  readonly olderThanDays: number | undefined;
  readonly filter: ProblemFilter | undefined;
}

/** What a clean-up would do, or what it began to do. */
export type CleanupPlan = Omit<Cleanup, 'id'>;

/** Longest filter as JSON, in UTF-16 units: it is kept with the clean-up, in one property of a row (32,768). */
const maxFilter = 30_000;

/**
 * Counts what a clean-up would delete, and changes nothing.
 * @throws {AppError} invalid-request when the filter is too long
 */
export async function previewCleanup(
  ports: Omit<CleanupPorts, 'newId'>,
  request: CleanupRequest,
  by: string,
): Promise<CleanupPlan> {
  const now = ports.now();
  const { olderThanDays, filter } = request;
  checkFilter(filter);
  const cutoff = now.getTime() - (olderThanDays ?? 0) * dayMs;
  const { cleanups, decisions } = await ports.desk.state();
  const horizon = horizonAt(now, ports.retentionDays, cleanups);
  const reach = cutoff > horizon ? await problemCountsInReach(ports.errorLog, horizon, now) : new Map();
  const count = await countSelection(ports.errorLog, reach, filter ?? {}, cutoff, decisions, now);
  const isFiltered = filter !== undefined && selectsProblems(filter);
  return {
    ...count,
    kind: isFiltered ? 'filtered' : olderThanDays === undefined ? 'all' : 'older-than',
    cutoff: new Date(cutoff),
    filter: isFiltered ? filter : undefined,
    startedAt: now,
    by,
    undoUntil: new Date(now.getTime() + undoWindowMs),
    phase: isFiltered ? 'deleting' : 'done',
  };
}

function checkFilter(filter: ProblemFilter | undefined): void {
  if (filter && JSON.stringify(filter).length > maxFilter)
    throw new AppError('invalid-request', 'The filter is too long; clean up in several steps', {
      errors: [{ pointer: '/filter', detail: `Longer than ${maxFilter} characters as JSON` }],
    });
}

/**
 * Starts a clean-up. An unfiltered one is done with one row, whatever its size; a filtered one works for as long as
 * `shouldStop` lets it, and is continued later where that was not enough.
 */
export async function beginCleanup(
  ports: CleanupPorts,
  request: CleanupRequest,
  by: string,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  const plan = await previewCleanup(ports, request, by);
  const cleanup: Cleanup = { ...plan, id: ports.newId(plan.startedAt) };
  if (cleanup.phase === 'done') {
    await ports.desk.addCleanup(cleanup);
    return cleanup;
  }
  await ports.desk.addCleanup({ ...cleanup, deleted: 0 });
  return workOnCleanup(ports, cleanup.id, shouldStop);
}
