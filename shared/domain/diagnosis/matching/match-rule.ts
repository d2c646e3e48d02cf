import type { Captures, Rule } from '../rules/rule.ts';
import { continuesCompanyName } from './company-name.ts';
import { type Found, findLabel, type Label } from './label.ts';
import { beginsWithOtherName } from './leading-name.ts';
import { endsWithNegation, isComplete, isOver } from './negation.ts';
import { maxInner, type PreparedMessage } from './prepared-message.ts';
import { isQuotedOrResolved } from './quotations.ts';
import type { IndexedLabel, RuleIndex } from './rule-index.ts';

/** How far from the end of a cut text a label may begin, in UTF-16 units; no label is longer, values included. */
const maxCutLabel = 400;

/** A label with this many literal UTF-16 units counts whatever follows it. */
export const minLiteralAlone = 40;

/** The longest evidence, in UTF-16 units. */
export const maxEvidence = 250;

/** What may follow a label: nothing, or another sentence. */
export const endOfLabel = /^["')\]}\s]*(?:$|[.!,;:(\\|-]|\s*\()/;

const wordCharacter = /[\p{L}\p{N}]/u;

/** Before a name, it shows that the name is that of a person; folded. */
export const formOfAddress = /(?<!\w)(?:mrs?|ms|dr|herr|frau|dhr|mevr|mme|sra?|hr|fru)\.? $/;

const addressed = /(?<!\w)(?:mrs?|ms|dr|herr|frau|dhr|mevr|mme|sra?)\.? \w/;

/** Whether a folded text addresses or names a person, as "Mr. Lock" does. */
export function addressesPerson(folded: string): boolean {
  return addressed.test(folded);
}

/** The rule that recognizes a text, and the words that decided. */
export interface Match {
  readonly rule: Rule;
  readonly captures: Captures;
  readonly evidence: string;
}

/** A match, where it begins in the inner text, and how much literal text of its label agreed, in UTF-16 units. */
export interface RatedMatch extends Match {
  readonly start: number;
  readonly literal: number;
}

/** The first rule that recognizes the inner text of a message. */
export function matchRule(message: PreparedMessage, index: RuleIndex, cut: boolean): RatedMatch | undefined {
  for (const indexed of index.candidates(message.words)) {
    const match = matchLabel(indexed, message, false);
    if (match) return match;
  }
  return cut ? matchBeginning(message, index) : undefined;
}

/** The rule whose label begins at the end of the inner text of a message; undefined for a text that is longer. */
export function matchBeginning(message: PreparedMessage, index: RuleIndex): RatedMatch | undefined {
  const { inner } = message;
  if (inner.length === maxInner) return undefined;
  // Several labels may begin alike: the longest match wins.
  let best: RatedMatch | undefined;
  for (const indexed of index.beginningIn(inner.slice(-maxCutLabel))) {
    const match = matchLabel(indexed, message, true);
    if (match && (!best || match.literal > best.literal)) best = match;
  }
  return best;
}

/** The match of one label, if the text around it does not speak against it. */
function matchLabel(indexed: IndexedLabel, message: PreparedMessage, cut: boolean): RatedMatch | undefined {
  const { rule, label } = indexed;
  const { inner, start } = message;
  const { text } = message.clean;
  const anywhere = rule.kind === 'fault';
  const earliest = cut ? Math.max(0, inner.length - maxCutLabel) : 0;
  for (const from of anywhere ? [earliest] : message.labelStarts) {
    if (from < earliest) continue;
    const found = findLabel(inner, label, { from, anywhere, cut });
    if (!found || !isWhole(inner, found, indexed)) continue;
    if (!countsInContext(message, found, indexed)) continue;
    if (anywhere && continuesCompanyName(text.slice(start + found.end, start + found.end + 120))) continue;
    if (!anywhere && quotesLabel(inner, label, from)) continue;
    const captures = capturesOf(found, text, start);
    if (rule.accepts && !rule.accepts(captures)) continue;
    const evidence = evidenceOf(text.slice(start), found, indexed);
    return { rule, captures, evidence, start: found.start, literal: found.literal };
  }
  return undefined;
}

/** Whether a label is inside a quotation: the value that it begins with has a quote that is open. */
function quotesLabel(inner: string, { segments: [first] }: Label, from: number): boolean {
  if (first?.before === undefined) return false;
  const ends = first.spellings.map((spelling) => inner.indexOf(spelling, from)).filter((at) => at !== -1);
  return inner.slice(from, Math.min(...ends)).split('"').length % 2 === 0;
}

function capturesOf({ values }: Found, text: string, start: number): Captures {
  const captures: Record<string, string> = {};
  for (const [name, [from, to]] of Object.entries(values))
    captures[name] = text.slice(start + from, start + to).trim();
  return captures;
}

/** The words that matched; up to the next space where a placeholder ends the label. */
function evidenceOf(text: string, { start, end }: Found, { label }: IndexedLabel): string {
  const value = label.last === undefined ? 0 : (/^\s?\S{0,100}/.exec(text.slice(end))?.[0].length ?? 0);
  return text
    .slice(start, Math.min(end + value, start + maxEvidence))
    .replace(/[.,;:]+$/, '')
    .trim();
}

/** Whether what was found neither begins nor ends in the middle of a word. */
function isWhole(inner: string, { start, end, cut }: Found, { rule, label }: IndexedLabel): boolean {
  const isInWord = (at: number) =>
    wordCharacter.test(inner.charAt(at - 1)) && wordCharacter.test(inner.charAt(at));
  if (rule.kind === 'fault' && isInWord(start)) return false;
  return cut || label.last !== undefined || !isInWord(end);
}

/** Whether a text ends with an opening quote that does not belong to the value of an answer in JSON. */
function opensQuote(before: string): boolean {
  return /\s["'] ?$/.test(before) && !/[:=] ["'] ?$/.test(before);
}

/** Rules of states: where the text says that the state is over, there is no error. */
const statesThatEnd: readonly string[] = ['blocked', 'administration mode'];

/** Whether the text around what was found lets it count as an error. */
function countsInContext(
  message: PreparedMessage,
  found: Found,
  { rule, label, translated }: IndexedLabel,
): boolean {
  const { surroundings, clean, start } = message;
  const { folded } = clean;
  const begin = start + found.start;
  const end = start + found.end;
  const after = folded.slice(end, end + 300);
  // The values of a fault's placeholders can be any text, so they are searched as well.
  const searched = rule.kind === 'fault' ? folded.slice(begin, end + 300) : after;
  if (surroundings.hasQuotation && (surroundings.isQuotationAt(begin) || isQuotedOrResolved(searched)))
    return false;
  const matched = folded.slice(begin, end);
  if (statesThatEnd.includes(rule.name) && isOver(matched)) return false;
  if (rule.cause === 'missing-privilege' && isComplete(matched)) return false;
  if (rule.kind === 'label')
    return (
      found.cut ||
      label.last !== undefined ||
      // A translated label is only the main words of its sentence, so the rest of the sentence may follow.
      translated ||
      found.literal >= minLiteralAlone ||
      endOfLabel.test(after)
    );
  const before = folded.slice(Math.max(0, begin - 60), begin);
  return (
    !opensQuote(before) &&
    !formOfAddress.test(before) &&
    !endsWithNegation(before) &&
    !surroundings.namesOtherProduct &&
    !beginsWithOtherName(message)
  );
}
