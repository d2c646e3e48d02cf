import type { Schedule } from '../../../shared/ncrontab.ts';
import type { ProgrammingModel, WriteLog } from './core-types.ts';
import type { HostFunction } from './function-list.ts';
import { calledReason, invoke, type Outcome } from './invocation.ts';
import type { RunningWork } from './running-work.ts';

/** The timer of one function. */
export type Timer = ReturnType<typeof createTimer>;

// A longer delay overflows Node's timers and would end at once.
const maxDelayMs = 2 ** 31 - 1;
// Without a monitor the real host gives no status, and no run is past due.
const timerInfo = JSON.stringify({
  Schedule: { AdjustForDST: true },
  ScheduleStatus: null,
  IsPastDue: false,
});

/** Makes the timer of a function: it follows the schedule from `start` to `stop`. A run that has begun ends by itself. */
export function createTimer(
  target: HostFunction,
  schedule: Schedule,
  { model, write, work }: { model: ProgrammingModel; write: WriteLog; work: Pick<RunningWork, 'track'> },
) {
  let waiting: NodeJS.Timeout | undefined;
  let stopped = false;

  const run = (reason: string): Promise<Outcome> => {
    const running = invoke(model, { target, reason, data: { json: timerInfo } }, write);
    work.track(running);
    return running;
  };
  const waitFor = (due: Date): void => {
    if (stopped) return;
    const delayMs = due.getTime() - Date.now();
    const onTime = async () => {
      if (delayMs > maxDelayMs) return waitFor(due);
      // The next run waits for this one: a timer does not overlap itself.
      await run(`Timer fired at ${new Date().toISOString().replace('Z', '+00:00')}`);
      waitFor(schedule.next(new Date(Math.max(Date.now(), due.getTime()))));
    };
    waiting = setTimeout(onTime, Math.min(Math.max(delayMs, 0), maxDelayMs));
  };
  return {
    start: () => waitFor(schedule.next(new Date())),
    /** Runs the function now. */
    fire: () => run(calledReason),
    stop() {
      stopped = true;
      clearTimeout(waiting);
    },
  };
}
