import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from '../../../infra/local/data-folder-lock.ts';

let parent: string;
let folder: string;
let lock: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'lock-'));
  folder = join(parent, 'data');
  lock = join(folder, 'azurite.lock');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('lockDataFolder', () => {
  it('makes the folder, and refuses it to a second owner until it is released', async () => {
    const release = await lockDataFolder(folder);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    await expect(lockDataFolder(folder)).rejects.toThrow(
      `process ${process.pid} keeps its data in ${folder}. End it first, or choose another folder`,
    );
    release();
    expect(existsSync(lock)).toBe(false);
    const releaseAgain = await lockDataFolder(folder);
    releaseAgain();
  });

  it.each([
    { name: 'a process that has ended', content: JSON.stringify({ pid: 2 ** 22 + 1, port: 1 }) },
    {
      name: 'a process whose number another one has now',
      content: JSON.stringify({ pid: process.pid, port: 1 }),
    },
    { name: 'a process that did not write it to its end', content: '{"pid":' },
    { name: 'nobody knows what', content: '{"pid":"x","port":70000}' },
  ])('takes over the lock of $name', async ({ content }) => {
    const first = await lockDataFolder(folder);
    first();
    writeFileSync(lock, content);
    const release = await lockDataFolder(folder);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual({ pid: process.pid, port: expect.any(Number) });
    release();
  });

  it('takes over the lock whose port another program has now', async () => {
    const first = await lockDataFolder(folder);
    first();
    const other = createServer((socket) => socket.end('something else')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    writeFileSync(lock, JSON.stringify({ pid: process.pid, port }));
    const release = await lockDataFolder(folder);
    release();
    other.close();
  });
});
