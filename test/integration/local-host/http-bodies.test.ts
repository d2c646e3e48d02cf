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
  app = await buildApp('http');
  host = await serveApp(app, { bodyLimit: 1000 });
});
afterAll(async () => {
  await host?.close();
  app?.remove();
});

const get = (path: string, init?: RequestInit) => fetch(`${host.url}/api/${path}`, init);

describe('requests', () => {
  it('gives the function method, address, headers and body', async () => {
    const response = await get('open/Ann?q=1', {
      method: 'POST',
      headers: { 'X-Own': 'yes', 'content-type': 'text/plain' },
      body: 'a body',
    });
    expect(await response.json()).toMatchObject({
      method: 'POST',
      url: `${host.url}/api/open/Ann?q=1`,
      headers: { 'x-own': 'yes', 'content-type': 'text/plain', 'content-length': '6' },
      body: 'a body',
    });
  });

  it('reads no body of unknown length: a chunked upload arrives empty, with its header', async () => {
    const init: RequestInit = {
      method: 'POST',
      body: Readable.toWeb(Readable.from(['a body'])),
      duplex: 'half',
    };
    expect(await (await get('open/a', init)).json()).toMatchObject({
      headers: { 'transfer-encoding': 'chunked' },
      body: '',
    });
  });

  it('joins repeated names of the query with a comma, in any letter case, and leaves the address as sent', async () => {
    const response = await get('open/a?a=1&b=x+y&A=2&c=%26&d');
    expect(await response.json()).toMatchObject({
      url: `${host.url}/api/open/a?a=1&b=x+y&A=2&c=%26&d`,
      query: [
        ['a', '1,2'],
        ['b', 'x y'],
        ['c', '&'],
        ['d', ''],
      ],
    });
  });

  it('joins repeated headers with a comma', async () => {
    const sent = request(`${host.url}/api/open/a`, { headers: { 'x-a': ['1', '2'] }, agent: false });
    const [response] = await once(sent.end(), 'response');
    expect(await json(response)).toMatchObject({ headers: { 'x-a': '1,2' } });
  });

  it('takes a body up to the limit and answers 500 above it, as the real host does', async () => {
    expect((await get('open/a', { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(200);
    const tooLarge = await get('open/a', { method: 'POST', body: 'x'.repeat(1001) });
    expect(tooLarge.status).toBe(500);
    expect(await tooLarge.text()).toBe('');
    expect(host.log).toContain('A body of 1001 bytes is over the limit of 1000');
  });

  it('passes on the trace context of the caller, and makes none up', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(await (await get('open/a', { headers: { traceparent } })).json()).toMatchObject({
      trace: traceparent,
    });
    expect(await (await get('open/a')).json()).toMatchObject({ trace: '' });
  });

  it('runs nothing for a caller that leaves before the end of its body, and serves the next', async () => {
    const { port } = new URL(host.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /api/nothing HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');
    expect((await get('open/a')).status).toBe(200);
    expect(host.log.filter((line) => line.includes('Functions.nothing'))).toEqual([]);
  });
});

describe('answers', () => {
  it('sends status, headers and bytes', async () => {
    const response = await get('whole');
    expect(response.status).toBe(418);
    expect(response.headers.get('x-own')).toBe('yes');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 255, 1]));
  });

  it('does not lose a cookie silently: it sends none, so it fails', async () => {
    expect((await get('cookies')).status).toBe(500);
    expect(host.log).toContain('Error: The local host sends no cookies');
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
  it('has a line before and after each run, with its id', async () => {
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

  it('warns of a function that logs after its end', async () => {
    await get('logsAfterwards');
    expect(await host.logged('Unexpected call')).toContain('Function name: logsAfterwards');
  });

  it('says what a function threw', async () => {
    await get('fails');
    expect(host.log.find((line) => line.startsWith("Executed 'Functions.fails' (Failed, "))).toBeDefined();
    expect(host.log.find((line) => line.includes('Result: Failure'))).toContain('broken on purpose');
  });
});
