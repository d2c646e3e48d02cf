import { once } from 'node:events';
import { resolve } from 'node:path';
import { readHostJson, readLocalSettings, readMain } from './app/app-files.ts';
import { loadApp } from './app/app-loader.ts';
import { type HostFunction, listFunctions } from './app/function-list.ts';
import type { Outcome } from './app/invocation.ts';
import { logFrom } from './app/log-lines.ts';
import { applyEnvironment } from './app/process-environment.ts';
import { RunningWork } from './app/running-work.ts';
import { createTimer, type Timer } from './app/timer.ts';
import type { Gate } from './http/http-invocation.ts';
import type { Keys } from './http/key-levels.ts';
import { listenLocally } from './http/local-server.ts';
import { handleRequest } from './http/request-handler.ts';

/** What a local host is started with. */
export interface HostOptions {
  /** The folder with `host.json`, `package.json` and `local.settings.json`. */
  readonly appFolder: string;
  /** Takes the place of `main` in `package.json`. */
  readonly main?: string;
  /** A port of 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** The real environment variables, which go before `local.settings.json`; those of the process by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Leaves `local.settings.json` out. */
  readonly withoutLocalSettings?: boolean;
  /** The keys that the host asks for; without them all levels are open, as under `func start`. */
  readonly keys?: Keys | undefined;
  /** Takes the lines of the log; nothing is written by default. */
  readonly log?: (line: string) => void;
  /** Where `/` leads; without one it answers 200. */
  readonly homepage?: string;
  /** May answer requests with a body in place of their function. */
  readonly gate?: Gate | undefined;
  /** The largest body in bytes; 100 MiB by default, as in the real host. */
  readonly bodyLimit?: number;
  /** How long a stop waits for running work, in milliseconds; 5 seconds by default. */
  readonly drainTimeoutMs?: number;
}

/** A running local host. */
export interface FunctionHost {
  /** `http://localhost:<port>`. */
  readonly url: string;
  /** In the order in which their routes are tried. */
  readonly functions: readonly HostFunction[];
  readonly routePrefix: string;
  /** Runs a timer function now. Throws when there is none of that name. */
  fireTimer(name: string): Promise<Outcome>;
  /** Stops timers and server, and waits for running work as long as the options say. */
  close(): Promise<void>;
}

/** Loads an app and serves it by the rules of the Functions host. Throws when it cannot be loaded or served. */
export async function startHost(options: HostOptions): Promise<FunctionHost> {
  const { appFolder, port = 0, keys, homepage, gate } = options;
  const { bodyLimit = 100 * 1024 * 1024, drainTimeoutMs = 5_000 } = options;
  const { extensions, logging } = readHostJson(appFolder);
  const values = options.withoutLocalSettings ? {} : readLocalSettings(appFolder).Values;
  const settings = { ...values, ...(options.environment ?? process.env) };
  const write = logFrom(logging.logLevel.default, options.log ?? (() => undefined));
  const routePrefix = extensions.http.routePrefix.replace(/^\/+|\/+$/g, '');
  const main = resolve(appFolder, options.main ?? readMain(appFolder));
  const restoreEnvironment = applyEnvironment(settings);
  try {
    const { model, functions: registered } = await loadApp(main, write);
    const work = new RunningWork();
    const functions = listFunctions(registered, settings);
    const timers = new Map<string, Timer>();
    for (const target of functions) {
      const { name, error, schedule } = target;
      if (error !== undefined) write('error', `The '${name}' function is in error: ${error}`);
      if (schedule) timers.set(name.toLowerCase(), createTimer(target, schedule, { model, write, work }));
    }
    const fireTimer = (name: string) => timers.get(name.toLowerCase())?.fire();
    const context = { model, functions, routePrefix, keys, homepage, bodyLimit, gate, write, fireTimer };
    const server = await listenLocally(port, (request, response) => {
      work.track(handleRequest(request, response, context));
      // An answer that is written may still be on its way.
      work.track(once(response, 'close'));
    });
    for (const { name, disabled } of functions) if (!disabled) timers.get(name.toLowerCase())?.start();
    return {
      url: server.url,
      functions,
      routePrefix,
      fireTimer: (name) =>
        fireTimer(name) ?? Promise.reject(new Error(`There is no timer function "${name}"`)),
      async close() {
        for (const timer of timers.values()) timer.stop();
        await server.close(work.drained(drainTimeoutMs));
        restoreEnvironment();
      },
    };
  } catch (error) {
    restoreEnvironment();
    throw error;
  }
}
