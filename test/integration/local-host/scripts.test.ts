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
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../infra/build.ts';

const infra = join(import.meta.dirname, '../../../infra');
const apps = join(import.meta.dirname, '../../support/local-host-apps');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scripts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run start:func', () => {
  it('says that there is no func, and exits with 1', async () => {
    const run = promisify(execFile)(process.execPath, [join(infra, 'local/start-func.ts')], {
      env: { ...process.env, PATH: folder },
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no func on the PATH'),
    });
  });
});

describe('build', () => {
  it('makes one CommonJS file with a map, which leaves the core module to the worker', async () => {
    const outfile = join(folder, 'main.cjs');
    expect(await build({ entry: join(apps, 'http-app.ts'), outfile })).toBe(outfile);
    const text = readFileSync(outfile, 'utf8');
    expect(text).toContain('require("@azure/functions-core")');
    expect(text).not.toMatch(/require\("@azure\/functions"\)/);
    expect(text).toMatch(/\/\/# sourceMappingURL=main\.cjs\.map\s*$/);
    const map: { sources: string[] } = JSON.parse(readFileSync(`${outfile}.map`, 'utf8'));
    expect(map.sources.some((source) => source.endsWith('http-app.ts'))).toBe(true);
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
  /** A project of its own with the script, and with npm scripts for it to run. */
  async function check({
    name,
    lint,
    test,
    files,
  }: {
    readonly name: string;
    readonly lint: string;
    readonly test: string;
    readonly files: Readonly<Record<string, string>>;
  }) {
    const project = join(folder, name);
    mkdirSync(join(project, 'infra'), { recursive: true });
    copyFileSync(join(infra, 'check.ts'), join(project, 'infra/check.ts'));
    symlinkSync(join(infra, '../node_modules'), join(project, 'node_modules'), 'dir');
    const scripts = { test, lint, typecheck: 'exit 0', build: 'exit 0', audit: 'exit 0' };
    writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', scripts }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
    const run = promisify(execFile)(process.execPath, [join(project, 'infra/check.ts')]);
    const { code, stdout } = await run.then(
      (done) => ({ code: 0, ...done }),
      (failed: { code: number; stdout: string }) => failed,
    );
    return { code, last: stdout.trimEnd().split('\n').at(-1) };
  }
  // Writes what vitest writes when its only test passes, without the second that vitest takes.
  const quickRunner = {
    test: 'node runner.ts',
    files: {
      'runner.ts': `import { writeFileSync } from 'node:fs';
        const report = { numPassedTests: 1, numFailedTests: 0, testResults: [] };
        writeFileSync(process.argv.at(-1)?.replace('--outputFile.json=', '') ?? '', JSON.stringify(report));`,
    },
  };
  const vitest = {
    test: 'vitest run',
    files: {
      'some.test.ts': `import { expect, it } from 'vitest';
        it('passes', () => expect(1).toBe(1));
        it('fails', () => expect(1).toBe(2));`,
      'other.test.ts': 'throw new Error();',
    },
  };

  it.concurrent.each([
    { name: 'all well', lint: 'exit 0', ...quickRunner, code: 0, last: '1 passed, 0 failed' },
    { name: 'lint fails', lint: 'exit 1', ...quickRunner, code: 1, last: '1 passed, 0 failed' },
    {
      ...{ name: 'a test fails, and a file does not load', lint: 'exit 0', ...vitest },
      ...{ code: 1, last: '1 passed, 2 failed' },
    },
  ])('$name: exits with $code and says "$last"', async ({ code, last, ...project }) => {
    expect(await check(project)).toEqual({ code, last });
  });
});
