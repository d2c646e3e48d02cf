import type { PairFacts } from './problem.ts';

/** Pairs of problem and place that one day tells apart; two instances may pass it by those they have not seen of each other. */
export const maxPairsPerDay = 5000;

const overflowPrefix = 'too-many-problems:';

/** Whether a key is that of a problem which stands for those beyond the bound. */
export function isOverflowKey(key: string): boolean {
  return key.startsWith(overflowPrefix);
}

/** What a pair beyond the bound is counted under: one problem for each mapping, in the places where it occurs. */
export function overflowOf({ environment, company, mapping, direction }: PairFacts): PairFacts {
  const key = `${overflowPrefix}${mapping}`;
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
