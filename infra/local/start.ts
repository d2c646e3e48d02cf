/** `npm start`: builds the bundle, starts the storage where none is set, and serves the functions. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.ts';
import { functionLines } from './app/function-lines.ts';
import { readLocalSettings } from './app/local-settings.ts';
import { type Azurite, startAzurite } from './azurite.ts';
import { type FunctionHost, startHost } from './function-host.ts';
import { parseKeys } from './http/key-levels.ts';
import { isPortFree, PortInUseError } from './http/local-server.ts';

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
    /** Where the storage keeps its data. */
    data: { type: 'string', default: join(projectFolder, '.azurite') },
  },
});

// Before the process goes to the app's folder.
const options = { ...given, app: resolve(given.app), data: resolve(given.data) };

// Stack traces then name the sources, not the bundle.
process.setSourceMapsEnabled(true);

interface Running {
  azurite: Azurite | undefined;
  host: FunctionHost | undefined;
}

async function start(running: Running): Promise<void> {
  process.chdir(options.app);
  const { values, port: settingsPort } = readLocalSettings(options.app);
  const port = portOf(process.env['PORT']) ?? settingsPort ?? defaultPort;
  // Told before anything is built or started.
  if (!(await isPortFree(port))) throw new PortInUseError(port);
  const main = options.main ?? (await build());

  const environment: Record<string, string | undefined> = { ...process.env };
  const settings = { ...values, ...environment };
  if (await needsStorage(settings)) {
    running.azurite = await startAzurite({ location: options.data });
    environment['ERROR_LOG'] = running.azurite.connectionString;
    console.log(`Storage: ${running.azurite.url} (Azurite, data in ${options.data})`);
  }
  const keys = parseKeys(settings['LOCAL_KEYS']);
  running.host = await startHost({ appFolder: options.app, main, port, environment, keys, log: console.log });
  console.log(functionLines(running.host).join('\n'));
  console.log(`\nReady at ${running.host.url}${keys ? ', keys asked for' : ''}. Ctrl-C ends it.`);
}

/**
 * Whether no storage is set. `UseDevelopmentStorage=true` means an emulator at its usual port, which is no storage
 * as long as nothing is there.
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

async function stop({ host, azurite }: Running): Promise<void> {
  await host?.close();
  await azurite?.close();
}

const running: Running = { azurite: undefined, host: undefined };
const starting = start(running);
let isEnding = false;
let isAsked = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  console.log('\nStopping');
  await starting.catch(() => undefined);
  await stop(running);
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // Asked twice: now.
    if (isAsked) process.exit(1);
    isAsked = true;
    void end();
  });

// Who ends npm ends its shell, and the shell tells nobody: without this, the app would go on unseen.
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
  await stop(running);
  process.exit(1);
}
