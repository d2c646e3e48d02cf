import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { dataFileIn } from '../../../infra/local/azurite.ts';
import { type FunctionHost, startHost } from '../../../infra/local/function-host.ts';
import { StorageLimit } from '../../../infra/local/storage-limit.ts';
import { problemDetails } from '../../../shared/http/problem.ts';
import { aReportBody } from '../../support/reports.ts';
import { freshPrefix } from '../../support/storage.ts';

let folder: string;
let file: string;
let host: FunctionHost;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'storage-limit-'));
  file = dataFileIn(folder);
  writeFileSync(file, '');
  host = await startHost({
    appFolder: join(import.meta.dirname, '../../..'),
    main: inject('bundle'),
    withoutLocalSettings: true,
    environment: { ERROR_LOG: inject('errorLog'), ERROR_LOG_PREFIX: freshPrefix() },
    gate: new StorageLimit(file, () => undefined, { warn: 1_000, full: 2_000, max: 1_000_000 }),
  });
});
afterAll(async () => {
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

const report = () =>
  fetch(`${host.url}/api/errors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(aReportBody()),
  });

it('answers 503 to reports while the data file is too large, still answers reads, and loses nothing', async () => {
  expect((await report()).status).toBe(201);
  truncateSync(file, 2_000);

  const refused = await report();
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(problemDetails.parse(await refused.json())).toMatchObject({ code: 'storage-unavailable' });
  const list: unknown = await (await fetch(`${host.url}/api/errors`)).json();
  expect(list).toMatchObject({ value: [expect.anything()] });

  truncateSync(file, 0);
  expect((await report()).status).toBe(201);
});
