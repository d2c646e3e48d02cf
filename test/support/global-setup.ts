import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../infra/build.ts';
import { startAzurite } from '../../infra/local/azurite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the Azurite that all tests share; each takes a table prefix of its own. */
    readonly errorLog: string;
    /** The bundle of the app, built from the sources under test. */
    readonly bundle: string;
    /** `BASE_URL` of the environment, empty if absent: in tests, the test runner sets another value. */
    readonly baseUrl: string;
  }
}

/** One Azurite in memory and one bundle for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'error-desk-'));
  // In this order: what does not build must not leave an Azurite behind, which keeps the test runner from ending.
  const bundle = await build({ outfile: join(folder, 'main.cjs') });
  const azurite = await startAzurite({});
  project.provide('errorLog', azurite.connectionString);
  project.provide('bundle', bundle);
  project.provide('baseUrl', process.env['BASE_URL'] ?? '');
  return async () => {
    await azurite.close();
    await rm(folder, { recursive: true, force: true });
  };
}
