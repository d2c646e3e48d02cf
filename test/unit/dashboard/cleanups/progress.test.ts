import { describe, expect, it } from 'vitest';
import {
  firstProgress,
  partDeleted,
  progressAfter,
  quarterReached,
  stallMs,
} from '../../../../shared/dashboard/cleanups/progress.ts';
import { aCleanup } from './a-cleanup.ts';

const begun = (total: number | undefined = 1000) => firstProgress(aCleanup(), total, 0);
const seenAt = (deleted: number, now = 1000, before = begun()) =>
  progressAfter(before, aCleanup({ deleted }), now);

describe('progressAfter', () => {
  it('never goes back', () => {
    const further = seenAt(500);
    expect(seenAt(300, 2000, further)).toMatchObject({ deleted: 500 });
    expect(partDeleted(seenAt(300, 2000, further))).toBe(0.5);
  });

  it('counts as stopped 30 seconds after the last change', () => {
    const moved = seenAt(100, 5000);
    expect(seenAt(100, 5000 + stallMs - 1, moved).isStalled).toBe(false);
    const stopped = seenAt(100, 5000 + stallMs, moved);
    expect(stopped.isStalled).toBe(true);
    expect(seenAt(101, 5000 + stallMs + 1, stopped).isStalled).toBe(false);
  });

  it('does not count as stopped while a request works on it, nor when done', () => {
    const working = { ...begun(), isWorking: true };
    expect(seenAt(0, stallMs * 2, working).isStalled).toBe(false);
    expect(progressAfter(begun(), aCleanup({ done: true }), stallMs * 2).isStalled).toBe(false);
  });

  it('sees that an undo began', () => {
    const undoing = progressAfter(begun(), aCleanup({ undoneAt: '2026-11-30T09:00:00.000Z' }), stallMs);
    expect(undoing).toMatchObject({ changedAt: stallMs, isStalled: false });
  });
});

describe('partDeleted', () => {
  it('is a part of what the preview counted, at most all of it', () => {
    expect(partDeleted(seenAt(250))).toBe(0.25);
    expect(partDeleted(seenAt(2000))).toBe(1);
    expect(partDeleted(progressAfter(begun(), aCleanup({ deleted: 900, done: true }), 1))).toBe(1);
  });

  it('is not known without a preview, nor for an undo', () => {
    expect(partDeleted(firstProgress(aCleanup({ deleted: 5 }), undefined, 0))).toBeUndefined();
    expect(
      partDeleted(firstProgress(aCleanup({ undoneAt: '2026-11-30T09:00:00.000Z' }), 10, 0)),
    ).toBeUndefined();
  });

  it('is nothing of nothing', () => {
    expect(partDeleted(begun(0))).toBe(0);
  });
});

describe('quarterReached', () => {
  it('tells each quarter once, and the end not at all', () => {
    const steps = [100, 249, 250, 400, 800, 900, 1000];
    const reached = steps.map((deleted, index) =>
      quarterReached(seenAt(steps[index - 1] ?? 0), seenAt(deleted)),
    );
    expect(reached).toEqual([undefined, undefined, 25, undefined, 75, undefined, undefined]);
  });
});
