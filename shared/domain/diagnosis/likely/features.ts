import { fold } from '../matching/clean-text.ts';
import { withoutCompanyNames } from '../matching/company-name.ts';
import type { PreparedMessage } from '../matching/prepared-message.ts';
import { conceptOf, conceptPhrases } from './concepts.ts';

/** What a text says, as far as its words tell: the name of each feature, with the words that stand for it. */
export type Features = ReadonlyMap<string, string>;

/** What stands between the words of a pair. */
export const separator = ' … ';

/** How much of a text is read, in UTF-16 units. */
const maxRead = 600;

/** How many concepts apart two concepts may be to count as a pair. */
const maxDistance = 4;

/** How much of a word counts: its beginning, so that endings make no difference. */
const stemLength = 6;

/** The shortest word that counts by itself. */
const minStem = 4;

/** How much of a cut word must be there. */
const minCutWord = 4;

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}'’/-]*[\p{L}\p{N}])?/gu;

/** A value in quotes: the name of a record or a field. */
const quoted = /(?<![\p{L}\p{N}])(["'])(?! )[^"']{1,80}\1(?![\p{L}\p{N}])/gu;

const sentenceEnd = /[.!?;](?= )/;

/** The inner text of a message, folded, without wrappers, names of companies and values in quotes. */
export function plainWords({ clean, inner, start, labelStarts }: PreparedMessage): string {
  const from = start + (labelStarts.at(-1) ?? 0);
  const text = clean.text.slice(from, start + inner.length).slice(0, maxRead);
  return fold(withoutCompanyNames(text).replaceAll(quoted, ' '));
}

/** A concept, and the word that stands for it. */
interface Found {
  readonly name: string;
  readonly token: string;
}

/** One sentence: its concepts in their order, and its words. */
interface Sentence {
  readonly concepts: readonly Found[];
  readonly words: readonly string[];
}

/** A text as it was read. */
export interface Reading {
  readonly sentences: readonly Sentence[];
  /** Each concept of the text, with the first word that stands for it. */
  readonly concepts: ReadonlyMap<string, string>;
}

/** Reads the concepts of a folded text. */
export function readConcepts(text: string): Reading {
  const all = new Map<string, string>();
  const isOpen = !/[.!?)\]}"'…]$/.test(text.trimEnd());
  const sentences = text.split(sentenceEnd).map((sentence): Sentence => {
    const concepts: Found[] = [];
    const words: string[] = [];
    const add = (name: string, token: string) => {
      concepts.push({ name, token });
      if (!all.has(name)) all.set(name, token);
    };
    const tokens = [...sentence.matchAll(word)];
    for (const [index, { 0: token, index: position }] of tokens.entries()) {
      if (/\d/.test(token) && token !== '365') continue;
      const own = token.slice(token.indexOf("'") + 1);
      const isLast = isOpen && index === tokens.length - 1 && own.length >= minCutWord;
      for (const name of conceptOf(own, isLast)) add(name, token);
      for (const { concept, phrase } of conceptPhrases(sentence, own, position + token.length - own.length))
        add(concept, phrase);
      if (own.length >= minStem) words.push(token);
    }
    return { concepts, words };
  });
  return { sentences, concepts: all };
}

/** The features of a text, in the order of the text. */
export function featuresOf({ sentences }: Reading): Features {
  const features = new Map<string, string>();
  const add = (name: string, own: string) => {
    if (!features.has(name)) features.set(name, own);
  };
  for (const { concepts, words } of sentences) {
    for (const token of words) {
      const from = token.indexOf("'") + 1;
      add(`~${token.slice(from, from + stemLength)}`, token);
    }
    for (const [index, { name, token }] of concepts.entries()) {
      add(name, token);
      for (const other of concepts.slice(index + 1, index + 1 + maxDistance)) {
        if (other.name === name) continue;
        const pair = name < other.name ? `${name}+${other.name}` : `${other.name}+${name}`;
        add(pair, token + separator + other.token);
      }
      const next = concepts[index + 1];
      if (next) add(`${name}>${next.name}`, token + separator + next.token);
    }
  }
  return features;
}
