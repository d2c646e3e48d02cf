import { dayMs } from '../reports/days.ts';
import { type Cleanup, movesHorizon } from './cleanup.ts';

/** Moment up to which entries no longer exist for readers (inclusive), ms since 1970. */
export function horizonAt(now: Date, retentionDays: number, cleanups: readonly Cleanup[]): number {
  return latestCutoff(retentionHorizon(now, retentionDays), cleanups.filter(movesHorizon));
}

/**
 * Moment up to which no undo brings anything back (inclusive), ms since 1970: a report of that time is `expired`, and
 * its table may be dropped.
 */
export function finalHorizonAt(now: Date, retentionDays: number, cleanups: readonly Cleanup[]): number {
  const final = cleanups.filter(
    (cleanup) => movesHorizon(cleanup) && cleanup.undoUntil && cleanup.undoUntil < now,
  );
  return latestCutoff(retentionHorizon(now, retentionDays), final);
}

/** Moment up to which entries are older than the retention (inclusive), ms since 1970. */
export function retentionHorizon(now: Date, retentionDays: number): number {
  return now.getTime() - retentionDays * dayMs;
}

function latestCutoff(from: number, cleanups: readonly Cleanup[]): number {
  return cleanups.reduce((latest, { cutoff }) => Math.max(latest, cutoff.getTime()), from);
}
