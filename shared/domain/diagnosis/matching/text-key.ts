import { hash } from 'node:crypto';
import { base32 } from '../../reports/ulid.ts';
import { normalizeMessage } from './message-normalization.ts';

/**
 * The key of a text that no rule recognizes: equal for texts that differ in names and numbers only. It is a hash, since
 * keys outlive the entries and the text may name people.
 */
export function textKey(message: string): string {
  return `text:${base32(hash('sha256', normalizeMessage(message), 'buffer'))}`;
}
