import type { CheckId } from './check-ids.ts';
import type { Unknown } from './facts.ts';
import type { FindingStatus, SkipReason } from './finding.ts';
import type { FindingTexts, Seen } from './texts/finding-texts.ts';

/** The result of a rule. `judgeSettings` adds the documentation, the causes and the number of errors it explains. */
export interface Judgement {
  readonly check: CheckId;
  readonly status: FindingStatus;
  readonly reason?: SkipReason;
  /** What was checked: a user, a security role, a privilege, a currency or a job. */
  readonly subject?: string;
  /** The company of Business Central; absent if the check is about none, or about the only one. */
  readonly company?: string;
  /** The key of open errors about this subject; absent if the check is not about one subject of many. */
  readonly errorKey?: string;
  readonly seen: string;
  readonly remedy?: string;
}

/** A check that is skipped because its facts are not known. */
export function skippedFor(
  check: CheckId,
  { system, unavailable, missingAt }: Unknown,
  texts: FindingTexts,
  subject?: string,
): Judgement {
  return {
    check,
    status: 'skipped',
    reason: unavailable.reason,
    ...(subject !== undefined && { subject }),
    ...(missingAt === undefined
      ? texts.factsUnavailable(system, unavailable.reason, unavailable.detail)
      : texts.factMissing(missingAt)),
  };
}

/** A check that is skipped because it depends on another one. */
export function waitsFor(check: CheckId, other: CheckId, texts: FindingTexts, subject?: string): Judgement {
  return {
    check,
    status: 'skipped',
    reason: 'depends-on',
    ...(subject !== undefined && { subject }),
    ...texts.waitsFor(other),
  };
}

/** A check that is skipped because nothing needs it. */
export function notApplicable(check: CheckId, text: Seen, subject?: string): Judgement {
  return {
    check,
    status: 'skipped',
    reason: 'not-applicable',
    ...(subject !== undefined && { subject }),
    ...text,
  };
}
