import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;
let host: ServedApp;

beforeAll(async () => {
  app = await buildApp('buffered');
  host = await serveApp(app, { environment: {}, bodyLimit: 1000 });
});
afterAll(async () => {
  await host?.close();
  app?.remove();
});

const get = (path: string, init?: RequestInit) => fetch(`${host.url}/api/${path}`, init);

describe('requests without streams', () => {
  it('gives the function method, address, headers and body', async () => {
    const response = await get('optional/Ann?q=1', {
      method: 'POST',
      headers: { 'X-Own': 'yes', 'content-type': 'text/plain' },
      body: 'a body',
    });
    expect(await response.json()).toMatchObject({
      method: 'POST',
      url: `${host.url}/api/optional/Ann?q=1`,
      headers: { 'x-own': 'yes', 'content-type': 'text/plain', 'content-length': '6' },
      body: 'a body',
    });
  });

  it('reads no body without a length: a chunked one arrives empty', async () => {
    const init: RequestInit = {
      method: 'POST',
      body: Readable.toWeb(Readable.from(['a body'])),
      duplex: 'half',
    };
    expect(await (await get('optional', init)).json()).toMatchObject({
      headers: { 'transfer-encoding': 'chunked' },
      body: '',
    });
  });

  it('joins repeated names of the query with a comma, whatever their case', async () => {
    const response = await get('optional?a=1&b=x+y&A=2&c=%26&d');
    expect(await response.json()).toMatchObject({
      query: [
        ['a', '1,2'],
        ['b', 'x y'],
        ['c', '&'],
        ['d', ''],
      ],
    });
  });

  it('joins repeated headers with a comma', async () => {
    const sent = request(`${host.url}/api/optional`, { headers: { 'x-a': ['1', '2'] }, agent: false });
    const [response] = await once(sent.end(), 'response');
    expect(await json(response)).toMatchObject({ headers: { 'x-a': '1,2' } });
  });

  it('takes a body up to the limit and answers 413 above it', async () => {
    expect((await get('optional', { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(200);
    expect((await get('optional', { method: 'POST', body: 'x'.repeat(1001) })).status).toBe(413);
  });

  it('runs nothing for a caller that goes away before the end of its body, and serves on', async () => {
    const { port } = new URL(host.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /api/nothing HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');
    expect((await get('optional')).status).toBe(200);
    expect(host.log.filter((line) => line.includes('Functions.nothing'))).toEqual([]);
  });
});

describe('answers without streams', () => {
  it('sends status, headers, cookies and bytes', async () => {
    const response = await get('whole');
    expect(response.status).toBe(418);
    expect(response.headers.get('x-own')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual([
      'a=b%20c; expires=Sun, 22 Nov 2026 06:00:00 GMT; max-age=60; domain=example.com; path=/; secure; samesite=strict; httponly',
      'd=e',
    ]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 255, 1]));
  });

  it.each([
    { name: 'nothing returned', path: 'nothing', status: 204 },
    { name: 'a throw', path: 'fails', status: 500 },
    { name: 'something that is no answer', path: 'notAnObject', status: 500 },
    { name: '204 with a body', path: 'empty204', status: 204 },
  ])('gives $status without a body for $name', async ({ path, status }) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
  });
});

describe('the log', () => {
  it('opens and closes a run with its id', async () => {
    await get('logs');
    const opened = await host.logged("Executing 'Functions.logs'");
    const [, id] =
      /\(Reason='This function was programmatically called via the host APIs\.', Id=(.*)\)$/.exec(opened) ??
      [];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const closed = host.log.find((line) => line.startsWith("Executed 'Functions.logs'"));
    expect(closed).toMatch(
      new RegExp(`^Executed 'Functions\\.logs' \\(Succeeded, Id=${id}, Duration=\\d+ms\\)$`),
    );
  });

  it('has the lines of a function, from information on', async () => {
    await get('logs');
    const lines = ['a trace', 'a debug', 'an information', 'a warning', 'an error'];
    expect(lines.filter((line) => host.log.includes(line))).toEqual([
      'an information',
      'a warning',
      'an error',
    ]);
  });

  it('tells what a function threw', async () => {
    await get('fails');
    expect(host.log.find((line) => line.startsWith("Executed 'Functions.fails' (Failed, "))).toBeDefined();
    expect(host.log.find((line) => line.includes('Result: Failure'))).toContain('broken on purpose');
  });
});
