import type { ProblemNow } from '../../shared/domain/alerts/problem-now.ts';
import type { ToldProblem } from '../../shared/domain/alerts/told-state.ts';
import type { Decision } from '../../shared/domain/problems/decision.ts';
import { dayMs, hourMs } from '../../shared/domain/reports/days.ts';

/** The moment of rules' tests: half past an hour. */
export const noon = Date.parse('2026-11-20T12:30:00.000Z');

/** The start of the hour that is so many hours before the one of {@link noon}. */
export function hourBefore(hours: number): number {
  return Math.floor(noon / hourMs) * hourMs - hours * hourMs;
}

/** A problem that was first seen two days ago. */
export function aProblem(parts: Partial<ProblemNow> = {}): ProblemNow {
  return {
    id: 'QS90B35XWT56WNNS',
    facts: {
      problem: 'QS90B35XWT56WNNS',
      company: 'CRONUS NL',
      cause: 'missing-privilege',
      key: 'prvReadAccount',
    },
    resolver: 'administrator',
    status: 'open',
    decision: undefined,
    firstSeenAt: noon - 2 * dayMs,
    lastSeenAt: noon - hourMs,
    hours: new Map([[hourBefore(1), 3]]),
    count: 3,
    impact: 2,
    givenUp: { count: 0, since: 0 },
    isCleared: false,
    sampleErrorId: undefined,
    hasSetAsideRecords: false,
    ...parts,
  };
}

/** What was told of {@link aProblem}: that it is there. */
export function aTold(parts: Partial<ToldProblem> = {}): ToldProblem {
  const { id, facts } = aProblem();
  return {
    kind: 'problem',
    id,
    isOpened: true,
    firstSeenAt: noon - 2 * dayMs,
    lastAt: noon - hourMs,
    facts,
    ...parts,
  };
}

/** A decision on {@link aProblem}. */
export function aDecision(parts: Partial<Decision>): Decision {
  return {
    problemId: 'QS90B35XWT56WNNS',
    status: 'resolved',
    hasNote: false,
    at: new Date(noon),
    by: 'tester',
    revision: 1,
    ...parts,
  };
}

/** What rules for problems need besides the problem. */
export const context = { now: noon, perHour: 50, retention: noon - 7 * dayMs };
