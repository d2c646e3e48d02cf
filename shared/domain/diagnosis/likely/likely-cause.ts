import { inflateRawSync } from 'node:zlib';
import { type Cause, causes } from '../causes.ts';
import { builtOnce } from '../matching/built-once.ts';
import { type Features, separator } from './features.ts';
import { compressedWeights } from './weight-data.ts';

/** The cause that the words of a text speak for. */
export interface LikelyCause {
  readonly cause: Cause;
  /** From 0 to 1. */
  readonly probability: number;
  /** The words that spoke for the cause, in the order of the text. */
  readonly words: readonly string[];
}

/** For each feature the causes it speaks for or against, as pairs: index of the cause, weight. */
export type Weights = ReadonlyMap<string, readonly number[]>;

/** How many parts of one a weight has in the data. */
export const weightUnit = 10;

/** Reads weights as the data spells them: `name:cause weight cause weight`, a line for each feature. */
export function parseWeights(data: string): Weights {
  return new Map(
    data.split('\n').map((line): [string, number[]] => {
      const [name = '', numbers = ''] = line.split(':');
      return [
        name,
        numbers
          .split(' ')
          .map((number, index) => (index % 2 === 0 ? Number(number) : Number(number) / weightUnit)),
      ];
    }),
  );
}

const learned = builtOnce(() =>
  parseWeights(inflateRawSync(Buffer.from(compressedWeights, 'base64')).toString()),
);

/** The most probable cause of features. */
export function likelyCause(features: Features, weights: Weights = learned()): LikelyCause | undefined {
  const scores = new Float64Array(causes.length);
  const addAll = (name: string) => {
    const own = weights.get(name);
    if (own)
      for (let index = 0; index < own.length; index += 2)
        scores[own[index] ?? 0] = (scores[own[index] ?? 0] ?? 0) + (own[index + 1] ?? 0);
  };
  addAll('');
  for (const name of features.keys()) addAll(name);
  const top = Math.max(...scores);
  const best = scores.indexOf(top);
  const cause = causes[best];
  if (!cause || cause === 'unclassified') return undefined;
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  const words = decisiveWords(features, (name) => weightFor(weights.get(name), best));
  return { cause, probability: 1 / sum, words };
}

/** The weight of a feature for one cause. */
function weightFor(own: readonly number[] = [], cause: number): number {
  for (let index = 0; index < own.length; index += 2) if (own[index] === cause) return own[index + 1] ?? 0;
  return 0;
}

/** How many words are given as evidence. */
const maxWords = 4;

/** The words that speak most for a cause, in the order of the text. */
function decisiveWords(features: Features, weightOf: (name: string) => number): string[] {
  const scores = new Map<string, number>();
  for (const [name, words] of features)
    for (const word of words.split(separator)) scores.set(word, (scores.get(word) ?? 0) + weightOf(name));
  const best = [...scores.entries()].filter(([, score]) => score > 0).sort((one, other) => other[1] - one[1]);
  const kept = new Set(best.slice(0, maxWords).map(([word]) => word));
  return [...scores.keys()].filter((word) => kept.has(word));
}
