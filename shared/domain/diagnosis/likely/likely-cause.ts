import { type Cause, causes } from '../causes.ts';
import { builtOnce } from '../matching/built-once.ts';
import { weightData } from './weight-data.ts';

/** The cause that the words of a text speak for. */
export interface LikelyCause {
  readonly cause: Cause;
  /** From 0 to 1. */
  readonly probability: number;
  /** The words that spoke for the cause, in the order of the text. */
  readonly words: readonly string[];
}

/** How much each concept speaks for each cause, in the order of the causes; the empty name is where each cause starts. */
export type Weights = ReadonlyMap<string, readonly number[]>;

/** Reads weights as the data spells them: a line for each concept, with a tenth as the unit. */
export function parseWeights(data: string): Weights {
  return new Map(
    data.split('\n').map((line) => {
      const [name = '', numbers = ''] = line.split(':');
      return [name, numbers.split(' ').map((tenths) => Number(tenths) / 10)];
    }),
  );
}

const learned = builtOnce(() => parseWeights(weightData));

/** A text with fewer concepts says too little. */
const minConcepts = 3;

/** The most probable cause of concepts and their words; undefined where they say too little. */
export function likelyCause(
  found: ReadonlyMap<string, string>,
  weights: Weights = learned(),
): LikelyCause | undefined {
  if (found.size < minConcepts) return undefined;
  const scores = causes.map((_, index) => {
    let score = weights.get('')?.[index] ?? 0;
    for (const concept of found.keys()) score += weights.get(concept)?.[index] ?? 0;
    return score;
  });
  const top = Math.max(...scores);
  const best = scores.indexOf(top);
  const cause = causes[best];
  if (!cause || cause === 'unclassified') return undefined;
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  const words = [...found].flatMap(([concept, word]) =>
    (weights.get(concept)?.[best] ?? 0) > 0.5 ? [word] : [],
  );
  return { cause, probability: 1 / sum, words };
}
