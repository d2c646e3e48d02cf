import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { modelData } from '../../../infra/likely/model-data.ts';
import { samples, withBeginnings } from '../../../infra/likely/samples.ts';
import { train } from '../../../infra/likely/train.ts';
import { compressedWeights } from '../../../shared/domain/diagnosis/likely/weight-data.ts';

it('the weights are what `npm run likely` learns from the texts as they are now', async () => {
  const learned = modelData(train(withBeginnings(await samples())));
  const kept = inflateRawSync(Buffer.from(compressedWeights, 'base64'));
  expect(Buffer.compare(kept, Buffer.from(learned))).toBe(0);
});
