import { clockMarginMs, movesHorizon, retentionCleanupId } from '../domain/cleanups/cleanup.ts';
import { finalHorizonAt, horizonAt, retentionHorizon } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import { dayMs, dayOf, endOfDay } from '../domain/reports/days.ts';
import { countSelection } from './cleanup-selection.ts';
import { problemCountsInReach, problemsIn } from './problems-in-reach.ts';
import { change, settleCleanup, workOnCleanup } from './work-on-cleanup.ts';

/** What the timer's work needs. */
export interface RunMaintenancePorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'> & ErrorLogUpkeep;
  readonly desk: Desk;
  readonly retentionDays: number;
  readonly now: () => Date;
  /** True when a step that began at this moment (ms since 1970) has had its time. */
  readonly isOver: (startedAt: number) => boolean;
}

/** How one step went: counts of what it did, or why it failed. */
export interface StepResult {
  readonly step: string;
  readonly done: Readonly<Record<string, number>>;
  readonly failure: unknown;
}

/** Decisions on problems unseen for this long, and records of clean-ups this old, are forgotten. */
const forgetAfterMs = 90 * dayMs;
/** Records forgotten or renewed in one run. */
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
 * All that has to happen from time to time, each step on its own: one that fails does not keep the others from their
 * work. Late, twice or by two instances at once comes to the same.
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

/** Today's table and tomorrow's, so that nobody meets a missing one at midnight. */
async function createTables({ errorLog, now }: RunMaintenancePorts): Promise<Record<string, number>> {
  const existing = new Set(await errorLog.days());
  const missing = [0, dayMs]
    .map((ahead) => dayOf(now().getTime() + ahead))
    .filter((day) => !existing.has(day));
  for (const day of missing) await errorLog.createDay(day);
  return { created: missing.length };
}

/** Drops tables that lie wholly behind what can come back; with a margin, as clocks of instances differ. */
async function dropExpiredDays(
  ports: RunMaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  const { errorLog, desk, retentionDays, now } = ports;
  const { cleanups } = await desk.state();
  const careful = new Date(now().getTime() - clockMarginMs);
  const horizon = finalHorizonAt(careful, retentionDays, cleanups);
  const expired = retentionHorizon(careful, retentionDays);
  let dropped = 0;
  const days = await errorLog.days();
  for (const day of days.filter((one) => endOfDay(one) <= horizon)) {
    if (shouldStop()) break;
    const recorded = endOfDay(day) <= expired && (await recordRetention(ports, day));
    await errorLog.dropDay(day);
    dropped++;
    if (recorded) await finishRetention(ports, retentionCleanupId(day, retentionDays));
  }
  // A run that died between dropping a day and saying so left its record open.
  for (const { id, kind, phase, cutoff } of cleanups)
    if (kind === 'retention' && phase === 'deleting' && !days.includes(dayOf(cutoff.getTime())))
      await finishRetention(ports, id);
  return { dropped };
}

/** Writes what retention is about to remove; false when that is nothing. */
async function recordRetention(
  { errorLog, desk, retentionDays, now }: RunMaintenancePorts,
  day: string,
): Promise<boolean> {
  const { cleanups, decisions } = await desk.state();
  const cutoffs = cleanups.filter(movesHorizon).map(({ cutoff }) => cutoff.getTime());
  const problems = await problemsIn(errorLog, [day], Math.max(0, ...cutoffs));
  const count = await countSelection(errorLog, problems, {}, endOfDay(day), decisions, now());
  if (count.deleted === 0) return false;
  await desk.addCleanup({
    id: retentionCleanupId(day, retentionDays),
    kind: 'retention',
    cutoff: new Date(endOfDay(day)),
    ...count,
    startedAt: now(),
    by: 'timer',
    phase: 'deleting',
  });
  return true;
}

async function finishRetention(ports: RunMaintenancePorts, id: string): Promise<void> {
  await change(ports, id, (current) => (current.phase === 'done' ? current : { ...current, phase: 'done' }));
}

/** Folds the ledgers of the days that readers look at. */
async function compactDays(
  { errorLog, desk, retentionDays, now }: RunMaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  const horizon = horizonAt(now(), retentionDays, (await desk.state()).cleanups);
  let folded = 0;
  for (const day of (await errorLog.days()).filter((one) => endOfDay(one) > horizon).reverse())
    folded += (await errorLog.compact(day, shouldStop)).folded;
  return { folded };
}

/** Goes on with filtered clean-ups and undos that ran out of time, and strips what cannot come back. */
async function workOnCleanups(
  ports: RunMaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  let worked = 0;
  for (const cleanup of (await ports.desk.state()).cleanups) {
    if (shouldStop()) break;
    if (cleanup.kind !== 'filtered' || cleanup.settledAt) continue;
    const current = await workOnCleanup(ports, cleanup.id, shouldStop);
    await settleCleanup(ports, current, shouldStop);
    worked++;
  }
  return { worked };
}

/** Forgets decisions of problems unseen for 90 days, and clean-ups as old; notes which problems are still seen. */
async function forgetOldRecords({
  errorLog,
  desk,
  retentionDays,
  now,
}: RunMaintenancePorts): Promise<Record<string, number>> {
  const at = now();
  const { cleanups } = await desk.state();
  const decisions = await desk.decisionsSeen();
  const reach =
    decisions.length > 0
      ? await problemCountsInReach(errorLog, horizonAt(at, retentionDays, cleanups), at)
      : new Map();
  let left = maxRecords;
  let forgotten = 0;
  for (const { problemId, seenAt, version } of decisions) {
    if (left === 0) break;
    const unseenMs = at.getTime() - seenAt.getTime();
    if (reach.has(problemId)) {
      if (unseenMs < dayMs) continue;
      await desk.noteSeen(problemId, at, version);
    } else {
      if (unseenMs < forgetAfterMs) continue;
      await desk.forgetDecision(problemId, version);
      forgotten++;
    }
    left--;
  }
  for (const { id, startedAt } of cleanups) {
    if (left === 0) break;
    if (at.getTime() - startedAt.getTime() < forgetAfterMs + retentionDays * dayMs) continue;
    await desk.forgetCleanup(id);
    forgotten++;
    left--;
  }
  return { forgotten };
}
