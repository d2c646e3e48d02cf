import { type AlertEvent, eventOf } from '../alert-event.ts';
import { type AlertContext, eventParts, isSilenced, type ProblemNow } from '../problem-now.ts';
import type { ToldProblem } from '../told-state.ts';

/**
 * More records of a problem than before are not synchronized any more. It is over when a heartbeat says so, when the
 * problem is resolved, or when the entries were deleted; entries that are gone because of their age tell nothing.
 */
export function givenUp(
  told: ToldProblem,
  problem: ProblemNow,
  { retention }: AlertContext,
): { readonly told: ToldProblem; readonly event?: AlertEvent } | undefined {
  const { id, status } = problem;
  const { givenUp: before, ...rest } = told;
  const isResolved = status === 'resolved';
  const { count, since } = isResolved ? { count: 0, since: 0 } : problem.givenUp;
  const after = count > 0 ? { ...rest, givenUp: { count, since } } : rest;
  if (isSilenced(problem)) return before ? { told: rest } : undefined;
  if (count > (before?.count ?? 0)) {
    // Two runs of Business Central can end in the same moment, so the count tells them apart.
    const subject = `${id} ${count}`;
    return {
      told: after,
      event: eventOf(subject, { rule: 'given-up', at: since, ...eventParts(problem, count) }),
    };
  }
  if (!before || count === before.count) return undefined;
  if (count > 0) return { told: after };
  const isGone = before.since > retention && !problem.hasSetAsideRecords;
  if (!isResolved && !problem.isCleared && !isGone) return { told: after };
  const parts = eventParts(problem, before.count);
  return { told: after, event: eventOf(id, { rule: 'given-up', over: true, at: before.since, ...parts }) };
}
