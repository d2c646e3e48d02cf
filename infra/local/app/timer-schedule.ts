import { parseNcrontab, type Schedule } from '../../../shared/ncrontab.ts';
import type { LoadedApp } from './app-loader.ts';
import type { HostFunction } from './function-list.ts';
import {
  calledReason,
  type FunctionLog,
  invoke,
  newInvocationId,
  type Outcome,
  traceContext,
} from './invocation.ts';
import { mayRetry, pause, retryContext, retryDelayMs } from './retry.ts';
import type { RunningWork } from './running-work.ts';

/** The timer of one function. */
export interface Timer {
  readonly name: string;
  /** Begins to wait for the schedule, and runs at once where the function asks for it. */
  start(): void;
  /** Runs the function now, its retries included. */
  fire(): Promise<Outcome>;
  /** Waits no more; a run that is under way goes on. */
  stop(): void;
}

/** What a timer needs around it. */
export interface TimerContext {
  readonly app: LoadedApp;
  readonly write: FunctionLog;
  /** The values behind `%NAME%` in schedules. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** Told of each run, so that a stop can wait for it. */
  readonly work: Pick<RunningWork, 'track'>;
}

// A longer delay overflows Node's timers and would end at once.
const maxDelayMs = 2 ** 31 - 1;
const monitoredFromMs = 60_000;
const never = '0001-01-01T00:00:00+00:00';

/** Makes the timer of a function. Throws when the schedule is not one, or names a setting that is missing. */
export function createTimer(target: HostFunction, context: TimerContext): Timer {
  const schedule = parseNcrontab(expandSettings(target.trigger.schedule ?? '', context.settings));
  const status = monitoredStatus(target, schedule);
  let handle: NodeJS.Timeout | undefined;
  const stopping = new AbortController();

  const fire = (reason: string): Promise<Outcome> => {
    const run = runWithRetries(target, context, { reason, status: status.read(), stopping: stopping.signal });
    context.work.track(run);
    return run;
  };
  const wait = (due: Date): void => {
    if (stopping.signal.aborted) return;
    const delayMs = due.getTime() - Date.now();
    handle = setTimeout(
      async () => {
        if (delayMs > maxDelayMs) return wait(due);
        // The next run waits for this one: a timer does not overlap itself.
        await fire(firedNow());
        status.ran(due);
        wait(schedule.next(new Date(Math.max(Date.now(), due.getTime()))));
      },
      Math.min(Math.max(delayMs, 0), maxDelayMs),
    );
  };
  return {
    name: target.name,
    start() {
      if (target.trigger.runOnStartup) void fire(firedNow());
      wait(schedule.next(new Date()));
    },
    fire: () => fire(calledReason),
    stop() {
      stopping.abort();
      clearTimeout(handle);
    },
  };
}

/** Puts settings where a text says `%NAME%`. Throws when one is missing. */
export function expandSettings(text: string, settings: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/%([^%]*)%/g, (_, name: string) => {
    const value = settings[name];
    if (value === undefined) throw new Error(`'%${name}%' does not resolve to a value.`);
    return value;
  });
}

interface TimerStatus {
  readonly Last: string;
  readonly Next: string;
  readonly LastUpdated: string;
}

interface MonitoredStatus {
  read(): TimerStatus | null;
  ran(due: Date): void;
}

/** The real host keeps this in blob storage; here it lives as long as the process. */
function monitoredStatus({ trigger }: HostFunction, schedule: Schedule): MonitoredStatus {
  const first = schedule.next(new Date());
  const isFrequent = schedule.next(first).getTime() - first.getTime() < monitoredFromMs;
  if (trigger.useMonitor === false || isFrequent) return { read: () => null, ran: () => undefined };
  let status = { Last: never, Next: first.toISOString(), LastUpdated: never };
  return {
    read: () => status,
    ran(due) {
      const last = due.toISOString();
      status = { Last: last, Next: schedule.next(due).toISOString(), LastUpdated: last };
    },
  };
}

async function runWithRetries(
  target: HostFunction,
  { app, write }: TimerContext,
  { reason, status, stopping }: { reason: string; status: TimerStatus | null; stopping: AbortSignal },
): Promise<Outcome> {
  const { metadata, callback, trigger } = target;
  const retry = metadata.retryOptions;
  const runOnce = (again: object) =>
    invoke(
      app,
      {
        metadata,
        callback,
        reason,
        id: newInvocationId(),
        request: {
          inputData: [{ name: trigger.name, data: { json: timerInfo(status) } }],
          triggerMetadata: {},
          traceContext: traceContext(undefined),
          ...again,
        },
      },
      write,
    );
  let outcome = await runOnce({});
  for (let retryCount = 1; !outcome.succeeded && mayRetry(retry, retryCount - 1); retryCount += 1) {
    await pause(retryDelayMs(retry, retryCount), stopping);
    if (stopping.aborted) return outcome;
    outcome = await runOnce({ retryContext: retryContext(retry, retryCount, outcome.error) });
  }
  return outcome;
}

function firedNow(): string {
  return `Timer fired at ${new Date().toISOString().replace('Z', '+00:00')}`;
}

function timerInfo(status: TimerStatus | null): string {
  return JSON.stringify({ Schedule: { AdjustForDST: true }, ScheduleStatus: status, IsPastDue: false });
}
