import type { DiagnosisSubject } from '../diagnosis.ts';
import { builtOnce } from './built-once.ts';
import { jsonErrorIn } from './json-error.ts';
import { recordNames } from './record-names.ts';

/** Length of a normalized message in UTF-16 units: that of the field `Message` of table 5339. */
const maxLength = 250;

/** How many UTF-16 units of a message are read; what identifies it is at its beginning. */
const maxRead = 2048;

/** How the names of months begin in English, Dutch, German, French, Spanish and Danish. */
const months = [
  ...['jan', 'janv', 'ene'],
  ...['feb', 'f[eé]v'],
  ...['m[aä]r', 'mrt', 'mrz'],
  ...['apr', 'avr', 'abr'],
  'ma[yijo]',
  ...['jun', 'juin'],
  ...['jul', 'juil'],
  ...['aug', 'ao[uû]', 'ago'],
  'sep',
  ...['oct', 'ok?t'],
  'nov',
  ...['dec', 'dez', 'd[eé]c', 'dic'],
].join('|');

interface Mask {
  readonly placeholder: string;
  /** A quick test: without a match the pattern cannot match either. */
  readonly needs: RegExp;
  readonly pattern: string;
  readonly caseSensitive?: true;
}

/**
 * What differs between two occurrences of one message, in the order in which it is replaced. Each repetition is
 * bounded, so that a scan takes linear time for any text.
 */
const masks: readonly Mask[] = [
  { placeholder: '{url}', needs: /:\/\//, pattern: String.raw`\b[a-z][a-z0-9+.-]{1,15}://[^\s'"<>]{1,2048}` },
  {
    placeholder: '{email}',
    needs: /@/,
    pattern: String.raw`[\p{L}\p{N}._%+#-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}`,
  },
  {
    placeholder: '{guid}',
    needs: /\d/,
    pattern: '(?:%7b|[{(]|(?<![0-9a-z]))[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:%7d|[})]|(?![0-9a-z]))',
  },
  {
    placeholder: '{guid}',
    needs: /\d/,
    pattern: String.raw`(?<![0-9a-z])(?=[a-f]{0,31}\d)[0-9a-f]{32}(?![0-9a-z])`,
  },
  {
    placeholder: '{guid}',
    needs: /\d/,
    pattern: String.raw`\{0x[0-9a-f]{8},0x[0-9a-f]{4},0x[0-9a-f]{4},\{(?:0x[0-9a-f]{2},?){8}\}\}`,
  },
  { placeholder: '{value}', needs: /["'“”„‘’«»`]/, pattern: String.raw`(?<![\p{L}\p{N}])"[^"]{0,200}"` },
  {
    placeholder: '{value}',
    needs: /["'“”„‘’«»`]/,
    pattern: String.raw`(?<![\p{L}\p{N}])'(?! )[^']{0,100}(?:'(?=[\p{L}\p{N}])[^']{0,100}){0,3}'(?![\p{L}\p{N}])`,
  },
  {
    placeholder: '{value}',
    needs: /["'“”„‘’«»`]/,
    pattern: '“[^“”]{0,200}”|„[^„“”]{0,200}[“”]|‘[^‘’]{0,200}’|«[^«»]{0,200}»|`[^`]{0,200}`',
  },
  {
    placeholder: '{date}',
    needs: /\d/,
    pattern: String.raw`\b\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)?(?![\p{L}\p{N}])`,
  },
  {
    placeholder: '{date}',
    needs: /\d/,
    pattern: String.raw`\b\d{1,4}([./-])\d{1,2}\1\d{2,4}(?:,? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?)?(?![\p{L}\p{N}])`,
  },
  {
    placeholder: '{date}',
    needs: /\d/,
    pattern: String.raw`\b(?:\d{1,2}\.? (?:de )?(?:${months})\p{L}{0,8}\.?,? (?:de )?\d{4}|(?:${months})\p{L}{0,8}\.? \d{1,2},? \d{4})\b`,
  },
  {
    placeholder: '{date}',
    needs: /\d/,
    pattern: String.raw`\b\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?![\p{L}\p{N}])`,
  },
  // A key without digits, as in "Currency: USD" or "Salesperson/Purchaser: JO".
  {
    placeholder: '{code}',
    needs: /: /,
    pattern: String.raw`(?<=\p{L}: )\p{Lu}[\p{Lu}_.-]{0,40}(?![\p{L}\p{N}-])`,
    caseSensitive: true,
  },
];

const scanners = builtOnce(() =>
  masks.map(({ placeholder, needs, pattern, caseSensitive }) => ({
    placeholder,
    needs,
    scanner: new RegExp(pattern, caseSensitive ? 'gu' : 'giu'),
  })),
);

/** A number, a document number or a name with digits, such as `1,234.50`, `PSI-103021` or `v2.0`. */
const token = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[./-](?=[\p{L}\p{N}_])|(?<=\p{N}),(?=\p{N}))*/gu;

/**
 * A message with placeholders for what differs between its occurrences: numbers, GUIDs, quoted values, record ids,
 * dates, addresses, and what the report calls its own records. An answer in JSON is replaced by its code and its
 * message. It has single spaces and at most 250 UTF-16 units, and identifies a problem without known cause.
 */
export function normalizeMessage(subject: DiagnosisSubject): string {
  const message = subject.message.slice(0, maxRead);
  const names = recordNames(subject);
  const json = jsonErrorIn(message);
  if (!json) return truncate(maskValues(message, names));
  const parts = [maskValues(json.before, names), json.code, maskValues(json.message, names)];
  return truncate(parts.filter((part) => part !== '').join(' '));
}

/** A text with placeholders for names and for what differs between its occurrences; with single spaces. */
export function maskValues(message: string, names: readonly string[] = []): string {
  // A backslash is a line break of Business Central.
  let text = message.replaceAll(/[\s\\]+/gu, ' ').trim();
  for (const name of names) text = maskName(text, name);
  for (const { placeholder, needs, scanner } of scanners())
    if (needs.test(text)) text = text.replaceAll(scanner, placeholder);
  if (/\p{N}/u.test(text)) text = text.replaceAll(token, (word) => (/\p{N}/u.test(word) ? '{number}' : word));
  return text;
}

const endsInWord = /[\p{L}\p{N}]$/u;
const startsInWord = /^[\p{L}\p{N}]/u;

// An expression for each name would be compiled for each message: a hundred times the cost of all else.
function maskName(text: string, name: string): string {
  const wanted = name.replaceAll(/[\s\\]+/gu, ' ').toLowerCase();
  const lowered = text.toLowerCase();
  // Few letters change their length with their case; then only the same case is found.
  const searched = lowered.length === text.length ? lowered : text;
  let masked = '';
  let done = 0;
  for (let start = searched.indexOf(wanted); start !== -1; ) {
    const end = start + wanted.length;
    const isWhole =
      !endsInWord.test(text.slice(Math.max(0, start - 2), start)) &&
      !startsInWord.test(text.slice(end, end + 2));
    if (isWhole) {
      masked += `${text.slice(done, start)}{name}`;
      done = end;
    }
    start = searched.indexOf(wanted, isWhole ? end : start + 1);
  }
  return masked + text.slice(done);
}

/** The first 250 UTF-16 units, without half a surrogate pair or half a placeholder at the end. */
function truncate(text: string): string {
  if (text.length <= maxLength) return text;
  const start = text.slice(0, maxLength);
  return start.replace(/(?:[\uD800-\uDBFF]|\{[a-z]{0,6})$/u, '').trimEnd();
}
