import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;
let open: ServedApp;
let keyed: ServedApp;

beforeAll(async () => {
  app = await buildApp('http');
  open = await serveApp(app);
  keyed = await serveApp(app, {
    keys: { master: 'Mm', default: 'Dd', functions: { keyed: 'Kk', otherKeyed: 'o' } },
  });
});
afterAll(async () => {
  await open?.close();
  await keyed?.close();
  app?.remove();
});

const json = { 'content-type': 'application/json' };

describe('keys', () => {
  it.each([
    { name: 'no key', path: '/api/keyed', status: 401 },
    { name: 'an empty key', path: '/api/keyed?code=', status: 401 },
    { name: 'a wrong key', path: '/api/keyed?code=x', status: 401 },
    { name: 'its own key', path: '/api/keyed?code=Kk', status: 200 },
    { name: 'its own key in other letters', path: '/api/keyed?code=kK', status: 200 },
    { name: 'its own key under the name Code', path: '/api/keyed?Code=Kk', status: 200 },
    { name: 'a right key before a wrong one', path: '/api/keyed?code=Kk&code=x', status: 200 },
    { name: 'a wrong key before a right one', path: '/api/keyed?code=x&code=Kk', status: 401 },
    { name: 'the key of another function', path: '/api/keyed?code=o', status: 401 },
    { name: 'the default key', path: '/api/keyed?code=Dd', status: 200 },
    { name: 'the default key in other letters', path: '/api/keyed?code=dd', status: 200 },
    { name: 'the master key', path: '/api/keyed?code=Mm', status: 200 },
    { name: 'its own key in the header', path: '/api/keyed', header: 'Kk', status: 200 },
    { name: 'a wrong header before a right query', path: '/api/keyed?code=Kk', header: 'x', status: 401 },
    { name: 'the default key for an admin function', path: '/api/masterOnly?code=Dd', status: 401 },
    { name: 'the master key for an admin function', path: '/api/masterOnly?code=mM', status: 200 },
    { name: 'no key for an anonymous function', path: '/api/open/a', status: 200 },
    { name: 'no key for a function that names no level', path: '/api/defaultLevel', status: 200 },
    { name: 'no key for the status', path: '/admin/host/status', status: 401 },
    { name: 'a wrong key for the status', path: '/admin/host/status?code=x', status: 401 },
    { name: 'the key of a function for the status', path: '/admin/host/status?code=Kk', status: 401 },
    { name: 'the default key for the status', path: '/admin/host/status?code=Dd', status: 403 },
    { name: 'the master key for the status', path: '/admin/host/status?code=MM', status: 200 },
    { name: 'no key for an unknown admin path', path: '/admin/nothing', status: 404 },
    { name: 'no key for an unknown function', path: '/api/nowhere', status: 404 },
  ])('$status for $name', async ({ path, header, status }) => {
    const response = await fetch(`${keyed.url}${path}`, {
      headers: header ? { 'x-functions-key': header } : {},
    });
    expect(response.status).toBe(status);
  });

  it('takes the first of two headers', async () => {
    const status = (headers: string[]) =>
      new Promise((resolve, reject) => {
        const sent = request(`${keyed.url}/api/keyed`, {
          headers: { 'x-functions-key': headers },
          agent: false,
        });
        sent.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
        sent.end();
      });
    expect(await status(['Kk', 'x'])).toBe(200);
    expect(await status(['x', 'Kk'])).toBe(401);
  });

  it.each(['/api/keyed', '/api/masterOnly', '/admin/host/status'])(
    'are not needed by default: %s',
    async (path) => {
      expect((await fetch(`${open.url}${path}`)).status).toBe(200);
    },
  );
});

describe('admin endpoints', () => {
  it('say that the host runs', async () => {
    const response = await fetch(`${open.url}/admin/host/status`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ state: 'Running', version: expect.stringMatching(/^4\./) });
  });

  it.each([
    { method: 'GET', path: '/admin' },
    { method: 'GET', path: '/admin/vfs' },
    { method: 'POST', path: '/admin/host/status' },
    { method: 'GET', path: '/admin/functions/open' },
    { method: 'POST', path: '/admin/functions/open/keys' },
  ])('answer 404 to $method $path', async ({ method, path }) => {
    expect((await fetch(`${open.url}${path}`, { method })).status).toBe(404);
  });

  it.each([
    { name: 'no content type', status: 415, headers: {}, body: new Uint8Array([123, 125]) },
    { name: 'another content type', status: 415, headers: { 'content-type': 'text/plain' }, body: '{}' },
    { name: 'no body', status: 400, headers: json, body: '' },
    { name: 'bad JSON', status: 400, headers: json, body: '{' },
    { name: 'null', status: 400, headers: json, body: 'null' },
    { name: 'an unknown function', status: 404, headers: json, body: '{"input":""}', path: 'nobody' },
    { name: 'a function that is no timer', status: 404, headers: json, body: '{"input":""}' },
  ])('answer a call by name with $status for $name', async ({ status, headers, body, path = 'logs' }) => {
    const response = await fetch(`${open.url}/admin/functions/${path}`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
  });
});
