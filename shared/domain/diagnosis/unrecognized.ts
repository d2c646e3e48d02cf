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
