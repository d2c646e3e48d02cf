import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');

interface Imports {
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
}

/** For each planted file, imports that its layer must not have, and some that it may have. */
const imports: Readonly<Record<string, Imports>> = {
  'shared/domain/planted.ts': {
    refused: [
      '../storage/error-log/row-keys.ts',
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
    allowed: ['zod', 'node:crypto', './app-error.ts', './diagnosis/diagnosis.ts'],
  },
  'shared/domain/diagnosis/rules/planted.ts': {
    refused: [
      '../../../storage/error-log/row-keys.ts',
      '../../../upstream/graph.ts',
      '../../../http/operation.ts',
      '../../../use-cases/read-error.ts',
      '../../../config.ts',
      '../../../services.ts',
      'node:http',
    ],
    allowed: ['zod', './rule.ts', '../matching/label.ts', '../../reports/days.ts'],
  },
  'shared/use-cases/planted.ts': {
    refused: [
      '../storage/desk/table-desk.ts',
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
    allowed: ['zod', '../domain/reports/days.ts', '../domain/ports/desk.ts', './read-error.ts'],
  },
  'shared/storage/planted.ts': {
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
    allowed: ['zod', 'node:crypto', '@azure/data-tables', '../domain/reports/days.ts'],
  },
  'shared/storage/tables/planted.ts': {
    refused: [
      '../error-log/row-keys.ts',
      '../desk/table-desk.ts',
      '../../upstream/graph.ts',
      '../../http/operation.ts',
      '../../use-cases/read-error.ts',
      '../../../functions/get-error.ts',
      '../../../infra/build.ts',
      '../../../test/support/app.ts',
      '../../config.ts',
      '../../services.ts',
      '@azure/functions',
      '@azure/identity',
    ],
    allowed: ['zod', '@azure/data-tables', '../../domain/ports/error-log.ts', './table-names.ts'],
  },
  'shared/storage/error-log/planted.ts': {
    refused: [
      '../desk/table-desk.ts',
      '../../upstream/graph.ts',
      '../../http/operation.ts',
      '../../use-cases/read-error.ts',
      '../../../functions/get-error.ts',
      '../../../infra/build.ts',
      '../../../test/support/app.ts',
      '../../config.ts',
      '../../services.ts',
      '@azure/functions',
      '@azure/identity',
    ],
    allowed: ['zod', '../tables/table-names.ts', '../../domain/ports/desk.ts', './row-keys.ts'],
  },
  'shared/storage/desk/planted.ts': {
    refused: [
      '../../upstream/graph.ts',
      '../../http/operation.ts',
      '../../use-cases/read-error.ts',
      '../../config.ts',
      '../../services.ts',
    ],
    allowed: ['../tables/table-names.ts', '../error-log/row-keys.ts', './cleanup-row.ts'],
  },
  'shared/upstream/planted.ts': {
    refused: [
      '../storage/error-log/row-keys.ts',
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
    allowed: ['zod', '@azure/core-rest-pipeline', '../domain/reports/days.ts', './graph.ts'],
  },
  'shared/http/planted.ts': {
    refused: [
      '../storage/error-log/row-keys.ts',
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
    allowed: ['zod', '@azure/functions', '../domain/reports/days.ts', './operation.ts'],
  },
  'functions/planted.ts': {
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
  'shared/config.ts': {
    refused: [
      './http/principal.ts',
      './services.ts',
      './storage/tables/table-names.ts',
      './upstream/graph.ts',
      './use-cases/read-error.ts',
      '../functions/get-error.ts',
      '../infra/build.ts',
      'node:fs',
      '@azure/functions',
    ],
    allowed: ['zod', './ncrontab.ts', './domain/authentication-mode.ts', './domain/reports/days.ts'],
  },
  'shared/ncrontab.ts': { refused: ['zod', './config.ts', './domain/reports/days.ts'], allowed: [] },
  'shared/services.ts': {
    refused: ['./http/principal.ts', '../functions/get-error.ts', '../infra/build.ts', '@azure/functions'],
    allowed: [
      'node:crypto',
      '@azure/core-auth',
      './config.ts',
      './domain/ports/desk.ts',
      './storage/desk/table-desk.ts',
      './upstream/gather-settings.ts',
      './use-cases/open-problems.ts',
    ],
  },
  'functions/index.ts': {
    refused: [
      'zod',
      '@azure/data-tables',
      '../shared/domain/reports/days.ts',
      '../shared/storage/tables/storage-call-count.ts',
      '../shared/upstream/graph.ts',
      '../shared/use-cases/read-error.ts',
      '../shared/http/operation.ts',
      '../infra/build.ts',
      '../test/support/app.ts',
    ],
    allowed: [
      '@azure/functions',
      './http-functions.ts',
      '../shared/node-version.ts',
      '../shared/config.ts',
      '../shared/services.ts',
      '../shared/http/boundary.ts',
    ],
  },
};

/** Code that only a few files may have. */
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

/** Import lines by file: each refused one twice, as a value and as a type. */
const importLines = Object.entries(imports).map(([file, { refused, allowed }]) => ({
  file,
  lines: [
    ...refused.map((specifier) => ({ text: `import { value } from '${specifier}';`, isRefused: true })),
    ...refused.map((specifier) => ({ text: `import type { Value } from '${specifier}';`, isRefused: true })),
    ...allowed.map((specifier) => ({ text: `import { value } from '${specifier}';`, isRefused: false })),
  ],
}));

const planted: { file: string; code: string; rule?: string }[] = [
  ...environmentRefused.map((folder) => ({
    file: `${folder}/environment.ts`,
    code: environment,
    rule: 'noProcessEnv',
  })),
  ...environmentAllowed.map((file) => ({ file, code: environment })),
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
  diagnostics: z.array(
    z.object({
      category: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }),
    }),
  ),
});

/** The rules that Biome finds broken in the planted files. */
let found: { readonly file: string; readonly line: number; readonly rule: string }[];
let folder: string;
beforeAll(async () => {
  // Apart from the sources, which must not hold planted files.
  folder = await mkdtemp(join(tmpdir(), 'layers-'));
  for (const file of ['biome.json', '.gitignore', 'package.json'])
    await copyFile(join(root, file), join(folder, file));
  const texts = new Map(planted.map(({ file, code }) => [file, code]));
  for (const { file, lines } of importLines)
    texts.set(file, [...lines.map(({ text }) => text), texts.get(file) ?? ''].join('\n'));
  for (const [file, text] of texts) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const output = await lint(folder);
  found = output.diagnostics.map(({ category, location }) => ({
    file: location.path,
    line: location.start.line,
    rule: category.replace(/.*\//, ''),
  }));
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
        reject(new Error(`Biome gave no JSON: ${error?.message} ${stderr.slice(0, 2000)}`, { cause }));
      }
    });
  });
}

