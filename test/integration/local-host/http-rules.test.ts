import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;
let host: ServedApp;

beforeAll(async () => {
  app = await buildApp('http');
  host = await serveApp(app, { environment: { 'AzureWebJobs.switchedOff.Disabled': 'true' } });
});
afterAll(async () => {
  await host?.close();
  app?.remove();
});

const get = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request as it is written, without what fetch would change. */
function send(
  path: string,
  { method = 'GET', headers = {} }: Sent = {},
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.url}/`, { path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() });
    });
    sent.once('error', reject).end();
  });
}

const headers = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, '1']));

describe('routing', () => {
  it('answers below the route prefix', async () => {
    const response = await get('/api/echo/Ann/of/7');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ function: 'echo', params: { name: 'Ann', id: '7' } });
  });

  it.each([
    { name: 'no prefix', path: '/open/7' },
    { name: 'a longer prefix', path: '/apis/open/7' },
    { name: 'no such route', path: '/api/nowhere' },
    { name: 'the prefix alone', path: '/api' },
    { name: 'a disabled function', path: '/api/switchedOff' },
    { name: 'a function with a reserved route', path: '/api/administrators/1' },
    { name: 'runtime', path: '/runtime/webhooks' },
  ])('gives 404 for $name', async ({ path }) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('ignores case in prefix and route, and a slash at the end', async () => {
    const response = await get('/API/Open/Ann/');
    expect(await response.json()).toMatchObject({ params: { name: 'Ann' } });
  });

  it('tries routes in the order of function names, whatever they say', async () => {
    expect(await (await get('/api/b/special')).json()).toMatchObject({ function: 'bothGeneric' });
  });

  it('gives 404, not 405, for a method that no function has', async () => {
    expect((await get('/api/things', { method: 'DELETE' })).status).toBe(404);
  });

  it('goes on to the next function when the method does not fit', async () => {
    expect(await (await get('/api/things')).json()).toMatchObject({ function: 'readThing' });
    expect(await (await get('/api/things', { method: 'POST' })).json()).toMatchObject({
      function: 'writeThing',
    });
  });

  it.each([
    { name: 'an encoded space', path: '/api/open/a%20b', value: 'a b' },
    { name: 'an encoded slash, which stays', path: '/api/open/a%2Fb', value: 'a%2Fb' },
    { name: 'letters beyond ASCII', path: '/api/open/%C3%A9%F0%9F%98%80', value: 'é😀' },
    { name: 'bytes that are not UTF-8, which stay', path: '/api/open/%FF', value: '%FF' },
    { name: 'an overlong encoding, which stays', path: '/api/open/%C0%AF', value: '%C0%AF' },
    { name: 'dot segments', path: '/api/x/%2e%2e/open/./a', value: 'a' },
  ])('decodes $name', async ({ path, value }) => {
    expect(JSON.parse((await send(path)).body)).toMatchObject({ params: { name: value } });
  });
});

describe('the home page', () => {
  it.each([{ method: 'GET' }, { method: 'HEAD' }])('answers 200 to $method', async ({ method }) => {
    expect((await get('/', { method })).status).toBe(200);
  });

  it('leads to an address where one is given, and still answers 200 to HEAD', async () => {
    const other = await serveApp(app, { homepage: '/api/open/home' });
    const response = await fetch(other.url, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/api/open/home');
    expect((await fetch(other.url, { method: 'HEAD' })).status).toBe(200);
    await other.close();
  });
});

describe('requests that the real host refuses', () => {
  it.each<Sent & { name: string; path: string; status: number }>([
    { name: 'an address of 9,000 characters', path: `/api/open/${'a'.repeat(9_000)}`, status: 414 },
    { name: 'an address just short enough', path: `/api/open/${'a'.repeat(8_000)}`, status: 200 },
    { name: 'a header of 20 kB', path: '/api/open/a', headers: { x: 'a'.repeat(20_000) }, status: 200 },
    { name: 'headers of 40 kB', path: '/api/open/a', headers: { x: 'a'.repeat(40_000) }, status: 431 },
    { name: '150 headers', path: '/api/open/a', headers: headers(150), status: 431 },
    { name: '90 headers', path: '/api/open/a', headers: headers(90), status: 200 },
    { name: 'the absolute address of another host', path: 'http://other.example/api/open/a', status: 400 },
    { name: 'a zero byte in the path', path: '/api/open/a%00b', status: 400 },
    { name: 'HEAD', path: '/api/open/a', method: 'HEAD', status: 404 },
    { name: 'OPTIONS', path: '/api/open/a', method: 'OPTIONS', status: 404 },
    { name: 'OPTIONS of the whole host', path: '*', method: 'OPTIONS', status: 404 },
    { name: 'POST to the home page', path: '/', method: 'POST', status: 404 },
    { name: 'an unknown expectation', path: '/api/open/a', headers: { expect: 'foo' }, status: 200 },
  ])('answers $name with $status', async ({ path, status, ...sent }) => {
    const response = await send(path, sent);
    expect(response.status).toBe(status);
    if (status !== 200) expect(response.body).toBe('');
  });

  it('takes its own absolute address', async () => {
    expect(JSON.parse((await send(`${host.url}/api/open/a?q=1`)).body)).toMatchObject({
      url: `${host.url}/api/open/a?q=1`,
      params: { name: 'a' },
    });
  });

  it.each([
    { name: 'an unknown method', line: 'FOO /api/open/a HTTP/1.1', status: '404 Not Found' },
    { name: 'what is not HTTP', line: 'GET /api/open/a HTTP/x', status: '400 Bad Request' },
  ])('answers $name with $status', async ({ line, status }) => {
    expect(await raw(`${line}\r\nhost: x\r\n\r\n`)).toContain(`HTTP/1.1 ${status}\r\n`);
  });
});

describe('functions in error', () => {
  it.each([
    { name: 'adminRoute', reason: 'built in routes' },
    { name: 'runtimeRoute', reason: 'built in routes' },
    { name: 'administer', reason: 'built in routes' },
    { name: '9digits', reason: 'not a valid function name' },
    { name: 'host', reason: 'not a valid function name' },
    { name: 'zSecondThing', reason: "defined by function 'writeThing'" },
    { name: 'constrained', reason: 'not the route "u/{id:int}"' },
    { name: 'badSchedule', reason: '"?" as day' },
  ])('the log says why $name is not served: $reason', ({ name, reason }) => {
    const lines = host.log.filter((line) => line.startsWith(`The '${name}' function is in error: `));
    expect(lines).toEqual([expect.stringContaining(reason)]);
  });
});

/** Sends bytes over a connection of its own, and gives everything that comes back. */
function raw(bytes: string): Promise<string> {
  return text(connect(Number(new URL(host.url).port), '127.0.0.1').end(bytes));
}
