import { UpstreamFailure } from './upstream-failure.ts';

/** A time limit that work is under: it aborts the signal, with an {@link UpstreamFailure} as its reason. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Milliseconds until it is over; 0 when it is. */
  remainingMs(): number;
}

/** Runs work under a time limit; the work must end when the signal does. */
export async function withTimeLimit<Result>(
  limitMs: number,
  work: (limit: TimeLimit) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const end = performance.now() + limitMs;
  const timer = setTimeout(
    () => controller.abort(new UpstreamFailure('timed-out', `no answer within ${limitMs} ms`)),
    limitMs,
  );
  try {
    return await work({
      signal: controller.signal,
      remainingMs: () => (controller.signal.aborted ? 0 : Math.max(0, end - performance.now())),
    });
  } finally {
    clearTimeout(timer);
  }
}

/** The promise, or the signal's reason if that comes first; what the promise does afterwards is not waited for. */
export function orAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
