/** The child process that `startAzurite` runs: it serves until the channel to its parent closes. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { withModule } from './app/core-module.ts';
import { type AzuriteOptions, dataFileIn } from './azurite.ts';
import { lockDataFolder } from './data-folder-lock.ts';

interface TableServer {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

// A connection that closes while a caller uses it again costs that caller a second call.
const keepAliveSeconds = 300;

// A terminal sends Ctrl-C to parent and child alike; the parent says when to stop.
process.on('SIGINT', () => undefined);
const stopped = Promise.race([once(process, 'disconnect'), once(process, 'SIGTERM')]);

const { location }: AzuriteOptions = JSON.parse(process.argv[2] ?? '{}');

/**
 * Azurite has no interface for embedding, so its version is pinned. Without its telemetry, which only its command line
 * sends, it loads four times as fast.
 */
function tableServer(dataFile: string): Promise<TableServer> {
  const require = createRequire(import.meta.url);
  const [anyFreePort, debugLog, accessLog, loose, skipApiVersionCheck] = [0, false, false, false, true];
  return withModule('applicationinsights', {}, () => {
    const { default: Server }: { default: new (configuration: unknown) => TableServer } =
      require('azurite/dist/src/table/TableServer.js');
    const { default: Configuration }: { default: new (...values: unknown[]) => unknown } =
      require('azurite/dist/src/table/TableConfiguration.js');
    return new Server(
      new Configuration(
        ...['127.0.0.1', anyFreePort, keepAliveSeconds, dataFile, debugLog, accessLog, undefined, undefined],
        ...[loose, skipApiVersionCheck, '', '', '', undefined, false, location === undefined],
      ),
    );
  });
}

async function serve(): Promise<void> {
  const release = location === undefined ? undefined : await lockDataFolder(location);
  try {
    const server = await tableServer(dataFileIn(location ?? '.'));
    await server.start();
    process.send?.({ port: Number(new URL(server.getHttpServerAddress()).port) });
    await stopped;
    await server.close();
  } finally {
    release?.();
  }
}

try {
  await serve();
  process.exit(0);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.send?.({ error: `The table service cannot start: ${reason}` }, () => process.exit(1));
}
