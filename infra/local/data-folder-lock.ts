import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

const owner = z.object({ pid: z.int(), port: z.int().min(1).max(65_535) });

// A live owner may be busy: it saves hundreds of megabytes in one piece.
const answerTimeoutMs = 20_000;

/**
 * Takes a data folder for this process, creating it where needed, and gives the way to release it. Throws when another
 * process has it: two writers would overwrite each other's file. Takes over the lock of a process that was killed.
 */
export async function lockDataFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'azurite.lock');
  // The number of a killed process may belong to another by now, so an owner proves itself at this port.
  const server = createServer((socket) => socket.on('error', () => undefined).end(String(process.pid)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const take = () => writeFileSync(file, JSON.stringify({ pid: process.pid, port }), { flag: 'wx' });
  try {
    take();
  } catch {
    const pid = await liveOwnerOf(file);
    if (pid !== undefined) {
      server.close();
      throw new Error(
        `process ${pid} keeps its data in ${resolve(folder)}. End it first, or choose another folder`,
      );
    }
    rmSync(file, { force: true });
    take();
  }
  return () => {
    server.close();
    rmSync(file, { force: true });
  };
}

async function liveOwnerOf(file: string): Promise<number | undefined> {
  try {
    const { pid, port } = owner.parse(JSON.parse(readFileSync(file, 'utf8')));
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(answerTimeoutMs, () => socket.destroy());
    return (await text(socket)) === String(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
