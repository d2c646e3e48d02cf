import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Where an Azurite keeps its data. */
export interface AzuriteOptions {
  /** A folder on disk; without one, everything is in memory. */
  readonly location?: string;
}

/** A running Azurite table service. */
export interface Azurite {
  /** The value for `ERROR_LOG`. */
  readonly connectionString: string;
  /** The address of the table service, its account included. */
  readonly url: string;
  readonly pid: number;
  /** Ends the process, which saves its data first. */
  close(): Promise<void>;
}

// The account and key of every storage emulator; Microsoft publishes them.
const account = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

// Saving 400 MB takes seconds, on a busy machine many.
const closeTimeoutMs = 60_000;

/**
 * Starts an Azurite table service at a free port of 127.0.0.1, as a child process that ends with its parent. Throws
 * when another process uses the data folder.
 */
export async function startAzurite(options: AzuriteOptions): Promise<Azurite> {
  const child = fork(join(import.meta.dirname, 'azurite-process.ts'), [JSON.stringify(options)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const url = `http://127.0.0.1:${await portOf(child)}/${account}`;
  // The child does not keep its parent from ending.
  child.unref();
  child.channel?.unref();
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};TableEndpoint=${url};`,
    url,
    pid: child.pid ?? 0,
    close: () => end(child),
  };
}

/** The file in which Azurite keeps all tables of a data folder. */
export function dataFileIn(location: string): string {
  return join(location, 'tables.json');
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = `${stderr}${text}`.slice(-4_000);
    });
    child.once('error', reject);
    child.once('message', (message: { port: number } | { error: string }) => {
      child.stderr?.removeAllListeners('data').resume();
      if ('port' in message) resolve(message.port);
      else reject(new Error(message.error));
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`The table service ended at start (${signal ?? code})\n${stderr}`.trimEnd())),
    );
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const exited = once(child, 'exit');
  const killer = setTimeout(() => child.kill('SIGKILL'), closeTimeoutMs);
  if (child.connected) child.disconnect();
  await exited;
  clearTimeout(killer);
}
