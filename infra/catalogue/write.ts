/** `npm run catalogue`: writes the data of the catalogue from the JSONL files of this folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { faultCodeData, faultNameData, labelData, signInCodeData } from './catalogue-data.ts';

const folder = join(import.meta.dirname, '../../shared/domain/diagnosis/catalogue');

const note =
  '// Written by `npm run catalogue` from infra/catalogue/. NOTICE names the sources and their licences.\n';

/** Less text in the bundle loads faster; the labels are inflated when they are first needed. */
const compressed = (data: string) => deflateRawSync(data, { level: 9 }).toString('base64');

/** The data files of the catalogue: name → content. */
export function catalogueFiles(): Readonly<Record<string, string>> {
  const constant = (name: string, comment: string, data: string) =>
    `/** ${comment} */\nexport const ${name} = \`${data.replaceAll(/[`\\]|\$\{/g, String.raw`\$&`)}\`;\n`;
  return {
    'label-data.ts':
      note +
      constant(
        'compressedLabels',
        'What the systems say, by cause: deflated, as base64.',
        compressed(labelData()),
      ),
    'code-data.ts':
      note +
      constant('faultCodeData', "Dataverse's codes by cause, without `0x8`.", faultCodeData()) +
      constant('faultNameData', "The names of Dataverse's codes by cause.", faultNameData()) +
      constant(
        'signInCodeData',
        'Codes of Microsoft Entra by cause, where it is not a failed sign-in.',
        signInCodeData(),
      ),
  };
}

if (import.meta.main)
  for (const [name, content] of Object.entries(catalogueFiles())) {
    writeFileSync(join(folder, name), content);
    console.log(`${name} (${Math.round(content.length / 1024)} KiB)`);
  }
