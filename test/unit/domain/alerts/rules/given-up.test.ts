import { expect, it } from 'vitest';
import { givenUp } from '../../../../../shared/domain/alerts/rules/given-up.ts';
import { dayMs, hourMs } from '../../../../../shared/domain/reports/days.ts';
import { aProblem, aTold, context, noon } from '../../../../support/alert-facts.ts';

const since = noon - hourMs;
const aged = noon - 8 * dayMs;
const none = { count: 0, since: 0 };

it.each([
  { name: 'the first', told: undefined, now: { count: 2, since }, tells: 'more', left: 2 },
  { name: 'more than before', told: { count: 2, since }, now: { count: 3, since }, tells: 'more', left: 3 },
  { name: 'as many as before', told: { count: 2, since }, now: { count: 2, since }, tells: undefined },
  {
    name: 'fewer than before',
    told: { count: 3, since },
    now: { count: 2, since },
    tells: undefined,
    left: 2,
  },
  { name: 'none, entries deleted', told: { count: 3, since }, now: none, tells: 'over' },
  { name: 'none, because of age', told: { count: 3, since: aged }, now: none, tells: undefined },
  {
    name: 'none, says a heartbeat',
    told: { count: 3, since: aged },
    now: none,
    parts: { isCleared: true },
    tells: 'over',
  },
  {
    name: 'none, since somebody set the records aside',
    told: { count: 3, since },
    now: none,
    parts: { hasSetAsideRecords: true },
    tells: undefined,
  },
  {
    name: 'resolved',
    told: { count: 3, since },
    now: { count: 3, since },
    parts: { status: 'resolved' },
    tells: 'over',
  },
  {
    name: 'new ones of a resolved problem',
    told: undefined,
    now: { count: 3, since },
    parts: { status: 'resolved' },
    tells: undefined,
  },
  {
    name: 'ignored',
    told: { count: 3, since },
    now: { count: 9, since },
    parts: { status: 'ignored' },
    tells: undefined,
  },
  {
    name: 'ignored, and none before',
    told: undefined,
    now: { count: 9, since },
    parts: { status: 'ignored' },
    tells: undefined,
  },
] as const)('$name', ({ told, now, tells, ...more }) => {
  const before = aTold(told ? { givenUp: told } : {});
  const parts = 'parts' in more ? more.parts : {};
  const result = givenUp(before, aProblem({ givenUp: now, ...parts }), context);
  expect(result?.event?.over).toBe(tells === undefined ? undefined : tells === 'over');
  if (tells === 'more')
    expect(result?.event).toMatchObject({ rule: 'given-up', at: since, facts: { count: now.count } });
  if (tells === 'over')
    expect(result?.event).toMatchObject({ at: told?.since, facts: { count: told?.count } });
  if (result) expect(result.told.givenUp?.count).toBe('left' in more ? more.left : undefined);
});
