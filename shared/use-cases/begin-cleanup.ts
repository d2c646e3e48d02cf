import { AppError } from '../domain/app-error.ts';
import { type Cleanup, undoWindowMs } from '../domain/cleanups/cleanup.ts';
import { retentionHorizon } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import { type ProblemFilter, selectsProblems } from '../domain/problems/problem-filter.ts';
import { dayMs, daysBack } from '../domain/reports/days.ts';
import { ulidParts } from '../domain/reports/ulid.ts';
import { countSelection } from './cleanup-selection.ts';
import { freshView, type ViewPorts } from './current-view.ts';
import { daySummaries, problemsOf } from './problems-in-reach.ts';
import { workOnCleanup } from './work-on-cleanup.ts';

export interface CleanupPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'> & ErrorLogUpkeep;
  readonly desk: Desk;
  /** A new id for a clean-up that starts at this moment. */
  readonly newId: (at: Date) => string;
}

export interface CleanupRequest {
  /** All entries when undefined. */
  readonly olderThanDays: number | undefined;
  readonly filter: ProblemFilter | undefined;
}

/** A clean-up before it has an id. */
export type CleanupPlan = Omit<Cleanup, 'id'>;

/** Length of a filter as JSON, in UTF-16 units. It is stored in one property, which holds 32,768. */
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
  return (await planCleanup(ports, request, by)).plan;
}

async function planCleanup(
  ports: Omit<CleanupPorts, 'newId'>,
  { olderThanDays, filter }: CleanupRequest,
  by: string,
): Promise<{ readonly plan: CleanupPlan; readonly idTime: Date }> {
  checkFilter(filter);
  const now = ports.now();
  const asked = now.getTime() - (olderThanDays ?? 0) * dayMs;
  // What is newer than the cut-off need not be counted.
  const days = daysBack(asked, retentionHorizon(now, ports.retentionDays) + 1);
  const reading = Promise.all([ports.errorLog.days(), daySummaries(ports.errorLog, days, false)]);
  // It fails once the desk could be read: that says first what is wrong.
  reading.catch(() => undefined);
  const view = await freshView({ ...ports, now: () => now });
  const [stored, summaries] = await reading;
  const { horizon, cleanups } = view;
  const storageTime = stored.at.getTime();
  // A clock that is ahead must not hide what is still to come. Storage's own time is cut to the second.
  const cutoff = Math.min(asked, storageTime + 999);
  const reach = await problemsOf(ports.errorLog, summaries, horizon);
  const count = await countSelection(ports.errorLog, reach, filter ?? {}, cutoff, view);
  const isFiltered = filter !== undefined && selectsProblems(filter);
  // Ids tell which clean-up is newer, whatever the clocks of instances say.
  const newest = Math.max(0, ...cleanups.map(({ id }) => ulidParts(id).time));
  return {
    plan: {
      ...count,
      kind: isFiltered ? 'filtered' : olderThanDays === undefined ? 'all' : 'older-than',
      cutoff: new Date(cutoff),
      filter: isFiltered ? filter : undefined,
      startedAt: now,
      by,
      undoUntil: new Date(now.getTime() + undoWindowMs),
      phase: isFiltered ? 'deleting' : 'done',
    },
    idTime: new Date(Math.max(storageTime, newest + 1)),
  };
}

function checkFilter(filter: ProblemFilter | undefined): void {
  if (filter && JSON.stringify(filter).length > maxFilter)
    throw new AppError('invalid-request', 'The filter is too long; clean up in several steps', {
      errors: [{ pointer: '/filter', detail: `Longer than ${maxFilter} characters as JSON` }],
    });
}

/**
 * Starts a clean-up. An unfiltered one takes one row, whatever its size. A filtered one works until `shouldStop` is
 * true, and is continued later if it is not done by then.
 * @throws {AppError} invalid-request when the filter is too long
 */
export async function beginCleanup(
  ports: CleanupPorts,
  request: CleanupRequest,
  by: string,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  const { plan, idTime } = await planCleanup(ports, request, by);
  const cleanup: Cleanup = { ...plan, id: ports.newId(idTime) };
  if (cleanup.phase === 'done') {
    await ports.desk.addCleanup(cleanup);
    return cleanup;
  }
  await ports.desk.addCleanup({ ...cleanup, deleted: 0 });
  return workOnCleanup(ports, cleanup.id, shouldStop);
}
