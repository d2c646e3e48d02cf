/** `npm run likely`: learns the weights from the labelled texts and the catalogue, and writes them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { modelData } from './model-data.ts';
import { samples, withBeginnings } from './samples.ts';
import { train } from './train.ts';

const file = join(import.meta.dirname, '../../shared/domain/diagnosis/likely/weight-data.ts');

const data = deflateRawSync(modelData(train(withBeginnings(await samples()))), { level: 9 }).toString(
  'base64',
);
writeFileSync(
  file,
  `// Written by \`npm run likely\`.\n/** How much each feature speaks for each cause: deflated, as base64. */\nexport const compressedWeights = \`${data}\`;\n`,
);
console.log(`weight-data.ts (${Math.round(data.length / 1024)} KiB)`);
