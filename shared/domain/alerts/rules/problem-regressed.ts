import { type AlertEvent, eventOf } from '../alert-event.ts';
import { eventParts, type ProblemNow } from '../problem-now.ts';
import type { ToldProblem } from '../told-state.ts';

/** A problem came back after it was resolved, or after the end of its snooze. */
export function problemRegressed(
  told: ToldProblem,
  problem: ProblemNow,
): { readonly told: ToldProblem; readonly event: AlertEvent } | undefined {
  const at = outlivedAt(problem);
  // An undo can bring back an older decision that it outlived too.
  if (at === undefined || (told.regressedAt ?? 0) >= at) return undefined;
  return {
    told: { ...told, regressedAt: at },
    event: eventOf(problem.id, { rule: 'problem-regressed', at, ...eventParts(problem, problem.count) }),
  };
}

/** When the decision ended that the problem outlived, ms since 1970. */
function outlivedAt({ status, decision, lastSeenAt }: ProblemNow): number | undefined {
  if (status === 'regressed') return decision?.resolvedAt?.getTime();
  if (status !== 'open' || decision?.status !== 'snoozed') return undefined;
  const until = decision.until?.getTime();
  return until !== undefined && lastSeenAt !== undefined && lastSeenAt > until ? until : undefined;
}
