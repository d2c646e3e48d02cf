import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');

/** Imports that a folder must not have, and some that it may: each is planted in a file of its own. */
const layers: Readonly<
  Record<string, { readonly refused: readonly string[]; readonly allowed: readonly string[] }>
> = {
  'shared/domain': {
    refused: [
      '../storage/row-keys.ts',
      '../upstream/graph.ts',
      '../http/operation.ts',
      '../use-cases/read-error.ts',
      '../../functions/get-error.ts',
      '../../infra/build.ts',
      '../../test/support/app.ts',
      '../config.ts',
      '../services.ts',
      '@azure/data-tables',
      '@azure/functions',
      '@azure/core-rest-pipeline',
      'node:fs',
      'vitest',
    ],
    allowed: ['zod', 'node:crypto', './days.ts', './diagnosis/causes.ts'],
  },
  'shared/domain/settings-checks': {
    refused: ['../../storage/row-keys.ts', '../../upstream/graph.ts', '../../config.ts', 'node:http'],
    allowed: ['zod', '../days.ts', './finding.ts'],
  },
  'shared/use-cases': {
    refused: [
      '../storage/table-desk.ts',
      '../upstream/graph.ts',
      '../http/operation.ts',
      '../../functions/get-error.ts',
      '../../infra/build.ts',
      '../../test/support/app.ts',
      '../config.ts',
      '../services.ts',
      '@azure/data-tables',
      '@azure/functions',
      'node:crypto',
    ],
    allowed: ['zod', '../domain/days.ts', './get-error.ts'],
  },
  'shared/storage': {
    refused: [
      '../upstream/graph.ts',
      '../http/operation.ts',
      '../use-cases/read-error.ts',
      '../../functions/get-error.ts',
      '../../infra/build.ts',
      '../../test/support/app.ts',
      '../config.ts',
      '../services.ts',
      '@azure/functions',
      '@azure/identity',
    ],
    allowed: ['zod', 'node:crypto', '@azure/data-tables', '../domain/days.ts', './row-keys.ts'],
  },
  'shared/upstream': {
    refused: [
      '../storage/row-keys.ts',
      '../http/operation.ts',
      '../use-cases/read-error.ts',
      '../../functions/get-error.ts',
      '../../infra/build.ts',
      '../../test/support/app.ts',
      '../config.ts',
      '../services.ts',
      '@azure/functions',
      '@azure/identity',
      '@azure/data-tables',
    ],
    allowed: ['zod', '@azure/core-rest-pipeline', '../domain/days.ts', './graph.ts'],
  },
  'shared/http': {
    refused: [
      '../storage/row-keys.ts',
      '../upstream/graph.ts',
      '../use-cases/read-error.ts',
      '../../functions/get-error.ts',
      '../../infra/build.ts',
      '../../test/support/app.ts',
      '../config.ts',
      '../services.ts',
      '@azure/identity',
      '@azure/data-tables',
    ],
    allowed: ['zod', '@azure/functions', '../domain/days.ts', './operation.ts'],
  },
  functions: {
    refused: [
      '../shared/storage/error-log/row-keys.ts',
      '../shared/upstream/graph.ts',
      '../infra/build.ts',
      '../test/support/app.ts',
      '../shared/config.ts',
      '@azure/identity',
      '@azure/data-tables',
    ],
    allowed: [
      'zod',
      '@azure/functions',
      '../shared/domain/reports/days.ts',
      '../shared/use-cases/read-error.ts',
      '../shared/http/operation.ts',
      '../shared/services.ts',
    ],
  },
};

/** Code that a rule for the whole project refuses, and where it is let through. */
const environment = 'export const value = process.env["X"];\n';
const environmentRefused = [
  'shared/domain',
  'shared/use-cases',
  'shared/storage',
  'shared/upstream',
  'shared/http',
  'shared',
  'functions',
];
const environmentAllowed = ['functions/index.ts', 'infra/planted.ts', 'test/planted.ts'];

