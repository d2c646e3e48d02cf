import { hash } from 'node:crypto';
import { base32 } from '../../reports/ulid.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';
import { normalizeMessage } from './message-normalization.ts';

/** How the key of a text that no rule recognizes begins. */
export const textKeyPrefix = 'text:';

/**
 * The key of a text that no rule recognizes: equal for texts that differ in names and numbers only. It is a hash, since
 * keys outlive the entries and the text may name people.
 */
export function textKey(subject: DiagnosisSubject): string {
  return `${textKeyPrefix}${base32(hash('sha256', normalizeMessage(subject), 'buffer'))}`;
}
