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
import { defaults, decideProblem, getProblem, listErrors, reportErrors, type ErrorReport } from './client.ts';

defaults.baseUrl = process.argv[2];
defaults.headers = { 'x-functions-key': 'key of the test' };

const report: ErrorReport = {
  occurredAt: new Date().toISOString(),
  message: 'Text, with a comma',
  company: 'CRONUS NL',
  direction: 'to-integration-table',
};
// @ts-expect-error the description knows which directions there are
const wrong: ErrorReport = { ...report, direction: 'sideways' };

const reported = await reportErrors([report, wrong]);
if (reported.status !== 207) throw new Error(JSON.stringify(reported));
const first = reported.data.results[0];
if (first?.outcome !== 'stored') throw new Error(JSON.stringify(first));

const list = await listErrors({ company: ['CRONUS NL', 'Other'], maxpagesize: 1 });
if (list.status !== 200) throw new Error(list.data.code);
const entry = list.data.value[0];
if (entry?.id !== first.id) throw new Error(JSON.stringify(list.data));

const decided = await decideProblem(entry.problemId, { status: 'ignored', note: 'Known' }, { ifMatch: '"7"' });
if (decided.status !== 412 || decided.data.code !== 'precondition-failed') throw new Error(JSON.stringify(decided));
const etag = decided.headers.get('etag') ?? '';
await decideProblem(entry.problemId, { status: 'ignored' }, { ifMatch: etag });
const problem = await getProblem(entry.problemId, { acceptLanguage: 'nl' });
if (problem.status !== 200) throw new Error(problem.data.code);
console.log(JSON.stringify({ status: problem.data.status, count: problem.data.count }));
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
  expect(JSON.parse(stdout)).toEqual({ status: 'ignored', count: 1 });
});
