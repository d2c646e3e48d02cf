import type { PipelineResponse, RestError, RetryStrategy } from '@azure/core-rest-pipeline';
import { retryAfterMs } from '../domain/retry-after.ts';

const passingStatuses = new Set([429, 502, 503, 504]);
// The server closed a kept-alive connection in the meantime.
const passingCodes = new Set(['ECONNRESET', 'EPIPE']);

/**
 * Retries failures that pass by themselves while the wait fits the time left. The SDK's own strategies do neither: they
 * do not retry a 429 without Retry-After, and they wait for any Retry-After, however long.
 * @param delayMs First wait if the answer asks for none. It doubles with each retry and varies by a quarter.
 */
export function retryInTime(remainingMs: () => number, delayMs: number): RetryStrategy {
  return {
    name: 'retryInTime',
    retry({ retryCount, response, responseError }) {
      if (!passes(response, responseError)) return { skipStrategy: true };
      const retryAfterInMs =
        retryAfterMs(response?.headers.get('retry-after'), Date.now()) ??
        delayMs * 2 ** retryCount * (0.75 + Math.random() / 2);
      return retryAfterInMs < remainingMs() ? { retryAfterInMs } : { skipStrategy: true };
    },
  };
}

function passes(response: PipelineResponse | undefined, error: RestError | undefined): boolean {
  if (response) return passingStatuses.has(response.status);
  return passingCodes.has(error?.code ?? '');
}
