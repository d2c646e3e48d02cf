import { causes } from '../../shared/domain/diagnosis/causes.ts';
import type { Sample } from './samples.ts';

/** For each feature its weight for each cause, in the order of the causes; the empty name is where each cause starts. */
export type Model = ReadonlyMap<string, Float64Array>;

const rounds = 14;
const step = 0.25;
/** How strongly weights are pulled to zero, so that rare words decide nothing. */
const decay = 0.00002;
/** A feature of fewer samples says nothing. */
const minSamples = 3;

/**
 * Learns the weights by logistic regression, from zero and in a fixed order: the same samples always give the same
 * model. Each weight has a step of its own, which shrinks as it changes.
 */
export function train(samples: readonly Sample[]): Model {
  const names = frequentNames(samples);
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const count = causes.length;
  const rows = samples.map(({ features, cause, weight }) => ({
    features: [0, ...features.flatMap((name) => indexOf.get(name) ?? [])],
    label: causes.indexOf(cause),
    weight,
  }));
  const weights = new Float64Array(names.length * count);
  const squares = new Float64Array(names.length * count).fill(1e-4);
  const scores = new Float64Array(count);
  const order = shuffled(rows);
  for (let round = 0; round < rounds; round += 1)
    for (const { features, label, weight } of order) {
      softmax(features, weights, scores);
      scores[label] = (scores[label] ?? 0) - 1;
      for (const feature of features)
        for (let index = 0; index < count; index += 1) {
          const at = feature * count + index;
          const slope = (scores[index] ?? 0) * weight + decay * (weights[at] ?? 0) * 100;
          const square = (squares[at] ?? 0) + slope * slope;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (step * slope) / Math.sqrt(square + 1);
        }
    }
  return new Map(names.map((name, index) => [name, weights.slice(index * count, (index + 1) * count)]));
}

/** Features of enough samples, in alphabetical order; first the empty one, which every sample has. */
function frequentNames(samples: readonly Sample[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of samples)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  return ['', ...[...counts].flatMap(([name, number]) => (number >= minSamples ? [name] : [])).sort()];
}

/** The rows in an order that mixes the sources and is always the same. */
function shuffled<Row>(rows: readonly Row[]): Row[] {
  const mixed = [...rows];
  let state = 12_345;
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (index + 1);
    const row = mixed[index];
    const swapped = mixed[other];
    if (row !== undefined && swapped !== undefined) {
      mixed[index] = swapped;
      mixed[other] = row;
    }
  }
  return mixed;
}

/** Writes the probability of each class into `scores`. */
function softmax(features: readonly number[], weights: Float64Array, scores: Float64Array): void {
  const count = scores.length;
  scores.fill(0);
  for (const feature of features)
    for (let index = 0; index < count; index += 1)
      scores[index] = (scores[index] ?? 0) + (weights[feature * count + index] ?? 0);
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const power = Math.exp((scores[index] ?? 0) - top);
    scores[index] = power;
    sum += power;
  }
  for (let index = 0; index < count; index += 1) scores[index] = (scores[index] ?? 0) / sum;
}
