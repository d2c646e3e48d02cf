import { dayMs, dayOf } from '../domain/reports/days.ts';
import { currentView } from './current-view.ts';
import { dropHiddenDays } from './drop-hidden-days.ts';
import { forgetOldRecords } from './forget-old-records.ts';
import type { MaintenancePorts, MaintenanceStep } from './maintenance-step.ts';
import { stripHiddenEntries } from './strip-hidden-entries.ts';
import { settleCleanup, workOnCleanup } from './work-on-cleanup.ts';

export interface RunMaintenancePorts extends MaintenancePorts {
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

const steps: Readonly<Record<string, MaintenanceStep>> = {
  createTables,
  dropHiddenDays,
  foldDays,
  workOnCleanups,
  stripHiddenEntries,
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
async function createTables(ports: MaintenancePorts): Promise<Record<string, number>> {
  const { errorLog } = ports;
  const { now } = await currentView(ports);
  const existing = new Set((await errorLog.days()).days);
  const missing = [0, dayMs].map((ahead) => dayOf(now.getTime() + ahead)).filter((day) => !existing.has(day));
  for (const day of missing) await errorLog.createDay(day);
  return { created: missing.length };
}

/** Folds the ledgers of all days, newest first. When one fails, the others are still folded. */
async function foldDays(ports: MaintenancePorts, shouldStop: () => boolean): Promise<Record<string, number>> {
  const { errorLog } = ports;
  // Rows of another format must not be touched.
  await currentView(ports);
  let folded = 0;
  const failures: unknown[] = [];
  for (const day of [...(await errorLog.days()).days].reverse()) {
    try {
      folded += (await errorLog.fold(day, shouldStop)).folded;
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { folded };
}

/** Continues filtered clean-ups and undos that ran out of time, and settles those that are over. */
async function workOnCleanups(
  ports: MaintenancePorts,
  shouldStop: () => boolean,
): Promise<Record<string, number>> {
  let worked = 0;
  const { cleanups } = await currentView(ports);
  for (const cleanup of cleanups) {
    if (shouldStop()) break;
    if (cleanup.kind !== 'filtered' || cleanup.settledAt) continue;
    await settleCleanup(ports, await workOnCleanup(ports, cleanup.id, shouldStop), shouldStop);
    worked++;
  }
  return { worked };
}
