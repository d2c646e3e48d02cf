import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpFunctions } from '../../../functions/http-functions.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { aReportBody } from '../../support/reports.ts';

const json = { 'content-type': 'application/json' };
let app: RunningApp;
let down: RunningApp;

beforeAll(async () => {
  app = await startApp();
  await app.post('errors', aReportBody());
  const key = Buffer.from('the key of the account').toString('base64');
  const ERROR_LOG = `DefaultEndpointsProtocol=http;AccountName=theaccount;AccountKey=${key};TableEndpoint=http://127.0.0.1:9/theaccount;`;
  down = await startApp({ settings: { ERROR_LOG, ERROR_LOG_PREFIX: 'theprefix' } });
});
afterAll(async () => {
  await app?.close();
  await down?.close();
});

const cases: readonly { name: string; path: string; init?: RequestInit; status: number }[] = [
  { name: 'a list', path: 'errors', status: 200 },
  { name: 'a CSV', path: 'errors', init: { headers: { accept: 'text/csv' } }, status: 200 },
  {
    name: 'what was stored',
    path: 'errors',
    init: { method: 'POST', headers: json, body: JSON.stringify(aReportBody()) },
    status: 201,
  },
  { name: 'bad JSON', path: 'errors', init: { method: 'POST', headers: json, body: '{' }, status: 400 },
  { name: 'an unknown parameter', path: 'errors?nobody=1', status: 400 },
  { name: 'an unknown entry', path: 'errors/01KAMX8ZJ0E5QJZ4V6T3C0W2RB', status: 404 },
  { name: 'another media type', path: 'errors', init: { method: 'POST', body: 'text' }, status: 415 },
  { name: 'the description', path: 'openapi.json', status: 200 },
  { name: 'health', path: 'health', status: 200 },
];

const guards = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'cache-control': 'no-store',
};

describe('headers', () => {
  it.each(cases)('guard $name, $status', async ({ path, init, status }) => {
    const response = await app.call(path, init);
    await response.arrayBuffer();
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(guards);
    expect(response.headers.get('content-type')).not.toMatch(/html/);
  });

  it.each(cases)('do not reveal what is behind $name', async ({ path, init }) => {
    const response = await app.call(path, init);
    await response.arrayBuffer();
    const names = [...response.headers.keys()];
    expect(names.filter((name) => /^(server|x-powered-by|set-cookie|x-aspnet)/.test(name))).toEqual([]);
  });
});

describe('other origins', () => {
  const origin = { origin: 'https://evil.example' };

  it.each(cases)('get no header that lets a page read $name', async ({ path, init }) => {
    const response = await app.call(path, { ...init, headers: { ...init?.headers, ...origin } });
    await response.arrayBuffer();
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('get no answer to a preflight', async () => {
    for (const { route } of httpFunctions) {
      const response = await app.call(route, {
        method: 'OPTIONS',
        headers: {
          ...origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-functions-key',
        },
      });
      expect(response.status).toBe(404);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('are named in no setting: CORS is off unless somebody turns it on at the platform', () => {
    for (const file of ['host.json', 'local.settings.sample.json'])
      expect(readFileSync(join(import.meta.dirname, '../../..', file), 'utf8')).not.toMatch(/cors/i);
  });
});

describe('an answer when storage fails', () => {
  // All at once, as each waits a second for the storage.
  it.concurrent.each([
    {
      name: 'reporting',
      path: 'errors',
      init: { method: 'POST', headers: json, body: JSON.stringify(aReportBody()) },
    },
    { name: 'a list', path: 'errors', init: {} },
    { name: 'a CSV', path: 'errors', init: { headers: { accept: 'text/csv' } } },
    { name: 'an entry', path: 'errors/01KAMX8ZJ0E5QJZ4V6T3C0W2RB', init: {} },
    { name: 'problems', path: 'problems', init: {} },
    { name: 'a clean-up', path: 'cleanups', init: { method: 'POST', headers: json, body: '{"all":true}' } },
    { name: 'health', path: 'health', init: {} },
  ])('says that it failed, and no more: $name', async ({ path, init }) => {
    const response = await down.call(path, init);
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const shown = `${text}${JSON.stringify([...response.headers])}`;
    expect(shown).not.toMatch(
      /theaccount|theprefix|127\.0\.0\.1|ECONNREFUSED|RestError|\.ts:|\.cjs|AccountKey|\bat \w/,
    );
  });
});

describe('limits of a request', () => {
  it.each([
    { name: 'a page of more than 200', path: 'errors?maxpagesize=201' },
    { name: 'a search of more than 512 characters', path: `errors?q=${'x'.repeat(513)}` },
    { name: 'a token of more than 3,000 characters', path: `errors?pagetoken=${'x'.repeat(3001)}` },
    { name: 'a list of more than 100 values', path: `errors?${'company=x&'.repeat(101)}` },
    { name: 'a list of more than 100 words', path: `errors?status=${'open,'.repeat(100)}open` },
    { name: 'an id of another form', path: 'errors/..%2F..%2Fsecret' },
    {
      name: 'a filter of storage as an id',
      path: `problems/${encodeURIComponent("' or PartitionKey ne '")}`,
    },
  ])('$name is refused', async ({ path }) => {
    const response = await app.call(path);
    expect([400, 404]).toContain(response.status);
    await response.arrayBuffer();
  });
});
