import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelData, labelOf, ownLabelOf } from '../../../infra/catalogue/catalogue-data.ts';
import { catalogueSources, ownSentences } from '../../../infra/catalogue/sources.ts';
import { catalogueFiles } from '../../../infra/catalogue/write.ts';
import { labelText } from '../../../shared/domain/diagnosis/catalogue/label-catalogue.ts';
import { diagnose } from '../../../shared/domain/diagnosis/diagnose.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'shared/domain/diagnosis/catalogue');

it('the data of the catalogue is up to date; run `npm run catalogue`', () => {
  expect(readFileSync(join(folder, 'code-data.ts'), 'utf8')).toBe(catalogueFiles()['code-data.ts']);
  // Versions of Node compress differently, so the labels are compared, not their file.
  expect(labelText()).toBe(labelData());
});

it('NOTICE names each source file', () => {
  const notice = readFileSync(join(root, 'NOTICE'), 'utf8');
  for (const file of ['bc-labels', 'dataverse-errors', 'entra-errors', 'platform-errors'])
    expect(notice).toContain(`infra/catalogue/${file}.jsonl`);
});

const filled = (text: string) =>
  text
    .replaceAll(/\(([^()|]*)\|[^()]*\)/g, '$1')
    .replaceAll(/%\d|\{\d*\}|%(?:\.\*)?l?[sd]|<[^<>]{1,40}>/g, 'Xyz')
    .replaceAll(/ +/g, ' ');

/** How many of these texts have another cause than the catalogue says: a rule or another label swallowed them. */
function swallowed(texts: readonly { readonly cause: string; readonly text: string }[]): string[] {
  return texts.flatMap(({ cause, text }) => {
    const message = filled(text);
    const got = diagnose({ message }).cause;
    return got === cause || got === 'unclassified' ? [] : [`${got} instead of ${cause}: ${message}`];
  });
}

describe('no rule and no label swallows another text of the catalogue', () => {
  const { labels, faults, platformTexts } = catalogueSources();
  // A short text may be that of two labels, and a few causes are judged otherwise by a rule.
  it.each([
    { name: 'labels of Business Central', texts: labels, most: 14 },
    { name: 'texts of the platforms', texts: platformTexts, most: 4 },
    {
      name: 'messages of Dataverse',
      texts: faults.flatMap(({ cause, message, translations }) =>
        [message, ...Object.values(translations)].flatMap((text) => (text ? [{ cause, text }] : [])),
      ),
      most: 12,
    },
    { name: 'own sentences', texts: ownSentences(), most: 10 },
  ])('$name', ({ texts, most }) => {
    const wrong = swallowed(texts);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(most);
  });

  it('and each code has the cause of the catalogue', () => {
    const wrong = faults.filter(({ code, cause }) => diagnose({ message: `Fejl ${code}` }).cause !== cause);
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });
});

describe('a text as a label', () => {
  it.each([
    { text: 'The %1 connection is not enabled.', label: 'The {} connection is not enabled' },
    { text: "Cannot find '%1' in Dataverse for %2.", label: 'Cannot find {} in $ for' },
    { text: 'must be positive', label: undefined },
    { text: '%1 %2 was not found.', label: undefined },
    { text: 'The stored procedure %.*ls of %ld failed.', label: 'The stored procedure {} of {} failed' },
  ])('$text', ({ text, label }) => {
    expect(labelOf(text)).toBe(label);
  });

  it('of which too little is literal is not kept', () => {
    expect(ownLabelOf('{} is geblokkeerd')).toBeUndefined();
    expect(ownLabelOf('De gebruiker is uitgeschakeld')).toBe('De gebruiker is uitgeschakeld');
  });
});
