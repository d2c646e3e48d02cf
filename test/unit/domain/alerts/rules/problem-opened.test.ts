import { describe, expect, it } from 'vitest';
import { problemOpened } from '../../../../../shared/domain/alerts/rules/problem-opened.ts';
import { aProblem, aTold, hourBefore, noon } from '../../../../support/alert-facts.ts';

const unknown = aTold({ isOpened: false });

describe('a problem nobody was told of', () => {
  it('is told with when it was first seen', () => {
    expect(problemOpened(unknown, aProblem({ firstSeenAt: noon - 5 }))).toMatchObject({
      told: { isOpened: true },
      event: { rule: 'problem-opened', over: false, at: noon - 5, impact: 2, facts: { count: 3 } },
    });
  });

  it.each(['ignored', 'snoozed', 'resolved', 'regressed'] as const)(
    'is known and not told as new when %s',
    (status) => {
      expect(problemOpened(unknown, aProblem({ status }))).toEqual({ told: { ...unknown, isOpened: true } });
    },
  );

  it('is not told without entries', () => {
    expect(
      problemOpened(unknown, aProblem({ firstSeenAt: undefined, lastSeenAt: undefined })),
    ).toBeUndefined();
  });
});

it('one that was told is not told again', () => {
  expect(problemOpened(aTold(), aProblem())).toBeUndefined();
});

describe('a problem that passes by itself', () => {
  const passing = (...counts: readonly number[]) =>
    aProblem({ resolver: 'wait', hours: new Map(counts.map((count, index) => [hourBefore(index), count])) });

  it.each([
    { name: 'one error', counts: [1], at: undefined },
    { name: 'two an hour', counts: [2, 2, 2], at: undefined },
    { name: 'three in an hour', counts: [3], at: hourBefore(0) },
    { name: 'three in an earlier hour', counts: [0, 1, 4], at: hourBefore(2) },
    { name: 'two such hours: the first', counts: [3, 3], at: hourBefore(1) },
  ])('$name', ({ counts, at }) => {
    expect(problemOpened(unknown, passing(...counts))?.event?.at).toBe(at);
  });
});

it('the id depends on the problem and its time alone', () => {
  const one = problemOpened(unknown, aProblem({ count: 1 }))?.event?.id;
  expect(problemOpened(unknown, aProblem({ count: 9, impact: 7 }))?.event?.id).toBe(one);
  expect(problemOpened(unknown, aProblem({ firstSeenAt: noon }))?.event?.id).not.toBe(one);
  expect(problemOpened(unknown, aProblem({ id: 'AS90B35XWT56WNNS' }))?.event?.id).not.toBe(one);
});
