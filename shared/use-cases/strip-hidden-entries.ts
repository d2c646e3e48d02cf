import { type Cleanup, isFinal, movesHorizon } from '../domain/cleanups/cleanup.ts';
import { endOfDay, startOfDay } from '../domain/reports/days.ts';
import { freshView } from './current-view.ts';
import type { MaintenancePorts } from './maintenance-step.ts';
import { change, physicalTime } from './work-on-cleanup.ts';

/**
 * Strips the entries that an unfiltered clean-up hides for good in tables that are kept. Tables that hold nothing else
 * are dropped as a whole.
 */
export async function stripHiddenEntries(
  ports: MaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  const { now, cleanups } = await freshView(ports);
  const at = await physicalTime(ports);
  const final = cleanups.filter(
    (cleanup) => movesHorizon(cleanup) && !cleanup.settledAt && isFinal(cleanup, at),
  );
  let stripped = 0;
  for (const cleanup of final) {
    const { changed, finished } = await stripHiddenBy(ports, cleanup, shouldStop);
    stripped += changed;
    if (!finished) break;
    await change(ports, cleanup.id, (current) => ({ ...current, settledAt: now }));
  }
  return { stripped };
}

/** `finished` is false too while a table waits to be dropped: if it is kept after all, its entries are stripped then. */
async function stripHiddenBy(
  { errorLog, desk }: MaintenancePorts,
  { id, cutoff }: Cleanup,
  shouldStop: () => boolean,
): Promise<{ changed: number; finished: boolean }> {
  const waiting = new Set((await desk.dropMarks()).map(({ day }) => day));
  const { days } = await errorLog.days();
  let changed = 0;
  let isWaiting = false;
  for (const day of days.filter((one) => startOfDay(one) <= cutoff.getTime())) {
    if (waiting.has(day)) {
      isWaiting = true;
      continue;
    }
    const stretch = { day, newest: Math.min(cutoff.getTime(), endOfDay(day)), oldest: startOfDay(day) };
    const progress = await errorLog.stripHidden(stretch, ({ epoch }) => epoch < id, shouldStop);
    changed += progress.changed;
    if (!progress.finished) return { changed, finished: false };
  }
  return { changed, finished: !isWaiting };
}
