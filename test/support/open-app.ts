import { afterAll } from 'vitest';
import { type AppUnderTest, appUnderTest } from './base-url.ts';
import { ContractClient } from './contract-client.ts';

/** Opens the app under test for one test file, and closes it after the last test. */
export async function openApp(): Promise<{ readonly app: AppUnderTest; readonly client: ContractClient }> {
  const app = await appUnderTest();
  afterAll(() => app.close());
  return { app, client: new ContractClient(app) };
}
