import { hookContext, type LoadedApp, loadApp } from './app/app-loader.ts';
import type { LogLevel } from './app/core-types.ts';
import { type HostFunction, listFunctions } from './app/function-list.ts';
import { readHostJson } from './app/host-json.ts';
import { type FunctionLog, invokeByName, type Outcome } from './app/invocation.ts';
import { readLocalSettings } from './app/local-settings.ts';
import { isLogged, type LogLevels, logLine, type WriteLine } from './app/log-lines.ts';
import { applyEnvironment } from './app/process-environment.ts';
import { RunningWork } from './app/running-work.ts';
import { createTimer, type Timer } from './app/timer-schedule.ts';
import type { Keys } from './http/key-levels.ts';
import { type LocalServer, listenLocally } from './http/local-server.ts';
import { bodyLimit } from './http/request-body.ts';
import { handleRequest } from './http/request-handler.ts';

/** What a local host is started with. */
export interface HostOptions {
  /** The folder with `host.json`, `package.json` and `local.settings.json`. */
  readonly appFolder: string;
  /** Takes the place of `main` in `package.json`; may be a glob. */
  readonly main?: string;
  /** A port of 127.0.0.1; any free one by default. */
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
  /** How long a stop waits for what runs; 5 seconds by default. */
  readonly drainTimeoutMs?: number;
}

/** A running local host. */
export interface FunctionHost {
  /** `http://localhost:<port>`. */
  readonly url: string;
  /** In the order in which their routes are tried. */
  readonly functions: readonly HostFunction[];
  readonly routePrefix: string;
  /** Runs a timer function now, its retries included. Throws when there is none of that name. */
  fireTimer(name: string): Promise<Outcome>;
  /** Stops timers and server, waits for what runs as long as the options say, and runs the appTerminate hooks. */
  close(): Promise<void>;
}

const defaultDrainTimeoutMs = 5_000;

type Settings = Readonly<Record<string, string | undefined>>;

/** Loads an app and serves it by the rules of the Functions host. Throws when it cannot be loaded or served. */
export async function startHost(options: HostOptions): Promise<FunctionHost> {
  const hostJson = readHostJson(options.appFolder);
  const values = options.withoutLocalSettings ? {} : readLocalSettings(options.appFolder).values;
  const settings: Settings = { ...values, ...(options.environment ?? process.env) };
  const write = logTo(options.log ?? (() => undefined), hostJson.logging.logLevel);
  const server = await listenLocally(options.port ?? 0);
  const restoreEnvironment = applyEnvironment(settings);
  try {
    const app = await loadApp({
      appFolder: options.appFolder,
      main: options.main,
      log: (level, category, message) => write(level, category === 'user' ? 'Function' : 'Worker', message),
    });
    const routePrefix = hostJson.extensions.http.routePrefix.replace(/^\/+|\/+$/g, '');
    const host = serve(app, { settings, options, server, routePrefix, write });
    return { ...host, close: once(() => host.close().finally(restoreEnvironment)) };
  } catch (error) {
    restoreEnvironment();
    await server.close(Promise.resolve());
    throw error;
  }
}

interface Surroundings {
  readonly settings: Settings;
  readonly options: HostOptions;
  readonly server: LocalServer;
  readonly routePrefix: string;
  readonly write: FunctionLog;
}

function serve(app: LoadedApp, surroundings: Surroundings): FunctionHost {
  const { settings, options, server, routePrefix, write } = surroundings;
  const work = new RunningWork();
  const timers = new Map<string, Timer>();
  const withTimer = (target: HostFunction): HostFunction => {
    if (target.error !== undefined || target.http !== undefined) return target;
    try {
      timers.set(target.name, createTimer(target, { app, write, settings, work }));
      return target;
    } catch (error) {
      return { ...target, error: error instanceof Error ? error.message : String(error) };
    }
  };
  const functions = listFunctions(app.registrations.functions.values(), settings).map(withTimer);
  for (const { name, error } of functions)
    if (error !== undefined) write('error', 'Host', `The '${name}' function is in error: ${error}`);

  const context = {
    app,
    functions,
    routePrefix,
    keys: options.keys,
    homepage: settings['AzureWebJobsDisableHomepage']?.toLowerCase() !== 'true',
    bodyLimit: options.bodyLimit ?? bodyLimit,
    write,
    fire: (target: HostFunction) => {
      work.track(timers.get(target.name)?.fire() ?? invokeByName(app, target, write));
    },
  };
  server.serve((request, response) => {
    work.track(handleRequest(request, response, context));
    // An answer that is written may still be on its way.
    work.track(new Promise((resolve) => response.once('close', resolve)));
  });
  for (const { name, disabled } of functions) if (!disabled) timers.get(name)?.start();

  return {
    url: server.url,
    functions,
    routePrefix,
    fireTimer(name) {
      const timer = timers.get(name);
      return timer?.fire() ?? Promise.reject(new Error(`There is no timer function "${name}"`));
    },
    async close() {
      for (const timer of timers.values()) timer.stop();
      await server.close(work.drained(options.drainTimeoutMs ?? defaultDrainTimeoutMs));
      await runTerminateHooks(app, write);
    },
  };
}

/** A hook that fails must not keep the others, or the stop, from their work. */
async function runTerminateHooks(app: LoadedApp, write: FunctionLog): Promise<void> {
  for (const hook of app.registrations.hooks.appTerminate) {
    try {
      await hook(hookContext({}, app.appHookData));
    } catch (error) {
      write('error', 'Host', `An appTerminate hook failed: ${error}`);
    }
  }
}

function logTo(write: WriteLine, levels: LogLevels): FunctionLog {
  const known = new Map<string, boolean>();
  const isWritten = (level: LogLevel, category: string): boolean => {
    const key = `${level} ${category}`;
    const written = known.get(key) ?? isLogged(level, category, levels);
    known.set(key, written);
    return written;
  };
  return (level, category, text) => {
    if (isWritten(level, category)) write(logLine(text, new Date()));
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
