import type { Cause } from '../../shared/domain/diagnosis/causes.ts';
import { cleanText, fold } from '../../shared/domain/diagnosis/matching/clean-text.ts';
import { catalogueSources, ownSentences } from './sources.ts';

/** Labels with fewer literal letters match nearly any text. */
const minLetters = 15;

/** The same for labels that begin with a placeholder. */
const minLettersAfterPlaceholder = 21;

/** The longest label that is kept, in UTF-16 units: its beginning identifies it. */
const maxLabel = 160;

/** Names of the apps, which differ between versions; `$` stands for all of them. */
const products =
  /(?:Microsoft )?Dynamics (?:365 Sales|365|CRM)(?: Online)?|Microsoft CRM|Common Data Service|Microsoft Dataverse|Dataverse/gi;

/** Placeholders of Business Central, .NET, SQL Server and the documentation. */
const placeholders = /%\d|\{\d+\}|\{[A-Z]+\}|%(?:\.\*)?l?[sd]|<[^<>]{1,40}>/g;

/** One label as data: the text, with `{}` for values and `$` for an app; the code that tells it apart, if it has one. */
interface LabelLine {
  readonly cause: string;
  readonly code: string;
  readonly text: string;
}

/** A text of a source as a label; undefined where too little of it is literal. */
export function labelOf(source: string): string | undefined {
  const text = cleanText(source)
    .text.replaceAll(/[$|#=]/g, '{}')
    .replaceAll(placeholders, '{}')
    .replaceAll(products, '$')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/['"«»“”„]?\{\}['"«»“”„]?(?:[ ,/-]{0,3}['"«»“”„]?\{\}['"«»“”„]?)*/g, '{}')
    .trim()
    .replace(/[\s.,;:!{}]+$/, '');
  const kept = text.length > maxLabel ? text.slice(0, text.lastIndexOf(' ', maxLabel)) : text;
  return saysEnough(kept) ? kept : undefined;
}

/** Whether enough of a label is literal; of several spellings the first counts. */
function saysEnough(label: string): boolean {
  const letters = label.replaceAll(/\(([^()|]*)\|[^()]*\)/g, '$1').replaceAll(/[^\p{L}]/gu, '').length;
  return letters >= (/^\W*\{\}/.test(label) ? minLettersAfterPlaceholder : minLetters);
}

/** The label for a sentence that we wrote ourselves. */
export function ownLabelOf(sentence: string): string | undefined {
  const label = sentence.replaceAll(/\bDataverse\b|\bDynamics 365 Sales\b/g, '$').replace(/[\s{}.,]+$/, '');
  return saysEnough(label) ? label : undefined;
}

/** Every label of the sources once, the first cause of a text wins. */
export function labelLines(): LabelLine[] {
  const { labels, faults, platformTexts } = catalogueSources();
  const lines = new Map<string, LabelLine>();
  const add = (cause: string, code: string, source: string | undefined) => {
    const text = source === undefined ? undefined : labelOf(source);
    if (text === undefined) return;
    const known = fold(text);
    // A key shows the label of Business Central, so only the other texts are kept folded.
    if (!lines.has(known)) lines.set(known, { cause, code, text: code === '' ? text : known });
  };
  for (const { cause, resolver, text, variants } of labels)
    for (const wording of [text, ...variants]) add(judgement(cause, resolver), '', wording);
  for (const { cause, resolver, text, translations } of platformTexts)
    for (const wording of [text, ...Object.values(translations)])
      add(judgement(cause, resolver), '', wording);
  for (const { cause, resolver, code, message, messageOld, translations } of faults)
    for (const wording of [message, messageOld, ...Object.values(translations)])
      add(judgement(cause, resolver), code.slice(2).toLowerCase(), wording);
  for (const { cause, text } of ownSentences()) {
    const label = ownLabelOf(text);
    if (label !== undefined && !lines.has(fold(label)))
      lines.set(fold(label), { cause, code: '', text: label });
  }
  return [...lines.values()];
}

const judgement = (cause: Cause, resolver: string | undefined) => (resolver ? `${cause} ${resolver}` : cause);

function grouped<Line>(
  lines: readonly Line[],
  groupOf: (line: Line) => string,
  textOf: (line: Line) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const line of lines) groups.set(groupOf(line), [...(groups.get(groupOf(line)) ?? []), textOf(line)]);
  return groups;
}

/** The labels as one text: a line `#cause resolver` before the labels of each judgement, `=code text` for a fault. */
export function labelData(): string {
  const groups = grouped(
    labelLines(),
    ({ cause }) => cause,
    ({ code, text }) => (code === '' ? text : `=${code} ${text}`),
  );
  return [...groups].map(([cause, texts]) => [`#${cause}`, ...texts].join('\n')).join('\n');
}

/** Dataverse's codes as one text: a line for each judgement with its codes, without `0x8`. */
export function faultCodeData(): string {
  const groups = grouped(
    catalogueSources().faults,
    ({ cause, resolver }) => judgement(cause, resolver),
    ({ code }) => code.slice(3).toLowerCase(),
  );
  return [...groups].map(([cause, codes]) => `${cause}: ${[...new Set(codes)].join(' ')}`).join('\n');
}

/** A name that stands for a code: long, and of at least two words, as `DuplicateRecord` is. */
const codeName = /^(?=.{10})[A-Z][A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*$/;

/** The names of Dataverse's codes as one text: a line for each judgement. */
export function faultNameData(): string {
  const groups = grouped(
    catalogueSources().faults.filter(({ name }) => name !== undefined && codeName.test(name)),
    ({ cause, resolver }) => judgement(cause, resolver),
    ({ name }) => name ?? '',
  );
  return [...groups].map(([cause, names]) => `${cause}: ${[...new Set(names)].join(' ')}`).join('\n');
}

/** The codes of Microsoft Entra with another cause than a failed sign-in, as one text; without `AADSTS`. */
export function signInCodeData(): string {
  const groups = grouped(
    catalogueSources().signInErrors.filter(({ cause }) => cause !== 'authentication-failed'),
    ({ cause, resolver }) => judgement(cause, resolver),
    ({ code }) => code.slice('AADSTS'.length),
  );
  return [...groups].map(([cause, codes]) => `${cause}: ${codes.join(' ')}`).join('\n');
}
