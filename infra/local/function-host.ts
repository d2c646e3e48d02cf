import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { hookContext, type LoadedApp, loadApp } from './app-loader.ts';
import type { LogLevel } from './core-types.ts';
import { type HostFunction, listFunctions } from './function-list.ts';
import { readHostJson } from './host-json.ts';
import { type FunctionLog, invoke, newInvocationId, type Outcome, traceContext } from './invocation.ts';
import type { Keys } from './key-levels.ts';
import { readLocalSettings } from './local-settings.ts';
import { isLogged, logLine, type WriteLine } from './log-lines.ts';
import { bodyLimit } from './request-body.ts';
import { handleRequest } from './request-handler.ts';
import { createTimer, type Timer } from './timer-schedule.ts';

/** What a local host is started with. */
export interface HostOptions {
  /** The folder with `host.json`, `package.json` and `local.settings.json`. */
  readonly appFolder: string;
  /** Takes the place of `main` in `package.json`; may be a glob. */
  readonly main?: string;
  /** A port of 127.0.0.1; 0 is any free one. */
  readonly port?: number;
  /** The real environment variables, which go before `local.settings.json`; those of the process by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Leaves `local.settings.json` out. */
  readonly withoutLocalSettings?: boolean;
  /** Asks for keys; without them all levels are open, as under `func start`. */
  readonly keys?: Keys | undefined;
  /** Takes the lines of the log; nothing is written by default. */
  readonly log?: WriteLine;
  /** The largest body in bytes; that of the real host by default. */
  readonly bodyLimit?: number;
}

/** A running local host. */
export interface FunctionHost {
  /** `http://localhost:<port>`. */
  readonly url: string;
  readonly functions: readonly HostFunction[];
  readonly routePrefix: string;
  /** Runs a timer function now, its retries included. Throws when there is none of that name. */
  fireTimer(name: string): Promise<Outcome>;
  /** Stops timers and server, waits for what runs (up to 5 seconds), and runs the appTerminate hooks. */
  close(): Promise<void>;
}

const drainTimeoutMs = 5_000;
const hostVersion = '4.1037.0';

/** Thrown when the port is taken. */
export class PortInUseError extends Error {}

/** Loads an app and serves it by the rules of the Functions host. Throws when it cannot be loaded or served. */
export async function startHost(options: HostOptions): Promise<FunctionHost> {
  const hostJson = readHostJson(options.appFolder);
  const { values } = options.withoutLocalSettings ? { values: {} } : readLocalSettings(options.appFolder);
  const settings = { ...values, ...(options.environment ?? process.env) };
  const write = logTo(options.log ?? (() => undefined), hostJson.logging.logLevel);

  const restoreEnvironment = applyEnvironment(settings);
  const server = createServer();
  try {
    const url = await listen(server, options.port ?? 0);
    const app = await loadApp({
      appFolder: options.appFolder,
      main: options.main,
      log: (level, category, message) => write(level, category === 'user' ? 'Function' : 'Worker', message),
    });
    const routePrefix = hostJson.extensions.http.routePrefix.replace(/^\/+|\/+$/g, '');
    return serve({ app, settings, options, server, url, routePrefix, write, restoreEnvironment });
  } catch (error) {
    server.close();
    restoreEnvironment();
    throw error;
  }
}

function serve({
  app,
  settings,
  options,
  server,
  url,
  routePrefix,
  write,
  restoreEnvironment,
}: {
  app: LoadedApp;
  settings: Readonly<Record<string, string | undefined>>;
  options: HostOptions;
  server: Server;
  url: string;
  routePrefix: string;
  write: FunctionLog;
  restoreEnvironment: () => void;
}): FunctionHost {
  const running = new Set<Promise<unknown>>();
  const track = (run: Promise<unknown>) => {
    running.add(run);
    void run.finally(() => running.delete(run));
  };
  const timers = new Map<string, Timer>();
  const functions = listFunctions(app.registrations.functions.values(), settings).map((target) => {
    if (target.error !== undefined || target.http !== undefined) return target;
    try {
      timers.set(target.name, createTimer(target, { app, write, settings, track }));
      return target;
    } catch (error) {
      return { ...target, error: error instanceof Error ? error.message : String(error) };
    }
  });
  for (const { name, error } of functions)
    if (error !== undefined) write('error', 'Host', `The '${name}' function is in error: ${error}`);

  const context = {
    app,
    functions,
    routePrefix,
    version: hostVersion,
    keys: options.keys,
    homepage: settings['AzureWebJobsDisableHomepage']?.toLowerCase() !== 'true',
    bodyLimit: options.bodyLimit ?? bodyLimit,
    write,
    fire: (target: HostFunction) => {
      const timer = timers.get(target.name);
      if (timer) void timer.fire();
      else track(invokeWithText(app, target, write));
    },
  };
  server.on('request', (request, response) => track(handleRequest(request, response, context)));
  for (const { name, disabled } of functions) if (!disabled) timers.get(name)?.start();

  let closing: Promise<void> | undefined;
  return {
    url,
    functions,
    routePrefix,
    fireTimer(name) {
      const timer = timers.get(name);
      if (timer === undefined) throw new Error(`There is no timer function "${name}"`);
      return timer.fire();
    },
    close() {
      closing ??= stop({ app, server, timers: [...timers.values()], running }).finally(restoreEnvironment);
      return closing;
    },
  };
}

/** The admin endpoint runs any function, but what it passes on is a text, and that is no HTTP request. */
function invokeWithText(app: LoadedApp, target: HostFunction, write: FunctionLog): Promise<Outcome> {
  return invoke(
    app,
    {
      metadata: target.metadata,
      callback: () => {
        throw new Error(`Exception binding parameter '${target.trigger.name}'`);
      },
      reason: 'This function was programmatically called via the host APIs.',
      id: newInvocationId(),
      request: { inputData: [], triggerMetadata: {}, traceContext: traceContext(undefined) },
    },
    write,
  );
}

async function stop({
  app,
  server,
  timers,
  running,
}: {
  app: LoadedApp;
  server: Server;
  timers: readonly Timer[];
  running: ReadonlySet<Promise<unknown>>;
}): Promise<void> {
  for (const timer of timers) timer.stop();
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  let timeout: NodeJS.Timeout | undefined;
  const tooLate = new Promise((resolve) => {
    timeout = setTimeout(resolve, drainTimeoutMs);
  });
  await Promise.race([Promise.allSettled(running), tooLate]);
  clearTimeout(timeout);
  for (const hook of app.registrations.hooks.appTerminate) await hook(hookContext({}, app.appHookData));
  server.closeAllConnections();
  await closed;
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new PortInUseError(`Port ${port} is in use`, { cause: error });
    throw error;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://localhost:${address.port}`;
}

/** Puts settings into the environment of the process and gives the way back. */
function applyEnvironment(settings: Readonly<Record<string, string | undefined>>): () => void {
  const changed = Object.entries(settings).filter(([name, value]) => process.env[name] !== value);
  const before = changed.map(([name]) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of changed) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}

function logTo(write: WriteLine, levels: Readonly<Record<string, string>>): FunctionLog {
  return (level: LogLevel, category, text) => {
    if (isLogged(level, category, levels)) write(logLine(text, new Date()));
  };
}
