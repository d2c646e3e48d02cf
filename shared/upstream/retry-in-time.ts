import type { PipelineResponse, RestError, RetryStrategy } from '@azure/core-rest-pipeline';

const passingStatuses = new Set([429, 502, 503, 504]);
// A kept-alive connection that the server closed meanwhile.
const passingCodes = new Set(['ECONNRESET', 'EPIPE']);

/**
 * Retries what passes by itself as long as the wait still fits the time left. The SDK's own strategies do not: they
 * leave a 429 without Retry-After alone, and wait for any Retry-After, however long.
 * @param delayMs First wait where the answer asks for none; it doubles with each retry and varies by a quarter.
 */
export function retryInTime(remainingMs: () => number, delayMs: number): RetryStrategy {
  return {
    name: 'retryInTime',
    retry({ retryCount, response, responseError }) {
      if (!passes(response, responseError)) return { skipStrategy: true };
      const retryAfterInMs = askedWaitMs(response) ?? delayMs * 2 ** retryCount * (0.75 + Math.random() / 2);
      return retryAfterInMs < remainingMs() ? { retryAfterInMs } : { skipStrategy: true };
    },
  };
}

function passes(response: PipelineResponse | undefined, error: RestError | undefined): boolean {
  if (response) return passingStatuses.has(response.status);
  return passingCodes.has(error?.code ?? '');
}

/** Retry-After in milliseconds: a number of seconds, or a date. */
function askedWaitMs(response: PipelineResponse | undefined): number | undefined {
  const asked = response?.headers.get('retry-after')?.trim();
  if (!asked) return undefined;
  const waitMs = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
