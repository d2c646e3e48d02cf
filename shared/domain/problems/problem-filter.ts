import type { Cause, Resolver } from '../diagnosis/causes.ts';
import type { Direction } from '../reports/error-report.ts';
import type { ProblemTraits } from './problem.ts';

/** Which problems to take: of each list one value has to match; an absent list takes all. */
export interface ProblemFilter {
  readonly company?: readonly string[] | undefined;
  readonly environment?: readonly string[] | undefined;
  readonly mapping?: readonly string[] | undefined;
  readonly direction?: readonly Direction[] | undefined;
  readonly cause?: readonly Cause[] | undefined;
  readonly resolver?: readonly Resolver[] | undefined;
  readonly problem?: readonly string[] | undefined;
}

const traitNames = ['company', 'environment', 'mapping', 'direction', 'cause', 'resolver'] as const;

/** Whether a problem is one of those a filter takes. */
export function filterMatchesProblem(filter: ProblemFilter, id: string, traits: ProblemTraits): boolean {
  if (filter.problem && !filter.problem.includes(id)) return false;
  return traitNames.every((name) => {
    const wanted: readonly string[] | undefined = filter[name];
    return !wanted || wanted.includes(traits[name]);
  });
}

/** Whether a filter leaves any problem out. */
export function selectsProblems(filter: ProblemFilter): boolean {
  return [filter.problem, ...traitNames.map((name) => filter[name])].some((wanted) => wanted !== undefined);
}
