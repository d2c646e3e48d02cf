import type { InvocationRequest, RpcRetryOptions } from './core-types.ts';

/** Whether a run that has been tried again `retryCount` times may be tried once more. */
export function mayRetry(retry: RpcRetryOptions | undefined, retryCount: number): retry is RpcRetryOptions {
  return retry !== undefined && (retry.maxRetryCount === -1 || retryCount < retry.maxRetryCount);
}

/** How long to wait before the retry of this number (from 1), in milliseconds. */
export function retryDelayMs(retry: RpcRetryOptions, retryCount: number): number {
  if (retry.retryStrategy === 'fixedDelay') return (retry.delayInterval?.seconds ?? 0) * 1000;
  const least = (retry.minimumInterval?.seconds ?? 0) * 1000;
  const most = (retry.maximumInterval?.seconds ?? 0) * 1000;
  return Math.min(least * 2 ** (retryCount - 1), most);
}

/** What a retried run is told; the first try is told nothing. */
export function retryContext(
  retry: RpcRetryOptions,
  retryCount: number,
  error: unknown,
): NonNullable<InvocationRequest['retryContext']> {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return {
    retryCount,
    maxRetryCount: retry.maxRetryCount,
    exception: { message, stackTrace: stack, source: '' },
  };
}

/** Waits for a time, or until a signal aborts. */
export function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(handle);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const handle = setTimeout(end, delayMs);
    signal.addEventListener('abort', end);
  });
}
