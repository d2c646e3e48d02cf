import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';

/** A data folder that this process has for itself. */
export interface DataFolderLock {
  /** Notes the port on which the data is served: by that others see that the lock is not left over. */
  serves(port: number): void;
  release(): void;
}

interface Owner {
  readonly pid: number;
  /** 0 as long as the owner is starting. */
  readonly port: number;
}

/**
 * Takes a data folder for this process, creating it where needed. Throws when another process has it: two writers
 * would overwrite each other's file. A lock that a killed process left behind is taken over.
 */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'azurite.lock');
  const write = (port: number, flag: 'w' | 'wx') =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, port } satisfies Owner), { flag });
  try {
    write(0, 'wx');
  } catch (error) {
    if (!isNodeError(error) || error.code !== 'EEXIST') throw error;
    const owner = readOwner(file);
    if (owner && (await isThere(owner)))
      throw new Error(
        `process ${owner.pid} keeps its data in ${resolve(folder)}. End it first (if it is something else, delete ${file})`,
      );
    rmSync(file, { force: true });
    write(0, 'wx');
  }
  return { serves: (port) => write(port, 'w'), release: () => rmSync(file, { force: true }) };
}

function readOwner(file: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('port' in owner))
      return undefined;
    return { pid: Number(owner.pid), port: Number(owner.port) };
  } catch {
    return undefined;
  }
}

/** A process number may have passed on to another program since, so a live one must answer at its port as well. */
async function isThere({ pid, port }: Owner): Promise<boolean> {
  // 0 and negative numbers mean process groups.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return false;
  return port === 0 || (await answers(port));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isNodeError(error) && error.code === 'EPERM';
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
