import type { PairFacts } from './problem.ts';

/** Pairs of problem and place that one day tells apart; two instances may pass it by those they have not seen of each other. */
export const maxPairsPerDay = 5000;

/** What a pair beyond the bound is counted under: one problem for each mapping, in the places where it occurs. */
export function overflowOf({ environment, company, mapping, direction }: PairFacts): PairFacts {
  const key = `too-many-problems:${mapping}`;
  return { environment, company, mapping, direction, cause: 'unclassified', key, resolver: 'unknown' };
}

/** What is counted where even the places are too many. */
export function lastResortOf({ environment }: PairFacts): PairFacts {
  return overflowOf({
    environment,
    company: '',
    mapping: '',
    direction: '',
    cause: 'unclassified',
    key: '',
    resolver: 'unknown',
  });
}
