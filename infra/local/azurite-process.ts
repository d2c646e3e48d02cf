/** The child process that `startAzurite` runs: it serves until the channel to its parent closes. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AzuriteOptions } from './azurite.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { isPortFree } from './http/local-server.ts';

interface TableServer {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

const host = '127.0.0.1';
const defaultPort = 10_002;
const keepAliveSeconds = 5;
const closeTimeoutMs = 5_000;

// A terminal sends Ctrl-C to parent and child alike; the parent says when to stop.
process.on('SIGINT', () => undefined);
const told = Promise.race([once(process, 'disconnect'), once(process, 'SIGTERM')]);

const options: AzuriteOptions = JSON.parse(process.argv[2] ?? '{}');

/**
 * Azurite has no interface for embedding, so its version is pinned. Only its command line starts telemetry, which
 * is one reason not to use that. Loading it takes half a second: not before it is sure to be used.
 */
function tableServer(port: number, dataFile: string): TableServer {
  const require = createRequire(import.meta.url);
  const {
    default: Server,
  }: {
    default: new (configuration: unknown) => TableServer;
  } = require('azurite/dist/src/table/TableServer.js');
  const {
    default: Configuration,
  }: {
    default: new (...values: unknown[]) => unknown;
  } = require('azurite/dist/src/table/TableConfiguration.js');
  const debugLog = false;
  const accessLog = false;
  const loose = false;
  const skipApiVersionCheck = true;
  return new Server(
    new Configuration(
      ...[host, port, keepAliveSeconds, dataFile, debugLog, accessLog, undefined, undefined],
      ...[loose, skipApiVersionCheck, '', '', '', undefined, false, options.inMemory === true],
    ),
  );
}

/** The port that was asked for, or the usual one, or any (0). Throws when the one asked for is taken. */
async function choosePort(): Promise<number> {
  if (options.port === undefined) return (await isPortFree(defaultPort)) ? defaultPort : 0;
  if (options.port !== 0 && !(await isPortFree(options.port)))
    throw new Error(`Port ${options.port} of ${host} is in use`);
  return options.port;
}

async function serve(): Promise<void> {
  const location = options.inMemory ? undefined : (options.location ?? '.azurite');
  const lock = location === undefined ? undefined : await lockDataFolder(location);
  try {
    const server = tableServer(await choosePort(), join(location ?? '.', 'tables.json'));
    await server.start();
    const ownPort = Number(new URL(server.getHttpServerAddress()).port);
    lock?.serves(ownPort);
    process.send?.({ port: ownPort });
    await told;
    setTimeout(() => process.exit(1), closeTimeoutMs).unref();
    await server.close();
  } finally {
    lock?.release();
  }
}

try {
  await serve();
  process.exit(0);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.send?.({ error: `The table service cannot start: ${reason}` }, () => process.exit(1));
}
