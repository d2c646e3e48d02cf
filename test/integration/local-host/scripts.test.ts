import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../infra/build.ts';
import { findFunc } from '../../../infra/local/find-func.ts';

const infra = join(import.meta.dirname, '../../../infra');
const apps = join(import.meta.dirname, '../../support/local-host-apps');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scripts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run start:func', () => {
  const run = (path: string) =>
    promisify(execFile)(process.execPath, [join(infra, 'local/start-func.ts')], {
      env: { ...process.env, PATH: path },
    });

  it('says that there is no func, and exits with 1', async () => {
    await expect(run(folder)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no func on the PATH'),
    });
  });

  it('finds the first func on the PATH that can be run', () => {
    const [none, folders, text, program, later] = ['none', 'folders', 'text', 'program', 'later'].map(
      (name) => join(folder, name),
    );
    for (const name of ['folders/func', 'text', 'program', 'later'])
      mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'text/func'), '', { mode: 0o644 });
    for (const name of ['program', 'later']) writeFileSync(join(folder, name, 'func'), '', { mode: 0o755 });
    expect(findFunc(['', none, folders, text].join(delimiter))).toBeUndefined();
    expect(findFunc([none, folders, text, program, later].join(delimiter))).toBe(
      join(folder, 'program/func'),
    );
  });
});

describe('build', () => {
  it('makes one CommonJS file with a map, which leaves the core module to the worker', async () => {
    const outfile = join(folder, 'main.cjs');
    expect(await build({ entry: join(apps, 'buffered-app.ts'), outfile })).toBe(outfile);
    const text = readFileSync(outfile, 'utf8');
    expect(text).toContain('require("@azure/functions-core")');
    expect(text).not.toMatch(/require\("@azure\/functions"\)/);
    expect(text).toMatch(/\/\/# sourceMappingURL=main\.cjs\.map\s*$/);
    const map: { sources: string[] } = JSON.parse(readFileSync(`${outfile}.map`, 'utf8'));
    expect(map.sources.some((source) => source.endsWith('buffered-app.ts'))).toBe(true);
  });

  it('fails for what does not resolve', async () => {
    const entry = join(folder, 'entry.ts');
    writeFileSync(entry, "import './nowhere.ts';\n");
    await expect(build({ entry, outfile: join(folder, 'other.cjs'), logLevel: 'silent' })).rejects.toThrow(
      'Could not resolve "./nowhere.ts"',
    );
  });
});
