import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startAzurite } from '../../../infra/local/azurite.ts';
import { type BuiltApp, buildApp } from '../../support/local-host-app.ts';
import { type LocalHostProcess, startLocalHostProcess } from '../../support/local-host-process.ts';

let app: BuiltApp;
let hooked: BuiltApp;
let data: string;
const running: LocalHostProcess[] = [];

beforeAll(async () => {
  app = await buildApp('buffered');
  hooked = await buildApp('hooked');
});
afterAll(() => {
  app?.remove();
  hooked?.remove();
});
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'local-host-data-'));
});
afterEach(async () => {
  for (const host of running.splice(0)) {
    host.child.kill('SIGKILL');
    await host.ended;
  }
  rmSync(data, { recursive: true, force: true });
});

const start = (built: BuiltApp, environment: Record<string, string> = {}): LocalHostProcess => {
  const host = startLocalHostProcess({
    values: ['--app', built.folder, '--main', 'dist/main.cjs', '--data', data],
    environment,
  });
  running.push(host);
  return host;
};
const variable = async (url: string, name: string) =>
  (await fetch(`${url}/api/environment`, { method: 'POST', body: name })).text();
const elsewhere =
  'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=Yg==;TableEndpoint=http://127.0.0.1:1/a;';

describe('npm start', () => {
  it('serves the functions with a storage of its own that keeps its data, and leaves nothing running', async () => {
    const first = start(app);
    const url = await first.ready;
    expect(first.output()).toContain(`\techo: [GET,POST,PUT] ${url}/api/echo/{id:int}/{*rest}\n`);
    const table = (connection: string) =>
      TableClient.fromConnectionString(connection, 'things', {
        allowInsecureConnection: true,
        retryOptions: { maxRetries: 0 },
      });
    const storage = await variable(url, 'ERROR_LOG');
    await table(storage).createTable();
    await table(storage).createEntity({ partitionKey: 'p', rowKey: 'r' });

    expect(await first.stop()).toBe(0);
    expect(first.output()).toMatch(/\nStopping\n$/);
    await expect(fetch(url)).rejects.toThrow();
    await expect(table(storage).getEntity('p', 'r')).rejects.toThrow();

    const second = start(app);
    const again = await variable(await second.ready, 'ERROR_LOG');
    expect(await table(again).getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
    expect(await second.stop()).toBe(0);
  });

  it('takes folders as they are seen from where it is started', async () => {
    const here = (folder: string) => relative(process.cwd(), folder);
    const host = startLocalHostProcess({
      values: ['--app', here(app.folder), '--main', 'dist/main.cjs', '--data', here(data)],
    });
    running.push(host);
    expect((await fetch(await host.ready)).status).toBe(200);
    expect(host.output()).toContain(`data in ${data}`);
    expect(await host.stop()).toBe(0);
  });

  it.each([
    { name: 'ERROR_LOG', environment: { ERROR_LOG: elsewhere } },
    { name: 'an address', environment: { ERROR_LOG__tableServiceUri: 'https://a.table.core.windows.net' } },
  ])('starts no storage where $name is set', async ({ environment }) => {
    const host = start(app, environment);
    const url = await host.ready;
    expect(host.output()).not.toContain('Azurite');
    expect(await variable(url, Object.keys(environment)[0] ?? '')).toBe(Object.values(environment)[0]);
    expect(await host.stop()).toBe(0);
  });

  it('takes the usual emulator where that is asked for and runs', async () => {
    const azurite = await startAzurite({ inMemory: true });
    const host = start(app, { ERROR_LOG: 'UseDevelopmentStorage=true' });
    expect(await variable(await host.ready, 'ERROR_LOG')).toBe('UseDevelopmentStorage=true');
    expect(host.output()).not.toContain('Azurite');
    expect(await host.stop()).toBe(0);
    await azurite.close();
  });

  it('says that its port is in use, and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const host = start(app, { PORT: String(port) });
    expect(await host.ended).toBe(1);
    expect(host.output()).toBe(
      `Port ${port} is in use. End the program that has it, or set PORT to another port.\n`,
    );
    other.close();
  });

  it.each([
    { name: 'no port', environment: { PORT: 'seven' }, message: 'PORT is not a port: seven' },
    { name: 'no keys', environment: { LOCAL_KEYS: '[]' }, message: 'LOCAL_KEYS is not a JSON object' },
  ])('says that a setting is $name, and exits with 1', async ({ environment, message }) => {
    const host = start(app, { ERROR_LOG: elsewhere, ...environment });
    expect(await host.ended).toBe(1);
    expect(host.output()).toContain(message);
  });

  it('names the sources where a function throws', async () => {
    const host = start(app, { ERROR_LOG: elsewhere });
    await fetch(`${await host.ready}/api/fails`);
    await expect.poll(() => host.output()).toMatch(/buffered-app\.ts:\d+/);
    expect(await host.stop()).toBe(0);
  });

  it('says why an app does not load, and leaves no storage running', async () => {
    const empty = await buildApp('empty');
    const host = start(empty);
    expect(await host.ended).toBe(1);
    expect(host.output()).toContain('registered no function');
    const storage = /Storage: (http:\S+)/.exec(host.output())?.[1] ?? '';
    await expect(fetch(storage)).rejects.toThrow();
    empty.remove();
  });

  it('asks for keys where they are set', async () => {
    const host = start(app, { ERROR_LOG: elsewhere, LOCAL_KEYS: '{"master":"m","functions":{"keyed":"k"}}' });
    const url = await host.ready;
    expect((await fetch(`${url}/api/keyed`)).status).toBe(401);
    expect((await fetch(`${url}/api/keyed?code=k`)).status).toBe(200);
    expect(await host.stop()).toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'runs the hooks of start and end, on %s',
    async (signal) => {
      const host = start(hooked, { ERROR_LOG: elsewhere });
      await host.ready;
      expect(host.output()).toContain('appStart with 0 values');
      expect(host.output()).not.toContain('appTerminate');
      host.child.kill(signal);
      expect(await host.ended).toBe(0);
      expect(host.output()).toContain('appTerminate');
    },
  );
});
