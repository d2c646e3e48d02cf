import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;
let host: ServedApp;

beforeAll(async () => {
  app = await buildApp('buffered');
  host = await serveApp(app, {
    environment: { 'AzureWebJobs.switchedOff.Disabled': 'true' },
    bodyLimit: 1000,
  });
});
afterAll(async () => {
  await host?.close();
  app?.remove();
});

const get = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);

/** Sends a request as it is written, without what fetch would tidy up. */
function send(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.url}/`, { path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() });
    });
    sent.once('error', reject).end(body);
  });
}

describe('routing', () => {
  it('answers below the route prefix', async () => {
    const response = await get('/api/echo/7/a/b');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ function: 'echo', params: { id: '7', rest: 'a/b' } });
  });

  it.each([
    { name: 'a constraint that fails', path: '/api/echo/x' },
    { name: 'no prefix', path: '/echo/7' },
    { name: 'a longer prefix', path: '/apis/echo/7' },
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

  it('ignores case in prefix, route and the slash at the end', async () => {
    const response = await get('/API/Optional/Ann/');
    expect(await response.json()).toMatchObject({ params: { name: 'Ann' } });
  });

  it('leaves an optional parameter out that is missing', async () => {
    expect(await (await get('/api/optional')).json()).toMatchObject({ function: 'optional', params: {} });
  });

  it('leaves a catch-all out that is empty', async () => {
    expect(await (await get('/api/echo/7')).json()).toMatchObject({ params: { id: '7' } });
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
    { name: 'an encoded space', path: '/api/optional/a%20b', value: 'a b' },
    { name: 'an encoded slash, which stays', path: '/api/optional/a%2Fb', value: 'a%2Fb' },
    { name: 'letters beyond ASCII', path: '/api/optional/%C3%A9%F0%9F%98%80', value: 'é😀' },
    { name: 'bytes that are not UTF-8, which stay', path: '/api/optional/%FF', value: '%FF' },
    { name: 'dot segments', path: '/api/x/%2e%2e/optional/./a', value: 'a' },
  ])('decodes $name', async ({ path, value }) => {
    expect(JSON.parse((await send(path)).body)).toMatchObject({ params: { name: value } });
  });

  it('refuses a zero byte in the path', async () => {
    expect((await send('/api/optional/a%00b')).status).toBe(400);
  });

  it('has a home page', async () => {
    expect((await get('/')).status).toBe(200);
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
    { name: 'unknownConstraint', reason: '"uuid" is not known' },
    { name: 'badSchedule', reason: '"?" as day' },
    { name: 'missingSetting', reason: "'%NO_SUCH_SETTING%' does not resolve" },
  ])('$name is told: $reason', ({ name, reason }) => {
    const told = host.log.filter((line) => line.startsWith(`The '${name}' function is in error: `));
    expect(told).toEqual([expect.stringContaining(reason)]);
  });
});
