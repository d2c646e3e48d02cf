import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningApp, startApp } from '../../support/app.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { aReportBody } from '../../support/reports.ts';

let proxy: FaultProxy;
let app: RunningApp;
beforeAll(async () => {
  proxy = await startFaultProxy();
  app = await startApp({ settings: { ERROR_LOG: proxy.connectionString } });
  const bodies = ['CRONUS', "O'Neil", 'Adatum'].map((company) => aReportBody({ company }));
  expect((await app.post('errors', bodies)).status).toBe(201);
});
afterAll(async () => {
  await app.close();
  await proxy[Symbol.asyncDispose]();
});

const send = (body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}) =>
  app.call('errors', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

const json = (parts: Readonly<Record<string, unknown>>) => JSON.stringify(aReportBody(parts));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const bytes = (...parts: readonly (string | number)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part])))),
  );

describe('poison', () => {
  it.each<readonly [string, string | Uint8Array<ArrayBuffer>, number]>([
    ['deep nesting', nested(100_000), 400],
    ['deep nesting in a field', json({}).replace('"CRONUS"', nested(50_000)), 400],
    ['a message of nearly 10 MB', json({ message: 'x'.repeat(10_000_000) }), 201],
    ['a message of more than 10 MiB', json({ message: 'x'.repeat(10 * 1024 * 1024) }), 413],
    ['NaN', json({}).replace('"CRONUS"', 'NaN'), 400],
    ['a number beyond all', json({}).replace('"CRONUS"', '1e999'), 400],
    ['lone surrogates', json({ message: 'x' }).replace('"x"', '"\\ud800 \\udc00"'), 201],
    ['bytes that are not UTF-8', bytes('{"message":"', 0xc3, 0x28, '"}'), 400],
    ['a prototype', json({}).replace('{', '{"__proto__":{"company":"x"},'), 400],
    ['a constructor', json({}).replace('{', '{"constructor":{"prototype":{"company":"x"}},'), 400],
    ['no object', '"text"', 400],
    ['null', 'null', 400],
    ['an empty list', '[]', 400],
    ['nothing', '', 400],
    ['a cut body', json({}).slice(0, -5), 400],
    ['the same key twice', json({}).replace('{', '{"company":"",'), 201],
    ['10,001 items', `[${Array.from({ length: 10_001 }, () => '{}').join()}]`, 413],
    ['10,000 items of nothing', `[${Array.from({ length: 10_000 }, () => '{}').join()}]`, 400],
  ])('%s is answered, and changes nothing for others', async (_, body, status) => {
    const response = await send(body);
    await response.arrayBuffer();
    expect(response.status).toBe(status);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect((await app.call('health')).status).toBe(200);
  });
});

describe('bodies that are too large', () => {
  it('an endless body is refused before its end', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = request(`${app.url}/api/errors`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      const mebibyte = Buffer.alloc(1024 * 1024, ' ');
      let sent = 0;
      const more = () => {
        while (sent < 64 && outgoing.write(mebibyte)) sent++;
        if (sent < 64) {
          sent++;
          outgoing.once('drain', more);
        } else outgoing.end();
      };
      outgoing.once('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.once('error', reject);
      more();
    });
    // It comes in chunks, without a length.
    expect(status).toBe(411);
    expect((await app.call('health')).status).toBe(200);
  });

  it('a small body that would unpack into a huge one is not unpacked', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000, ' ')));
    const response = await send(bomb, { 'content-encoding': 'gzip' });
    expect(response.status).toBe(415);
  });
});

const injections = [
  "' or PartitionKey ne '",
  "x' or RowKey ge '",
  "') or (company eq 'CRONUS",
  '%27 or true or company eq %27',
  "' eq '' or 'a' eq 'a",
  '\\',
  "''",
  'a"b',
  '\u0000',
];

describe('forged page links, and texts that look like filters', () => {
  it.each(injections)('%j in a filter is one text and nothing else', async (text) => {
    for (const name of ['company', 'environment', 'mapping', 'record', 'q']) {
      proxy.forget();
      const response = await app.call(`errors?${new URLSearchParams({ [name]: text })}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ value: [] });
      for (const { filter } of proxy.requests) {
        const literals = filter.replaceAll(/'(?:[^']|'')*'/g, 'TEXT');
        expect(literals).not.toContain("'");
        expect(literals).toMatch(/^[\w ()]*$/);
        expect(literals).not.toMatch(/ ne |TEXT eq|\btrue or\b/);
      }
    }
  });

  it.each(injections)('%j as an id, a status, a moment or a page token is refused', async (text) => {
    proxy.forget();
    const part = encodeURIComponent(text);
    const refused = [
      `errors?problem=${part}`,
      `errors?status=${part}`,
      `errors?cause=${part}`,
      `errors?direction=${part}`,
      `errors?since=${part}`,
      `errors?maxpagesize=${part}`,
      `errors?pagetoken=${part}`,
      `problems?pagetoken=${part}`,
      `cleanups?pagetoken=${part}`,
      `errors?$filter=${part}`,
    ];
    for (const path of refused) expect([path, (await app.call(path)).status]).toEqual([path, 400]);
    for (const path of [`errors/${part}`, `problems/${part}`, `cleanups/${part}`]) {
      const { status } = await app.call(path);
      expect([400, 404]).toContain(status);
    }
    expect(proxy.requests.filter(({ filter, url }) => filter.includes(text) || url.includes(part))).toEqual(
      [],
    );
  });

  it('a page link works for its own list and filter only, and not with one character changed', async () => {
    const page = z.object({ nextLink: z.url() });
    const { nextLink } = page.parse(await (await app.call('errors?maxpagesize=1')).json());
    const link = new URL(nextLink);
    const token = link.searchParams.get('pagetoken') ?? '';
    const status = async (path: string, pagetoken: string) =>
      (await app.call(`${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ pagetoken })}`))
        .status;
    expect(await status('errors?maxpagesize=1', token)).toBe(200);
    for (const other of ['errors?company=Adatum', 'errors?q=x', 'problems', 'cleanups'])
      expect(await status(other, token)).toBe(400);
    for (let at = 0; at < token.length; at += 3) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(await status('errors?maxpagesize=1', changed)).toBe(400);
    }
    expect(await status('errors', token.slice(0, -1))).toBe(400);
    expect(await status('errors', `${token}A`)).toBe(400);
  });
});
