import { UpstreamFailure } from './upstream-failure.ts';

/** The time that work has. When it is over, the signal is aborted with an {@link UpstreamFailure} as its reason. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Milliseconds left; 0 when the time is over. */
  remainingMs(): number;
}

/** Calls `onEnd` after some milliseconds. The function it returns cancels that. */
export type StartTimer = (ms: number, onEnd: () => void) => () => void;

/** A timer on the real clock. */
export const startTimer: StartTimer = (ms, onEnd) => {
  const timer = setTimeout(onEnd, ms);
  return () => clearTimeout(timer);
};

/** Runs work under a time limit. The work must end when the signal is aborted. */
export async function withTimeLimit<Result>(
  limitMs: number,
  start: StartTimer,
  work: (limit: TimeLimit) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const end = performance.now() + limitMs;
  const cancel = start(limitMs, () =>
    controller.abort(new UpstreamFailure('timed-out', `no answer within ${limitMs} ms`)),
  );
  try {
    return await work({
      signal: controller.signal,
      remainingMs: () => (controller.signal.aborted ? 0 : Math.max(0, end - performance.now())),
    });
  } finally {
    cancel();
  }
}

/** The result of the promise, or the signal's reason if the signal is aborted first. */
export function orAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
