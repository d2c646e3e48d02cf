import type { Cause } from './causes.ts';
import type { Diagnosis, DiagnosisSubject } from './diagnosis.ts';
import { normalizeMessage } from './matching/message-normalization.ts';

/**
 * What the occurrences of an unrecognized text share: the message of one of them with placeholders for its values;
 * undefined for a text that was recognized.
 */
export function templateOf(
  { cause }: Pick<Diagnosis, 'cause'>,
  subject: DiagnosisSubject,
): string | undefined {
  return cause === 'unclassified' ? normalizeMessage(subject) : undefined;
}

/** How many errors were not recognized. */
export interface UnrecognizedShare {
  readonly unrecognized: number;
  readonly all: number;
  /** From 0 to 1; 0 without errors. */
  readonly share: number;
}

/** The share of errors whose text was not recognized, from the counts of problems. */
export function unrecognizedShare(
  problems: readonly { readonly cause: Cause; readonly count: number }[],
): UnrecognizedShare {
  let unrecognized = 0;
  let all = 0;
  for (const { cause, count } of problems) {
    all += count;
    if (cause === 'unclassified') unrecognized += count;
  }
  return { unrecognized, all, share: all === 0 ? 0 : unrecognized / all };
}