const rulesBrokenIn = (file: string) => found.filter((one) => one.file === file).map(({ rule }) => rule);

describe('imports', () => {
  it.each(
    importLines.flatMap(({ file, lines }) =>
      lines.map(({ text, isRefused }, index) => ({
        file,
        text,
        verdict: isRefused ? 'refused' : 'allowed',
        line: index + 1,
      })),
    ),
  )('in $file: $text is $verdict', ({ file, line, verdict }) => {
    const objections = found.filter(
      (one) => one.file === file && one.line === line && one.rule === 'noRestrictedImports',
    );
    expect(objections.length > 0 ? 'refused' : 'allowed').toBe(verdict);
  });
});

describe('other rules', () => {
  it.each(planted.filter(({ rule }) => rule))('$rule objects to $file', ({ file, rule }) => {
    expect(rulesBrokenIn(file)).toContain(rule);
  });

  it.each(environmentAllowed)('%s may read the environment', (file) => {
    expect(rulesBrokenIn(file)).not.toContain('noProcessEnv');
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

  it('have rules for each layer', async () => {
    const folders = (await readdir(join(root, 'shared'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `shared/${name}`);
    expect(Object.keys(imports)).toEqual(
      expect.arrayContaining(folders.map((layer) => `${layer}/planted.ts`)),
    );
  });
});
