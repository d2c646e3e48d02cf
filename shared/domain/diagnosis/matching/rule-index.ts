import type { TranslatedLabels } from '../labels/translated-labels.ts';
import type { RuleName } from '../rules/all.ts';
import type { Rule } from '../rules/rule.ts';
import { builtOnce } from './built-once.ts';
import { compileLabel, type Label } from './label.ts';

/** One label of a rule, ready for matching. */
export interface IndexedLabel {
  readonly rule: Rule;
  readonly label: Label;
  /** In another language than English. */
  readonly translated: boolean;
  /** Its place in the order in which labels are tried. */
  readonly order: number;
  /** For its literal pieces: the words of which a text must contain one. */
  readonly pieces: readonly (readonly string[])[];
}

/** The labels that are worth trying on a text, in the order of the rules. */
export interface RuleIndex {
  /** Labels that a folded text with these words may contain whole. */
  readonly candidates: (words: readonly string[]) => readonly IndexedLabel[];
  /** Labels that may begin in the folded end of a cut text, whose last word may be incomplete. */
  readonly beginningIn: (tail: string) => readonly IndexedLabel[];
  /** Whether a folded text ends inside a word of a label: no label has its last word, but a longer one. */
  readonly endsInsideWord: (folded: string) => boolean;
}

const wordBreak = /[^a-z0-9_æøß]+/;

/** The shortest beginning of a word that shows a cut, in UTF-16 units. */
const minCutWord = 3;

/** How many literal pieces of a label are searched for anchors; a cut text may lack the later ones. */
const maxAnchorPieces = 3;

/** How many words of a spelling are considered as anchors. */
const maxAnchorWords = 8;

/** How much rarer a long word counts than a word of under four letters, which is frequent in texts. */
const shortWordPenalty = 1000;

/** Indexes the labels of rules by their words, so that most rules cost nothing for most texts. */
export function indexRules(
  rules: readonly Rule<RuleName>[],
  translations: readonly TranslatedLabels[],
): RuleIndex {
  const labels = labelsInOrder(rules, translations);
  const frequency = wordFrequency(labels);
  const whole = new LabelsByWord();
  const beginnings = new LabelsByWord();
  for (const indexed of labels) {
    whole.add(indexed, rarestAnchors(indexed.label, frequency));
    beginnings.add(indexed, firstWords(indexed.label));
  }
  const sorted = builtOnce(() => [...new Set(labels.flatMap(({ label }) => wordsOfLabel(label)))].sort());
  return {
    candidates: (words) => whole.findIn(words),
    endsInsideWord: (folded) => {
      const word = /[a-zæøß]+$/.exec(folded.slice(-maxCutWord))?.[0] ?? '';
      if (word.length < minCutWord) return false;
      const next = sorted()[firstAtOrAfter(sorted(), word)];
      return next !== undefined && next !== word && next.startsWith(word);
    },
    beginningIn: (tail) => {
      const words = tail.split(wordBreak);
      return beginnings.find(words, words.at(-1));
    },
  };
}

/** The longest word that may be cut, in UTF-16 units. */
const maxCutWord = 40;

function wordsOfLabel({ segments }: Label): string[] {
  return segments.flatMap(({ spellings }) => spellings.flatMap((spelling) => spelling.split(wordBreak)));
}

