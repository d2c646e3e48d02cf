/** The child process that `startAzurite` runs: it serves until the channel to its parent closes. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { AzuriteOptions } from './azurite.ts';
import { lockDataFolder } from './data-folder-lock.ts';

interface TableServer {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

// Azurite has no interface for embedding, so its version is pinned. Only its command line starts telemetry,
// which is one reason not to use that.
const require = createRequire(import.meta.url);
const { default: Server }: { default: new (configuration: unknown) => TableServer } =
  require('azurite/dist/src/table/TableServer.js');
const { default: Configuration }: { default: new (...values: unknown[]) => unknown } =
  require('azurite/dist/src/table/TableConfiguration.js');

const host = '127.0.0.1';
const defaultPort = 10_002;
const keepAliveSeconds = 5;
const closeTimeoutMs = 5_000;

// A terminal sends Ctrl-C to parent and child alike; the parent says when to stop.
process.on('SIGINT', () => undefined);
const told = Promise.race([once(process, 'disconnect'), once(process, 'SIGTERM')]);

const options: AzuriteOptions = JSON.parse(process.argv[2] ?? '{}');

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

function tableServer(port: number, dataFile: string): TableServer {
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

async function serve(): Promise<void> {
  const port = options.port ?? ((await isFree(defaultPort)) ? defaultPort : 0);
  const location = options.inMemory ? undefined : (options.location ?? '.azurite');
  const lock = location === undefined ? undefined : lockDataFolder(location);
  const server = tableServer(port, join(location ?? '.', 'tables.json'));
  try {
    await server.start();
    process.send?.({ port: Number(new URL(server.getHttpServerAddress()).port) });
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
  const inUse = /EADDRINUSE/.test(reason);
  const message = inUse ? `Port ${options.port} of ${host} is in use` : reason;
  process.send?.({ error: `The table service cannot start: ${message}` }, () => process.exit(1));
}
