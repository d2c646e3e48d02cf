import { type AlertEvent, eventOf } from '../alert-event.ts';
import { eventParts, type ProblemNow } from '../problem-now.ts';
import type { ToldProblem } from '../told-state.ts';

/** Errors in an hour from which it is told that something does not pass by itself. */
const waitErrors = 3;

/**
 * A problem is seen for the first time. One that passes by itself is told once it came up three times in a clock hour.
 * Whoever decided on it before anybody was told knows it already.
 */
export function problemOpened(
  told: ToldProblem,
  problem: ProblemNow,
): { readonly told: ToldProblem; readonly event?: AlertEvent } | undefined {
  if (told.isOpened || problem.firstSeenAt === undefined) return undefined;
  const isKnown = { ...told, isOpened: true };
  if (problem.status !== 'open') return { told: isKnown };
  const at = problem.resolver === 'wait' ? firstBusyHour(problem) : problem.firstSeenAt;
  if (at === undefined) return undefined;
  return {
    told: isKnown,
    event: eventOf(problem.id, { rule: 'problem-opened', at, ...eventParts(problem, problem.count) }),
  };
}

function firstBusyHour({ hours }: ProblemNow): number | undefined {
  const busy = [...hours].filter(([, count]) => count >= waitErrors).map(([hour]) => hour);
  return busy.length > 0 ? Math.min(...busy) : undefined;
}
