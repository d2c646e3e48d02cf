import { AppError } from '../domain/app-error.ts';
import { type Cleanup, isFinal } from '../domain/cleanups/cleanup.ts';
import { fateAfter, selects } from '../domain/cleanups/selects.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import { endOfDay, startOfDay } from '../domain/reports/days.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import { freshView, type ViewPorts } from './current-view.ts';

export interface WorkOnCleanupPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary'> & ErrorLogUpkeep;
  readonly desk: Pick<Desk, 'state' | 'freshState' | 'cleanup' | 'changeCleanup'>;
}

/** Tries to change a clean-up that others change at the same moment. */
const maxTries = 10;

/**
 * Goes on with a filtered clean-up or its undo, until it is finished or `shouldStop` is true. Safe when killed at any
 * point, or run by several at once: the rows themselves show what is left to do.
 * @throws {AppError} not-found, not-continuable
 */
export async function workOnCleanup(
  ports: WorkOnCleanupPorts,
  id: string,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  const { cleanup } = await existingCleanup(ports.desk, id);
  if (cleanup.kind !== 'filtered')
    throw new AppError('not-continuable', `The clean-up ${id} is not a filtered one: nothing is left to do`);
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
  const { cleanups, horizon } = await freshView(ports);
  // An undo that is under way may not know of this clean-up, and show entries behind its back: then this pass is not the last.
  const isUndoUnderWay = cleanups.some(({ id, phase }) => id !== cleanup.id && phase === 'undoing');
  const matches = (entry: ErrorEntry) =>
    selects(cleanup, entry) && !horizon.hides(entry.report.occurredAt.getTime(), entry.epoch);
  let finished = true;
  for (const day of await daysOf(ports, cleanup)) {
    const stretch = {
      day,
      newest: Math.min(cleanup.cutoff.getTime(), endOfDay(day)),
      oldest: Math.max(horizon.retention + 1, startOfDay(day)),
    };
    if (stretch.oldest > stretch.newest) continue;
    const filter = cleanup.filter ?? {};
    const progress = await ports.errorLog.flag(stretch, filter, cleanup.id, matches, shouldStop);
    finished = progress.finished;
    if (!finished) break;
  }
  const deleted = await countFlagged(ports, cleanup);
  return change(ports, cleanup.id, (current) =>
    current.phase === 'deleting'
      ? { ...current, deleted, phase: finished && !isUndoUnderWay ? 'done' : 'deleting' }
      : current,
  );
}

/** Undoes what was deleted. Once a day is through, nobody can hide entries of it any more: done is done. */
async function bringBack(
  ports: WorkOnCleanupPorts,
  cleanup: Cleanup,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  const { cleanups, now } = await freshView(ports);
  const fateOf = fateAfter(cleanup, cleanups, await physicalTime(ports));
  for (const day of await daysOf(ports, cleanup)) {
    const { finished } = await ports.errorLog.unflag(day, cleanup.id, fateOf, shouldStop);
    if (!finished) return cleanup;
  }
  return change(ports, cleanup.id, (current) =>
    current.phase === 'undoing' ? { ...current, phase: 'undone', settledAt: now } : current,
  );
}

/** Counts the rows, so that the work of other workers is included. */
async function countFlagged(ports: WorkOnCleanupPorts, cleanup: Cleanup): Promise<number> {
  let count = 0;
  for (const day of await daysOf(ports, cleanup)) count += await ports.errorLog.flagged(day, cleanup.id);
  return count;
}

/**
 * Days with a table that a filtered clean-up may have changed, newest first. The retention does not matter: another
 * instance may have worked with another one.
 */
async function daysOf(ports: WorkOnCleanupPorts, { cutoff }: Cleanup): Promise<string[]> {
  const { days } = await ports.errorLog.days();
  return days.filter((day) => startOfDay(day) <= cutoff.getTime()).reverse();
}

/** The time by which entries are removed for good: storage's own, or that of this instance where it is earlier. */
export async function physicalTime({
  errorLog,
  now,
}: {
  readonly errorLog: Pick<ErrorLogUpkeep, 'days'>;
  readonly now: () => Date;
}): Promise<Date> {
  const { at } = await errorLog.days();
  return new Date(Math.min(at.getTime(), now().getTime()));
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

/** Ends the work in storage for a filtered clean-up that cannot be undone any more: its entries become tombstones. */
export async function settleCleanup(
  ports: WorkOnCleanupPorts,
  cleanup: Cleanup,
  shouldStop: () => boolean,
): Promise<void> {
  const now = ports.now();
  if (cleanup.phase !== 'done' || !isFinal(cleanup, await physicalTime(ports))) return;
  for (const day of await daysOf(ports, cleanup)) {
    const { finished } = await ports.errorLog.strip(day, cleanup.id, shouldStop);
    if (!finished) return;
  }
  await change(ports, cleanup.id, (current) => ({ ...current, settledAt: now }));
}
