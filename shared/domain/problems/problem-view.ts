import { type Decision, type ProblemStatus, problemStatus } from './decision.ts';
import type { ProblemTraits } from './problem.ts';
import type { HourCount } from './problem-counts.ts';

/** A problem as readers see it; times in ms since 1970, absent where it has no entries. */
export interface ProblemView {
  readonly id: string;
  readonly traits: ProblemTraits;
  readonly status: ProblemStatus;
  readonly count: number;
  readonly firstSeenAt: number | undefined;
  readonly lastSeenAt: number | undefined;
  readonly sampleErrorId: string | undefined;
  readonly sampleMessage: string;
  /** Hours with a count, oldest first. */
  readonly series: readonly { readonly at: number; readonly count: number }[];
  readonly decision: Decision | undefined;
}

/** The view of a problem from its hours (by their start in ms since 1970) and the decision on it. */
export function problemView(
  problem: {
    readonly id: string;
    readonly traits: ProblemTraits;
    readonly sampleMessage: string;
    readonly hours: ReadonlyMap<number, HourCount>;
  },
  decision: Decision | undefined,
  now: Date,
): ProblemView {
  const hours = [...problem.hours].sort(([one], [other]) => one - other);
  const firstSeenAt = hours[0]?.[1].first;
  const last = hours.at(-1)?.[1];
  return {
    id: problem.id,
    traits: problem.traits,
    status: problemStatus(decision, last?.last, now),
    count: hours.reduce((sum, [, { count }]) => sum + count, 0),
    firstSeenAt,
    lastSeenAt: last?.last,
    sampleErrorId: last?.lastId,
    sampleMessage: problem.sampleMessage,
    series: hours.map(([at, { count }]) => ({ at, count })),
    decision,
  };
}
