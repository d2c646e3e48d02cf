import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build } from '../../infra/build.ts';
import type { ImportCost } from './import-process.ts';
import type { Row } from './results.ts';

const projectFolder = join(import.meta.dirname, '../..');
const environment = { ...process.env, ERROR_LOG: 'UseDevelopmentStorage=true' };
const mebibyte = 1024 * 1024;

/** How long `npm start` takes until the first answer, and its parts, each in a fresh process. */
export async function benchStart(rounds: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  try {
    const main = await build({ outfile: join(folder, 'main.cjs') });
    const whole: number[] = [];
    const parts = { build: [] as number[], storage: [] as number[], host: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      whole.push(await startToFirstAnswer(join(folder, `data-${round}`)));
      parts.build.push(await answerOf<number>('part-process.ts', ['build']));
      parts.storage.push(await answerOf<number>('part-process.ts', ['storage']));
      parts.host.push(await answerOf<number>('part-process.ts', ['host', main]));
    }
    return [
      { name: '`npm start`: start to first answer', unit: 'ms', values: whole },
      { name: 'of it: bundle', unit: 'ms', values: parts.build },
      { name: 'of it: storage', unit: 'ms', values: parts.storage },
      { name: 'of it: load and serve the bundle, first answer', unit: 'ms', values: parts.host },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startToFirstAnswer(data: string): Promise<number> {
  const start = performance.now();
  const { ERROR_LOG: _, ...env } = environment;
  const script = join(projectFolder, 'infra/local/start.ts');
  const child = spawn(process.execPath, [script, '--data', data], { env: { ...env, PORT: '0' } });
  const exited = once(child, 'exit');
  try {
    let text = '';
    for await (const chunk of child.stdout) {
      text += chunk;
      const url = /Ready at (\S+?)[,.]?\s/.exec(text)?.[1];
      if (!url) continue;
      const { status } = await fetch(`${url}/api/health`);
      if (status !== 200) throw new Error(`The app answered ${status}`);
      return performance.now() - start;
    }
    throw new Error(`npm start ended before it was ready:\n${text}`);
  } finally {
    child.kill('SIGTERM');
    await exited;
  }
}

/** Time and memory to load the app in a fresh process: the bundle, and sources that are not bundled. */
export async function benchImport(rounds: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  try {
    // So that Node finds the libraries from there.
    await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
    const entry = join(projectFolder, 'functions/index.ts');
    const unbundled = join(folder, 'libraries-apart.mjs');
    await bundle({
      entryPoints: [entry],
      outfile: unbundled,
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node22',
      format: 'esm',
    });
    const variants = [
      { name: 'the bundle', file: await build({ outfile: join(folder, 'main.cjs') }) },
      { name: 'own code in one file, libraries from node_modules', file: unbundled },
      { name: 'the sources as they are, libraries from node_modules', file: entry },
    ];
    const costs = variants.map((): ImportCost[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, { file }] of variants.entries())
        costs[index]?.push(await answerOf<ImportCost>('import-process.ts', [file]));
    return variants.flatMap(({ name }, index) => [
      { name: `import: ${name}`, unit: 'ms', values: (costs[index] ?? []).map(({ ms }) => ms) },
      { name: `memory: ${name}`, unit: 'MiB', values: (costs[index] ?? []).map(({ rss }) => rss / mebibyte) },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The answer of a script in a fresh process. */
async function answerOf<Answer>(script: string, values: readonly string[]): Promise<Answer> {
  const child = fork(join(import.meta.dirname, script), [...values], { env: environment });
  const exited = once(child, 'exit');
  const ended = exited.then(([code]) => {
    throw new Error(`${script} ended without an answer (${code})`);
  });
  const [answer]: Answer[] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  await exited;
  if (answer === undefined) throw new Error(`${script} gave no answer`);
  return answer;
}
