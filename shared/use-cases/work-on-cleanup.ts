import { AppError } from '../domain/app-error.ts';
import { type Cleanup, clockMarginMs } from '../domain/cleanups/cleanup.ts';
import { finalHorizonAt, horizonAt, retentionHorizon } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import { filterMatchesProblem } from '../domain/problems/problem-filter.ts';
import { daysBack, endOfDay, startOfDay } from '../domain/reports/days.ts';
import { daySummary } from './problems-in-reach.ts';

/** What working on a clean-up needs. */
export interface WorkOnCleanupPorts {
  readonly errorLog: Pick<ErrorLog, 'summary'> & ErrorLogUpkeep;
  readonly desk: Pick<Desk, 'state' | 'cleanup' | 'changeCleanup'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/** Tries when others change the same clean-up at the same moment. */
const maxTries = 10;

/**
 * Goes on with a clean-up, forwards or back, until it is finished or `shouldStop` says so. It can be killed at any
 * point, and run by several at once: what is left to do is told by the rows themselves.
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

/**
 * The clean-up with this id.
 * @throws {AppError} not-found
 */
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
  const { cleanups } = await ports.desk.state();
  const horizon = horizonAt(ports.now(), ports.retentionDays, cleanups);
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

/** Counted from the rows: what several workers did, or one that died, is in it. */
async function countFlagged(ports: WorkOnCleanupPorts, cleanup: Cleanup): Promise<number> {
  let count = 0;
  for (const day of await daysOf(ports, cleanup)) count += await ports.errorLog.flagged(day, cleanup.id);
  return count;
}

/** The days a filtered clean-up may have touched and that can still be read, newest first. */
async function daysOf(
  { desk, retentionDays, now }: WorkOnCleanupPorts,
  { cutoff, startedAt }: Cleanup,
): Promise<string[]> {
  // What lies behind the final horizon is dropped at any moment, or was.
  const gone = finalHorizonAt(now(), retentionDays, (await desk.state()).cleanups);
  return daysBack(cutoff.getTime(), Math.max(gone, retentionHorizon(startedAt, retentionDays)) + 1);
}

/** Changes a clean-up as it is now, however others change it meanwhile. */
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
 * What is left to do in storage for a filtered clean-up that is over, after which `settledAt` is set: what it deleted
 * is stripped to tombstones once it cannot come back; what an undo brought back is looked through once more, for a
 * worker that had not heard of the undo yet.
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
