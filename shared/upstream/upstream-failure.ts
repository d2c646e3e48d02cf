import type { Unavailable, UnavailableReason } from '../domain/settings-checks/fact-group.ts';

/** An upstream system did not give facts, and why. Adapters catch it; their callers never see it. */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure';
  readonly reason: UnavailableReason;

  /** @param detail What the system answered, without secrets or personal data. */
  constructor(reason: UnavailableReason, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.reason = reason;
  }
}

/** A group of facts as it goes into a snapshot. */
export type FactGroup<Value> = { value: Value } | { unavailable: Unavailable };

/** The value that was read, or why it is not known. Rethrows any error other than {@link UpstreamFailure}. */
export async function factGroup<Value>(reading: Promise<Value>): Promise<FactGroup<Value>> {
  try {
    return { value: await reading };
  } catch (error) {
    return unavailableFacts(error);
  }
}

/** Turns an {@link UpstreamFailure} into the reason why facts are not known. Rethrows any other error. */
export function unavailableFacts(error: unknown): { unavailable: Unavailable } {
  if (!(error instanceof UpstreamFailure)) throw error;
  return { unavailable: { reason: error.reason, detail: error.message } };
}
