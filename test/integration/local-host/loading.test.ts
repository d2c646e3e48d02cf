import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startHost } from '../../../infra/local/function-host.ts';
import { type AppName, type BuiltApp, buildApp, serveApp } from '../../support/local-host-app.ts';

const apps: BuiltApp[] = [];
const built = async (name: AppName): Promise<BuiltApp> => {
  const app = await buildApp(name);
  apps.push(app);
  return app;
};
let app: BuiltApp;

beforeAll(async () => {
  app = await built('http');
});
afterEach(() => {
  app.write('host.json', { version: '2.0' });
  app.write('local.settings.json', {});
});
afterAll(() => {
  for (const { remove } of apps) remove();
});

const environmentOf = async (url: string, name: string) =>
  (await fetch(`${url}/api/environment`, { method: 'POST', body: name })).text();

describe('loading an app', () => {
  it('fails when it registers nothing', async () => {
    await expect(serveApp(await built('empty'))).rejects.toThrow('registered no function');
  });

  it('fails with what the app throws', async () => {
    await expect(serveApp(await built('broken'))).rejects.toThrow(
      /Worker was unable to load entry point ".*main\.cjs": Error: The setting RETENTION_DAYS is not a number/,
    );
  });

  it('fails for a bundle that is not there', async () => {
    await expect(serveApp(app, { main: 'dist/other.cjs' })).rejects.toThrow('Worker was unable to load');
  });

  it('fails for an app that switches HTTP streams on', async () => {
    await expect(serveApp(await built('streaming'))).rejects.toThrow('switches HTTP streams on');
  });

  it('fails for an app with hooks, which would not run', async () => {
    await expect(serveApp(await built('hook'))).rejects.toThrow('no hooks such as "preInvocation"');
  });

  it('fails without a host.json of version 2.0', async () => {
    app.write('host.json', { version: '1.0' });
    await expect(serveApp(app)).rejects.toThrow(/host\.json: .*version/s);
  });

  it('fails when the port is in use, and leaves nothing open', async () => {
    const host = await serveApp(app);
    const port = Number(new URL(host.url).port);
    await expect(serveApp(app, { port })).rejects.toThrow(`Port ${port} is in use`);
    await host.close();
    const again = await serveApp(app, { port });
    await again.close();
  });

  it('keeps two apps in one process apart, and two hosts of one app', async () => {
    const [one, two, other] = [
      await serveApp(app),
      await serveApp(app),
      await serveApp(await built('timer')),
    ];
    expect(other.functions.map(({ name }) => name)).not.toContain('environment');
    expect(one.functions.map(({ name }) => name)).toContain('environment');
    await one.close();
    expect((await fetch(`${two.url}/api/open/a`)).status).toBe(200);
    expect((await fetch(`${other.url}/api/echo`, { method: 'POST', body: 'x' })).status).toBe(200);
    await two.close();
    await other.close();
  });

  it('takes no function after the start', async () => {
    const host = await serveApp(app);
    expect((await fetch(`${host.url}/api/late`)).status).toBe(500);
    expect(await host.logged('Result: Failure')).toContain('only be registered during app startup');
    await host.close();
  });

  it('gives the core module to the app only', async () => {
    const host = await serveApp(app);
    expect(() => createRequire(import.meta.url)('@azure/functions-core')).toThrow('Cannot find module');
    await host.close();
  });
});

describe('settings', () => {
  it('come from local.settings.json, and a real variable goes first', async () => {
    app.write('local.settings.json', { Values: { LOCAL_HOST_A: 'file', LOCAL_HOST_B: 'file' } });
    const host = await serveApp(app, { environment: { LOCAL_HOST_B: 'real' } });
    expect(await environmentOf(host.url, 'LOCAL_HOST_A')).toBe('file');
    expect(await environmentOf(host.url, 'LOCAL_HOST_B')).toBe('real');
    await host.close();
    expect(process.env['LOCAL_HOST_A']).toBeUndefined();

    const without = await serveApp(app, { withoutLocalSettings: true });
    expect(await environmentOf(without.url, 'LOCAL_HOST_A')).toBe('(absent)');
    await without.close();
  });

  it('are those of the process where none are given', async () => {
    process.env['LOCAL_HOST_C'] = 'process';
    const host = await startHost({ appFolder: app.folder });
    expect(await environmentOf(host.url, 'LOCAL_HOST_C')).toBe('process');
    await host.close();
    delete process.env['LOCAL_HOST_C'];
  });

  it.each([
    { name: 'another prefix', routePrefix: 'desk/v1', path: '/desk/v1/open/a' },
    { name: 'no prefix', routePrefix: '', path: '/open/a' },
  ])('of host.json: $name', async ({ routePrefix, path }) => {
    app.write('host.json', { version: '2.0', extensions: { http: { routePrefix } } });
    const host = await serveApp(app);
    expect((await fetch(`${host.url}${path}`)).status).toBe(200);
    expect((await fetch(`${host.url}/api/open/a`)).status).toBe(404);
    await host.close();
  });

  it('of host.json say which lines are logged', async () => {
    app.write('host.json', { version: '2.0', logging: { logLevel: { default: 'Warning' } } });
    const host = await serveApp(app);
    await fetch(`${host.url}/api/logs`);
    expect(host.log.filter((line) => !line.startsWith('The '))).toEqual(['a warning', 'an error']);
    await host.close();
  });
});
