import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../../support/app.ts';

const project = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
let folder: string;
let app: RunningApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'client-'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
  app = await startApp({ keys: { master: 'm', default: 'key of the test' } });
});
afterAll(async () => {
  await app?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** What an app that calls the desk would write, against the generated client. */
const program = `
import {
  defaults,
  decideProblem,
  getProblem,
  listErrors,
  reportErrors,
  startCleanup,
  undoCleanup,
  type CleanupFilter,
  type ErrorReport,
} from './client.ts';

defaults.baseUrl = process.argv[2];
defaults.headers = { 'x-functions-key': 'key of the test' };

const report: ErrorReport = {
  occurredAt: new Date().toISOString(),
  message: 'Text, with a comma',
  company: 'CRONUS USA, Inc.',
  direction: 'to-integration-table',
};
// @ts-expect-error the description knows which directions there are
const wrong: ErrorReport = { ...report, direction: 'sideways' };

const companies = [report.company, 'Smith, Jones & Co'];
const reported = await reportErrors([
  report,
  wrong,
  { ...report, company: 'Smith, Jones & Co' },
  { ...report, company: 'Smith' },
]);
if (reported.status !== 207) throw new Error(JSON.stringify(reported));
const first = reported.data.results[0];
if (first?.outcome !== 'stored') throw new Error(JSON.stringify(first));

const listed = async () => {
  const list = await listErrors({ company: companies });
  if (list.status !== 200) throw new Error(list.data.code);
  return list.data.value;
};
const entries = await listed();
const entry = entries.find(({ id }) => id === first.id);
if (!entry || entries.length !== 2) throw new Error(JSON.stringify(entries));

const decided = await decideProblem(entry.problemId, { status: 'ignored', note: 'Known' }, { ifMatch: '"7"' });
if (decided.status !== 412 || decided.data.code !== 'precondition-failed') throw new Error(JSON.stringify(decided));
const etag = decided.headers.get('etag') ?? '';
await decideProblem(entry.problemId, { status: 'ignored' }, { ifMatch: etag });
const problem = await getProblem(entry.problemId, { acceptLanguage: 'nl' });
if (problem.status !== 200) throw new Error(problem.data.code);

const filter: CleanupFilter = { company: companies };
const preview = await startCleanup({ all: true, filter, preview: true });
if (preview.status !== 200 || preview.data.preview !== true) throw new Error(JSON.stringify(preview));
const cleanup = await startCleanup({ all: true, filter });
if (cleanup.status !== 201) throw new Error(JSON.stringify(cleanup));
const left = (await listed()).length;
const undone = await undoCleanup(cleanup.data.id ?? '');
if (undone.status !== 200) throw new Error(JSON.stringify(undone));
console.log(
  JSON.stringify({
    status: problem.data.status,
    hasCount: problem.data.count > 0,
    previewed: preview.data.deleted,
    left,
    back: (await listed()).length,
  }),
);
`;

it('gives a client whose types compile, and which works against the running app', async () => {
  const description = join(project, 'functions/openapi.json');
  await run(process.execPath, [
    join(project, 'node_modules/oazapfts/dist/cli.js'),
    description,
    join(folder, 'client.ts'),
  ]);
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024'];
  await run(
    process.execPath,
    [
      join(project, 'node_modules/typescript/bin/tsc'),
      ...options,
      ...['--allowImportingTsExtensions', '--types', 'node', 'program.ts'],
    ],
    { cwd: folder },
  );
  const { stdout } = await run(process.execPath, ['program.ts', `${app.url}/api`], { cwd: folder });
  expect(JSON.parse(stdout)).toEqual({ status: 'ignored', hasCount: true, previewed: 2, left: 0, back: 2 });
});
