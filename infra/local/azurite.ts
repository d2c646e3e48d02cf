import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** What an embedded Azurite is started with. */
export interface AzuriteOptions {
  /** The folder that keeps the data; `.azurite` in the current folder when absent and not in memory. */
  readonly location?: string;
  /** Keeps nothing on disk. */
  readonly inMemory?: boolean;
  /** A port of 127.0.0.1; 0 is any free one. When absent 10002, or a free one where that is taken. */
  readonly port?: number;
}

/** A running Azurite table service. */
export interface Azurite {
  /** What `ERROR_LOG` takes. */
  readonly connectionString: string;
  /** The address of the table service, its account included. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends the process; data on disk is saved first. */
  close(): Promise<void>;
}

// The account and key that every storage emulator has; Microsoft publishes them.
const account = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const closeTimeoutMs = 10_000;

/**
 * Starts an Azurite table service as a child process that ends with its parent, and waits until it answers.
 * Throws when the port or the data folder is in use.
 */
export async function startAzurite(options: AzuriteOptions = {}): Promise<Azurite> {
  const child = fork(
    fileURLToPath(new URL('./azurite-process.ts', import.meta.url)),
    [JSON.stringify(options)],
    {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const port = await portOf(child);
  if ((await statusAt(port)) !== 403 || child.pid === undefined)
    throw new Error(`The table service does not answer on 127.0.0.1:${port}`);
  // The caller decides how long to live; the child follows.
  child.unref();
  child.channel?.unref();
  const url = `http://127.0.0.1:${port}/${account}`;
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${account}`,
      `AccountKey=${accountKey}`,
      `TableEndpoint=${url};`,
    ].join(';'),
    url,
    port,
    pid: child.pid,
    close: () => end(child),
  };
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

// The service answers 403 to who brings no credentials, so no key is needed to see that it is up.
function statusAt(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: `/${account}/Tables`, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
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
