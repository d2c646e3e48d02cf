import { clockMarginMs, movesHorizon, retentionCleanupId } from '../domain/cleanups/cleanup.ts';
import { finalHorizonAt, retentionHorizon } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import { dayMs, dayOf, endOfDay } from '../domain/reports/days.ts';
import { countSelection } from './cleanup-selection.ts';
import { currentView, type ViewPorts } from './current-view.ts';
import { problemCountsInReach, problemsIn } from './problems-in-reach.ts';
import { change, settleCleanup, workOnCleanup } from './work-on-cleanup.ts';

export interface RunMaintenancePorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'> & ErrorLogUpkeep;
  readonly desk: Desk;
  /** True when the time of a step that began at this moment (ms since 1970) is over. */
  readonly isOver: (startedAt: number) => boolean;
}

export interface StepResult {
  readonly step: string;
  /** Counts of what the step did. */
  readonly done: Readonly<Record<string, number>>;
  /** What the step threw; undefined when it succeeded. */
  readonly failure: unknown;
}

/** Decisions on problems not seen for this long, and clean-ups this old, are deleted. */
const forgetAfterMs = 90 * dayMs;
/** Records deleted or updated in one run. */
const maxRecords = 200;

type Step = (ports: RunMaintenancePorts, shouldStop: () => boolean) => Promise<Record<string, number>>;

const steps: Readonly<Record<string, Step>> = {
  createTables,
  dropExpiredDays,
  compactDays,
  workOnCleanups,
  forgetOldRecords,
};

/**
 * Does the regular maintenance. When one step fails, the others still run. Safe when late, run twice, or run on two
 * instances at once.
 */
export async function runMaintenance(ports: RunMaintenancePorts): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const [name, step] of Object.entries(steps)) {
    const startedAt = ports.now().getTime();
    const [outcome] = await Promise.allSettled([step(ports, () => ports.isOver(startedAt))]);
    if (outcome.status === 'fulfilled') results.push({ step: name, done: outcome.value, failure: undefined });
    else results.push({ step: name, done: {}, failure: outcome.reason });
  }
  return results;
}

/** Creates the tables of today and tomorrow, so that one is there at midnight. */
async function createTables({ errorLog, now }: RunMaintenancePorts): Promise<Record<string, number>> {
  const existing = new Set(await errorLog.days());
  const missing = [0, dayMs]
    .map((ahead) => dayOf(now().getTime() + ahead))
    .filter((day) => !existing.has(day));
  for (const day of missing) await errorLog.createDay(day);
  return { created: missing.length };
}

/** Drops tables whose entries can all not come back, with a margin for differences between the clocks of instances. */
async function dropExpiredDays(
  ports: RunMaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  const { errorLog, retentionDays } = ports;
  const { now, cleanups } = await currentView(ports);
  const earlier = new Date(now.getTime() - clockMarginMs);
  const horizon = finalHorizonAt(earlier, retentionDays, cleanups);
  const expired = retentionHorizon(earlier, retentionDays);
  let dropped = 0;
  const days = await errorLog.days();
  for (const day of days.filter((one) => endOfDay(one) <= horizon)) {
    if (shouldStop()) break;
    const recorded = endOfDay(day) <= expired && (await recordRetention(ports, day));
    await errorLog.dropDay(day);
    dropped++;
    if (recorded) await finishRetention(ports, retentionCleanupId(day, retentionDays));
  }
  // Finish the records of runs that died after they dropped a day.
  for (const { id, kind, phase, cutoff } of cleanups)
    if (kind === 'retention' && phase === 'deleting' && !days.includes(dayOf(cutoff.getTime())))
      await finishRetention(ports, id);
  return { dropped };
}

/** Records what retention is about to remove; false when there is nothing. */
async function recordRetention(ports: RunMaintenancePorts, day: string): Promise<boolean> {
  const { errorLog, desk, retentionDays } = ports;
  const view = await currentView(ports);
  const cutoffs = view.cleanups.filter(movesHorizon).map(({ cutoff }) => cutoff.getTime());
  const problems = await problemsIn(errorLog, [day], Math.max(0, ...cutoffs));
  const count = await countSelection(errorLog, problems, {}, endOfDay(day), view);
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

async function finishRetention(ports: RunMaintenancePorts, id: string): Promise<void> {
  await change(ports, id, (current) => (current.phase === 'done' ? current : { ...current, phase: 'done' }));
}

/** Folds the ledgers of the days after the horizon, newest first. */
async function compactDays(
  ports: RunMaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  const { errorLog } = ports;
  const { horizon } = await currentView(ports);
  let folded = 0;
  for (const day of (await errorLog.days()).filter((one) => endOfDay(one) > horizon).reverse())
    folded += (await errorLog.compact(day, shouldStop)).folded;
  return { folded };
}

/** Continues filtered clean-ups and undos that ran out of time, and settles those that are over. */
async function workOnCleanups(
  ports: RunMaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  let worked = 0;
  const { cleanups } = await currentView(ports);
  for (const cleanup of cleanups) {
    if (shouldStop()) break;
    if (cleanup.kind !== 'filtered' || cleanup.settledAt) continue;
    const current = await workOnCleanup(ports, cleanup.id, shouldStop);
    await settleCleanup(ports, current, shouldStop);
    worked++;
  }
  return { worked };
}

/**
 * Deletes decisions on problems not seen for 90 days, and clean-ups of that age. For the other decisions, notes that
 * their problem was seen.
 */
async function forgetOldRecords(ports: RunMaintenancePorts): Promise<Record<string, number>> {
  const { errorLog, desk, retentionDays } = ports;
  const view = await currentView(ports);
  const { now, cleanups } = view;
  const decisions = await desk.decisionsSeen();
  const reach = decisions.length > 0 ? await problemCountsInReach(errorLog, view) : new Map();
  let left = maxRecords;
  let forgotten = 0;
  for (const { problemId, seenAt, version } of decisions) {
    if (left === 0) break;
    const unseenMs = now.getTime() - seenAt.getTime();
    if (reach.has(problemId)) {
      if (unseenMs < dayMs) continue;
      await desk.noteSeen(problemId, now, version);
    } else {
      if (unseenMs < forgetAfterMs) continue;
      await desk.forgetDecision(problemId, version);
      forgotten++;
    }
    left--;
  }
  for (const { id, startedAt } of cleanups) {
    if (left === 0) break;
    if (now.getTime() - startedAt.getTime() < forgetAfterMs + retentionDays * dayMs) continue;
    await desk.forgetCleanup(id);
    forgotten++;
    left--;
  }
  return { forgotten };
}
