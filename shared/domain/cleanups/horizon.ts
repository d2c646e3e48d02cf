import { dayMs } from '../reports/days.ts';
import { type Cleanup, movesHorizon } from './cleanup.ts';

/** Entries of a stretch of time that may be shown: those whose writer knew this clean-up, or a newer one. */
export interface VisiblePart {
  /** Both inclusive, ms since 1970. */
  readonly newest: number;
  readonly oldest: number;
  /** Absent where no clean-up hides anything. */
  readonly epochFrom: string | undefined;
}

/** Up to when entries no longer exist for readers. It depends on their epoch: a clean-up hides what it could know of. */
export class Horizon {
  /** Moment up to which entries are older than the retention (inclusive), ms since 1970. */
  readonly retention: number;
  /** Unfiltered clean-ups in force, newest first. */
  readonly #cleanups: readonly Cleanup[];
  readonly #byEpoch = new Map<string, number>();

  constructor(now: Date, retentionDays: number, cleanups: readonly Cleanup[]) {
    this.retention = retentionHorizon(now, retentionDays);
    this.#cleanups = cleanups.filter(movesHorizon).sort((one, other) => (one.id < other.id ? 1 : -1));
  }

  /** Moment up to which entries with this epoch are hidden (inclusive), ms since 1970. */
  at(epoch: string): number {
    let horizon = this.#byEpoch.get(epoch);
    if (horizon === undefined) {
      const newer = this.#cleanups.filter(({ id }) => id > epoch);
      horizon = Math.max(this.retention, ...newer.map(({ cutoff }) => cutoff.getTime()));
      this.#byEpoch.set(epoch, horizon);
    }
    return horizon;
  }

  /** Whether an entry that occurred then (ms since 1970) is hidden. */
  hides(occurredAt: number, epoch: string): boolean {
    return occurredAt <= this.at(epoch);
  }

  /** The parts of a stretch of time in which entries may be shown, newest first. */
  visibleParts(newest: number, oldest: number): VisiblePart[] {
    const parts: VisiblePart[] = [];
    const bottom = Math.max(oldest, this.retention + 1);
    let top = newest;
    // With each cut-off further back, only who knew of it, too, may have written what is shown.
    const byCutoff = [...this.#cleanups].sort((one, other) => other.cutoff.getTime() - one.cutoff.getTime());
    let epochFrom: string | undefined;
    for (const { id, cutoff } of byCutoff) {
      const from = Math.max(cutoff.getTime() + 1, bottom);
      if (from <= top) parts.push({ newest: top, oldest: from, epochFrom });
      top = Math.min(top, cutoff.getTime());
      if (epochFrom === undefined || id > epochFrom) epochFrom = id;
    }
    if (bottom <= top) parts.push({ newest: top, oldest: bottom, epochFrom });
    return parts;
  }
}

/** Moment up to which entries are older than the retention (inclusive), ms since 1970. */
export function retentionHorizon(now: Date, retentionDays: number): number {
  return now.getTime() - retentionDays * dayMs;
}

/** The newest unfiltered clean-up, by its id; empty where there is none. It is the epoch of what is stored now. */
export function epochOf(cleanups: readonly Cleanup[]): string {
  let newest = '';
  for (const { id, kind } of cleanups)
    if (kind !== 'filtered' && kind !== 'retention' && id > newest) newest = id;
  return newest;
}
