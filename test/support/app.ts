import { join } from 'node:path';
import { inject } from 'vitest';
import { type FunctionHost, startHost } from '../../infra/local/function-host.ts';
import { freshPrefix } from './storage.ts';

/** The app on the local host, with tables of its own. */
export interface RunningApp {
  /** Root of the app, such as `http://127.0.0.1:50123`. */
  readonly url: string;
  /** Log lines of the host and the app. */
  readonly lines: readonly string[];
  readonly host: FunctionHost;
  /** Sends a request to a path below `/api/`. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** Posts JSON. */
  post(path: string, body: unknown): Promise<Response>;
  close(): Promise<void>;
}

/** The timer of alerts runs by hand only: by itself it would run in the middle of any test. */
const byHandOnly = { ALERT_SCHEDULE: '0 0 0 29 2 *' };

/** Starts the bundle under test on the local host, over Azurite. */
export async function startApp({
  settings = {},
  keys,
}: {
  readonly settings?: Readonly<Record<string, string>>;
  readonly keys?: Parameters<typeof startHost>[0]['keys'];
} = {}): Promise<RunningApp> {
  const lines: string[] = [];
  const host = await startHost({
    appFolder: join(import.meta.dirname, '../..'),
    main: inject('bundle'),
    port: 0,
    withoutLocalSettings: true,
    environment: {
      ERROR_LOG: inject('errorLog'),
      ERROR_LOG_PREFIX: freshPrefix(),
      ...byHandOnly,
      ...settings,
    },
    ...(keys ? { keys } : {}),
    log: (line) => lines.push(line),
  });
  const call = (path: string, init?: RequestInit) => fetch(`${host.url}/api/${path}`, init);
  return {
    url: host.url,
    lines,
    host,
    call,
    post: (path, body) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    close: () => host.close(),
  };
}
