import { expect, it } from 'vitest';
import type { NextProblem, Resolver } from '../../../../shared/dashboard/api/generated-client.ts';
import { groupsOf } from '../../../../shared/dashboard/do-now/groups.ts';

function aProblem(id: string, resolver: Resolver): NextProblem {
  return {
    ...{ id, cause: 'internal-error', resolver, certainty: 'exact', title: id, status: 'open', count: 1 },
    ...{ places: [], placeCount: 0, records: { count: 0 }, impact: 0, givenUp: { likely: 0, confirmed: 0 } },
    ...{ causedBy: [], children: [], etag: '"0"', explanation: '', steps: [], checks: [] },
    days: [0, 0, 0, 0, 0, 0, 1],
  };
}

it('problems are grouped by who can act, each group in its order, and numbered through', () => {
  const given = [
    aProblem('a', 'record-user'),
    aProblem('b', 'administrator'),
    aProblem('c', 'unknown'),
    aProblem('d', 'administrator'),
  ];
  const groups = groupsOf(given).map(({ name, problems, first }) => [
    name,
    problems.map(({ id }) => id),
    first,
  ]);
  expect(groups).toEqual([
    ['administrator', ['b', 'd'], 0],
    ['recordUser', ['a'], 2],
    ['unrecognized', ['c'], 3],
  ]);
});
