import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { defaultPatienceMs } from '../../../../shared/storage/error-log/day-writer.ts';
import { countingStorageCalls } from '../../../../shared/storage/tables/storage-call-count.ts';
import { StorageTimeoutError } from '../../../../shared/storage/tables/storage-failure.ts';
import { defaultStorageLimits, storagePolicy } from '../../../../shared/storage/tables/storage-policy.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const request = () => createPipelineRequest({ url: 'http://127.0.0.1/devstoreaccount1' });
const answer = (status: number, headers: Readonly<Record<string, string>> = {}): PipelineResponse => ({
  request: request(),
  status,
  headers: createHttpHeaders(headers),
});

/** Runs everything that is ready to run. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A call to storage that answers with `attempts`, one after the other; `hang` never answers. */
function aCall(attempts: readonly (PipelineResponse | Error | 'hang')[]) {
  const clock = new ManualClock();
  const signals: AbortSignal[] = [];
  const count = { calls: 0, unreadableRows: 0 };
  const ended = countingStorageCalls(count, () =>
    storagePolicy(defaultStorageLimits, clock).sendRequest(request(), ({ abortSignal }) => {
      if (abortSignal instanceof AbortSignal) signals.push(abortSignal);
      const attempt = attempts[signals.length - 1] ?? answer(204);
      if (attempt === 'hang') return new Promise(() => undefined);
      return attempt instanceof Error ? Promise.reject(attempt) : Promise.resolve(attempt);
    }),
  );
  const settled = ended.then(
    ({ status }) => ({ status, at: clock.now() }),
    (error: unknown) => ({ error, at: clock.now() }),
  );
  return { clock, signals, count, settled };
}

/** Moves the clock in small steps until the call ends. */
async function end({ clock, settled }: ReturnType<typeof aCall>, stepMs = 50) {
  let result: Awaited<typeof settled> | undefined;
  void settled.then((value) => {
    result = value;
  });
  for (let steps = 0; !result && steps < 1000; steps++) {
    await turn();
    if (!result) clock.advance(stepMs);
  }
  return result;
}

describe('the limits', () => {
  it('answer every caller within 10 seconds: a storage call, and a caller who waits for others', () => {
    expect(defaultStorageLimits.attemptMs).toBeLessThan(defaultStorageLimits.totalMs);
    expect(defaultStorageLimits.totalMs).toBeLessThan(defaultPatienceMs);
    expect(defaultPatienceMs).toBeLessThan(10_000);
  });

  it('end an attempt that hangs, and the call when its time is over', async () => {
    const call = aCall(['hang', 'hang', 'hang', 'hang', 'hang']);
    const result = await end(call);
    expect(result).toMatchObject({ error: expect.any(StorageTimeoutError) });
    expect(result?.at).toBeGreaterThan(defaultStorageLimits.attemptMs);
    expect(result?.at).toBeLessThanOrEqual(defaultStorageLimits.totalMs);
    expect(call.signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(call.count.calls).toBe(2);
  });
});

describe('repeating', () => {
  const reset = new RestError('socket hang up', { code: 'REQUEST_SEND_ERROR' });

  it.each([
    ['a time-out', 'hang'],
    ['a connection that is reset', reset],
    ['503', answer(503)],
    ['500', answer(500)],
    ['429 without Retry-After, which the SDK does not repeat', answer(429)],
  ] as const)('%s is followed by another attempt', async (_, first) => {
    const call = aCall([first, answer(204)]);
    expect(await end(call)).toMatchObject({ status: 204 });
    expect(call.count.calls).toBe(2);
  });

  it.each([400, 404, 409, 412, 413])('%i is the answer', async (status) => {
    const call = aCall([answer(status)]);
    expect(await end(call)).toMatchObject({ status });
    expect(call.count.calls).toBe(1);
  });

  it('stops after five attempts, within two seconds where each is refused at once', async () => {
    const call = aCall([reset, reset, reset, reset, reset, reset]);
    const result = await end(call);
    expect(result).toMatchObject({ error: reset });
    expect(result?.at).toBeLessThanOrEqual(2000);
    expect(call.count.calls).toBe(5);
  });

  it('waits as long as storage asks for, and not at all where that is longer than the time left', async () => {
    const soon = aCall([answer(503, { 'retry-after': '2' }), answer(204)]);
    expect(await end(soon)).toMatchObject({ status: 204, at: 2000 });
    const late = aCall([answer(503, { 'retry-after': '60' }), answer(204)]);
    expect(await end(late)).toMatchObject({ status: 503, at: 0 });
  });
});
