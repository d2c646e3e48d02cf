/** `npm run likely`: learns the weights from the labelled texts and the catalogue, and writes them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelData } from './model-data.ts';
import { samples } from './samples.ts';
import { train } from './train.ts';

const file = join(import.meta.dirname, '../../shared/domain/diagnosis/likely/weight-data.ts');

const data = modelData(train(await samples()));
writeFileSync(
  file,
  `// Written by \`npm run likely\`.\n/** How much each concept speaks for each cause, in tenths. */\nexport const weightData = \`${data}\`;\n`,
);
console.log(`weight-data.ts (${Math.round(data.length / 1024)} KiB)`);
