import { builtOnce } from '../matching/built-once.ts';
import { lexicon } from './lexicon.ts';

/** Several words that stand for a concept. */
interface Phrase {
  readonly concept: string;
  readonly phrase: string;
}

interface ConceptIndex {
  /** Whole words → their concepts. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Beginnings of words → their concepts. */
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
  /** Beginnings of known words that a cut word may be → their concepts. */
  readonly cut: ReadonlyMap<string, readonly string[]>;
  /** The first word of a phrase → the phrases that begin with it. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** The shortest and the longest beginning of a word that the lexicon has, in UTF-16 units. */
const minBeginning = 3;
const maxBeginning = 20;
const minCut = 4;

const conceptIndex = builtOnce((): ConceptIndex => {
  const words = new Map<string, string[]>();
  const beginnings = new Map<string, string[]>();
  const cut = new Map<string, string[]>();
  const phrases = new Map<string, Phrase[]>();
  const add = (map: Map<string, string[]>, name: string, concept: string) => {
    const known = map.get(name);
    if (!known) map.set(name, [concept]);
    else if (!known.includes(concept)) known.push(concept);
  };
  for (const [concept, spellings] of Object.entries(lexicon))
    for (const spelled of spellings.split(' ')) {
      const known = spelled.replace('*', '').replaceAll('_', ' ');
      if (known.includes(' ')) {
        const first = known.slice(0, known.indexOf(' '));
        phrases.set(first, [...(phrases.get(first) ?? []), { concept, phrase: known }]);
      } else {
        add(spelled.endsWith('*') ? beginnings : words, known, concept);
        for (let length = minCut; length < known.length; length += 1)
          add(cut, known.slice(0, length), concept);
      }
    }
  return { words, beginnings, cut, phrases };
});

/** The shortest word that may be a compound, and the shortest parts of one, in UTF-16 units. */
const minCompound = 8;
const minHead = 3;
const minLastPart = 4;

/**
 * The concepts of a folded word. Of one with a hyphen, those of its parts too; of an unknown long one, those of its last
 * part, as in "gebruikerslicentie"; of one that may be cut, those of the only word that it can be.
 */
export function conceptOf(word: string, mayBeCut: boolean): readonly string[] {
  const { words, cut } = conceptIndex();
  const found = new Set(words.get(word));
  addBeginnings(word, found);
  if (word.includes('-') && !words.has(word))
    for (const part of word.split('-')) {
      for (const concept of words.get(part) ?? []) found.add(concept);
      addBeginnings(part, found);
    }
  for (let from = minHead; found.size === 0 && from <= word.length - minLastPart; from += 1) {
    if (word.length < minCompound) break;
    const last = word.slice(from);
    for (const concept of words.get(last) ?? []) found.add(concept);
    if (last.length > minLastPart) addBeginnings(last, found, minLastPart + 1);
  }
  if (found.size === 0 && mayBeCut) {
    const possible = cut.get(word) ?? [];
    if (possible.length === 1) return possible;
  }
  return [...found];
}

/** Adds the concepts of the beginnings of a word. */
function addBeginnings(word: string, found: Set<string>, shortest = minBeginning): void {
  const { beginnings } = conceptIndex();
  const longest = Math.min(word.length, maxBeginning);
  for (let length = shortest; length <= longest; length += 1)
    for (const concept of beginnings.get(word.slice(0, length)) ?? []) found.add(concept);
}

/** The concepts of the phrases that begin with a word at a position of a folded text, with the phrases. */
export function conceptPhrases(text: string, word: string, position: number): readonly Phrase[] {
  const phrases = conceptIndex().phrases.get(word);
  return phrases ? phrases.filter(({ phrase }) => text.startsWith(phrase, position)) : [];
}
