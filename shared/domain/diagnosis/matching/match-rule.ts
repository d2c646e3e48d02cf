import type { Captures, Rule } from '../rules/rule.ts';
import type { CleanText } from './clean-text.ts';
import { isNameOfCompany, isNegated, isTold, Surroundings } from './context.ts';
import { innerStart, labelStarts } from './inner-text.ts';
import { type Found, findLabel } from './label.ts';
import type { IndexedLabel, RuleIndex } from './rule-index.ts';

/** Read no further than this many UTF-16 units from where the inner text begins; Business Central keeps 2,048. */
const window = 2048;

/** A label that agrees in this many UTF-16 units is no accident, whatever follows. */
const enoughLiteral = 40;

/** What may follow a label: nothing, or another sentence. */
const endOfLabel = /^["')\]}\s]*(?:$|[.!,;:(\\|-]|\s*\()/;

/** The rule that recognizes a text, and the piece of it that decided. */
export interface Match {
  readonly rule: Rule;
  readonly captures: Captures;
  readonly evidence: string;
}

/** How far from the end of a cut text a label may begin: none is longer, long values included. */
const maxCut = 400;

/** The first rule, in their order, that recognizes the inner text of a message. */
export function matchRule(clean: CleanText, index: RuleIndex, cut: boolean): Match | undefined {
  const start = innerStart(clean.folded);
  const inner = clean.folded.slice(start, start + window);
  const place = {
    clean,
    start,
    inner,
    begins: labelStarts(inner, 0),
    surroundings: new Surroundings(clean.folded.slice(0, start + window)),
  };
  for (const indexed of index.candidates(inner)) {
    const found = matchOf(indexed, place, false);
    if (found) return found.match;
  }
  if (!cut || inner.length === window) return undefined;
  // Several labels may begin alike: the one that agrees furthest is meant.
  let best: { match: Match; literal: number } | undefined;
  for (const indexed of index.beginningIn(inner.slice(-maxCut))) {
    const found = matchOf(indexed, place, true);
    if (found && (!best || found.literal > best.literal)) best = found;
  }
  return best?.match;
}

interface Place {
  readonly clean: CleanText;
  /** Where the inner text begins. */
  readonly start: number;
  readonly inner: string;
  /** Where in the inner text a label may begin. */
  readonly begins: readonly number[];
  readonly surroundings: Surroundings;
}

/** What a label makes of a text, if it stands there so that it counts. */
function matchOf(
  indexed: IndexedLabel,
  { clean: { text, folded }, start, inner, begins, surroundings }: Place,
  cut: boolean,
): { match: Match; literal: number } | undefined {
  const { rule, label } = indexed;
  const anywhere = rule.kind === 'fault';
  const earliest = cut ? Math.max(0, inner.length - maxCut) : 0;
  for (const from of anywhere ? [earliest] : begins) {
    if (from < earliest) continue;
    const found = findLabel(inner, label, { from, anywhere, cut });
    if (!found || !isWhole(inner, found, indexed)) continue;
    if (!stands(surroundings, folded, start, found, indexed)) continue;
    if (anywhere && isNameOfCompany(text.slice(start + found.end, start + found.end + 120))) continue;
    const captures = capturesOf(found, text, start);
    if (rule.accepts && !rule.accepts(captures)) continue;
    const evidence = evidenceOf(text.slice(start), found, indexed);
    return { match: { rule, captures, evidence }, literal: found.literal };
  }
  return undefined;
}

function capturesOf({ values }: Found, text: string, start: number): Captures {
  const captures: Record<string, string> = {};
  for (const [name, [from, to]] of Object.entries(values))
    captures[name] = text.slice(start + from, start + to).trim();
  return captures;
}

const maxEvidence = 250;

/** The words that decided; with what follows up to the next space or sentence where a placeholder ends the label. */
function evidenceOf(text: string, { start, end }: Found, { label }: IndexedLabel): string {
  const more = label.last === undefined ? 0 : (/^\s?\S{0,100}/.exec(text.slice(end))?.[0].length ?? 0);
  return text
    .slice(start, Math.min(end + more, start + maxEvidence))
    .replace(/[.,;:]+$/, '')
    .trim();
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a label does not begin or end in the middle of a word. */
function isWhole(inner: string, { start, end, cut }: Found, { rule, label }: IndexedLabel): boolean {
  const inWord = (at: number) =>
    wordCharacter.test(inner.charAt(at - 1)) && wordCharacter.test(inner.charAt(at));
  if (rule.kind === 'fault' && inWord(start)) return false;
  return cut || label.last !== undefined || !inWord(end);
}

/** Makes what follows the name of a person. */
const title = /(?<!\w)(?:mrs?|ms|dr|herr|frau|dhr|mevr|mme|sra?|hr|fru)\.? $/;

/** Whether what follows is put in quotes, as a name or as somebody's words, and is not the value of an answer in JSON. */
function isQuotation(before: string): boolean {
  return /\s["'] ?$/.test(before) && !/[:=] ["'] ?$/.test(before);
}

/** Whether the text around what was found lets it count. */
function stands(
  surroundings: Surroundings,
  folded: string,
  start: number,
  found: Found,
  { rule, label, language }: IndexedLabel,
): boolean {
  const begin = start + found.start;
  const end = start + found.end;
  const after = folded.slice(end, end + 300);
  // A placeholder of a fault may stand for anything, so what it stands for is looked at as well.
  const told = rule.kind === 'fault' ? folded.slice(begin, end + 300) : after;
  if (surroundings.introduces(begin) || isTold(told)) return false;
  // Translated labels are known by their main words only, so more of their sentence may follow.
  if (rule.kind === 'label')
    return (
      found.cut ||
      label.last !== undefined ||
      language !== 'en' ||
      found.literal >= enoughLiteral ||
      endOfLabel.test(after)
    );
  const before = folded.slice(Math.max(0, begin - 60), begin);
  return !isQuotation(before) && !title.test(before) && !isNegated(before) && !surroundings.namesOtherProduct;
}
