import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestName, PageFiles } from '../../shared/page-files.ts';

let folder: string;
let files: PageFiles;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-files-'));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put(manifestName, JSON.stringify([['main-1.js', 'text/javascript']]));
  put('page.html', '<!doctype html>');
  for (const name of ['main-1.js', 'main-1.js.br', 'main-1.js.gz', 'main-1.js.map', 'other.js'])
    put(name, `bytes of ${name}`);
  files = new PageFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that the manifest names', () => {
  it.each([
    { encoding: undefined, file: 'main-1.js' },
    { encoding: 'br', file: 'main-1.js.br' },
    { encoding: 'gzip', file: 'main-1.js.gz' },
  ] as const)('is read as $file for the encoding $encoding', async ({ encoding, file }) => {
    const found = await files.get('main-1.js', encoding);
    expect(found?.mediaType).toBe('text/javascript');
    expect(Buffer.from(found?.bytes ?? []).toString()).toBe(`bytes of ${file}`);
  });
});

describe('any other name is unknown', () => {
  it.each([
    '',
    '.',
    '..',
    'other.js',
    'main-1.js.br',
    'main-1.js.gz',
    'main-1.js.map',
    'MAIN-1.js',
    'main-1.js/',
    './main-1.js',
    '../main.cjs',
    '..%2fmain.cjs',
    '..\\main.cjs',
    'main-1.js\0',
    'page.html',
    manifestName,
    '__proto__',
    'constructor',
    'toString',
    'length',
    '0',
  ])('%j', async (name) => {
    for (const encoding of [undefined, 'br', 'gzip'] as const)
      expect(await files.get(name, encoding)).toBeUndefined();
  });
});

it('files are read when they are first asked for, and kept', async () => {
  const own = mkdtempSync(join(tmpdir(), 'page-files-'));
  try {
    const late = new PageFiles(own);
    await expect(late.document()).rejects.toThrow('ENOENT');
    writeFileSync(join(own, 'page.html'), 'first');
    expect(await late.document()).toBe('first');
    writeFileSync(join(own, 'page.html'), 'second');
    expect(await late.document()).toBe('first');
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});
