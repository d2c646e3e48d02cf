/**
 * `npm run likely:measure`: what the words say about texts of held-back sources. Each source is held back as a whole:
 * the weights are learned from all others. Prints, for each threshold, how many answers are right and wrong.
 */

import { likelyAnswer, likelyThreshold } from '../../shared/domain/diagnosis/likely/find-likely.ts';
import { parseWeights } from '../../shared/domain/diagnosis/likely/likely-cause.ts';
import { prepareMessage } from '../../shared/domain/diagnosis/matching/prepared-message.ts';
import { modelData } from './model-data.ts';
import { resolverOf } from './resolver-of.ts';
import { samples, withBeginnings } from './samples.ts';
import { train } from './train.ts';

const all = await samples();
const sources = [...new Set(all.map(({ source }) => source))];
const answers = sources.flatMap((source) => {
  const weights = parseWeights(
    modelData(train(withBeginnings(all.filter((sample) => sample.source !== source)))),
  );
  return all
    .filter((sample) => sample.source === source)
    .map((sample) => ({ sample, likely: likelyAnswer(prepareMessage(sample.message), weights) }));
});
const errors = answers.filter(({ sample }) => sample.cause !== 'unclassified');
const nearMisses = answers.filter(({ sample }) => sample.cause === 'unclassified');
for (const threshold of [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 0.95]) {
  const given = errors.filter(({ likely }) => likely && likely.probability >= threshold);
  const right = given.filter(({ sample, likely }) => likely?.cause === sample.cause);
  const resolved = given.filter(
    ({ sample, likely }) => likely && resolverOf(likely.cause) === resolverOf(sample.cause),
  );
  const taken = nearMisses.filter(({ likely }) => likely && likely.probability >= threshold);
  console.log(
    `${threshold.toFixed(2)}  ${given.length} of ${errors.length} answered, ${((100 * right.length) / given.length).toFixed(1)} % right, ${((100 * resolved.length) / given.length).toFixed(1)} % with the right resolver, ${taken.length} of ${nearMisses.length} near misses taken`,
  );
}
if (process.argv.includes('--sources'))
  for (const source of sources) {
    const own = errors.filter(
      ({ sample, likely }) => sample.source === source && likely && likely.probability >= likelyThreshold,
    );
    const right = own.filter(({ sample, likely }) => likely?.cause === sample.cause);
    console.log(`${source}: ${right.length} of ${own.length}`);
  }
if (process.argv.includes('--near-misses'))
  for (const { sample, likely } of nearMisses)
    if (likely && likely.probability >= 0.5)
      console.log(likely.probability.toFixed(2), likely.cause, sample.message);
