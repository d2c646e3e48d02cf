import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../infra/build.ts';
import { type FunctionHost, type HostOptions, startHost } from '../../infra/local/function-host.ts';

/** The fixture apps of `local-host-apps/`, by file name. */
export type AppName = 'broken' | 'empty' | 'hook' | 'http' | 'streaming' | 'timer';

/** A built fixture app in a folder of its own. */
export interface BuiltApp {
  readonly folder: string;
  /** Writes a file into the folder, as JSON. */
  write(name: string, content: unknown): void;
  remove(): void;
}

/** Bundles a fixture app into a new folder with `package.json` and `host.json`. */
export async function buildApp(name: AppName): Promise<BuiltApp> {
  const folder = mkdtempSync(join(tmpdir(), `local-host-${name}-`));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(content, undefined, 2));
  write('package.json', { main: 'dist/main.cjs' });
  write('host.json', { version: '2.0' });
  await build({
    entry: join(import.meta.dirname, `local-host-apps/${name}-app.ts`),
    outfile: join(folder, 'dist/main.cjs'),
  });
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A host that serves a fixture app, with its log. */
export interface ServedApp extends FunctionHost {
  /** The log so far, one line or text each, without the time. */
  readonly log: readonly string[];
  /** Waits for a line of the log that contains a text; earlier lines count. */
  logged(text: string): Promise<string>;
}

/** Serves a built app in this process. None of the process's own variables become settings. */
export async function serveApp(app: BuiltApp, options: Partial<HostOptions> = {}): Promise<ServedApp> {
  const log: string[] = [];
  const waiting = new Set<() => void>();
  const host = await startHost({
    appFolder: app.folder,
    environment: {},
    log(line) {
      log.push(line.replace(/^\[[^\]]*\] /, ''));
      for (const look of waiting) look();
    },
    ...options,
  });
  return {
    ...host,
    log,
    logged: (text) =>
      new Promise((resolve) => {
        const look = () => {
          const found = log.find((line) => line.includes(text));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
