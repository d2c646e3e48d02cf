import { hash } from 'node:crypto';
import type { ProblemFilter } from '../problems/problem-filter.ts';
import { dayMs, endOfDay } from '../reports/days.ts';
import { base32, ulid } from '../reports/ulid.ts';

/** What a clean-up can be: moving the horizon, deleting what a filter selects, or the timer's own retention. */
export const cleanupKinds = ['older-than', 'all', 'filtered', 'retention'] as const;
/** One of the kinds of clean-up. */
export type CleanupKind = (typeof cleanupKinds)[number];

/** How far a clean-up is. */
export const cleanupPhases = ['deleting', 'done', 'undoing', 'undone'] as const;
/** One of the phases of a clean-up. */
export type CleanupPhase = (typeof cleanupPhases)[number];

/** What was cleaned up, when and by whom, and until when it can be undone. */
export interface Cleanup {
  readonly id: string;
  readonly kind: CleanupKind;
  /** Entries that occurred at or before this are meant: inclusive, as in Business Central. */
  readonly cutoff: Date;
  /** What a filtered clean-up selects. */
  readonly filter?: ProblemFilter | undefined;
  /** Entries it deleted, or has deleted so far. */
  readonly deleted: number;
  /** How many of them belonged to problems nobody had resolved. */
  readonly stillOpen: number;
  readonly startedAt: Date;
  readonly by: string;
  /** Absent for retention, which cannot be undone. */
  readonly undoUntil?: Date | undefined;
  readonly phase: CleanupPhase;
  readonly undoneAt?: Date | undefined;
  /** When its work in storage ended: its entries are stripped, or shown again after an undo. */
  readonly settledAt?: Date | undefined;
}

/** How long a clean-up can be undone, ms. */
export const undoWindowMs = dayMs;

/** How far the clocks of instances may differ, ms: physical deletion waits that much longer. */
export const clockMarginMs = 10 * 60_000;

/** Whether a clean-up moves the horizon: it has no filter and was not undone. */
export function movesHorizon({ kind, phase }: Pick<Cleanup, 'kind' | 'phase'>): boolean {
  return (kind === 'older-than' || kind === 'all') && phase === 'done';
}

/** Whether a clean-up can still be undone; one that is settled cannot, whatever the clock says. */
export function isUndoable({ undoUntil, phase, settledAt }: Cleanup, now: Date): boolean {
  if (undoUntil === undefined || settledAt) return false;
  return (phase === 'done' || phase === 'deleting') && now <= undoUntil;
}

/** Whether a clean-up cannot be undone any more, by the clock of any instance. */
export function isFinal({ undoUntil }: Pick<Cleanup, 'undoUntil'>, at: Date): boolean {
  return undoUntil !== undefined && at.getTime() - undoUntil.getTime() >= clockMarginMs;
}

/** Id of the record that retention removed a day: the same on every instance, so that it is written once. */
export function retentionCleanupId(day: string, retentionDays: number): string {
  return ulid(endOfDay(day) + retentionDays * dayMs, base32(hash('sha256', `retention ${day}`, 'buffer')));
}
