import type { Cleanup } from '../api/generated-client.ts';

/** Time without a change after which a clean-up counts as stopped, ms: a request works 20 s on one. */
export const stallMs = 30_000;

/** How far a clean-up, or its undo, was seen to be. */
export interface Progress {
  readonly cleanup: Cleanup;
  /** Errors to delete, by the preview; unknown for one that another tab began. */
  readonly total: number | undefined;
  /** The most errors that were seen deleted. */
  readonly deleted: number;
  /** When something last changed, ms since 1970. */
  readonly changedAt: number;
  readonly isStalled: boolean;
  /** Whether a request of this tab works on it right now. */
  readonly isWorking: boolean;
}

/** @param since When something last changed, ms since 1970 */
export function firstProgress(cleanup: Cleanup, total: number | undefined, since: number): Progress {
  return { cleanup, total, deleted: cleanup.deleted, changedAt: since, isStalled: false, isWorking: false };
}

/**
 * After another look at the clean-up. What is deleted never goes back.
 * @param now ms since 1970
 */
export function progressAfter(before: Progress, cleanup: Cleanup, now: number): Progress {
  const isChanged =
    cleanup.deleted > before.deleted ||
    cleanup.done !== before.cleanup.done ||
    cleanup.undoneAt !== before.cleanup.undoneAt;
  const changedAt = isChanged || before.isWorking ? now : before.changedAt;
  return {
    ...before,
    cleanup,
    deleted: Math.max(before.deleted, cleanup.deleted),
    changedAt,
    isStalled: !cleanup.done && now - changedAt >= stallMs,
  };
}

/** The part that is deleted, 0 to 1; unknown without a preview, and for an undo. */
export function partDeleted({ cleanup, total, deleted }: Progress): number | undefined {
  if (cleanup.undoneAt !== undefined) return undefined;
  if (cleanup.done) return 1;
  if (total === undefined) return undefined;
  return total === 0 ? 0 : Math.min(1, deleted / total);
}

/** The quarter that was just reached, percent: what to announce. */
export function quarterReached(before: Progress, after: Progress): number | undefined {
  const quarterOf = (progress: Progress) => Math.floor((partDeleted(progress) ?? 0) * 4) * 25;
  const reached = quarterOf(after);
  return reached > quarterOf(before) && reached < 100 ? reached : undefined;
}
