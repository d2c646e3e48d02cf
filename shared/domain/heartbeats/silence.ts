import { dayMs } from '../reports/days.ts';

/** Received heartbeats of a sender that are kept: its interval comes from them. */
export const receivedLimit = 10;

/** The shortest interval of a sender, ms: one that retries is not expected to go on like that. */
const shortestIntervalMs = 60_000;

/** Intervals without a heartbeat after which a sender is quiet. */
const quietIntervals = 3;

/** Time without a heartbeat after which a sender is forgotten, ms. */
const forgottenMs = 30 * dayMs;

/**
 * Whether nothing came from a sender for three of its own intervals. An interval is the median of the gaps between its
 * last heartbeats. A sender of one heartbeat has none, and is never quiet.
 * @param received When they came by the desk's clock, ms since 1970, oldest first.
 */
export function isQuiet(received: readonly number[], now: Date): boolean {
  const last = received.at(-1);
  const interval = medianGap(received);
  if (last === undefined || interval === undefined) return false;
  return now.getTime() - last > quietIntervals * Math.max(interval, shortestIntervalMs);
}

/** Whether a sender has been silent for 30 days: it is taken for one that was removed. */
export function isForgotten(received: readonly number[], now: Date): boolean {
  return now.getTime() - (received.at(-1) ?? 0) > forgottenMs;
}

function medianGap(received: readonly number[]): number | undefined {
  const gaps = received
    .slice(1)
    .map((at, index) => at - (received[index] ?? at))
    .sort((one, other) => one - other);
  const [lower, upper] = [gaps[Math.floor((gaps.length - 1) / 2)], gaps[Math.floor(gaps.length / 2)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}
