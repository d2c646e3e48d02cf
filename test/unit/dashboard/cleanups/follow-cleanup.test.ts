import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure } from '../../../../shared/dashboard/api/api-failure.ts';
import { followCleanup } from '../../../../shared/dashboard/cleanups/follow-cleanup.ts';
import { aCleanup } from './a-cleanup.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Follows a clean-up that answers in turn; the last answer holds. Gives the times of its looks, ms. */
function follow(answers: readonly (boolean | ApiFailure)[], isStalled = false) {
  const start = Date.now();
  const looks: number[] = [];
  const controller = new AbortController();
  const end = followCleanup({
    read: () => {
      const answer = answers[Math.min(looks.length, answers.length - 1)];
      looks.push(Date.now() - start);
      return answer instanceof ApiFailure
        ? Promise.reject(answer)
        : Promise.resolve(aCleanup({ done: answer === true }));
    },
    onLook: () => ({ isStalled }),
    signal: controller.signal,
  });
  let outcome: unknown;
  end.then(
    () => {
      outcome = 'done';
    },
    (error: unknown) => {
      outcome = error;
    },
  );
  return { looks, outcome: () => outcome, stop: () => controller.abort() };
}

describe('followCleanup', () => {
  it('looks after 0.5, 1, 2, 2 … seconds, and ends when the clean-up is done', async () => {
    const { looks, outcome } = follow([false, false, false, false, true]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([500, 1500, 3500, 5500, 7500]);
    expect(outcome()).toBe('done');
  });

  it('is patient with one that stands still', async () => {
    const { looks } = follow([false], true);
    await vi.advanceTimersByTimeAsync(21_000);
    expect(looks).toEqual([500, 10_500, 20_500]);
  });

  it('waits as long as a 503 says, and goes on without an answer', async () => {
    const { looks, outcome } = follow([new ApiFailure(503, {}, 4), new ApiFailure(0), true]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([500, 4500, 14_500]);
    expect(outcome()).toBe('done');
  });

  it('ends when it is told to', async () => {
    const { looks, outcome, stop } = follow([false]);
    await vi.advanceTimersByTimeAsync(1600);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([500, 1500]);
    expect(outcome()).toBe('done');
  });

  it('ends where another look would not help', async () => {
    const gone = new ApiFailure(404);
    const { looks, outcome } = follow([gone]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([500]);
    expect(outcome()).toBe(gone);
  });
});
