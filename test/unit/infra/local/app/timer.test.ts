import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgrammingModel } from '../../../../../infra/local/app/core-types.ts';
import { listFunctions } from '../../../../../infra/local/app/function-list.ts';
import { RunningWork } from '../../../../../infra/local/app/running-work.ts';
import { createTimer } from '../../../../../infra/local/app/timer.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T06:01:35.255Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A library that hands the function nothing and takes any result. */
const model: ProgrammingModel = {
  getCapabilities: (capabilities) => Promise.resolve(capabilities),
  getInvocationModel: () => ({
    getArguments: () => Promise.resolve({ context: undefined, inputs: [] }),
    invokeFunction: async (_context, _inputs, callback) => await callback(),
    getResponse: () => Promise.resolve({}),
  }),
};

/** A timer, and the times at which its function ran. */
function aTimer(schedule: string, handler: () => unknown = () => undefined) {
  const times: string[] = [];
  const callback = () => {
    times.push(new Date().toISOString());
    return handler();
  };
  const bindings = { t: { type: 'timerTrigger', direction: 'in' as const, schedule } };
  const [target] = listFunctions([{ metadata: { name: 'tick', bindings }, callback }], {});
  if (!target?.schedule) throw new Error('The function has no schedule');
  const work = new RunningWork();
  return { timer: createTimer(target, target.schedule, { model, write: () => undefined, work }), times };
}

describe('createTimer', () => {
  it('runs when the schedule comes due, until it is stopped', async () => {
    const { timer, times } = aTimer('0 */5 * * * *');
    timer.start();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    timer.stop();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    expect(times).toEqual(['2026-11-22T06:05:00.000Z', '2026-11-22T06:10:00.000Z']);
  });

  it('waits longer than one timer of Node can', async () => {
    const { timer, times } = aTimer('0 0 0 1 1 *');
    timer.start();
    await vi.advanceTimersByTimeAsync(41 * dayMs);
    timer.stop();
    expect(times).toEqual(['2027-01-01T00:00:00.000Z']);
  });

  it('does not overlap itself', async () => {
    let end: (() => void) | undefined;
    const { timer, times } = aTimer(
      '0 * * * * *',
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    timer.start();
    await vi.advanceTimersByTimeAsync(3 * minuteMs);
    expect(times).toEqual(['2026-11-22T06:02:00.000Z']);
    end?.();
    await vi.advanceTimersByTimeAsync(minuteMs);
    timer.stop();
    expect(times).toEqual(['2026-11-22T06:02:00.000Z', '2026-11-22T06:05:00.000Z']);
  });

  it('continues after a run that failed, and does not repeat it', async () => {
    const { timer, times } = aTimer('0 * * * * *', () => {
      throw new Error('broken on purpose');
    });
    timer.start();
    await vi.advanceTimersByTimeAsync(2 * minuteMs);
    timer.stop();
    expect(times).toHaveLength(2);
  });

  it('runs by hand at any time, and says how the run ended', async () => {
    const { timer, times } = aTimer('0 0 0 1 1 *', () => {
      throw new Error('broken on purpose');
    });
    expect(await timer.fire()).toMatchObject({ succeeded: false, error: { message: 'broken on purpose' } });
    expect(times).toEqual(['2026-11-22T06:01:35.255Z']);
  });
});
