import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameHash, readExtension } from '../../support/al.ts';

const folder = join(import.meta.dirname, '../../../infra/business-central');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const objects = readExtension(folder);
const app = JSON.parse(read('app.json'));

describe('translations', () => {
  const texts = objects.flatMap((object) => object.texts);
  const unescaped = (text = '') =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const placeholders = (text: string) => [...text.matchAll(/%\d/g)].map(String).sort();

  it('number names as the AL compiler does', () => {
    expect(nameHash('Caption')).toBe(2879900210);
    expect(nameHash('ToolTip')).toBe(1295455071);
  });

  it('are switched on', () => {
    expect(app.features).toContain('TranslationFile');
    expect(globSync('Translations/*.xlf', { cwd: folder }).length).toBeGreaterThan(0);
  });

  it('have something to translate: every action has a caption and a tooltip', () => {
    for (const { source } of objects)
      for (const [, block = ''] of source.matchAll(/\baction\(\w+\)\s*\{([^}]*)/g))
        expect(block).toMatch(/Caption = '.*ToolTip = '/s);
  });

  it.each(globSync('Translations/*.xlf', { cwd: folder }))(
    '%s has each text once, with the placeholders of the source',
    (file) => {
      const units = [
        ...read(file).matchAll(
          /<trans-unit id="(?<id>[^"]+)"[^>]*>\s*<source>(?<source>.*?)<\/source>\s*<target>(?<target>.*?)<\/target>/gs,
        ),
      ].map(({ groups }) => ({
        id: groups?.['id'] ?? '',
        source: unescaped(groups?.['source']),
        target: unescaped(groups?.['target']),
      }));
      const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
      expect(units.map(({ id, source }) => ({ id, source })).sort(byId)).toEqual([...texts].sort(byId));
      for (const { source, target } of units) {
        expect(target).not.toBe('');
        expect(placeholders(target)).toEqual(placeholders(source));
      }
      expect(read(file)).toContain(`target-language="${/\.(\w\w-\w\w)\.xlf$/.exec(file)?.[1]}"`);
    },
  );
});
