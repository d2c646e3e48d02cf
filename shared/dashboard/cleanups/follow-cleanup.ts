import { ApiFailure } from '../api/api-failure.ts';
import type { Cleanup } from '../api/generated-client.ts';

/** Waits before the first looks, ms; the last one holds for all further looks. */
const waitsMs = [500, 1000, 2000] as const;
/** Wait while a clean-up stands still, or cannot be read, ms. */
const patientMs = 10_000;

export interface Following {
  readonly read: () => Promise<Cleanup>;
  /** Gets what each look saw; says whether the clean-up stands still. */
  readonly onLook: (cleanup: Cleanup) => { readonly isStalled: boolean };
  readonly signal: AbortSignal;
}

/**
 * Looks at a clean-up until it is done, or the signal ends that.
 * @throws {ApiFailure} where looking again would not help
 */
export async function followCleanup({ read, onLook, signal }: Following): Promise<void> {
  let wait: number = waitsMs[0];
  for (let looks = 1; ; looks++) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (signal.aborted) return;
    const next = waitsMs[looks] ?? waitsMs[2];
    try {
      const cleanup = await read();
      if (signal.aborted) return;
      const { isStalled } = onLook(cleanup);
      if (cleanup.done) return;
      wait = isStalled ? patientMs : next;
    } catch (error) {
      if (!(error instanceof ApiFailure) || !mayPass(error)) throw error;
      wait =
        error.retryAfterSeconds === undefined
          ? patientMs
          : Math.max(waitsMs[0], error.retryAfterSeconds * 1000);
    }
  }
}

/** Whether the same call may succeed later. */
function mayPass({ status }: ApiFailure): boolean {
  return status === 0 || status >= 500;
}
