import { type Cause, causes } from '../../shared/domain/diagnosis/causes.ts';
import type { Sample } from './samples.ts';

/** How much each concept speaks for each cause. */
export interface Model {
  readonly bias: ReadonlyMap<Cause, number>;
  readonly weights: ReadonlyMap<string, ReadonlyMap<Cause, number>>;
}

const rounds = 120;
const step = 8;
/** How strongly weights are pulled to zero, so that rare words decide nothing. */
const decay = 0.0004;
/** How many decimals of a weight are kept. */
const precision = 10;

/**
 * Learns the weights by logistic regression with a fixed number of rounds, from zero: the same samples always give the
 * same model.
 */
export function train(samples: readonly Sample[]): Model {
  const names = [...new Set(samples.flatMap(({ concepts }) => concepts))].sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = samples.map(({ concepts, cause }) => ({
    features: concepts.map((name) => indexOf.get(name) ?? 0),
    label: causes.indexOf(cause),
  }));
  const share = classShares(rows.map(({ label }) => label));
  const count = causes.length;
  const weights = new Float64Array(names.length * count);
  const bias = new Float64Array(count);
  const scores = new Float64Array(count);
  for (let round = 0; round < rounds; round += 1) {
    const change = new Float64Array(names.length * count);
    const biasChange = new Float64Array(count);
    for (const { features, label } of rows) {
      softmax(features, weights, bias, scores);
      scores[label] = (scores[label] ?? 0) - 1;
      const weight = share[label] ?? 0;
      for (let index = 0; index < count; index += 1) {
        const part = (scores[index] ?? 0) * weight;
        biasChange[index] = (biasChange[index] ?? 0) + part;
        for (const feature of features)
          change[feature * count + index] = (change[feature * count + index] ?? 0) + part;
      }
    }
    apply(bias, biasChange, 0);
    apply(weights, change, decay);
  }
  const weightsOf = (index: number) => weights.slice(index * count, (index + 1) * count);
  return {
    bias: byCause(bias),
    weights: new Map(names.map((name, index) => [name, byCause(weightsOf(index))])),
  };
}

function apply(values: Float64Array, change: Float64Array, pull: number): void {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    values[index] = value - step * ((change[index] ?? 0) + pull * value);
  }
}

/** Writes the probability of each class into `scores`. */
function softmax(
  features: readonly number[],
  weights: Float64Array,
  bias: Float64Array,
  scores: Float64Array,
): void {
  const count = scores.length;
  let top = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index += 1) {
    let score = bias[index] ?? 0;
    for (const feature of features) score += weights[feature * count + index] ?? 0;
    scores[index] = score;
    top = Math.max(top, score);
  }
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const power = Math.exp((scores[index] ?? 0) - top);
    scores[index] = power;
    sum += power;
  }
  for (let index = 0; index < count; index += 1) scores[index] = (scores[index] ?? 0) / sum;
}

/** The weight of one sample of each class: frequent classes count less, by the root of their frequency. */
function classShares(labels: readonly number[]): number[] {
  const counts = causes.map((_, index) => labels.filter((label) => label === index).length);
  const roots = counts.map((count) => Math.sqrt(count));
  const total = roots.reduce((sum, root) => sum + root, 0);
  return counts.map((count, index) => (count === 0 ? 0 : (roots[index] ?? 0) / count / total));
}

function byCause(values: Float64Array): ReadonlyMap<Cause, number> {
  return new Map(
    causes.map((cause, index) => [cause, Math.round((values[index] ?? 0) * precision) / precision]),
  );
}
