import { hash } from 'node:crypto';
import { base32 } from '../../reports/ulid.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';
import { normalizeMessage } from './message-normalization.ts';

/**
 * The key of a text that no rule recognizes: equal for texts that differ in names and numbers only. It is a hash, since
 * keys outlive the entries and the text may name people.
 */
export function textKey(subject: DiagnosisSubject): string {
  return `text:${base32(hash('sha256', normalizeMessage(subject), 'buffer'))}`;
}
