import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { type FunctionHost, startHost } from '../../../infra/local/function-host.ts';
import { makePackage, type Package, writePackage, zipOf } from '../../../infra/package.ts';
import { deskPartition } from '../../../shared/storage/desk/desk-transaction.ts';
import { entityJson } from '../../../shared/storage/tables/entity-group-transaction.ts';
import { deskTable } from '../../../shared/storage/tables/table-names.ts';
import { openTableService } from '../../../shared/storage/tables/table-service.ts';
import { aReportBody } from '../../support/reports.ts';
import { freshPrefix } from '../../support/storage.ts';
import { type IdentityServer, startIdentityServer } from '../../support/upstream-identity.ts';

const page = 'dist/dashboard/';
const project = join(import.meta.dirname, '../../..');
let folder: string;
let unzipped: Package;
let host: FunctionHost;
const prefix = freshPrefix();
const logLines: string[] = [];
let identity: IdentityServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  unzipped = unzipSync(zipOf(await makePackage(join(folder, 'build'))));
  const appFolder = join(folder, 'app');
  writePackage(unzipped, appFolder);
  identity = await startIdentityServer();
  host = await startHost({
    appFolder,
    environment: {
      ERROR_LOG: inject('errorLog'),
      ERROR_LOG_PREFIX: prefix,
      // Nothing listens there: only the token is of interest.
      DATAVERSE_URL: 'http://127.0.0.1:9',
      ALERT_SCHEDULE: '0 0 0 29 2 *',
      ALERT_WEBHOOK_URL: 'http://127.0.0.1:9',
      ALERT_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24).toString('base64')}`,
      ...identity.environment,
    },
    log: (line) => logLines.push(line),
  });
});
afterAll(async () => {
  await host?.close();
  await identity?.[Symbol.asyncDispose]();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function text(path: string): string {
  const bytes = unzipped[path];
  if (!bytes) throw new Error(`There is no ${path} in the zip`);
  return strFromU8(bytes);
}

/** Stores a key for page tokens that the app cannot use. */
async function spoilTokenKey(): Promise<void> {
  const rowKey = 'k';
  const json = entityJson(deskPartition, rowKey, { key: 'short' });
  await openTableService({ connectionString: inject('errorLog') })
    .table(deskTable(prefix))
    .transaction(deskPartition, [{ kind: 'upsert', rowKey, json }]);
}

/** The modules that a file asks for by `require`, at least one. */
function required(path: string): string[] {
  const names = [...text(path).matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name = '']) => name);
  expect(names).not.toEqual([]);
  return names;
}

/** The files of the page, by its manifest: each as it is and compressed twice. */
const pageFiles = () => {
  const manifest = z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(text(`${page}manifest.json`)));
  return [
    ...manifest.flatMap(([name]) => [name, `${name}.br`, `${name}.gz`]).map((name) => `${page}${name}`),
    `${page}manifest.json`,
    `${page}page.html`,
  ].sort();
};

describe('the deployable zip', () => {
  it('holds the bundle, its map, the files it loads later, the page and what the host reads, and nothing else', () => {
    expect(Object.keys(unzipped).sort()).toEqual([
      'dist/alerts.cjs',
      ...pageFiles(),
      'dist/excel.cjs',
      'dist/identity.cjs',
      'dist/main.cjs',
      'dist/main.cjs.map',
      'dist/openapi.json',
      'dist/tables.cjs',
      'host.json',
      'package.json',
    ]);
  });

  it('needs no installation: its package.json names the bundle and no dependency', () => {
    const packageJson: unknown = JSON.parse(text('package.json'));
    expect(packageJson).toMatchObject({ main: 'dist/main.cjs', engines: { node: expect.any(String) } });
    for (const name of ['dependencies', 'devDependencies', 'scripts', 'type'])
      expect(packageJson).not.toHaveProperty(name);
  });

  it('needs only Node and what the Functions worker provides', () => {
    const known = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    const missing = (path: string) => [...new Set(required(path))].filter((name) => !known.has(name));
    expect(missing('dist/main.cjs')).toEqual(['@azure/functions-core']);
    expect(missing('dist/alerts.cjs')).toEqual([]);
    expect(missing('dist/excel.cjs')).toEqual([]);
    expect(missing('dist/identity.cjs')).toEqual([]);
    expect(missing('dist/tables.cjs')).toEqual([]);
  });

  it('has a page whose scripts import only each other', () => {
    const files = new Set(pageFiles());
    const scripts = pageFiles().filter((path) => path.endsWith('.js'));
    const imported = scripts.flatMap((path) =>
      [...text(path).matchAll(/\}from"([^";]+)"|\bimport\("([^"]+)"\)|(?:^|;)import"([^"]+)"/g)].map(
        ([, ...names]) => names.join(''),
      ),
    );
    expect(imported).not.toEqual([]);
    expect(imported.filter((name) => !files.has(`${page}${name.replace('./', '')}`))).toEqual([]);
  });

  it('has a page of at most 320 kB, compressed', () => {
    const sizes = pageFiles()
      .filter((path) => path.endsWith('.br'))
      .map((path) => unzipped[path]?.length ?? 0);
    expect(sizes.length).toBeGreaterThan(5);
    const sum = sizes.reduce((total, size) => total + size, 0);
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThanOrEqual(320_000);
  });

  it('has a bundle that is of at most 1.3 MB: what it holds is parsed at each cold start', () => {
    expect(unzipped['dist/main.cjs']?.length).toBeLessThanOrEqual(1_300_000);
  });

  it('does not name the folder it was built in', () => {
    for (const path of Object.keys(unzipped)) expect(text(path).includes(project)).toBe(false);
  });

  it('has the same bytes for the same files', () => {
    expect(Buffer.from(zipOf(unzipped)).equals(zipOf({ ...unzipped }))).toBe(true);
  });

  it('stops at once on an old version of Node, and says which one it needs', async () => {
    const oldNode = "Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } });";
    const load = `require(${JSON.stringify(join(folder, 'app/dist/main.cjs'))})`;
    const failure = await promisify(execFile)(process.execPath, ['-e', oldNode + load]).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Error: The error desk needs Node 22\.12 or later, .* 20\.20\.2$/m),
    });
    // Node prints the line of the bundle, too: it must not hide the message.
    expect(String(Object(failure).stderr).length).toBeLessThan(3000);
  });

  it('runs without node_modules beside it', async () => {
    expect((await fetch(`${host.url}/api/health`)).status).toBe(200);
    const reported = await fetch(`${host.url}/api/errors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aReportBody()),
    });
    expect(await reported.json()).toMatchObject({ stored: 1 });
    expect(await (await fetch(`${host.url}/api/openapi.json`)).json()).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/),
    });
    const html = await (await fetch(`${host.url}/api/dashboard`)).text();
    const [, script] = /<script [^>]*src="([^"]+)"/.exec(html) ?? [];
    expect((await fetch(`${host.url}/api/${script}`)).status).toBe(200);
  });

  it('logs a bug with its places in the sources', async () => {
    await fetch(`${host.url}/api/errors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(['one', 'two'].map((errorId) => aReportBody({ errorId }))),
    });
    await spoilTokenKey();
    expect((await fetch(`${host.url}/api/errors?maxpagesize=1`)).status).toBe(500);
    const line = logLines.find((text) => text.includes('"event":"bug"'));
    expect(line).toMatch(/ \(shared\/storage\/desk\/table-desk\.ts:\d+:\d+\)/);
    expect(line).not.toContain('main.cjs');
  });

  it('loads what alerts need from the file beside the bundle', async () => {
    const tried = await fetch(`${host.url}/api/alerts/test`, { method: 'POST' });
    expect(await tried.json()).toEqual({
      value: [{ channel: 'webhook', outcome: 'failed', reason: 'unreachable' }],
    });
  });

  it('loads the identity library from the file beside the bundle', async () => {
    expect(identity.resources).toEqual([]);
    expect((await fetch(`${host.url}/api/validations`, { method: 'POST' })).status).toBe(200);
    expect(identity.resources).toContain('http://127.0.0.1:9');
  });
});

it('.funcignore lets the same files through', () => {
  const kept = readFileSync(join(project, '.funcignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!') && line !== '!dist')
    .map((line) => line.slice(1));
  const files = Object.keys(unzipped).filter((path) => !path.startsWith(page));
  expect(kept.sort()).toEqual([...files, 'dist/dashboard', 'dist/dashboard/*'].sort());
});
