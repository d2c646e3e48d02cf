import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;
let host: ServedApp;

beforeAll(async () => {
  app = await buildApp('streaming');
  host = await serveApp(app, { bodyLimit: 20_000_000 });
});
afterAll(async () => {
  await host?.close();
  app?.remove();
});

const get = (path: string, init?: RequestInit) => fetch(`${host.url}/api/${path}`, init);
const chunked = (body: AsyncIterable<string> | string[]): RequestInit => ({
  method: 'POST',
  body: Readable.toWeb(Readable.from(body)),
  duplex: 'half',
});

describe('requests with streams', () => {
  it('gives the function method, address, headers and body, and sends its whole answer', async () => {
    const response = await get('echo/7?q=1', {
      method: 'PUT',
      headers: { 'X-Own': 'yes', 'content-type': 'text/plain' },
      body: 'a body',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-own')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=b']);
    expect(await response.json()).toMatchObject({
      method: 'PUT',
      url: `${host.url}/api/echo/7?q=1`,
      headers: { 'x-own': 'yes', 'content-type': 'text/plain' },
      body: 'a body',
    });
  });

  it('gives a chunked body too', async () => {
    expect(await (await get('echo', chunked(['a ', 'body']))).json()).toMatchObject({ body: 'a body' });
  });

  it('gives the first part of a body before there is more', async () => {
    const sent = request(`${host.url}/api/firstPart`, { method: 'POST', agent: false });
    sent.write('first part');
    const [response] = await once(sent, 'response');
    expect(await text(response)).toBe('first part');
    sent.end();
  });

  it('keeps repeated names of the query apart', async () => {
    expect(await (await get('echo?a=1&a=2')).json()).toMatchObject({ all: ['1', '2'] });
  });

  it('answers HEAD without a body', async () => {
    const response = await get('echo', { method: 'HEAD' });
    expect(response.status).toBe(201);
    expect(await response.text()).toBe('');
  });

  it.each([
    { name: 'with a length', headers: { 'content-length': 12_000_000 } },
    { name: 'chunked', headers: { 'transfer-encoding': 'chunked' } },
  ])(
    'answers where a body $name is left unread, and takes the next request on that connection',
    async ({ headers }) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (const _round of [1, 2]) {
        const sent = request(`${host.url}/api/unread`, { method: 'POST', agent, headers });
        sent.end('x'.repeat(12_000_000));
        const [response] = await once(sent, 'response');
        expect(await text(response)).toBe('did not look');
      }
      agent.destroy();
    },
  );

  it.each([
    { name: 'with a length', init: { method: 'POST', body: 'x'.repeat(20_000_001) } },
    { name: 'chunked', init: chunked(['x'.repeat(12_000_000), 'x'.repeat(12_000_000)]) },
  ])('answers 413 for a body over the limit, $name', async ({ init }) => {
    expect((await get('echo', init)).status).toBe(413);
  });
});

describe('request.params with streams', () => {
  const paramsOf = async (path: string, init?: RequestInit) => {
    const { params }: { params: unknown } = JSON.parse(await (await get(path, init)).text());
    return params;
  };
  const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

  it.each([
    { name: 'the route', path: 'echo/7', init: {}, params: { id: '7' } },
    { name: 'nothing, where there is nothing', path: 'echo', init: {}, params: {} },
    { name: 'the query', path: 'echo?id=8&x=y', init: {}, params: { id: '8', x: 'y' } },
    { name: 'the key of the function not', path: 'echo?code=secret', init: {}, params: {} },
    { name: 'texts of a JSON body', path: 'echo', init: post({ id: 'b', n: 1, o: {} }), params: { id: 'b' } },
    { name: 'the query before the body', path: 'echo?id=q', init: post({ id: 'b' }), params: { id: 'q' } },
    { name: 'the route before both', path: 'echo/7?id=q', init: post({ id: 'b' }), params: { id: '7' } },
    { name: 'the first spelling of a name', path: 'echo/7?ID=q', init: {}, params: { ID: '7' } },
    { name: 'no texts of a JSON array', path: 'echo', init: post(['a']), params: {} },
    { name: 'no texts of a chunked body', path: 'echo', init: chunked(['{"id":"b"}']), params: {} },
  ])('hold $name', async ({ path, init, params }) => {
    expect(await paramsOf(path, init)).toEqual(params);
  });

  it.each([
    { name: 'is not JSON', body: '{"id":' },
    { name: 'is nested too deep', body: `{"id":${'['.repeat(200_000)}${']'.repeat(200_000)}}` },
    { name: 'is no object', body: ' 7' },
  ])('hold nothing of a body that $name, and the function gets it whole', async ({ body }) => {
    const response = await get('echo', { method: 'POST', body });
    expect(await response.json()).toMatchObject({ params: {}, body });
  });

  it('are not all: a query called Headers takes the place of the headers', async () => {
    const forged = encodeURIComponent(JSON.stringify({ 'x-forged': 'yes' }));
    const response = await get(`echo?Headers=${forged}`, { headers: { 'x-own': 'yes' } });
    expect(await response.json()).toMatchObject({ headers: { 'x-forged': 'yes' } });
    const lost = await get('echo?headers=1', { headers: { 'x-own': 'yes' } });
    expect(await lost.json()).toMatchObject({ headers: {} });
  });
});

describe('answers with streams', () => {
  it('sends the first part before the last is made', async () => {
    const response = await get('twoParts');
    const parts = (response.body ?? Readable.toWeb(Readable.from([])))[Symbol.asyncIterator]();
    expect(Buffer.from((await parts.next()).value).toString()).toBe('first,');
    await get('release');
    expect(Buffer.from((await parts.next()).value).toString()).toBe('second');
    expect((await parts.next()).done).toBe(true);
  });

  it.each([
    { name: 'nothing returned', path: 'nothing', status: 204 },
    { name: 'a throw', path: 'fails', status: 500 },
  ])('gives $status for $name, and says that the real host would hang', async ({ path, status }) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(await host.logged(`Functions.${path} left its answer open`)).toContain('240 seconds');
  });

  it('breaks the connection off where the answer breaks off', async () => {
    const whole = async () => (await get('breaksOff')).text();
    await expect(whole()).rejects.toThrow();
    expect(await host.logged("Executed 'Functions.breaksOff'")).toContain('(Failed, ');
  });

  it('opens no port but its own', async () => {
    const { getActiveResourcesInfo } = process;
    expect(getActiveResourcesInfo.call(process).filter((name) => name === 'TCPServerWrap')).toHaveLength(1);
    expect((await fetch(`${host.url}/admin/host/ping`)).status).toBe(200);
  });
});
