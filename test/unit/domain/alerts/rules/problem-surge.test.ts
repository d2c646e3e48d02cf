import { describe, expect, it } from 'vitest';
import { problemSurge } from '../../../../../shared/domain/alerts/rules/problem-surge.ts';
import { hourMs } from '../../../../../shared/domain/reports/days.ts';
import { aProblem, aTold, context, hourBefore, noon } from '../../../../support/alert-facts.ts';

/** Errors by how many hours ago. */
const hours = (counts: Readonly<Record<number, number>>) =>
  new Map(Object.entries(counts).map(([before, count]) => [hourBefore(Number(before)), count]));

describe('many errors in an hour', () => {
  it.each([
    { name: 'more than the setting', counts: { 0: 51 }, at: 0 },
    { name: 'as many as the setting', counts: { 0: 50 } },
    { name: 'in the hour before', counts: { 1: 51 }, at: 1 },
    { name: 'two hours ago', counts: { 2: 51 } },
    { name: 'in both hours: the earlier', counts: { 0: 300, 1: 51 }, at: 1 },
    { name: 'no more than four times the usual', counts: { 0: 80, 3: 20, 4: 20, 5: 20 } },
    { name: 'more than four times the usual', counts: { 0: 81, 3: 20, 4: 20, 5: 20 }, at: 0 },
    { name: 'the usual is the median of hours with errors', counts: { 0: 81, 3: 20, 5: 10, 9: 1000 }, at: 0 },
    { name: 'the median of an even number', counts: { 0: 101, 3: 20, 5: 30 }, at: 0 },
    { name: 'below that of an even number', counts: { 0: 100, 3: 20, 5: 30 } },
  ])('$name', ({ counts, ...expected }) => {
    const result = problemSurge(aTold(), aProblem({ hours: hours(counts) }), context);
    expect(result?.event?.at).toBe('at' in expected ? hourBefore(expected.at) : undefined);
  });

  it.each([
    { ageHours: 23, isTold: false },
    { ageHours: 25, isTold: true },
  ])('$ageHours hours after the first error', ({ ageHours, isTold }) => {
    const told = aTold({ firstSeenAt: noon - ageHours * hourMs });
    const result = problemSurge(told, aProblem({ hours: hours({ 0: 500 }) }), context);
    expect(result?.event !== undefined).toBe(isTold);
  });

  it.each(['ignored', 'snoozed', 'resolved'] as const)('are not told of one that is %s', (status) => {
    expect(problemSurge(aTold(), aProblem({ status, hours: hours({ 0: 500 }) }), context)).toBeUndefined();
  });

  it('are told once', () => {
    const problem = aProblem({ hours: hours({ 0: 90, 1: 90 }) });
    const first = problemSurge(aTold(), problem, context);
    expect(first?.told.surge).toEqual({ hour: hourBefore(1), threshold: 50 });
    expect(problemSurge(first?.told ?? aTold(), problem, context)).toBeUndefined();
  });
});

describe('a surge', () => {
  const surge = { hour: hourBefore(5), threshold: 80 };

  it.each([
    { name: 'two calm hours', counts: { 2: 39, 1: 39, 4: 90, 3: 40 }, overAt: 0 },
    { name: 'an hour at the half', counts: { 2: 39, 1: 40, 4: 90, 3: 90 } },
    { name: 'hours without errors', counts: { 4: 90 }, overAt: 1 },
    { name: 'calm at once', counts: {}, overAt: 2 },
    { name: 'one calm hour and the running one', counts: { 4: 90, 3: 90, 2: 90, 0: 0 } },
  ])('is over after $name', ({ counts, ...expected }) => {
    const result = problemSurge(aTold({ surge }), aProblem({ hours: hours(counts) }), context);
    const at = 'overAt' in expected ? hourBefore(expected.overAt) : undefined;
    expect(result?.event?.at).toBe(at);
    expect(result?.told.surge?.overAt).toBe(at);
    if (at !== undefined) expect(result?.event).toMatchObject({ rule: 'problem-surge', over: true });
  });

  it('is over without a word when somebody sets the problem aside', () => {
    const result = problemSurge(aTold({ surge }), aProblem({ status: 'ignored' }), context);
    expect(result?.event).toBeUndefined();
    expect(result?.told.surge).toBeUndefined();
  });

  it('can come again, in an hour after its end', () => {
    const over = { ...surge, overAt: hourBefore(1) };
    const again = (at: number) =>
      problemSurge(aTold({ surge: over }), aProblem({ hours: hours({ [at]: 400 }) }), context)?.event?.at;
    expect(again(0)).toBe(hourBefore(0));
    expect(again(1)).toBe(hourBefore(1));
    const later = { ...surge, overAt: hourBefore(0) };
    expect(
      problemSurge(aTold({ surge: later }), aProblem({ hours: hours({ 1: 400 }) }), context)?.event,
    ).toBeUndefined();
  });
});
