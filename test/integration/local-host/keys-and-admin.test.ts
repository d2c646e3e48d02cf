import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;
let open: ServedApp;
let keyed: ServedApp;

beforeAll(async () => {
  app = await buildApp('buffered');
  const environment = { 'AzureWebJobs.switchedOff.Disabled': 'true' };
  open = await serveApp(app, { environment });
  keyed = await serveApp(app, {
    environment,
    keys: { master: 'm', default: 'd', functions: { keyed: 'k', otherKeyed: 'o' } },
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
    { name: 'a wrong key', path: '/api/keyed?code=x', status: 401 },
    { name: 'its own key', path: '/api/keyed?code=k', status: 200 },
    { name: 'the key of another function', path: '/api/keyed?code=o', status: 401 },
    { name: 'the default key', path: '/api/keyed?code=d', status: 200 },
    { name: 'the master key', path: '/api/keyed?code=m', status: 200 },
    { name: 'its own key in the header', path: '/api/keyed', header: 'k', status: 200 },
    { name: 'a wrong header before a right query', path: '/api/keyed?code=k', header: 'x', status: 401 },
    { name: 'the default key for an admin function', path: '/api/masterOnly?code=d', status: 401 },
    { name: 'the master key for an admin function', path: '/api/masterOnly?code=m', status: 200 },
    { name: 'no key for an anonymous function', path: '/api/optional', status: 200 },
    { name: 'no key for a function that names no level', path: '/api/defaultLevel', status: 200 },
    { name: 'no key for the admin endpoints', path: '/admin/host/status', status: 401 },
    { name: 'the default key for the admin endpoints', path: '/admin/host/status?code=d', status: 401 },
    { name: 'the master key for the admin endpoints', path: '/admin/host/status?code=m', status: 200 },
    { name: 'no key for a ping', path: '/admin/host/ping', status: 200 },
    { name: 'no key for what is not there', path: '/api/nowhere', status: 404 },
  ])('$status for $name', async ({ path, header, status }) => {
    const response = await fetch(`${keyed.url}${path}`, {
      headers: header ? { 'x-functions-key': header } : {},
    });
    expect(response.status).toBe(status);
  });

  it.each(['/api/keyed', '/api/masterOnly', '/admin/host/status'])(
    'are not asked for by default: %s',
    async (path) => {
      expect((await fetch(`${open.url}${path}`)).status).toBe(200);
    },
  );
});

describe('admin endpoints', () => {
  it('tell that the host runs', async () => {
    const response = await fetch(`${open.url}/admin/host/status`);
    expect(await response.json()).toMatchObject({ state: 'Running', version: expect.stringMatching(/^4\./) });
  });

  it.each(['GET', 'POST'])('answer a ping by %s', async (method) => {
    expect((await fetch(`${open.url}/admin/host/ping`, { method })).status).toBe(200);
  });

  it('list the functions with trigger and address', async () => {
    const response = await fetch(`${open.url}/admin/functions`);
    const functions: unknown = await response.json();
    expect(functions).toContainEqual(
      expect.objectContaining({
        name: 'echo',
        invoke_url_template: `${open.url}/api/echo/{id:int}/{*rest}`,
        isDisabled: false,
        config: expect.objectContaining({
          bindings: [
            expect.objectContaining({ type: 'httpTrigger', methods: ['GET', 'POST', 'PUT'] }),
            expect.objectContaining({ name: '$return', type: 'http', direction: 'out' }),
          ],
        }),
      }),
    );
    expect(functions).toContainEqual(expect.objectContaining({ name: 'switchedOff', isDisabled: true }));
  });

  it('show one function, whatever its case, and what is wrong with it', async () => {
    const one = await fetch(`${open.url}/admin/functions/ECHO`);
    expect(await one.json()).toMatchObject({ name: 'echo' });
    const status = await fetch(`${open.url}/admin/functions/administer/status`);
    expect(await status.json()).toEqual({
      isDisabled: false,
      errors: ['The specified route conflicts with one or more built in routes.'],
    });
  });

  it.each([
    { name: 'an unknown function', path: '/admin/functions/nobody' },
    { name: 'the status of an unknown function', path: '/admin/functions/nobody/status' },
    { name: 'a part of a function that there is not', path: '/admin/functions/echo/keys' },
    { name: 'an unknown area', path: '/admin/vfs' },
    { name: 'nothing', path: '/admin' },
  ])('know no $name', async ({ path }) => {
    expect((await fetch(`${open.url}${path}`)).status).toBe(404);
  });

  it.each([
    { name: 'no content type', status: 415, headers: {}, body: new Uint8Array([123, 125]) },
    { name: 'another content type', status: 415, headers: { 'content-type': 'text/plain' }, body: '{}' },
    { name: 'no body', status: 400, headers: json, body: '' },
    { name: 'bad JSON', status: 400, headers: json, body: '{' },
    { name: 'null', status: 400, headers: json, body: 'null' },
    { name: 'an unknown function', status: 404, headers: json, body: '{"input":""}', path: 'nobody' },
    { name: 'a good request', status: 202, headers: json, body: '{"input":""}' },
  ])('answer a call by name with $status for $name', async ({ status, headers, body, path = 'nothing' }) => {
    const response = await fetch(`${open.url}/admin/functions/${path}`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
  });

  it('cannot give an HTTP function a request', async () => {
    await fetch(`${open.url}/admin/functions/logs`, { method: 'POST', headers: json, body: '{}' });
    expect(await open.logged("Executed 'Functions.logs'")).toContain('(Failed, ');
  });
});
