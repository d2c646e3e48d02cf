import { problemOfKey } from '../domain/problems/decision.ts';
import { dayMs } from '../domain/reports/days.ts';
import { currentView } from './current-view.ts';
import type { MaintenancePorts } from './maintenance-step.ts';
import { problemsInReach } from './problems-in-reach.ts';

/** Decisions on problems not seen for this long are deleted; clean-ups once the retention has passed as well. */
const forgetAfterMs = 90 * dayMs;
/** Records deleted or updated in one run. */
const maxRecords = 200;

/**
 * Deletes decisions on problems not seen for 90 days, and clean-ups that are older than that and the retention. For the
 * other decisions, notes that their problem was seen.
 */
export async function forgetOldRecords(ports: MaintenancePorts): Promise<Record<string, number>> {
  const { errorLog, desk, retentionDays } = ports;
  const view = await currentView(ports);
  const { now, cleanups } = view;
  const decisions = await desk.decisionsSeen();
  const reach = decisions.length > 0 ? await problemsInReach(errorLog, view) : new Map();
  let left = maxRecords;
  let forgotten = 0;
  for (const { key, seenAt, version } of decisions) {
    if (left === 0) break;
    const unseenMs = now.getTime() - seenAt.getTime();
    if (reach.has(problemOfKey(key))) {
      if (unseenMs < dayMs) continue;
      await desk.noteSeen(key, now, version);
    } else {
      if (unseenMs < forgetAfterMs) continue;
      await desk.forgetDecision(key);
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
  // A history may name them as long as its decision is kept.
  forgotten += await desk.forgetJointDecisions(new Date(now.getTime() - forgetAfterMs));
  return { forgotten };
}
