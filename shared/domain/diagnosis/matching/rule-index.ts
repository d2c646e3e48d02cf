import { type LabelLanguage, labelLanguages, type Rule } from '../rules/rule.ts';
import { compileLabel, type Label } from './label.ts';

/** One label of a rule, ready for matching. */
export interface IndexedLabel {
  readonly rule: Rule;
  readonly label: Label;
  readonly language: LabelLanguage;
  /** Its place in the order of trying. */
  readonly order: number;
}

/** The labels to try, in the order of the rules; see {@link indexRules}. */
export interface RuleIndex {
  /** Those that can stand in a folded text whole. */
  readonly candidates: (folded: string) => readonly IndexedLabel[];
  /** Those that can begin in the folded end of a text whose last word may be cut off. */
  readonly beginningIn: (tail: string) => readonly IndexedLabel[];
}

const wordBreak = /[^a-z0-9_æøß]+/;

/** A word that is found under it must be whole: nothing of it may lie in a placeholder. */
function wholeWords(spelling: string, opens: boolean, closes: boolean): string[] {
  const words = spelling.split(wordBreak);
  if (!opens) words[0] = '';
  if (!closes) words[words.length - 1] = '';
  return words.filter((word) => word.length > 1);
}

/**
 * Sets of words of which a text must have one to match: one set for each literal piece, one word for each of its
 * spellings, chosen as the rarest. Only the first pieces, because a text may have been cut.
 */
function anchorSets({ segments, last }: Label, frequency: (word: string) => number): string[][] {
  return segments.slice(0, 3).flatMap(({ before, spellings }, index) => {
    const closed = index === segments.length - 1 && last === undefined;
    const words = spellings.map((spelling) => {
      // Behind a placeholder that nobody asks for a long word is taken for whole: it hardly ends another one.
      const opens = before === undefined ? index === 0 : before === '' && /^[a-zæøß]{5}/.test(spelling);
      const whole = wholeWords(spelling, opens, closed).slice(0, 8);
      return whole.sort((a, b) => frequency(a) - frequency(b))[0];
    });
    return words.every((word) => word !== undefined) ? [[...new Set(words)]] : [];
  });
}

/** The words that a text has whole, or cut off at its end, wherever a label begins; none if that cannot be told. */
function firstWords({ segments, last }: Label): readonly string[] {
  const [first] = segments;
  if (!first || first.before !== undefined) return [];
  const closed = segments.length === 1 && last === undefined;
  const words = first.spellings.map((spelling) => {
    const [word = '', next] = spelling.split(wordBreak).filter((part, index) => part !== '' || index > 0);
    return closed || next !== undefined ? word : '';
  });
  return words.includes('') ? [] : words;
}

/** Finds the labels worth trying by the words of a text, so that most rules cost nothing for most texts. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const labels: IndexedLabel[] = rules
    .flatMap((rule) =>
      labelLanguages.flatMap((language) =>
        (rule.labels[language] ?? []).map((text) => ({ rule, language, label: compileLabel(text) })),
      ),
    )
    .map((indexed, order) => ({ ...indexed, order }));

  const counts = new Map<string, number>();
  for (const { label } of labels)
    for (const { spellings } of label.segments)
      for (const word of new Set(spellings.flatMap((spelling) => spelling.split(wordBreak))))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  // Short words are frequent in the texts even where they are rare in the labels.
  const frequency = (word: string) => (counts.get(word) ?? 0) + (word.length < 4 ? 1000 : 0);
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + frequency(word), 0);

  const byWord = new Map<string, IndexedLabel[]>();
  const always: IndexedLabel[] = [];
  for (const indexed of labels) {
    const [anchors] = anchorSets(indexed.label, frequency).sort((a, b) => weight(a) - weight(b));
    for (const word of anchors ?? []) byWord.set(word, [...(byWord.get(word) ?? []), indexed]);
    if (!anchors) always.push(indexed);
  }

  const candidates = (folded: string) => {
    const found = new Set(always);
    for (const word of folded.split(wordBreak))
      for (const indexed of byWord.get(word) ?? []) found.add(indexed);
    return [...found].sort((a, b) => a.order - b.order);
  };

  const byFirstWord = new Map<string, IndexedLabel[]>();
  const anyFirstWord: IndexedLabel[] = [];
  for (const indexed of labels) {
    const words = new Set(firstWords(indexed.label));
    for (const word of words) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), indexed]);
    if (words.size === 0) anyFirstWord.push(indexed);
  }

  const beginningIn = (tail: string) => {
    const found = new Set(anyFirstWord);
    const words = tail.split(wordBreak);
    for (const word of words) for (const indexed of byFirstWord.get(word) ?? []) found.add(indexed);
    const cutOff = words.at(-1) ?? '';
    if (cutOff !== '')
      for (const [word, indexed] of byFirstWord)
        if (word.startsWith(cutOff)) for (const one of indexed) found.add(one);
    return [...found].sort((a, b) => a.order - b.order);
  };
  return { candidates, beginningIn };
}
