import type { CheckId } from './check-ids.ts';
import type { Unknown } from './facts.ts';
import type { FindingStatus, SkipReason } from './finding.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

/** What a rule says; `judgeSettings` adds the documentation, the causes and what they explain. */
export interface Judgement {
  readonly check: CheckId;
  readonly status: FindingStatus;
  readonly reason?: SkipReason;
  readonly subject?: string;
  /** The key that open errors about this subject carry; absent where the check is not about one subject of many. */
  readonly errorKey?: string;
  readonly seen: string;
  readonly remedy?: string;
}

/** A check whose facts are not known. */
export function skippedFor(
  check: CheckId,
  { system, unavailable }: Unknown,
  texts: FindingTexts,
  subject?: string,
): Judgement {
  return {
    check,
    status: 'skipped',
    reason: unavailable.reason,
    ...(subject !== undefined && { subject }),
    ...texts.factsUnavailable(system, unavailable.reason, unavailable.detail),
  };
}

/** A check that has to wait for what another one found. */
export function waitsFor(check: CheckId, other: CheckId, texts: FindingTexts, subject?: string): Judgement {
  return {
    check,
    status: 'skipped',
    reason: 'depends-on',
    ...(subject !== undefined && { subject }),
    ...texts.waitsFor(other),
  };
}

/** A check that nothing here calls for. */
export function notApplicable(check: CheckId, said: { readonly seen: string }, subject?: string): Judgement {
  return {
    check,
    status: 'skipped',
    reason: 'not-applicable',
    ...(subject !== undefined && { subject }),
    ...said,
  };
}
