import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoadedApp } from '../../../../../infra/local/app/app-loader.ts';
import { createCoreModule } from '../../../../../infra/local/app/core-module.ts';
import type {
  Binding,
  FunctionMetadata,
  InvocationRequest,
} from '../../../../../infra/local/app/core-types.ts';
import type { HostFunction } from '../../../../../infra/local/app/function-list.ts';
import { RunningWork } from '../../../../../infra/local/app/running-work.ts';
import { createTimer, expandSettings } from '../../../../../infra/local/app/timer-schedule.ts';

const start = new Date('2026-11-22T06:01:35.255Z');
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An app whose library hands the timer's JSON to the function as it is. */
function anApp(): LoadedApp {
  const { registrations } = createCoreModule(() => undefined);
  const model = {
    name: 'plain',
    version: '1',
    getCapabilities: (capabilities: Record<string, string>) => Promise.resolve(capabilities),
    getInvocationModel: ({ request }: { request: InvocationRequest }) => ({
      getArguments: () =>
        Promise.resolve({ context: request.retryContext, inputs: [request.inputData[0]?.data.json] }),
      invokeFunction: async (
        context: unknown,
        inputs: unknown[],
        callback: (...values: unknown[]) => unknown,
      ) => await callback(...inputs, context),
      getResponse: () => Promise.resolve({}),
    }),
  };
  return { model, registrations, streamServer: undefined, appHookData: {} };
}

/** A timer function, its runs, and the timer around it. */
function aTimer(
  binding: Partial<Binding>,
  handler: (retry: unknown) => unknown = () => undefined,
  retryOptions?: NonNullable<FunctionMetadata['retryOptions']>,
) {
  const runs: { at: string; status: unknown }[] = [];
  const callback = (json: unknown, retry: unknown) => {
    const status: unknown = JSON.parse(String(json)).ScheduleStatus;
    runs.push({ at: new Date().toISOString(), status });
    return handler(retry);
  };
  const trigger: Binding & { name: string } = {
    name: 't',
    type: 'timerTrigger',
    direction: 'in',
    ...binding,
  };
  const metadata: FunctionMetadata = {
    name: 'tick',
    bindings: { t: trigger },
    ...(retryOptions ? { retryOptions } : {}),
  };
  const target: HostFunction = {
    ...{ name: 'tick', metadata, callback, trigger, disabled: false, http: undefined, error: undefined },
  };
  const timer = createTimer(target, {
    app: anApp(),
    write: () => undefined,
    settings: { EVERY: '0 */5 * * * *' },
    work: new RunningWork(),
  });
  return { timer, runs, times: () => runs.map(({ at }) => at) };
}

describe('createTimer', () => {
  it('runs when the schedule comes due, until it is stopped', async () => {
    const { timer, times } = aTimer({ schedule: '%EVERY%' });
    timer.start();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    timer.stop();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    expect(times()).toEqual(['2026-11-22T06:05:00.000Z', '2026-11-22T06:10:00.000Z']);
  });

  it('waits longer than one timer of Node can', async () => {
    const { timer, times } = aTimer({ schedule: '0 0 0 1 1 *' });
    timer.start();
    await vi.advanceTimersByTimeAsync(41 * dayMs);
    timer.stop();
    expect(times()).toEqual(['2027-01-01T00:00:00.000Z']);
  });

  it('tells a run of the one before and the one to come', async () => {
    const { timer, runs } = aTimer({ schedule: '0 */5 * * * *' });
    timer.start();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    timer.stop();
    expect(runs[1]?.status).toEqual({
      Last: '2026-11-22T06:05:00.000Z',
      Next: '2026-11-22T06:10:00.000Z',
      LastUpdated: '2026-11-22T06:05:00.000Z',
    });
  });

  it.each([
    { name: 'below a minute', binding: { schedule: '*/30 * * * * *' } },
    { name: 'where it is switched off', binding: { schedule: '0 0 * * * *', useMonitor: false } },
  ])('tells nothing of others $name', async ({ binding }) => {
    const { timer, runs } = aTimer(binding);
    await timer.fire();
    expect(runs[0]?.status).toBeNull();
  });

  it('does not overlap itself', async () => {
    let end: (() => void) | undefined;
    const { timer, times } = aTimer(
      { schedule: '0 * * * * *' },
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    timer.start();
    await vi.advanceTimersByTimeAsync(3 * minuteMs);
    expect(times()).toEqual(['2026-11-22T06:02:00.000Z']);
    end?.();
    await vi.advanceTimersByTimeAsync(minuteMs);
    timer.stop();
    expect(times()).toEqual(['2026-11-22T06:02:00.000Z', '2026-11-22T06:05:00.000Z']);
  });

  it('goes on after a run that failed', async () => {
    const { timer, times } = aTimer({ schedule: '0 * * * * *' }, () => {
      throw new Error('broken on purpose');
    });
    timer.start();
    await vi.advanceTimersByTimeAsync(2 * minuteMs);
    timer.stop();
    expect(times()).toHaveLength(2);
  });

  it('tries again with growing pauses, up to the count', async () => {
    const seen: unknown[] = [];
    const { timer, times } = aTimer(
      { schedule: '0 0 * * * *' },
      (retry) => {
        seen.push(retry);
        throw new Error('broken on purpose');
      },
      {
        maxRetryCount: 3,
        retryStrategy: 'exponentialBackoff',
        minimumInterval: { seconds: 2 },
        maximumInterval: { seconds: 5 },
      },
    );
    const run = timer.fire();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await run).toMatchObject({ succeeded: false });
    expect(times().map((at) => at.slice(17, 19))).toEqual(['35', '37', '41', '46']);
    expect(seen[0]).toBeUndefined();
    expect(seen[3]).toMatchObject({
      retryCount: 3,
      maxRetryCount: 3,
      exception: { message: 'broken on purpose' },
    });
  });

  it('tries for ever where the count is -1, but not after a stop', async () => {
    const { timer, runs } = aTimer(
      { schedule: '0 0 * * * *' },
      () => {
        throw new Error('broken on purpose');
      },
      { maxRetryCount: -1, retryStrategy: 'fixedDelay', delayInterval: { seconds: 1 } },
    );
    const run = timer.fire();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(runs).toHaveLength(11);
    timer.stop();
    expect(await run).toMatchObject({ succeeded: false });
    expect(runs).toHaveLength(11);
  });

  it.each([
    { schedule: undefined, reason: 'five or six fields' },
    { schedule: '%NOT_SET%', reason: "'%NOT_SET%' does not resolve" },
  ])('refuses the schedule $schedule', ({ schedule, reason }) => {
    expect(() => aTimer(schedule === undefined ? {} : { schedule })).toThrow(reason);
  });
});

describe('expandSettings', () => {
  it.each([
    { text: '0 0 * * * *', expanded: '0 0 * * * *' },
    { text: '%A%', expanded: 'a' },
    { text: '0 %A% * %B% * *', expanded: '0 a * b * *' },
    { text: '100%', expanded: '100%' },
  ])('makes "$text" "$expanded"', ({ text, expanded }) => {
    expect(expandSettings(text, { A: 'a', B: 'b' })).toBe(expanded);
  });
});
