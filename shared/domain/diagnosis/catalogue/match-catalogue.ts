import type { Cause } from '../causes.ts';
import { continuesCompanyName } from '../matching/company-name.ts';
import { type Found, findLabel } from '../matching/label.ts';
import { endOfLabel, formOfAddress, maxEvidence, minLiteralAlone } from '../matching/match-rule.ts';
import { isComplete, isOver } from '../matching/negation.ts';
import { namesOtherProduct } from '../matching/other-products.ts';
import type { PreparedMessage } from '../matching/prepared-message.ts';
import { isQuotedOrResolved } from '../matching/quotations.ts';
import { beginningLength, type CatalogueLabel, labelCatalogue } from './label-catalogue.ts';

/** A label of the catalogue in a message. */
export interface CatalogueMatch {
  readonly label: CatalogueLabel;
  readonly evidence: string;
  /** Where it begins and ends in the inner text. */
  readonly start: number;
  readonly end: number;
  /** How much literal text agreed, in UTF-16 units. */
  readonly literal: number;
}

/** Causes that are states: where the text says that the state is over, there is no error. */
const statesThatEnd: readonly Cause[] = ['environment-admin-mode', 'record-inactive-or-readonly'];

/** How many sentences of a message may begin a label. */
const maxSentences = 24;

/** A label that does not begin the inner text needs this many literal UTF-16 units. */
const minLiteralInside = 30;

/** In a text of more words, each word is looked up once. */
const maxFewWords = 60;

const sentenceEnd = /[.:;!?)\]"'>-]\s+["'([{]?/g;

/** The label of the catalogue that agrees with most of a message; undefined without one. */
export function matchCatalogue(message: PreparedMessage, cut: boolean): CatalogueMatch | undefined {
  const { inner, labelStarts, words } = message;
  const { byBeginning, byWord } = labelCatalogue();
  let best: CatalogueMatch | undefined;
  const attempt = (label: CatalogueLabel, from: number, isStart: boolean) => {
    const match = matchLabel(message, label, { from, isStart, cut });
    if (match && (!best || match.literal > best.literal)) best = match;
  };
  for (const [from, isStart] of beginnings(inner, labelStarts))
    for (const label of byBeginning.get(inner.slice(from, from + beginningLength)) ?? [])
      attempt(label, from, isStart);
  if (best) return best;
  // Every label is under one word, so a word that repeats is the only way to try a label twice.
  for (const word of words.length > maxFewWords ? new Set(words) : words)
    for (const label of byWord.get(word) ?? []) {
      for (const from of labelStarts) attempt(label, from, true);
    }
  return best;
}

/** Positions where a label may begin, and whether they begin the inner text. */
function beginnings(inner: string, labelStarts: readonly number[]): ReadonlyMap<number, boolean> {
  const positions = new Map<number, boolean>(labelStarts.map((start) => [start, true]));
  for (const { index, 0: end } of inner.matchAll(sentenceEnd)) {
    if (positions.size > maxSentences) break;
    if (!positions.has(index + end.length)) positions.set(index + end.length, false);
  }
  return positions;
}

function matchLabel(
  { inner, clean, start, surroundings }: PreparedMessage,
  label: CatalogueLabel,
  { from, isStart, cut }: { from: number; isStart: boolean; cut: boolean },
): CatalogueMatch | undefined {
  const found = findLabel(inner, label.label(), { from, anywhere: false, cut });
  if (!found || (!isStart && found.literal < minLiteralInside)) return undefined;
  if (
    !isWhole(inner, found, label, clean.text.slice(start + found.end, start + found.end + 60)) ||
    !hasPlainValue(clean.text, start, found)
  )
    return undefined;
  const before = clean.folded.slice(0, start + found.start);
  const after = clean.folded.slice(start + found.end, start + found.end + 300);
  if (
    surroundings.hasQuotation &&
    (surroundings.isQuotationAt(start + found.start) || isQuotedOrResolved(after))
  )
    return undefined;
  const matched = inner.slice(found.start, found.end);
  if (label.cause === 'missing-privilege' && isComplete(matched)) return undefined;
  if (statesThatEnd.includes(label.cause) && isOver(matched) && !isOver(label.text.toLowerCase()))
    return undefined;
  if (formOfAddress.test(before.slice(-60))) return undefined;
  if (continuesCompanyName(clean.text.slice(start + found.end, start + found.end + 120))) return undefined;
  if (surroundings.namesOtherProduct && namesOtherProduct(`${before} ; ${after}`)) return undefined;
  return {
    label,
    start: found.start,
    end: found.end,
    literal: found.literal,
    evidence: clean.text
      .slice(start + found.start, Math.min(start + found.end, start + found.start + maxEvidence))
      .replace(/[.,;:]+$/, '')
      .trim(),
  };
}

/** Whether a label ends where a word ends, and a short one where the sentence ends. */
function isWhole(
  inner: string,
  { end, cut, literal }: Found,
  { text }: CatalogueLabel,
  afterText: string,
): boolean {
  if (cut) return true;
  const after = inner.slice(end, end + 60);
  if (/[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(after)) return false;
  return (
    literal >= minLiteralAlone || endOfLabel.test(after) || /[^\p{L}]$/u.test(text) || isValueAtEnd(afterText)
  );
}

/** Whether a name or a number ends the sentence, as the last placeholder of a label is not kept. */
function isValueAtEnd(after: string): boolean {
  return /^ ['"(]?[\p{Lu}\p{N}%][^.;]{0,40}['")]?[.]?$/u.test(after);
}

/** The longest value that a label may begin with, in UTF-16 units: a caption and the number of a record. */
const maxFirst = 80;

/** Whether the value that a label begins with may be a caption: short, and in the message it begins with a capital. */
function hasPlainValue(text: string, start: number, { values }: Found): boolean {
  const { first } = values;
  if (!first) return true;
  const value = text.slice(start + first[0], start + first[1]);
  return value.length <= maxFirst && /^['"[(%]*[\p{Lu}\p{N}%]/u.test(value);
}
