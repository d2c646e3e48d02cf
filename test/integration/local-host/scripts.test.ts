import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

describe('npm run check', () => {
  /** A project of its own whose only parts are the script and some tests. */
  async function check({
    name,
    lint,
    test,
    other = '',
  }: {
    name: string;
    lint: string;
    test: string;
    other?: string;
  }) {
    const project = join(folder, name);
    mkdirSync(join(project, 'infra'), { recursive: true });
    copyFileSync(join(infra, 'check.ts'), join(project, 'infra/check.ts'));
    symlinkSync(join(infra, '../node_modules'), join(project, 'node_modules'), 'dir');
    const scripts = { test: 'vitest run', lint, typecheck: 'exit 0', build: 'exit 0', audit: 'exit 0' };
    writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', scripts }));
    writeFileSync(join(project, 'some.test.ts'), `import { expect, it } from 'vitest';\n${test}`);
    if (other) writeFileSync(join(project, 'other.test.ts'), other);
    const run = promisify(execFile)(process.execPath, [join(project, 'infra/check.ts')]);
    const { code, stdout } = await run.then(
      (done) => ({ code: 0, ...done }),
      (failed: { code: number; stdout: string }) => failed,
    );
    return { code, last: stdout.trimEnd().split('\n').at(-1) };
  }
  const passes = "it('passes', () => expect(1).toBe(1));";

  it.each([
    { name: 'all well', lint: 'exit 0', test: passes, code: 0, last: '1 passed, 0 failed' },
    { name: 'lint fails', lint: 'exit 1', test: passes, code: 1, last: '1 passed, 0 failed' },
    {
      name: 'a test fails, and a file does not load',
      lint: 'exit 0',
      test: `${passes} it('fails', () => expect(1).toBe(2));`,
      other: 'throw new Error();',
      code: 1,
      last: '1 passed, 2 failed',
    },
  ])('$name: exits with $code and says "$last"', async ({ code, last, ...project }) => {
    expect(await check(project)).toEqual({ code, last });
  });
});
