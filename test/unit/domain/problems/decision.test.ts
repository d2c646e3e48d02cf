import { describe, expect, it } from 'vitest';
import {
  type Decision,
  type DecisionRequest,
  decide,
  entryStatus,
  problemStatus,
} from '../../../../shared/domain/problems/decision.ts';

const at = new Date('2026-11-22T12:00:00.000Z');
const time = at.getTime();
const earlier = new Date(time - 3_600_000);
const later = new Date(time + 3_600_000);

const decided = (...requests: readonly DecisionRequest[]): Decision => {
  let decision: Decision | undefined;
  for (const [index, request] of requests.entries())
    decision = decide(decision, { problemId: 'P' }, request, `person ${index}`, new Date(time + index));
  if (!decision) throw new Error('Nothing was decided');
  return decision;
};

describe('deciding', () => {
  it('begins with revision 1 and records who and when', () => {
    expect(decided({ status: 'ignored', note: 'n' })).toEqual({
      problemId: 'P',
      status: 'ignored',
      until: undefined,
      resolvedAt: undefined,
      hasNote: true,
      note: 'n',
      at,
      by: 'person 0',
      revision: 1,
    });
  });

  it.each([
    {
      name: 'a note alone',
      requests: [{ note: 'n' }],
      status: 'open',
      note: 'n',
      until: undefined,
      resolvedAt: undefined,
    },
    {
      name: 'resolving',
      requests: [{ status: 'resolved' }],
      status: 'resolved',
      note: undefined,
      until: undefined,
      resolvedAt: 0,
    },
    {
      name: 'a note on a resolved one',
      requests: [{ status: 'resolved' }, { note: 'n' }],
      status: 'resolved',
      note: 'n',
      until: undefined,
      resolvedAt: 0,
    },
    {
      name: 'resolving again',
      requests: [{ status: 'resolved', note: 'a' }, { status: 'resolved' }],
      status: 'resolved',
      note: 'a',
      until: undefined,
      resolvedAt: 1,
    },
    {
      name: 'reopening',
      requests: [{ status: 'resolved' }, { status: 'open' }],
      status: 'open',
      note: undefined,
      until: undefined,
      resolvedAt: undefined,
    },
    {
      name: 'a note on a snoozed one',
      requests: [{ status: 'snoozed', until: later }, { note: 'n' }],
      status: 'snoozed',
      note: 'n',
      until: later,
      resolvedAt: undefined,
    },
    {
      name: 'ignoring a snoozed one',
      requests: [{ status: 'snoozed', until: later }, { status: 'ignored' }],
      status: 'ignored',
      note: undefined,
      until: undefined,
      resolvedAt: undefined,
    },
  ] as const)('$name', ({ requests, status, note, until, resolvedAt }) => {
    expect(decided(...requests)).toMatchObject({
      status,
      hasNote: note !== undefined,
      note,
      until,
      resolvedAt: resolvedAt === undefined ? undefined : new Date(time + resolvedAt),
      revision: requests.length,
    });
  });
});

it('an empty note takes the note away', () => {
  expect(decided({ status: 'ignored', note: 'n' }, { note: '' })).toMatchObject({ hasNote: false, note: '' });
});

describe('status', () => {
  const resolved = decided({ status: 'resolved' });
  const snoozed = decided({ status: 'snoozed', until: later });
  it.each([
    { name: 'nothing decided', decision: undefined, seen: time, problem: 'open', entry: 'open' },
    { name: 'reopened', decision: decided({ status: 'open' }), seen: time, problem: 'open', entry: 'open' },
    {
      name: 'ignored',
      decision: decided({ status: 'ignored' }),
      seen: time + 1e9,
      problem: 'ignored',
      entry: 'ignored',
    },
    {
      name: 'resolved after it was seen',
      decision: resolved,
      seen: time - 1,
      problem: 'resolved',
      entry: 'resolved',
    },
    {
      name: 'resolved at the moment',
      decision: resolved,
      seen: time,
      problem: 'resolved',
      entry: 'resolved',
    },
    {
      name: 'seen a millisecond later',
      decision: resolved,
      seen: time + 1,
      problem: 'regressed',
      entry: 'open',
    },
    { name: 'snoozed', decision: snoozed, seen: time, now: at, problem: 'snoozed', entry: 'snoozed' },
    {
      name: 'a millisecond before the end',
      decision: snoozed,
      seen: time,
      now: new Date(later.getTime() - 1),
      problem: 'snoozed',
      entry: 'snoozed',
    },
    {
      name: 'at the end of the snooze',
      decision: snoozed,
      seen: time,
      now: later,
      problem: 'open',
      entry: 'open',
    },
    {
      name: 'seen during the snooze',
      decision: snoozed,
      seen: time + 1,
      now: at,
      problem: 'snoozed',
      entry: 'snoozed',
    },
  ])('$name: $problem, the entry $entry', ({ decision, seen, now = at, problem, entry }) => {
    expect(problemStatus(decision, seen, now)).toBe(problem);
    expect(entryStatus(decision, seen, now)).toBe(entry);
  });

  it('of a problem without entries is the decided one', () => {
    expect(problemStatus(resolved, undefined, later)).toBe('resolved');
    expect(problemStatus(decided({ status: 'snoozed', until: earlier }), undefined, at)).toBe('open');
  });
});
