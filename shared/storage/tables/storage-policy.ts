import { isRestError, type PipelinePolicy, type PipelineResponse } from '@azure/core-rest-pipeline';
import { retryAfterMs } from '../../domain/retry-after.ts';
import { type Clock, systemClock } from './clock.ts';
import { noteStorageCall } from './storage-call-count.ts';
import { StorageTimeoutError } from './storage-failure.ts';

/** How long one storage call may take, all its attempts included. */
export interface StorageLimits {
  /** One attempt, ms: more than the 5 seconds after which the service ends a query. */
  readonly attemptMs: number;
  /** All attempts and the waits between them, ms. */
  readonly totalMs: number;
  readonly attempts: number;
  /** The first wait, ms; it doubles up to `maxWaitMs`, each with jitter. */
  readonly firstWaitMs: number;
  readonly maxWaitMs: number;
}

/** Every caller is answered within 10 seconds; where connections are refused, within about one. */
export const defaultStorageLimits: StorageLimits = {
  attemptMs: 7000,
  totalMs: 9000,
  attempts: 5,
  firstWaitMs: 100,
  maxWaitMs: 1500,
};

const transientStatuses = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Counts storage calls, limits their time and repeats them. It replaces the SDK's retry policy, which has no time limit
 * (a server that hangs lets the caller hang), gives up on a 429 without `Retry-After`, and waits as long as that header says.
 */
export function storagePolicy(limits: StorageLimits, clock: Clock = systemClock): PipelinePolicy {
  return {
    name: 'storagePolicy',
    async sendRequest(request, next) {
      const deadline = clock.now() + limits.totalMs;
      const outer = request.abortSignal;
      for (let attempt = 1; ; attempt++) {
        const outcome = await tryOnce(
          async (signal) => {
            noteStorageCall();
            request.abortSignal = signal;
            return await next(request);
          },
          Math.min(limits.attemptMs, deadline - clock.now()),
          clock,
        );
        if (outer) request.abortSignal = outer;
        else delete request.abortSignal;
        if (!isTransient(outcome)) return finish(outcome);
        const waitMs = askedWaitMs(outcome) ?? backOffMs(limits, attempt);
        if (attempt >= limits.attempts || clock.now() + waitMs >= deadline) return finish(outcome);
        await new Promise<void>((resolve) => clock.after(waitMs, resolve));
      }
    },
  };
}

/** The first status in the answer to a transaction comes within so many characters; a failed operation is the first. */
const beginningOfAnswer = 1000;

type Outcome = { readonly response: PipelineResponse } | { readonly error: unknown };

async function tryOnce(
  send: (signal: AbortSignal) => Promise<PipelineResponse>,
  limitMs: number,
  clock: Clock,
): Promise<Outcome> {
  const controller = new AbortController();
  let stopTimer: (() => void) | undefined;
  const timeout = new Promise<never>((_, reject) => {
    stopTimer = clock.after(limitMs, () => {
      reject(new StorageTimeoutError(`No answer within ${Math.round(limitMs)} ms`));
      controller.abort();
    });
  });
  try {
    return { response: await Promise.race([send(controller.signal), timeout]) };
  } catch (error) {
    return { error };
  } finally {
    stopTimer?.();
  }
}

function finish(outcome: Outcome): PipelineResponse {
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

function isTransient(outcome: Outcome): boolean {
  if ('response' in outcome) return transientStatuses.has(statusIn(outcome.response));
  const { error } = outcome;
  if (error instanceof StorageTimeoutError) return true;
  return isRestError(error) && (error.statusCode === undefined || transientStatuses.has(error.statusCode));
}

/** The status of an answer. A transaction is answered 202: for one that failed, the status of the failed operation. */
function statusIn({ status, bodyAsText }: PipelineResponse): number {
  if (status !== 202 || !bodyAsText) return status;
  return Number(/^HTTP\/1\.1 (\d{3})/m.exec(bodyAsText.slice(0, beginningOfAnswer))?.[1] ?? status);
}

function askedWaitMs(outcome: Outcome): number | undefined {
  if ('error' in outcome) return undefined;
  return retryAfterMs(outcome.response.headers.get('retry-after'), Date.now());
}

function backOffMs(limits: StorageLimits, attempt: number): number {
  const ceiling = Math.min(limits.maxWaitMs, limits.firstWaitMs * 2 ** (attempt - 1));
  return ceiling * (0.5 + Math.random() / 2);
}
