import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../shared/domain/language.ts';

const project = join(import.meta.dirname, '../../../..');
const diagnosis = 'shared/domain/diagnosis';

const guide = readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(project, 'package.json'), 'utf8'),
);

function section(title: string): string {
  return guide.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
}

function pathsIn(text: string): string[] {
  return [...text.matchAll(/`([\w.-]+(?:\/[\w.-]*)+|[\w-]+\.md)`/g)].map(([, path = '']) => path);
}

describe.each(['Add a cause', 'Add a label'])('CONTRIBUTING.md, %s', (title) => {
  it('names files, commands and constants that exist', () => {
    const text = section(title);
    expect(pathsIn(text).filter((path) => !existsSync(join(project, path)))).toEqual([]);
    for (const [, script = ''] of text.matchAll(/`npm run (\w+)`/g)) expect(scripts).toHaveProperty(script);
    for (const [, path = ''] of text.matchAll(/vitest run (\S+)`/g))
      expect(existsSync(join(project, path))).toBe(true);
    expect(readFileSync(join(project, diagnosis, 'diagnose.ts'), 'utf8')).toContain('rulesVersion');
  });
});

describe('CONTRIBUTING.md', () => {
  it('takes a new cause to the table, a text in each language, the rules and the test texts', () => {
    const texts = languages.flatMap((language) =>
      readdirSync(join(project, diagnosis, 'texts', language)).map(
        (file) => `${diagnosis}/texts/${language}/${file}`,
      ),
    );
    expect(pathsIn(section('Add a cause'))).toEqual(
      expect.arrayContaining([
        `${diagnosis}/causes.ts`,
        ...texts,
        `${diagnosis}/rules/`,
        `${diagnosis}/rules/all.ts`,
        'test/support/diagnosis-texts/',
        `${diagnosis}/diagnose.ts`,
        'CHANGELOG.md',
      ]),
    );
  });

  it('takes a new label to its rule or its language, and to the test texts', () => {
    expect(pathsIn(section('Add a label'))).toEqual(
      expect.arrayContaining([
        `${diagnosis}/rules/`,
        `${diagnosis}/labels/nl.ts`,
        'test/support/diagnosis-texts/',
        'test/support/diagnosis-texts/translated/',
        `${diagnosis}/diagnose.ts`,
      ]),
    );
  });
});
