import { conceptOf } from '../likely/concepts.ts';
import { fold } from './clean-text.ts';
import { withoutCompanyNames } from './company-name.ts';
import type { PreparedMessage } from './prepared-message.ts';

/** What a message begins with, as other products do with their names. */
const leadingName = /^[\p{Lu}\p{N}][^:.;,"()[\]{}]{1,40}?[^\d:]: /u;

/** Concepts of records: with a number they are a record of this integration, alone they may be anybody's. */
const recordConcepts: readonly string[] = [
  'customer',
  'vendor',
  'item',
  'order',
  'contact',
  'document',
  'record',
  'resource',
];

/** The number of a record. */
const recordNumber = /(?<!\p{L})(?=[\p{L}-]*\d{2}|[\p{L}]+-?[\p{L}]*\d)[\p{L}\d/-]{2,30}/u;

/** Whether a message begins with the name of something that the integration does not know. */
export function beginsWithOtherName({ clean: { text } }: PreparedMessage): boolean {
  const name = leadingName.exec(text)?.[0];
  if (!name) return false;
  const concepts = fold(withoutCompanyNames(name))
    .split(/[^\p{L}\p{N}'-]+/u)
    .flatMap((word) => conceptOf(word, false));
  return !concepts.some((concept) => !recordConcepts.includes(concept) || recordNumber.test(name));
}
