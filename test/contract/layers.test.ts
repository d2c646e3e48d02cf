import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');

interface Imports {
  /** Packages, and files by their path from the root. */
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
}

// One file of each room.
const storage = 'shared/storage/error-log/row-keys.ts';
const desk = 'shared/storage/desk/table-desk.ts';
const upstream = 'shared/upstream/graph.ts';
const channel = 'shared/channels/post-message.ts';
const http = 'shared/http/operation.ts';
const useCase = 'shared/use-cases/read-error.ts';
const domain = 'shared/domain/reports/days.ts';
const page = 'shared/dashboard/address/filter.ts';
const outside = [page, 'functions/get-error.ts', 'infra/build.ts', 'test/support/app.ts'];
const outer = [...outside, 'shared/config.ts', 'shared/services.ts'];
const aroundStorage = [upstream, channel, http, useCase, ...outer, '@azure/functions', '@azure/identity'];

/** For each planted file, imports that its layer must not have, and some that it may have. */
const imports: Readonly<Record<string, Imports>> = {
  'shared/domain/planted.ts': {
    refused: [
      ...[storage, upstream, channel, http, useCase, ...outer],
      ...['@azure/data-tables', '@azure/functions', '@azure/core-rest-pipeline', 'node:fs', 'vitest'],
    ],
    allowed: ['zod', 'node:crypto', 'shared/domain/app-error.ts', 'shared/domain/diagnosis/diagnosis.ts'],
  },
  'shared/domain/diagnosis/rules/planted.ts': {
    refused: [storage, upstream, channel, http, useCase, ...outer, 'node:http'],
    allowed: [
      'zod',
      'shared/domain/diagnosis/rules/rule.ts',
      'shared/domain/diagnosis/matching/label.ts',
      domain,
    ],
  },
  'shared/use-cases/planted.ts': {
    refused: [
      desk,
      upstream,
      channel,
      http,
      ...outer,
      '@azure/data-tables',
      '@azure/functions',
      'node:crypto',
    ],
    allowed: ['zod', domain, 'shared/domain/ports/desk.ts', useCase],
  },
  'shared/storage/planted.ts': {
    refused: aroundStorage,
    allowed: ['zod', 'node:crypto', '@azure/data-tables', domain],
  },
  'shared/storage/tables/planted.ts': {
    refused: [storage, desk, ...aroundStorage],
    allowed: ['zod', '@azure/data-tables', domain, 'shared/storage/tables/table-names.ts'],
  },
  'shared/storage/error-log/planted.ts': {
    refused: [desk, ...aroundStorage],
    allowed: ['zod', 'shared/storage/tables/table-names.ts', 'shared/domain/ports/desk.ts', storage],
  },
  'shared/storage/desk/planted.ts': {
    refused: aroundStorage,
    allowed: ['shared/storage/tables/table-names.ts', storage, 'shared/storage/desk/cleanup-row.ts'],
  },
  'shared/upstream/planted.ts': {
    refused: [
      ...[storage, channel, http, useCase, ...outer],
      ...['@azure/functions', '@azure/identity', '@azure/data-tables'],
    ],
    allowed: ['zod', '@azure/core-rest-pipeline', domain, upstream],
  },
  'shared/channels/planted.ts': {
    refused: [
      ...[storage, upstream, http, useCase, ...outer],
      ...['@azure/functions', '@azure/identity', '@azure/data-tables'],
    ],
    allowed: ['zod', 'node:crypto', '@azure/core-rest-pipeline', 'standardwebhooks', domain, channel],
  },
  'shared/http/planted.ts': {
    refused: [storage, upstream, channel, useCase, ...outer, '@azure/identity', '@azure/data-tables'],
    allowed: ['zod', '@azure/functions', domain, http],
  },
  'shared/dashboard/planted.ts': {
    refused: [
      ...[storage, upstream, channel, http, useCase, domain, 'shared/config.ts', 'shared/services.ts'],
      ...['shared/page-files.ts', 'functions/get-error.ts', 'infra/build.ts', 'test/support/app.ts'],
      ...['zod', 'node:fs', '@azure/functions', 'oazapfts', 'playwright-core'],
    ],
    allowed: [
      ...['react', 'react-dom/client', '@fluentui/react-components', '@tanstack/react-query', 'zod/mini'],
      ...[page, 'shared/dashboard/api/generated-client.ts'],
    ],
  },
  'shared/dashboard/problems/planted.ts': {
    refused: [http, domain, 'shared/page-files.ts', 'functions/get-error.ts', 'zod'],
    allowed: ['react', page, 'shared/dashboard/problems/problem-name.ts'],
  },
  'shared/page-files.ts': { refused: [page], allowed: ['zod', 'node:fs/promises'] },
  'infra/planted.ts': { refused: [page], allowed: ['shared/page-files.ts', 'infra/build.ts'] },
  'functions/planted.ts': {
    refused: [
      ...[page, storage, upstream, channel, 'infra/build.ts', 'test/support/app.ts', 'shared/config.ts'],
      ...['@azure/identity', '@azure/data-tables'],
    ],
    allowed: ['zod', '@azure/functions', domain, useCase, http, 'shared/services.ts'],
  },
  'shared/config.ts': {
    refused: [
      ...[
        http,
        'shared/services.ts',
        'shared/storage/tables/table-names.ts',
        upstream,
        channel,
        useCase,
        ...outside,
      ],
      ...['node:fs', '@azure/functions'],
    ],
    allowed: ['zod', 'shared/ncrontab.ts', 'shared/domain/authentication-mode.ts', domain],
  },
  'shared/ncrontab.ts': { refused: ['zod', 'shared/config.ts', domain], allowed: [] },
  'shared/services.ts': {
    refused: [http, ...outside, '@azure/functions'],
    allowed: [
      ...['node:crypto', '@azure/core-auth', 'shared/config.ts', 'shared/domain/ports/desk.ts'],
      ...[desk, upstream, channel, useCase],
    ],
  },
  'functions/index.ts': {
    refused: [
      page,
      ...['zod', '@azure/data-tables', domain, 'shared/storage/tables/storage-call-count.ts'],
      ...[upstream, channel, useCase, http, 'infra/build.ts', 'test/support/app.ts'],
    ],
    allowed: [
      ...['@azure/functions', 'functions/http-functions.ts', 'shared/node-version.ts'],
      ...['shared/config.ts', 'shared/services.ts', 'shared/http/boundary.ts'],
    ],
  },
};

