import { hash } from 'node:crypto';
import type { ProblemFilter } from '../problems/problem-filter.ts';
import { dayMs, endOfDay } from '../reports/days.ts';
import { base32, ulid } from '../reports/ulid.ts';

/** What a clean-up can be: moving the horizon, deleting what a filter selects, or the timer's own retention. */
export const cleanupKinds = ['older-than', 'all', 'filtered', 'retention'] as const;
/** One of the kinds of clean-up. */
export type CleanupKind = (typeof cleanupKinds)[number];

/** Where a clean-up stands. */
export const cleanupPhases = ['deleting', 'done', 'undoing', 'undone'] as const;
/** One of the phases of a clean-up. */
export type CleanupPhase = (typeof cleanupPhases)[number];

/** What was cleaned up, when, by whom, and until when it can be taken back. */
export interface Cleanup {
  readonly id: string;
  readonly kind: CleanupKind;
  /** Entries that occurred at or before this are meant: inclusive, as in Business Central. */
  readonly cutoff: Date;
  /** What a filtered clean-up selects. */
  readonly filter?: ProblemFilter | undefined;
  /** Entries it deleted; what was deleted so far while it is not done. */
  readonly deleted: number;
  /** How many of them belonged to problems nobody had resolved. */
  readonly stillOpen: number;
  readonly startedAt: Date;
  readonly by: string;
  /** Absent for retention, which cannot be taken back. */
  readonly undoUntil?: Date | undefined;
  readonly phase: CleanupPhase;
  readonly undoneAt?: Date | undefined;
  /** When nothing was left to do for it in storage: flags stripped, or taken back once more after an undo. */
  readonly settledAt?: Date | undefined;
}

/** How long a clean-up can be taken back, ms. */
export const undoWindowMs = dayMs;

/** Clocks of instances may differ by this much, ms: physical deletion keeps that distance. */
export const clockMarginMs = 10 * 60_000;

/** Whether a clean-up moves the horizon: unfiltered, and not taken back. */
export function movesHorizon({ kind, phase }: Pick<Cleanup, 'kind' | 'phase'>): boolean {
  return (kind === 'older-than' || kind === 'all') && phase === 'done';
}

/** Whether a clean-up can still be taken back. */
export function isUndoable({ undoUntil, phase }: Cleanup, now: Date): boolean {
  return undoUntil !== undefined && (phase === 'done' || phase === 'deleting') && now <= undoUntil;
}

/** Id of the record that a day was removed by retention: the same whoever removes it, so it is written once. */
export function retentionCleanupId(day: string, retentionDays: number): string {
  return ulid(endOfDay(day) + retentionDays * dayMs, base32(hash('sha256', `retention ${day}`, 'buffer')));
}
