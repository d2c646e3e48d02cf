/** `npm start`: builds the bundle, starts a storage where none is set, and serves the functions. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.ts';
import { readLocalSettings } from './app/app-files.ts';
import { functionLines } from './app/function-lines.ts';
import { type Azurite, dataFileIn, startAzurite } from './azurite.ts';
import { type FunctionHost, startHost } from './function-host.ts';
import { parseKeys } from './http/key-levels.ts';
import { isPortFree, PortInUseError } from './http/local-server.ts';
import { StorageLimit } from './storage-limit.ts';

const defaultPort = 7071;
const emulatorPort = 10_002;
const parentCheckMs = 500;
const projectFolder = join(import.meta.dirname, '../..');

const { values: given } = parseArgs({
  options: {
    /** The folder with host.json and package.json; this project by default. */
    app: { type: 'string', default: projectFolder },
    /** A bundle that is built already. */
    main: { type: 'string' },
    /** The folder of the storage's data and of the bundle. */
    data: { type: 'string', default: join(projectFolder, '.azurite') },
  },
});

// Before the process changes to the app's folder.
const options = { ...given, app: resolve(given.app), data: resolve(given.data) };

// Stack traces then name the sources, not the bundle.
process.setSourceMapsEnabled(true);

const running: { azurite?: Azurite; host?: FunctionHost } = {};

async function start(): Promise<void> {
  process.chdir(options.app);
  const { Values, Host } = readLocalSettings(options.app);
  const port = portOf(process.env['PORT']) ?? Host.LocalHttpPort ?? defaultPort;
  // Checked before anything is built or started.
  if (!(await isPortFree(port))) throw new PortInUseError(port);
  const settings = { ...Values, ...process.env };
  const keys = parseKeys(settings['LOCAL_KEYS']);

  if (options.main === undefined) console.log('Building…');
  // Beside the data, so that two that start at the same moment do not load each other's half-written files.
  const main = options.main ?? (await build({ outfile: join(options.data, 'bundle/main.cjs') }));
  if (await needsStorage(settings)) {
    console.log('Starting storage…');
    running.azurite = await startAzurite({ location: options.data });
    console.log(`Storage: ${running.azurite.url} (Azurite, data in ${options.data})`);
  }
  console.log('Loading the functions…');
  const { azurite } = running;
  running.host = await startHost({
    ...{ appFolder: options.app, main, port, keys, log: console.log, homepage: '/api/dashboard' },
    environment: { ...process.env, ...(azurite && { ERROR_LOG: azurite.connectionString }) },
    gate: azurite && new StorageLimit(dataFileIn(options.data), console.warn),
  });
  const { url, routePrefix, functions } = running.host;
  console.log(functionLines([url, routePrefix].filter(Boolean).join('/'), functions).join('\n'));
  console.log(`\nReady at ${url}${keys ? ', keys asked for' : ''}. Ctrl-C ends it.`);
}

/**
 * True where no storage is set. `UseDevelopmentStorage=true` means an emulator at its usual port, which is no storage
 * while nothing listens there.
 */
async function needsStorage(settings: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  if (settings['ERROR_LOG__tableServiceUri']) return false;
  if (!settings['ERROR_LOG']) return true;
  return settings['ERROR_LOG'] === 'UseDevelopmentStorage=true' && (await isPortFree(emulatorPort));
}

function portOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port: ${text}`);
  return port;
}

const starting = start();
let isEnding = false;
let isAskedToEnd = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  console.log('\nStopping');
  await starting.catch(() => undefined);
  await stop();
  process.exit(0);
}

async function stop(): Promise<void> {
  await running.host?.close();
  await running.azurite?.close();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // The second time, at once.
    if (isAskedToEnd) process.exit(1);
    isAskedToEnd = true;
    void end();
  });

// A signal that ends npm ends the shell between npm and this process, but does not reach this process.
if (process.env['npm_lifecycle_event'] === 'start') {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) void end();
  }, parentCheckMs).unref();
}

try {
  await starting;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop();
  process.exit(1);
}