const planted: { file: string; code: string; rule: string | undefined }[] = [
  ...Object.entries(layers).flatMap(([folder, { refused, allowed }]) => [
    ...refused.map((specifier, index) => ({
      file: `${folder}/refused-${index}.ts`,
      code: `import { value } from '${specifier}';\nexport const own = value;\n`,
      rule: 'noRestrictedImports',
    })),
    ...refused.map((specifier, index) => ({
      file: `${folder}/refused-type-${index}.ts`,
      code: `import type { Value } from '${specifier}';\nexport type Own = Value;\n`,
      rule: 'noRestrictedImports',
    })),
    ...allowed.map((specifier, index) => ({
      file: `${folder}/allowed-${index}.ts`,
      code: `import { value } from '${specifier}';\nexport const own = value;\n`,
      rule: undefined,
    })),
  ]),
  ...environmentRefused.map((folder) => ({
    file: `${folder}/environment.ts`,
    code: environment,
    rule: 'noProcessEnv',
  })),
  ...environmentAllowed.map((file) => ({ file, code: environment, rule: undefined })),
  { file: 'functions/any.ts', code: 'export const value: any = 1;\n', rule: 'noExplicitAny' },
  { file: 'shared/http/console.ts', code: 'console.log(1);\n', rule: 'noConsole' },
  { file: 'shared/http/default.ts', code: 'export default 1;\n', rule: 'noDefaultExport' },
  {
    file: 'shared/http/assert.ts',
    code: 'export const f = (x?: number) => x!;\n',
    rule: 'noNonNullAssertion',
  },
  { file: 'shared/http/camelCase.ts', code: 'export const value = 1;\n', rule: 'useFilenamingConvention' },
  { file: 'shared/http/barrel.ts', code: "export * from './operation.ts';\n", rule: 'noBarrelFile' },
];

const report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

let found: Map<string, string[]>;
let folder: string;
beforeAll(async () => {
  // Apart from the sources, so that nobody meets the planted files.
  folder = await mkdtemp(join(tmpdir(), 'layers-'));
  for (const file of ['biome.json', '.gitignore', 'package.json'])
    await copyFile(join(root, file), join(folder, file));
  for (const { file, code } of planted) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), code);
  }
  const output = await lint(folder);
  found = new Map();
  for (const { category, location } of output.diagnostics) {
    const rules = found.get(location.path) ?? [];
    rules.push(category.replace(/.*\//, ''));
    found.set(location.path, rules);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function lint(cwd: string): Promise<z.output<typeof report>> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      try {
        resolve(report.parse(JSON.parse(stdout)));
      } catch (cause) {
        reject(new Error(`Biome said no JSON: ${error?.message} ${stderr.slice(0, 2000)}`, { cause }));
      }
    });
  });
}

describe('each planted breach', () => {
  it.each(planted.filter(({ rule }) => rule))('$file: $rule objects', ({ file, rule }) => {
    expect(found.get(file) ?? []).toContain(rule);
  });
});

describe('what is allowed', () => {
  it.each(planted.filter(({ rule }) => !rule))('$file passes', ({ file }) => {
    expect(found.get(file) ?? []).toEqual([]);
  });
});

describe('the sources', () => {
  it('read the environment and register functions in functions/index.ts alone', async () => {
    const files = await Promise.all(
      ['functions', 'shared'].map(async (top) =>
        (await readdir(join(root, top), { recursive: true })).map((name) => `${top}/${name}`),
      ),
    );
    const sources = files.flat().filter((file) => file.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    const reading: string[] = [];
    for (const file of sources) {
      const text = await readFile(join(root, file), 'utf8');
      if (/process\.env|\bapp\.(http|timer|setup)\b/.test(text)) reading.push(file);
    }
    expect(reading).toEqual(['functions/index.ts']);
  });

  it('have a rule for each layer that there is', async () => {
    const folders = (await readdir(join(root, 'shared'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `shared/${name}`);
    expect(Object.keys(layers)).toEqual(expect.arrayContaining(folders));
  });
});
