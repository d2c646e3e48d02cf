import type { Unavailable, UnavailableReason } from '../domain/settings-checks/settings-snapshot.ts';

/** Facts that an upstream system did not give, and why; caught by the adapters, never by their callers. */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure';
  readonly reason: UnavailableReason;

  /** @param detail What was answered, in words that hold no secret and no personal data. */
  constructor(reason: UnavailableReason, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.reason = reason;
  }
}

/** A group of facts as it goes into a snapshot. */
export type FactGroup<Value> = { value: Value } | { unavailable: Unavailable };

/** The value of what is read, or why there is none; anything else than an {@link UpstreamFailure} is a bug. */
export async function factGroup<Value>(reading: Promise<Value>): Promise<FactGroup<Value>> {
  try {
    return { value: await reading };
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    return { unavailable: { reason: error.reason, detail: error.message } };
  }
}
