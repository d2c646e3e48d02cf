import { hourMs } from '../reports/days.ts';
import type { ChannelState, Delivery, SendOutcome } from './alert-channel.ts';

const minuteMs = 60_000;

/** Waits between tries, ms: after the last one it is tried again and again until the message is too old. */
const waitsMs: readonly number[] = [
  5000,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
];

/** Age at which a message that nobody took is dead, ms. */
const deadAfterMs = 72 * hourMs;

/** Longest that a receiver can make the desk wait, ms. */
const longestWaitMs = 24 * hourMs;

/** Messages that a channel gets in a clock hour; the others are held. */
export const mostPerHour = 20;

/** Held messages, or events of a run, from which on they become one digest. */
export const digestFrom = 6;

/** What becomes of a message after a try. */
export function afterTry(before: Delivery, outcome: SendOutcome, now: number): Delivery {
  const attempts = before.attempts + 1;
  const tried = { attempts, ...(outcome.status === undefined ? {} : { lastStatus: outcome.status }) };
  if (outcome.kind === 'accepted') return { ...tried, status: 'sent' };
  const { reason } = outcome;
  if (reason === 'gone') return { ...tried, status: 'dead', reason };
  const waitMs = Math.max(waitsMs[Math.min(attempts, waitsMs.length) - 1] ?? 0, askedWaitMs(outcome));
  return { ...tried, status: 'pending', reason, nextTryAt: now + waitMs };
}

/** A message that is too old is dead, whenever it was to be tried again. */
export function afterWaiting(before: Delivery, madeAt: number, now: number): Delivery {
  if (before.status !== 'pending' || now - madeAt < deadAfterMs) return before;
  const { nextTryAt: _, ...rest } = before;
  return { ...rest, status: 'dead', reason: before.reason ?? 'too-old' };
}

/** What is kept of a channel after a try; messages about waiting ones do not count. */
export function channelAfterTry(
  before: ChannelState,
  outcome: SendOutcome,
  { now, isCounted }: { readonly now: number; readonly isCounted: boolean },
): ChannelState {
  if (outcome.kind === 'accepted') {
    if (!isCounted) return before;
    const hour = Math.floor(now / hourMs) * hourMs;
    return { ...before, hour, accepted: acceptedIn(before, now) + 1 };
  }
  if (outcome.reason === 'gone') return { ...before, offSince: now };
  const waitMs = askedWaitMs(outcome);
  return waitMs > 0 ? { ...before, restsUntil: now + waitMs } : before;
}

/** Messages that a channel accepted in the running clock hour. */
export function acceptedIn({ hour, accepted }: ChannelState, now: number): number {
  return hour === Math.floor(now / hourMs) * hourMs ? accepted : 0;
}

/** Whether the channel should not be called again in this run: it is slow, or asks for time. */
export function needsRest(outcome: SendOutcome): boolean {
  if (outcome.kind === 'accepted') return false;
  return (
    ['timed-out', 'gone', 'throttled'].includes(outcome.reason) || [502, 504].includes(outcome.status ?? 0)
  );
}

function askedWaitMs(outcome: SendOutcome): number {
  const asked = outcome.kind === 'failed' ? (outcome.retryAfterMs ?? 0) : 0;
  return Math.min(asked, longestWaitMs);
}
