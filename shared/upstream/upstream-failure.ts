import type { Unavailable, UnavailableReason } from '../domain/settings-checks/settings-snapshot.ts';

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

/** The value that was read, or why it is not known. Throws errors other than an {@link UpstreamFailure}: they are bugs. */
export async function factGroup<Value>(reading: Promise<Value>): Promise<FactGroup<Value>> {
  try {
    return { value: await reading };
  } catch (error) {
    return unavailableFacts(error);
  }
}

/** Facts that an error kept unknown. Throws errors other than an {@link UpstreamFailure}: they are bugs. */
export function unavailableFacts(error: unknown): { unavailable: Unavailable } {
  if (!(error instanceof UpstreamFailure)) throw error;
  return { unavailable: { reason: error.reason, detail: error.message } };
}