/** The index of the first of sorted words that is equal or greater. */
function firstAtOrAfter(sorted: readonly string[], word: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Labels by a word that a text must contain to match them. */
class LabelsByWord {
  readonly #byWord = new Map<string, IndexedLabel[]>();
  /** Labels without such a word. */
  readonly #always: IndexedLabel[] = [];

  add(indexed: IndexedLabel, words: ReadonlySet<string>): void {
    if (words.size === 0) this.#always.push(indexed);
    for (const word of words) {
      const others = this.#byWord.get(word);
      if (others) others.push(indexed);
      else this.#byWord.set(word, [indexed]);
    }
  }

  /** The labels of which these words have one of each piece, in their order. */
  findIn(words: readonly string[]): readonly IndexedLabel[] {
    const found = [...this.#always];
    let known: ReadonlySet<string> | undefined;
    for (const word of words) {
      const labels = this.#byWord.get(word);
      if (!labels) continue;
      known ??= new Set(words);
      for (const indexed of labels)
        if (hasEach(indexed.pieces, known) && !found.includes(indexed)) found.push(indexed);
    }
    return found.length > 1 ? found.sort((a, b) => a.order - b.order) : found;
  }

  /** The labels for any of these words, in their order; `beginning` may be the first part of a longer word. */
  find(words: Iterable<string>, beginning = ''): readonly IndexedLabel[] {
    const found = new Set(this.#always);
    for (const word of words) for (const indexed of this.#byWord.get(word) ?? []) found.add(indexed);
    if (beginning !== '')
      for (const [word, labels] of this.#byWord)
        if (word.startsWith(beginning)) for (const indexed of labels) found.add(indexed);
    return [...found].sort((a, b) => a.order - b.order);
  }
}

function labelsInOrder(
  rules: readonly Rule<RuleName>[],
  translations: readonly TranslatedLabels[],
): readonly IndexedLabel[] {
  const labels: IndexedLabel[] = [];
  const add = (rule: Rule, texts: readonly string[], translated: boolean) => {
    for (const text of texts) {
      const label = compileLabel(text);
      labels.push({ rule, label, translated, order: labels.length, pieces: wordsByPiece(label) });
    }
  };
  for (const rule of rules) {
    add(rule, rule.labels, false);
    for (const translation of translations) add(rule, translation[rule.name] ?? [], true);
  }
  return labels;
}

/** For each literal piece of a label: the longest whole word of each of its spellings, if each has one. */
function wordsByPiece({ segments, last }: Label): string[][] {
  return segments.flatMap(({ before, spellings }, index) => {
    const closed = index === segments.length - 1 && last === undefined;
    const opens = before === undefined && index === 0;
    const longest = spellings.map(
      (spelling) => wholeWords(spelling, opens, closed).sort((a, b) => b.length - a.length)[0],
    );
    const words = longest.flatMap((word) => word ?? []);
    return words.length === spellings.length ? [[...new Set(words)]] : [];
  });
}

/** Whether a text has one of the words of each piece. In plain loops, because every text pays for it. */
function hasEach(pieces: readonly (readonly string[])[], words: ReadonlySet<string>): boolean {
  for (const piece of pieces) if (!hasAny(piece, words)) return false;
  return true;
}

function hasAny(piece: readonly string[], words: ReadonlySet<string>): boolean {
  for (const word of piece) if (words.has(word)) return true;
  return false;
}

/** Tells how frequent a word is: in how many spellings of labels it occurs, and more if it is short. */
function wordFrequency(labels: readonly IndexedLabel[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { label } of labels)
    for (const { spellings } of label.segments)
      for (const word of new Set(spellings.flatMap((spelling) => spelling.split(wordBreak))))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => (counts.get(word) ?? 0) + (word.length < 4 ? shortWordPenalty : 0);
}

/**
 * Words of which a text must contain one to match a label: one for each spelling of the literal piece whose words
 * are the rarest. Empty if there is no such piece.
 */
function rarestAnchors(label: Label, frequency: (word: string) => number): ReadonlySet<string> {
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + frequency(word), 0);
  const [rarest = []] = anchorsByPiece(label, frequency).sort((a, b) => weight(a) - weight(b));
  return new Set(rarest);
}

function anchorsByPiece({ segments, last }: Label, frequency: (word: string) => number): string[][] {
  return segments.slice(0, maxAnchorPieces).flatMap(({ before, spellings }, index) => {
    const closed = index === segments.length - 1 && last === undefined;
    const words = spellings.map((spelling) => {
      // A long word after `{}` counts as whole, because it hardly ever ends a longer word.
      const opens = before === undefined ? index === 0 : before === '' && /^[a-zæøß]{5}/.test(spelling);
      const whole = wholeWords(spelling, opens, closed).slice(0, maxAnchorWords);
      return whole.sort((a, b) => frequency(a) - frequency(b))[0];
    });
    return words.every((word) => word !== undefined) ? [[...new Set(words)]] : [];
  });
}

/** The words of a spelling that no placeholder can be a part of. */
function wholeWords(spelling: string, opens: boolean, closes: boolean): string[] {
  const words = spelling.split(wordBreak);
  if (!opens) words[0] = '';
  if (!closes) words[words.length - 1] = '';
  return words.filter((word) => word.length > 1);
}

/** The first word of each spelling of a label; empty if a placeholder is a part of one. */
function firstWords({ segments, last }: Label): ReadonlySet<string> {
  const [first] = segments;
  if (!first || first.before !== undefined) return new Set();
  const closed = segments.length === 1 && last === undefined;
  const words = first.spellings.map((spelling) => {
    const [word = '', next] = spelling.split(wordBreak).filter((part, index) => part !== '' || index > 0);
    return closed || next !== undefined ? word : '';
  });
  return new Set(words.includes('') ? [] : words);
}
