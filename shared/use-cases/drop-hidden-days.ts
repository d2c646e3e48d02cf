import { type Cleanup, isFinal, movesHorizon, retentionCleanupId } from '../domain/cleanups/cleanup.ts';
import { Horizon, retentionHorizon } from '../domain/cleanups/horizon.ts';
import { dayMs, dayOf, endOfDay } from '../domain/reports/days.ts';
import { countSelection } from './cleanup-selection.ts';
import { freshView } from './current-view.ts';
import type { MaintenancePorts } from './maintenance-step.ts';
import { problemsOnDays } from './problems-in-reach.ts';
import { change } from './work-on-cleanup.ts';

/** A table is dropped so long after it was marked at the earliest: time for another instance to say that it shows it. */
const markMs = dayMs;

/**
 * Drops the tables of days that no reader sees. A table is marked first and dropped 24 hours later, both by storage's
 * own clock. If its entries can be seen again, or by the settings of another instance, the mark is removed.
 */
export async function dropHiddenDays(
  ports: MaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  const { errorLog, desk, retentionDays } = ports;
  const { cleanups } = await freshView(ports);
  const { days, at } = await errorLog.days();
  const marks = new Map((await desk.dropMarks()).map(({ day, markedAt }) => [day, markedAt]));
  let marked = 0;
  let dropped = 0;
  for (const day of days) {
    if (shouldStop()) break;
    const markedAt = marks.get(day);
    if (!(await isHidden(ports, day, at, cleanups.filter(movesHorizon)))) {
      if (markedAt) await desk.unmarkForDrop(day);
    } else if (!markedAt) {
      await desk.markForDrop({ day, markedAt: at });
      marked++;
    } else if (
      at.getTime() - markedAt.getTime() >= markMs &&
      (await isHiddenForGood(ports, day, at, cleanups))
    ) {
      const isExpired = endOfDay(day) <= retentionHorizon(at, retentionDays);
      const isRecorded = isExpired && (await recordRetention(ports, day));
      await errorLog.dropDay(day);
      await desk.unmarkForDrop(day);
      dropped++;
      if (isRecorded) await finishRetention(ports, retentionCleanupId(day, retentionDays));
    }
  }
  // Finish the records of runs that died after they dropped a day.
  for (const { id, kind, phase, cutoff } of cleanups)
    if (kind === 'retention' && phase === 'deleting' && !days.includes(dayOf(cutoff.getTime())))
      await finishRetention(ports, id);
  return { marked, dropped };
}

function isHiddenForGood(
  ports: MaintenancePorts,
  day: string,
  at: Date,
  cleanups: readonly Cleanup[],
): Promise<boolean> {
  const final = cleanups.filter((cleanup) => movesHorizon(cleanup) && isFinal(cleanup, at));
  return isHidden(ports, day, at, final);
}

/** Whether nothing of a day is shown: it is older than the retention, or these clean-ups hide all that came in. */
async function isHidden(
  { errorLog, retentionDays }: MaintenancePorts,
  day: string,
  at: Date,
  cleanups: readonly Cleanup[],
): Promise<boolean> {
  if (endOfDay(day) <= retentionHorizon(at, retentionDays)) return true;
  const covering = cleanups.filter(({ cutoff }) => cutoff.getTime() >= endOfDay(day)).map(({ id }) => id);
  const newest = covering.sort().at(-1);
  return newest !== undefined && !(await errorLog.hasEntriesSince(day, newest));
}

/** Records what retention is about to remove; false when there is nothing. */
async function recordRetention(ports: MaintenancePorts, day: string): Promise<boolean> {
  const { errorLog, desk, retentionDays } = ports;
  const view = await freshView(ports);
  // Retention itself aside: what was visible until it took effect.
  const horizon = new Horizon(new Date(0), 0, view.cleanups);
  const problems = await problemsOnDays(errorLog, [day], horizon);
  const count = await countSelection(errorLog, problems, {}, endOfDay(day), { ...view, horizon });
  if (count.deleted === 0) return false;
  await desk.addCleanup({
    id: retentionCleanupId(day, retentionDays),
    kind: 'retention',
    cutoff: new Date(endOfDay(day)),
    ...count,
    startedAt: view.now,
    by: 'timer',
    phase: 'deleting',
  });
  return true;
}

async function finishRetention(ports: MaintenancePorts, id: string): Promise<void> {
  await change(ports, id, (current) => (current.phase === 'done' ? current : { ...current, phase: 'done' }));
}
