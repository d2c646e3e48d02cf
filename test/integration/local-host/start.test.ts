import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp } from '../../support/local-host-app.ts';
import { type LocalHostProcess, startLocalHostProcess } from '../../support/local-host-process.ts';

const project = join(import.meta.dirname, '../../..');
let app: BuiltApp;
let folder: string;
const running: LocalHostProcess[] = [];
const npmGroups: number[] = [];

beforeAll(async () => {
  app = await buildApp('http');
  folder = mkdtempSync(join(tmpdir(), 'local-host-data-'));
});
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const group of npmGroups) {
    try {
      // Ends what a failed test left running.
      process.kill(-group, 'SIGKILL');
    } catch {
      // All of it has ended.
    }
  }
  app?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A data folder of a test's own. */
const aDataFolder = () => mkdtempSync(join(folder, 'data-'));
const start = (
  environment: Readonly<Record<string, string>> = {},
  { app: appFolder = app.folder, data = aDataFolder() } = {},
): LocalHostProcess => {
  const host = startLocalHostProcess({
    values: ['--app', appFolder, '--main', 'dist/main.cjs', '--data', data],
    environment,
  });
  running.push(host);
  return host;
};
/** Starts the local host through npm, in a process group of its own. */
const startThroughNpm = () => {
  const { ERROR_LOG: _, ...environment } = process.env;
  const values = ['--app', app.folder, '--main', 'dist/main.cjs', '--data', aDataFolder()];
  const child = spawn('npm', ['start', '--', ...values], {
    cwd: project,
    env: { ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  if (child.pid) npmGroups.push(child.pid);
  const state = { child, output: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    state.output += text;
  });
  return state;
};
const variable = async (url: string, name: string) =>
  (await fetch(`${url}/api/environment`, { method: 'POST', body: name })).text();
const elsewhere =
  'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=Yg==;TableEndpoint=http://127.0.0.1:1/a;';
const thingsAt = (connection: string) =>
  TableClient.fromConnectionString(connection, 'things', {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  });

describe.concurrent('npm start', () => {
  it('runs twice side by side, each with its own port and data folder, and leaves nothing running', async ({
    expect,
  }) => {
    const own = aDataFolder();
    // A relative folder counts from where the command is started.
    const here = (path: string) => relative(process.cwd(), path);
    const first = start({}, { app: here(app.folder), data: here(own) });
    const second = startThroughNpm();
    const url = await first.ready;
    await expect.poll(() => second.output).toContain('Ready at');
    expect(first.output()).toMatch(
      /^Starting storage…\nStorage: http:\S+ \(Azurite, data in (.*)\)\nLoading/,
    );
    expect(first.output()).toContain(`data in ${own})`);
    expect(first.output()).toContain(`\techo: [GET,POST,PUT] ${url}/api/echo/{name}/of/{id}\n`);
    const home = await fetch(url, { redirect: 'manual' });
    expect([home.status, home.headers.get('location')]).toEqual([302, '/api/dashboard']);

    const storage = await variable(url, 'ERROR_LOG');
    await thingsAt(storage).createTable();
    await thingsAt(storage).createEntity({ partitionKey: 'p', rowKey: 'r' });
    const secondUrl = /Ready at (http:\/\/localhost:\d+)/.exec(second.output)?.[1] ?? '';
    const secondStorage = await variable(secondUrl, 'ERROR_LOG');
    await expect(thingsAt(secondStorage).getEntity('p', 'r')).rejects.toThrow('TableNotFound');

    expect(await first.stop()).toBe(0);
    expect(first.output()).toMatch(/\nStopping\n$/);
    await expect(fetch(url)).rejects.toThrow();
    await expect(thingsAt(storage).getEntity('p', 'r')).rejects.toThrow();

    const closed = once(second.child, 'close');
    // npm passes the signal on to its shell only.
    second.child.kill('SIGTERM');
    await closed;
    expect(second.output).toMatch(/\nStopping\n$/);
    await expect(thingsAt(secondStorage).getEntity('p', 'r')).rejects.toThrow();

    const again = start({}, { data: own });
    const kept = thingsAt(await variable(await again.ready, 'ERROR_LOG'));
    expect(await kept.getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
    expect(await again.stop()).toBe(0);
  });

  it('takes the storage that is set, asks for the keys that are set, and names the sources of errors', async ({
    expect,
  }) => {
    const environment = { ERROR_LOG: elsewhere, LOCAL_KEYS: '{"master":"m","functions":{"keyed":"k"}}' };
    const host = start(environment);
    const url = await host.ready;
    expect(host.output()).not.toContain('torage');
    expect(host.output()).toContain('keys asked for');
    expect(await variable(url, 'ERROR_LOG')).toBe(elsewhere);
    expect((await fetch(`${url}/api/keyed`)).status).toBe(401);
    expect((await fetch(`${url}/api/keyed?code=k`)).status).toBe(200);
    await fetch(`${url}/api/fails`);
    await expect.poll(() => host.output()).toMatch(/http-app\.ts:\d+/);
    host.child.kill('SIGHUP');
    expect(await host.ended).toBe(0);
  });

  it('starts no storage for a real account, and stops on SIGTERM', async () => {
    const address = 'https://a.table.core.windows.net';
    const host = start({ ERROR_LOG__tableServiceUri: address });
    expect(await variable(await host.ready, 'ERROR_LOG__tableServiceUri')).toBe(address);
    expect(host.output()).not.toContain('torage');
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
  });

  it('takes the usual emulator where that is asked for and runs', async () => {
    // Any program that listens at that port counts as the emulator.
    const emulator = createServer()
      .on('error', () => undefined)
      .listen(10_002, '127.0.0.1');
    const host = start({ ERROR_LOG: 'UseDevelopmentStorage=true' });
    expect(await variable(await host.ready, 'ERROR_LOG')).toBe('UseDevelopmentStorage=true');
    expect(host.output()).not.toContain('torage');
    expect(await host.stop()).toBe(0);
    emulator.close();
  });

  it('says that its port is in use, and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const host = start({ PORT: String(port) });
    expect(await host.ended).toBe(1);
    expect(host.output()).toBe(
      `Port ${port} is in use. End the program that uses it, or set PORT to another port.\n`,
    );
    other.close();
  });

  it.each([
    { name: 'no port', environment: { PORT: 'seven' }, message: 'PORT is not a port: seven' },
    { name: 'no keys', environment: { LOCAL_KEYS: '[]' }, message: 'LOCAL_KEYS is not a JSON object' },
  ])('says that a setting is $name, and exits with 1', async ({ environment, message }) => {
    const host = start(environment);
    expect(await host.ended).toBe(1);
    expect(host.output()).toMatch(new RegExp(`^${message}`));
  });

  it('says why an app does not load, and leaves no storage running', async () => {
    const empty = await buildApp('empty');
    const host = start({}, { app: empty.folder });
    expect(await host.ended).toBe(1);
    expect(host.output()).toContain('registered no function');
    const storage = /Storage: (http:\S+)/.exec(host.output())?.[1] ?? '';
    await expect(fetch(storage)).rejects.toThrow();
    empty.remove();
  });
});
