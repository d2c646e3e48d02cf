import { englishTableName } from '../../links/table-names.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';
import { isCut } from '../matching/cut-message.ts';
import { maskValues } from '../matching/message-normalization.ts';
import { currencyCaption, tableCaption } from './table-captions.ts';

/** The longest key, in UTF-16 units. */
const maxKey = 100;

/** The name of a column, such as "address1_line1"; more than three digits in a row would be a record number. */
const columnName = /^(?!.*\d{4})[a-z]{3}[a-z0-9_]{0,97}$/i;

/** An article before a caption. */
const article = /^(?:(?:the|an?|de|het|een|die|das|le|la|el|los) |l' ?)(?=\S)/i;

/** A caption without its quotes, article, record numbers and GUIDs, and without what follows it. */
export function caption(text = ''): string {
  const quoted = /^\s?['"]([^'"]{1,100})['"]/.exec(text)?.[1];
  // A long text is the rest of the message; in a short one ". " is part of a caption: "Gen. Bus. Posting Group".
  const [head = ''] = (quoted ?? text).split(text.length > 60 ? /[:=]|\. / : /[:=]/, 1);
  const plain = head.replaceAll(/["']/g, '').trim();
  if (columnName.test(plain)) return plain;
  return maskValues(plain)
    .replace(article, '')
    .replaceAll(/\{[a-z]+\}|%/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.,;-]+|[\s.,;-]+$/g, '')
    .slice(0, maxKey)
    .trim();
}

/** Several captions as one key; empty ones are left out. */
export function captions(...texts: readonly (string | undefined)[]): string {
  return texts
    .map((text) => caption(text))
    .filter((text) => text !== '')
    .join(' / ')
    .slice(0, maxKey);
}

/** Whether a text names a table of the integration in either app, or is a placeholder that was not filled in. */
export function isKnownTable(text: string): boolean {
  const name = text.replace(/^(?:the |table |tables |'|")+/i, '');
  return tableCaption().test(name) || dataverseTable.test(name);
}

/** A table of Dataverse, or a placeholder that was not filled in. */
const dataverseTable =
  /^(?:%\d|(?:crm|cds|dataverse|dynamics 365) [a-z]|(?:account|systemuser|transactioncurrency|uomschedule|pricelevel)\b)/i;

/** Whether a text begins with a caption that a coupling can be about, or with a placeholder that was not filled in. */
export function isDependency(text: string): boolean {
  return /^%\d/.test(text) || tableCaption().test(withoutArticle(text));
}

/**
 * The table whose caption begins a text such as "Salesperson Code JO", by its English name in any language; without a
 * caption, the table of the report.
 */
export function dependency(text: string | undefined, subject: DiagnosisSubject): string {
  const named = withoutArticle(text);
  // What follows the caption may be a person and is not kept; the code of a currency is.
  const known = tableCaption().exec(named)?.[0];
  if (!known) return inEnglish(tableOf(subject));
  const code = currencyCaption.test(known) && /\b[A-Z]{3}\b/.exec(named.slice(known.length))?.[0];
  return code ? `${inEnglish(known)} ${code}` : inEnglish(known);
}

function inEnglish(table: string): string {
  return englishTableName(table) ?? table;
}

function withoutArticle(text = ''): string {
  return text.trim().replace(article, '');
}

/** The table that a report is about: that of the source, else that of the destination, else the mapping. */
export function tableOf({ source, destination, mapping }: DiagnosisSubject): string {
  return caption(source?.table ?? destination?.table ?? mapping ?? '');
}

/** The code of a currency, such as "USD", in a text; empty without one. */
export function currencyCode(text = ''): string {
  return /(?<![\p{L}\p{N}])[A-Z]{3}(?![\p{L}\p{N}])/u.exec(text)?.[0] ?? '';
}

/** The first code of a Dataverse fault in a message, in hexadecimal, such as "0x80040265"; empty without one. */
export function faultCode({ message }: DiagnosisSubject): string {
  const found = /0x8[0-9a-f]{7}(?![0-9a-f])|(?<!\d)-2147\d{6}(?!\d)/i.exec(message)?.[0];
  if (!found) return '';
  if (found.startsWith('-')) return `0x${(Number(found) >>> 0).toString(16)}`;
  return found.toLowerCase();
}

/** The name of a privilege, such as "prvReadAccount", from the text after "prv"; empty if the message was cut in it. */
export function privilegeName(text: string | undefined, { message }: DiagnosisSubject): string {
  const name = /^[a-z0-9_]{1,100}/i.exec(text ?? '')?.[0] ?? '';
  // The full text is "is missing prv… privilege": without its last word it was cut, whatever its length.
  const cut = message.endsWith(name) && (isCut(message) || message.endsWith(`is missing prv${name}`));
  return name === '' || cut ? '' : `prv${name}`;
}
