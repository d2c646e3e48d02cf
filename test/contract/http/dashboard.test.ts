import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { getDashboard } from '../../../functions/get-dashboard.ts';
import { getDashboardFile } from '../../../functions/get-dashboard-file.ts';
import { getOverview } from '../../../functions/get-overview.ts';
import { whoAmI } from '../../../functions/who-am-i.ts';
import { manifestName } from '../../../shared/page-files.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { expectDescribed } from '../../support/described.ts';
import { entraSettings } from '../../support/principal.ts';
import { rawAnswer } from '../../support/raw-answer.ts';
import { aReportBody } from '../../support/reports.ts';

const folder = join(dirname(inject('bundle')), 'dashboard');
const manifest = z
  .array(z.tuple([z.string(), z.enum(['text/javascript', 'text/css'])]))
  .min(2)
  .parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')));
const script = manifest.find(([name]) => name.startsWith('main-') && name.endsWith('.js'))?.[0] ?? '';

const key = 'key-of-the-page';
let app: RunningApp;
let entra: RunningApp;
beforeAll(async () => {
  app = await startApp({ keys: { master: 'master-key', default: key } });
  entra = await startApp({ settings: entraSettings });
});
afterAll(async () => {
  await app?.close();
  await entra?.close();
});

/** The directives of a policy by their names. */
function policyOf(response: Response): Record<string, string> {
  const directives = (response.headers.get('content-security-policy') ?? '').split(';');
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}

const nonceIn = (text: string) => /nonce[-=]["']?([A-Za-z0-9+/=]+)/.exec(text)?.[1];

describe('GET /api/dashboard', () => {
  it('answers HTML that nobody keeps or frames, whose scripts and styles are only its own', async () => {
    const response = await app.call('dashboard');
    const html = await expectDescribed(getDashboard, response);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    const nonce = nonceIn(html);
    expect(Buffer.from(nonce ?? '', 'base64')).toHaveLength(16);
    expect(policyOf(response)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
    });
  });

  it('has another nonce for each request', async () => {
    const texts = await Promise.all(
      Array.from({ length: 5 }, async () => (await app.call('dashboard')).text()),
    );
    expect(new Set(texts.map(nonceIn)).size).toBe(5);
  });

  it('has no inline script or style, and no place left open', async () => {
    const html = await (await app.call('dashboard')).text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:|\{\w+\}/i);
  });

  it('names files that are there', async () => {
    const html = await (await app.call('dashboard')).text();
    const named = [...html.matchAll(/(?:src|href)="(dashboard\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(named).toContain(`dashboard/${script}`);
    for (const path of named) expect((await app.call(path)).status).toBe(200);
  });

  it.each(['keys', 'entra'])('says how the API decides who may call: %s', async (mode) => {
    const answer = await (mode === 'entra' ? entra : app).call('dashboard');
    expect(await answer.text()).toContain(`data-authentication="${mode}"`);
  });

  it('takes any query: it belongs to the script', async () => {
    const query = "view=errors&lang=xx&colour=red&status=a&status=b&q=%3Cscript%3E&__proto__=1&maxpagesize='";
    const response = await app.call(`dashboard?${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('<script>');
  });
});

describe('GET /api/dashboard/{file}', () => {
  it.each(manifest.map(([name, mediaType]) => ({ name, mediaType })))(
    '$name: for a year, with its media type, whatever was asked for as encoding',
    async ({ name, mediaType }) => {
      const original = readFileSync(join(folder, name));
      const response = await app.call(`dashboard/${name}?unknown=1`);
      expect(await expectDescribed(getDashboardFile, response)).toBe(original.toString());
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': `${mediaType}; charset=utf-8`,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        vary: 'Accept-Encoding',
      });
      for (const [accepts, encoding] of [
        ['br', 'br'],
        ['gzip, deflate, br', 'br'],
        ['gzip', 'gzip'],
        ['br;q=0, gzip;q=0.5', 'gzip'],
        ['br;q=0, gzip;q=0', undefined],
        ['identity', undefined],
        ['deflate', undefined],
        [undefined, undefined],
      ] as const) {
        const answer = await rawAnswer(
          app.url,
          `/api/dashboard/${name}`,
          accepts === undefined ? {} : { 'accept-encoding': accepts },
        );
        expect(answer.headers['content-encoding'], accepts).toBe(encoding);
        expect(answer.headers['vary']).toBe('Accept-Encoding');
        const bytes =
          encoding === 'br'
            ? brotliDecompressSync(answer.bytes)
            : encoding === 'gzip'
              ? gunzipSync(answer.bytes)
              : answer.bytes;
        expect(bytes.equals(original)).toBe(true);
      }
    },
  );

  it('has the hash of its content in its name', () => {
    for (const [name] of manifest) expect(name).toMatch(/^[\w-]+-[A-Z0-9]{8}\.(js|css)$/);
  });

  it.each([
    'main.js',
    'page.html',
    manifestName,
    `${script}.br`,
    `${script}.gz`,
    `${script}.map`,
    script.toUpperCase(),
    `..%2f${script}`,
    `.%2f${script}`,
    '..%2fmain.cjs',
    '..%2Fmain.cjs.map',
    '..%5cmain.cjs',
    '%2e%2e%2fmain.cjs',
    '..%252fmain.cjs',
    '%2fetc%2fpasswd',
    '__proto__',
    'constructor',
    'hasOwnProperty',
  ])('%s is unknown', async (name) => {
    for (const encoding of ['br', 'identity']) {
      const answer = await rawAnswer(app.url, `/api/dashboard/${name}`, { 'accept-encoding': encoding });
      expect(answer.status).toBe(404);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(JSON.parse(answer.bytes.toString())).toMatchObject({ code: 'not-found' });
    }
  });

  it('no source map is made or named', () => {
    const names = readdirSync(folder);
    expect(names.filter((name) => name.includes('.map'))).toEqual([]);
    for (const [name] of manifest)
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('sourceMappingURL');
  });
});

describe('GET /api/me with AUTH=keys', () => {
  it('answers a key with everything that a host key may do, and no name', async () => {
    const response = await app.call('me', { headers: { 'x-functions-key': key } });
    expect(JSON.parse(await expectDescribed(whoAmI, response))).toEqual({
      scopes: ['report', 'read', 'manage', 'validate'],
    });
  });

  it.each([{}, { 'x-functions-key': 'wrong' }])('answers 401 to %j', async (headers) => {
    expect((await app.call('me', { headers })).status).toBe(401);
  });
});

describe('GET /api/overview from the page', () => {
  it('is confirmed while nothing changes, apart for each language, encoding and key', async () => {
    const headers = { 'x-functions-key': key, 'accept-language': 'nl', 'accept-encoding': 'br' };
    await app.call('errors', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(aReportBody()),
    });
    const first = await app.call('overview', { headers });
    await expectDescribed(getOverview, first);
    const again = await app.call('overview', {
      headers: { ...headers, 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([first.status, again.status]).toEqual([200, 304]);
    expect(await again.text()).toBe('');
    for (const answer of [first, again]) {
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      expect(answer.headers.get('etag')).toBe(first.headers.get('etag'));
      const vary = answer.headers.get('vary')?.split(', ');
      expect(vary?.sort()).toEqual(['Accept-Encoding', 'Accept-Language', 'x-functions-key']);
    }
  });
});
