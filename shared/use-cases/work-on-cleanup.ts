import { AppError } from '../domain/app-error.ts';
import { type Cleanup, clockMarginMs } from '../domain/cleanups/cleanup.ts';
import { finalHorizonAt, retentionHorizon } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import { filterMatchesProblem } from '../domain/problems/problem-filter.ts';
import { daysBack, endOfDay, startOfDay } from '../domain/reports/days.ts';
import { currentView, type ViewPorts } from './current-view.ts';
import { daySummary } from './problems-in-reach.ts';

export interface WorkOnCleanupPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary'> & ErrorLogUpkeep;
  readonly desk: Pick<Desk, 'state' | 'cleanup' | 'changeCleanup'>;
}

/** Tries to change a clean-up that others change at the same moment. */
const maxTries = 10;

/**
 * Goes on with a clean-up or its undo, until it is finished or `shouldStop` is true. Safe when killed at any point, or
 * run by several at once: the rows themselves show what is left to do.
 * @throws {AppError} not-found
 */
export async function workOnCleanup(
  ports: WorkOnCleanupPorts,
  id: string,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  const { cleanup } = await existingCleanup(ports.desk, id);
  if (cleanup.phase === 'deleting') return deleteSelected(ports, cleanup, shouldStop);
  if (cleanup.phase === 'undoing') return bringBack(ports, cleanup, shouldStop);
  return cleanup;
}

/** @throws {AppError} not-found */
export async function existingCleanup(desk: Pick<Desk, 'cleanup'>, id: string) {
  const record = await desk.cleanup(id);
  if (!record) throw new AppError('not-found', `There is no clean-up ${id}`);
  return record;
}

async function deleteSelected(
  ports: WorkOnCleanupPorts,
  cleanup: Cleanup,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  const { horizon } = await currentView(ports);
  const cutoff = cleanup.cutoff.getTime();
  let finished = true;
  for (const day of daysBack(cutoff, horizon + 1)) {
    const counts = await daySummary(ports.errorLog, day);
    const problems = new Set(
      [...counts]
        .filter(([id, { traits }]) => filterMatchesProblem(cleanup.filter ?? {}, id, traits))
        .map(([id]) => id),
    );
    if (problems.size === 0) continue;
    const stretch = {
      day,
      newest: Math.min(cutoff, endOfDay(day)),
      oldest: Math.max(horizon + 1, startOfDay(day)),
    };
    const progress = await ports.errorLog.flag(stretch, problems, cleanup.id, shouldStop);
    finished = progress.finished;
    if (!finished) break;
  }
  const deleted = await countFlagged(ports, cleanup);
  return change(ports, cleanup.id, (current) =>
    current.phase === 'deleting' ? { ...current, deleted, phase: finished ? 'done' : 'deleting' } : current,
  );
}

async function bringBack(
  ports: WorkOnCleanupPorts,
  cleanup: Cleanup,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  for (const day of await daysOf(ports, cleanup)) {
    const { finished } = await ports.errorLog.unflag(day, cleanup.id, shouldStop);
    if (!finished) return cleanup;
  }
  return change(ports, cleanup.id, (current) =>
    current.phase === 'undoing' ? { ...current, phase: 'undone' } : current,
  );
}

/** Counts the rows, so that the work of other workers is included. */
async function countFlagged(ports: WorkOnCleanupPorts, cleanup: Cleanup): Promise<number> {
  let count = 0;
  for (const day of await daysOf(ports, cleanup)) count += await ports.errorLog.flagged(day, cleanup.id);
  return count;
}

/** Days with entries that a filtered clean-up may have changed, newest first. */
async function daysOf(ports: WorkOnCleanupPorts, { cutoff, startedAt }: Cleanup): Promise<string[]> {
  const { now, cleanups } = await currentView(ports);
  // Tables behind the final horizon are dropped at any moment.
  const dropped = finalHorizonAt(now, ports.retentionDays, cleanups);
  const expired = retentionHorizon(startedAt, ports.retentionDays);
  return daysBack(cutoff.getTime(), Math.max(dropped, expired) + 1);
}

/**
 * Changes a clean-up, and tries again when others changed it in between.
 * @throws {AppError} not-found, storage-unavailable
 */
export async function change(
  { desk }: { readonly desk: Pick<Desk, 'cleanup' | 'changeCleanup'> },
  id: string,
  next: (current: Cleanup) => Cleanup,
): Promise<Cleanup> {
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const { cleanup, version } = await existingCleanup(desk, id);
    const changed = next(cleanup);
    if (changed === cleanup || (await desk.changeCleanup(changed, version))) return changed;
  }
  throw new AppError('storage-unavailable', 'Others keep changing the clean-up; try again', {
    retryAfterSeconds: 1,
  });
}

/**
 * Ends the work in storage for a filtered clean-up, and sets `settledAt`. Deleted entries become tombstones once the
 * clean-up cannot be undone. After an undo the flags are removed once more, as a worker may have set some before it
 * learned of the undo.
 */
export async function settleCleanup(
  ports: WorkOnCleanupPorts,
  cleanup: Cleanup,
  shouldStop: () => boolean,
): Promise<void> {
  const now = ports.now();
  const since = cleanup.phase === 'undone' ? cleanup.undoneAt : cleanup.undoUntil;
  if (cleanup.kind !== 'filtered' || cleanup.settledAt || !since) return;
  if (
    (cleanup.phase !== 'done' && cleanup.phase !== 'undone') ||
    now.getTime() - since.getTime() < clockMarginMs
  )
    return;
  for (const day of await daysOf(ports, cleanup)) {
    const { finished } =
      cleanup.phase === 'done'
        ? await ports.errorLog.strip(day, cleanup.id, shouldStop)
        : await ports.errorLog.unflag(day, cleanup.id, shouldStop);
    if (!finished) return;
  }
  await change(ports, cleanup.id, (current) => ({ ...current, settledAt: now }));
}
