import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Azurite, dataFileIn, startAzurite } from '../../../infra/local/azurite.ts';

let folder: string;
const running: Azurite[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azurite-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((azurite) => azurite.close()));
  rmSync(folder, { recursive: true, force: true });
});

const start = async (): Promise<Azurite> => {
  const azurite = await startAzurite({ location: folder });
  running.push(azurite);
  return azurite;
};
const tableIn = ({ connectionString }: Pick<Azurite, 'connectionString'>) =>
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
  it('has its data folder for itself, and leaves nothing running', async () => {
    const azurite = await start();
    const unsigned = await fetch(`${azurite.url}/Tables`);
    expect([unsigned.status, unsigned.headers.get('keep-alive')]).toEqual([403, 'timeout=300']);
    await tableIn(azurite).createTable();
    await expect(start()).rejects.toThrow(`process ${azurite.pid} keeps its data in ${folder}`);
    await azurite.close();
    expect(existsSync(dataFileIn(folder))).toBe(true);
    expect(existsSync(join(folder, 'azurite.lock'))).toBe(false);
    expect(isAlive(azurite.pid)).toBe(false);
    await expect(fetch(azurite.url)).rejects.toThrow();
  });

  it('ends with its parent, even with one that is killed, and saves its data', async () => {
    const script = join(folder, 'parent.ts');
    const module = join(import.meta.dirname, '../../../infra/local/azurite.ts');
    writeFileSync(
      script,
      `import { startAzurite } from ${JSON.stringify(module)};
       const { url, connectionString } = await startAzurite({ location: ${JSON.stringify(folder)} });
       process.send({ url, connectionString });
       setInterval(() => undefined, 1000);`,
    );
    const parent = fork(script, { execArgv: [] });
    const [azurite]: Azurite[] = await once(parent, 'message');
    if (azurite === undefined) throw new Error('The parent sent nothing');
    await tableIn(azurite).createTable();
    await tableIn(azurite).createEntity({ partitionKey: 'p', rowKey: 'r' });
    parent.kill('SIGKILL');
    // The last thing it does. Its number stays taken until the system has noticed the end of an orphan.
    await expect.poll(() => existsSync(join(folder, 'azurite.lock'))).toBe(false);
    await expect(fetch(azurite.url)).rejects.toThrow();
    expect(await tableIn(await start()).getEntity('p', 'r')).toMatchObject({ rowKey: 'r' });
  });
});
