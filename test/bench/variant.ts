import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../infra/build.ts';
import { startAzurite } from '../../infra/local/azurite.ts';
import type { Usage, VariantQuestion } from './variant-process.ts';

/** The ways of storing that are compared: ours first. */
export const variantNames = ['desk', 'plain', 'batch-aware'] as const;
/** One of the ways of storing. */
export type VariantName = (typeof variantNames)[number];

/** What can be started: a way of storing, or an app that stores nothing. */
export type AppName = VariantName | 'nothing';

/** All that can be started. */
export const appNames: readonly AppName[] = [...variantNames, 'nothing'];

const projectFolder = join(import.meta.dirname, '../..');

const entries: Readonly<Record<AppName, string>> = {
  desk: join(projectFolder, 'functions/index.ts'),
  plain: join(import.meta.dirname, 'plain-way.ts'),
  'batch-aware': join(import.meta.dirname, 'batch-aware-way.ts'),
  nothing: join(import.meta.dirname, 'nothing-way.ts'),
};

/** The bundles of all apps, built the same way in a temporary folder. */
export interface Bundles {
  readonly path: Readonly<Record<AppName, string>>;
  remove(): Promise<void>;
}

/** Builds every app. */
export async function buildVariants(): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const built = await Promise.all(
    appNames.map(async (name) => [
      name,
      await build({ entry: entries[name], outfile: join(folder, `${name}.cjs`) }),
    ]),
  );
  return {
    path: Object.fromEntries(built),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An app that serves in a process of its own. */
export interface RunningVariant {
  readonly name: AppName;
  /** Root of its app. */
  readonly url: URL;
  /** Connection string of its storage. */
  readonly errorLog: string;
  ask(question: Exclude<VariantQuestion, 'close'>): Promise<Usage>;
  close(): Promise<void>;
}

/** How a variant is started. */
export interface VariantOptions {
  /** Storage to use instead of a fresh Azurite in memory. */
  readonly errorLog?: string;
  readonly nodeArguments?: readonly string[];
}

/** Starts a variant in a fresh process, with a fresh storage. */
export async function startVariant(
  name: AppName,
  bundles: Bundles,
  { errorLog, nodeArguments = [] }: VariantOptions = {},
): Promise<RunningVariant> {
  const azurite = errorLog ? undefined : await startAzurite({});
  const address = errorLog ?? azurite?.connectionString ?? '';
  let child: ChildProcess | undefined;
  try {
    child = fork(join(import.meta.dirname, 'variant-process.ts'), [bundles.path[name], projectFolder], {
      execArgv: [...nodeArguments],
      // The hourly timer must not run during a measurement.
      env: { ...process.env, ERROR_LOG: address, CLEANUP_SCHEDULE: '0 0 0 1 1 *' },
    });
    const running = child;
    const url = new URL(await firstMessage(running));
    return {
      name,
      url,
      errorLog: address,
      async ask(question) {
        running.send(question);
        const [usage]: Usage[] = await once(running, 'message');
        if (!usage) throw new Error(`${name} did not answer`);
        return usage;
      },
      async close() {
        await end(running);
        await azurite?.close();
      },
    };
  } catch (error) {
    if (child) await end(child);
    await azurite?.close();
    throw error;
  }
}

async function firstMessage(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A variant ended at its start (${code})`);
  });
  const [message]: { url: string }[] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return message?.url ?? '';
}

const endTimeoutMs = 10_000;

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const killer = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs);
  if (child.connected) child.send('close' satisfies VariantQuestion);
  await exited;
  clearTimeout(killer);
}
