import type { Cause, Resolver } from '../diagnosis/causes.ts';
import type { Direction } from '../reports/error-report.ts';
import { type PairFacts, problemIdOf } from './problem.ts';

/**
 * What problems to take, and of them what places: company, mapping and direction select places. Every list is an or,
 * the lists together are an and; an absent list takes all.
 */
export interface ProblemFilter {
  readonly company?: readonly string[] | undefined;
  readonly environment?: readonly string[] | undefined;
  readonly mapping?: readonly string[] | undefined;
  readonly direction?: readonly Direction[] | undefined;
  readonly cause?: readonly Cause[] | undefined;
  readonly resolver?: readonly Resolver[] | undefined;
  readonly problem?: readonly string[] | undefined;
}

const factNames = ['company', 'environment', 'mapping', 'direction', 'cause', 'resolver'] as const;

/** Whether a pair of problem and place is one of those a filter takes. */
export function filterMatchesPair(filter: ProblemFilter, pairId: string, facts: PairFacts): boolean {
  if (filter.problem && !filter.problem.includes(problemIdOf(pairId))) return false;
  return factNames.every((name) => {
    const wanted: readonly string[] | undefined = filter[name];
    return !wanted || wanted.includes(facts[name]);
  });
}

/** Whether a filter leaves anything out. */
export function selectsProblems(filter: ProblemFilter): boolean {
  return [filter.problem, ...factNames.map((name) => filter[name])].some((wanted) => wanted !== undefined);
}
