import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost } from '../../../infra/local/function-host.ts';
import { type BuiltApp, buildApp, serveApp } from '../../support/local-host-app.ts';

const apps: BuiltApp[] = [];
const built = async (...values: Parameters<typeof buildApp>): Promise<BuiltApp> => {
  const app = await buildApp(...values);
  apps.push(app);
  return app;
};
let buffered: BuiltApp;

beforeAll(async () => {
  buffered = await built('buffered');
});
afterAll(() => {
  for (const app of apps) app.remove();
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

  it.each([
    { name: 'a bundle that is not there', main: 'dist/other.cjs', message: 'No file matches "main"' },
    { name: 'an empty glob', main: 'dist/*.mjs', message: 'No file matches "main"' },
  ])('fails for $name', async ({ main, message }) => {
    await expect(serveApp(buffered, { main })).rejects.toThrow(message);
  });

  it('fails without a host.json of version 2.0', async () => {
    const app = await built('buffered');
    app.write('host.json', { version: '1.0' });
    await expect(serveApp(app)).rejects.toThrow(/host\.json: .*version/s);
  });

  it('fails when the port is in use, and leaves nothing open', async () => {
    const host = await serveApp(buffered);
    const port = Number(new URL(host.url).port);
    await expect(serveApp(buffered, { port })).rejects.toThrow(`Port ${port} is in use`);
    await host.close();
    const again = await serveApp(buffered, { port });
    await again.close();
  });

  it('takes a glob for main', async () => {
    const host = await serveApp(buffered, { main: 'dist/*.cjs' });
    expect(host.functions.map(({ name }) => name)).toContain('echo');
    await host.close();
  });

  it('loads ES modules too, where the library itself is CommonJS', async () => {
    const app = await built('buffered');
    copyFileSync(join(app.folder, 'dist/main.cjs'), join(app.folder, 'dist/library.cjs'));
    writeFileSync(join(app.folder, 'dist/main.mjs'), "import './library.cjs';\n");
    const host = await serveApp(app, { main: 'dist/main.mjs' });
    expect((await fetch(`${host.url}/api/optional`)).status).toBe(200);
    await host.close();
  });

  it('keeps two apps in one process apart, and two hosts of one app', async () => {
    const streaming = await built('streaming');
    const [one, two, other] = [await serveApp(buffered), await serveApp(buffered), await serveApp(streaming)];
    expect(other.functions.map(({ name }) => name)).not.toContain('environment');
    expect(one.functions.map(({ name }) => name)).toContain('environment');
    await one.close();
    expect((await fetch(`${two.url}/api/optional`)).status).toBe(200);
    expect((await fetch(`${other.url}/api/echo`)).status).toBe(201);
    await two.close();
    await other.close();
  });

  it('takes no function after the start', async () => {
    const host = await serveApp(await built('hooked'));
    expect((await fetch(`${host.url}/api/late`)).status).toBe(500);
    expect(await host.logged('Result: Failure')).toContain('only be registered during app startup');
    await host.close();
  });
});

describe('hooks', () => {
  it('may replace the function, its error and its log', async () => {
    const host = await serveApp(await built('hooked'));
    expect(await (await fetch(`${host.url}/api/replaced`)).text()).toBe('by the hook');
    expect(await (await fetch(`${host.url}/api/mended`)).text()).toBe('mended');
    expect(host.log).toContain('post kept (user)');
    expect(host.log.join()).not.toContain('Unexpected call');
    await host.close();
    expect(host.log).toContain('An appTerminate hook failed: Error: broken on purpose');
  });
});

describe('the core module', () => {
  it('is there for the app only', async () => {
    const host = await serveApp(buffered);
    expect(() => createRequire(import.meta.url)('@azure/functions-core')).toThrow('Cannot find module');
    await host.close();
  });

  it('lets the library warn of a log after the end', async () => {
    const host = await serveApp(await built('hooked'));
    await fetch(`${host.url}/api/logsAfterwards`);
    expect(await host.logged('Unexpected call')).toContain('Function name: logsAfterwards');
    await host.close();
  });
});

describe('settings', () => {
  it('come from local.settings.json, and a real variable wins', async () => {
    const app = await built('buffered');
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
    const host = await startHost({ appFolder: buffered.folder });
    expect(await environmentOf(host.url, 'LOCAL_HOST_C')).toBe('process');
    await host.close();
    delete process.env['LOCAL_HOST_C'];
  });

  it.each([
    { name: 'another prefix', routePrefix: 'desk/v1', path: '/desk/v1/optional' },
    { name: 'no prefix', routePrefix: '', path: '/optional' },
  ])('of host.json: $name', async ({ routePrefix, path }) => {
    const app = await built('buffered');
    app.write('host.json', { version: '2.0', extensions: { http: { routePrefix } } });
    const host = await serveApp(app);
    expect((await fetch(`${host.url}${path}`)).status).toBe(200);
    expect((await fetch(`${host.url}/api/optional`)).status).toBe(404);
    await host.close();
  });

  it('may switch the home page off', async () => {
    const host = await serveApp(buffered, { environment: { AzureWebJobsDisableHomepage: 'true' } });
    expect((await fetch(host.url)).status).toBe(404);
    await host.close();
  });

  it('of host.json say which lines are logged', async () => {
    const app = await built('buffered');
    app.write('host.json', {
      version: '2.0',
      logging: { logLevel: { default: 'Error', 'Function.logs.User': 'Trace' } },
    });
    const host = await serveApp(app);
    await fetch(`${host.url}/api/logs`);
    expect(host.log.filter((line) => !line.startsWith('The '))).toEqual([
      'a trace',
      'a debug',
      'an information',
      'a warning',
      'an error',
    ]);
    await host.close();
  });
});