/** How a file imports a package, or a file named by its path from the root. */
function specifierIn(file: string, imported: string): string {
  if (!/^(functions|infra|shared|test)\//.test(imported)) return imported;
  const path = relative(dirname(file), imported);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Code that only a few files may have. */
const environment = 'export const value = process.env["X"];\n';
const environmentRefused = [
  'shared/domain',
  'shared/use-cases',
  'shared/storage',
  'shared/upstream',
  'shared/channels',
  'shared/http',
  'shared',
  'functions',
];
const environmentAllowed = ['functions/index.ts', 'infra/planted.ts', 'test/planted.ts'];

/** Import lines by file: each refused one twice, as a value and as a type. */
const importLines = Object.entries(imports).map(([file, { refused, allowed }]) => ({
  file,
  lines: [
    ...refused.flatMap((imported) => [
      { text: `import { value } from '${specifierIn(file, imported)}';`, isRefused: true },
      { text: `import type { Value } from '${specifierIn(file, imported)}';`, isRefused: true },
    ]),
    ...allowed.map((imported) => ({
      text: `import { value } from '${specifierIn(file, imported)}';`,
      isRefused: false,
    })),
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
  { file: 'shared/dashboard/image.tsx', code: 'export const image = <img src="x" />;\n', rule: 'useAltText' },
  { file: 'shared/dashboard/page.html', code: '<img src="x">\n', rule: 'useAltText' },
  { file: 'shared/dashboard/style.css', code: '.a { colour: red; }\n', rule: 'noUnknownProperty' },
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
    const sources = files.flat().filter((file) => /\.tsx?$/.test(file));
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
