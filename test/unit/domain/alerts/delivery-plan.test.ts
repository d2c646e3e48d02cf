import { describe, expect, it } from 'vitest';
import type { Delivery, SendOutcome } from '../../../../shared/domain/alerts/alert-channel.ts';
import {
  acceptedIn,
  afterTry,
  afterWaiting,
  channelAfterTry,
  needsRest,
} from '../../../../shared/domain/alerts/delivery-plan.ts';
import { hourMs } from '../../../../shared/domain/reports/days.ts';

const now = Date.parse('2026-11-20T12:30:00.000Z');
const failed = (parts: Partial<Extract<SendOutcome, { kind: 'failed' }>> = {}): SendOutcome => ({
  kind: 'failed',
  status: 503,
  reason: 'refused',
  ...parts,
});
const fresh: Delivery = { status: 'pending', attempts: 0 };

describe('after a try', () => {
  it('that was taken it is sent', () => {
    expect(afterTry(fresh, { kind: 'accepted', status: 202 }, now)).toEqual({
      status: 'sent',
      attempts: 1,
      lastStatus: 202,
    });
  });

  it('the waits are those of the schedule, the last one again and again', () => {
    const waits: number[] = [];
    let delivery = fresh;
    for (let attempt = 0; attempt < 10; attempt++) {
      delivery = afterTry(delivery, failed(), now);
      waits.push(((delivery.nextTryAt ?? 0) - now) / 1000);
    }
    const minutes = [5, 30, 120, 300, 600, 840, 1200, 1200, 1200].map((one) => one * 60);
    expect(waits).toEqual([5, ...minutes]);
  });

  it.each([
    { asked: 60_000, waitMs: 60_000 },
    { asked: 1000, waitMs: 5000 },
    { asked: 999 * hourMs, waitMs: 24 * hourMs },
  ])('a Retry-After of $asked ms is kept: $waitMs ms', ({ asked, waitMs }) => {
    const outcome = failed({ status: 429, reason: 'throttled', retryAfterMs: asked });
    expect(afterTry(fresh, outcome, now).nextTryAt).toBe(now + waitMs);
    const channel = { name: 'webhook', address: 'x', hour: 0, accepted: 0 } as const;
    const rests = channelAfterTry(channel, outcome, { now, isCounted: true }).restsUntil;
    expect(rests).toBe(now + Math.min(asked, 24 * hourMs));
  });

  it('410 is dead at once, and the channel is off', () => {
    const outcome = failed({ status: 410, reason: 'gone' });
    expect(afterTry(fresh, outcome, now)).toMatchObject({ status: 'dead', reason: 'gone', lastStatus: 410 });
    const channel = { name: 'webhook', address: 'x', hour: 0, accepted: 0 } as const;
    expect(channelAfterTry(channel, outcome, { now, isCounted: true }).offSince).toBe(now);
  });
});

it.each([
  { ageHours: 71.9, status: 'pending' },
  { ageHours: 72, status: 'dead' },
])('after $ageHours hours it is $status', ({ ageHours, status }) => {
  const delivery = { ...fresh, attempts: 8, reason: 'refused', nextTryAt: now + hourMs } as const;
  const after = afterWaiting(delivery, now - ageHours * hourMs, now);
  expect(after.status).toBe(status);
  if (status === 'dead') expect(after).toEqual({ status: 'dead', attempts: 8, reason: 'refused' });
});

it('the cap counts by clock hour, and not what says that others wait', () => {
  const channel = { name: 'teams', address: 'x', hour: now - 30 * 60_000, accepted: 19 } as const;
  const accepted = { kind: 'accepted', status: 202 } as const;
  expect(acceptedIn(channelAfterTry(channel, accepted, { now, isCounted: true }), now)).toBe(20);
  expect(acceptedIn(channelAfterTry(channel, accepted, { now, isCounted: false }), now)).toBe(19);
  expect(acceptedIn(channel, now + hourMs)).toBe(0);
});

it.each([
  { outcome: failed({ reason: 'timed-out', status: undefined }), rests: true },
  { outcome: failed({ reason: 'throttled', status: 429 }), rests: true },
  { outcome: failed({ status: 502 }), rests: true },
  { outcome: failed({ status: 504 }), rests: true },
  { outcome: failed({ status: 500 }), rests: false },
  { outcome: { kind: 'accepted', status: 200 } as const, rests: false },
])('a channel that answers $outcome.status $outcome.reason rests: $rests', ({ outcome, rests }) => {
  expect(needsRest(outcome)).toBe(rests);
});
