import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Azurite, type AzuriteOptions, startAzurite } from '../../../infra/local/azurite.ts';

let folder: string;
const running: Azurite[] = [];
const start = async (options: AzuriteOptions): Promise<Azurite> => {
  const azurite = await startAzurite(options);
  running.push(azurite);
  return azurite;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azurite-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((azurite) => azurite.close()));
  rmSync(folder, { recursive: true, force: true });
});

const tableIn = ({ connectionString }: Azurite) =>
  TableClient.fromConnectionString(connectionString, 'things', {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  });
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('startAzurite', () => {
  it('serves tables in memory, at a port that was free', async () => {
    const azurite = await start({ inMemory: true, port: 0 });
    expect((await fetch(`${azurite.url}/Tables`)).status).toBe(403);
    const table = tableIn(azurite);
    await table.createTable();
    await table.createEntity({ partitionKey: 'p', rowKey: 'r' });
    expect(await table.getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
    await azurite.close();
    expect(isAlive(azurite.pid)).toBe(false);
    await expect(fetch(azurite.url)).rejects.toThrow();
  });

  it('keeps data in a folder over a restart', async () => {
    const first = await start({ location: folder, port: 0 });
    await tableIn(first).createTable();
    await tableIn(first).createEntity({ partitionKey: 'p', rowKey: 'r' });
    await first.close();
    const second = await start({ location: folder, port: 0 });
    expect(await tableIn(second).getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
  });

  it('says who has the folder', async () => {
    const first = await start({ location: folder, port: 0 });
    await expect(startAzurite({ location: folder, port: 0 })).rejects.toThrow(
      `process ${first.pid} keeps its data in ${folder}`,
    );
  });

  it.each([
    { name: 'a process that is gone', pid: 2 ** 22 + 1, port: 10_002 },
    { name: 'a number that another program has now', pid: process.pid, port: 1 },
  ])('takes over what was left by $name', async ({ pid, port }) => {
    writeFileSync(join(folder, 'azurite.lock'), JSON.stringify({ pid, port }));
    const azurite = await start({ location: folder, port: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'azurite.lock'), 'utf8'))).toEqual({
      pid: azurite.pid,
      port: azurite.port,
    });
  });

  it('says that a port is in use', async () => {
    const { port } = await start({ inMemory: true, port: 0 });
    await expect(startAzurite({ inMemory: true, port })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is in use`,
    );
  });

  it('finds another port where the usual one is taken', async () => {
    const first = await start({ inMemory: true });
    const second = await start({ inMemory: true });
    expect(second.port).not.toBe(first.port);
  });

  it('ends with its parent, even with one that is killed, and saves its data', async () => {
    const script = join(folder, 'parent.ts');
    const module = join(import.meta.dirname, '../../../infra/local/azurite.ts');
    writeFileSync(
      script,
      `import { startAzurite } from ${JSON.stringify(module)};
       const { pid, connectionString } = await startAzurite({ location: ${JSON.stringify(folder)}, port: 0 });
       process.send({ pid, connectionString });
       setInterval(() => undefined, 1000);`,
    );
    const parent = fork(script, { execArgv: [] });
    const [azurite]: Azurite[] = await once(parent, 'message');
    if (azurite === undefined) throw new Error('The parent sent nothing');
    await tableIn(azurite).createTable();
    await tableIn(azurite).createEntity({ partitionKey: 'p', rowKey: 'r' });
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(azurite.pid), { timeout: 5_000 }).toBe(false);
    const again = await start({ location: folder, port: 0 });
    expect(await tableIn(again).getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
  });
});
