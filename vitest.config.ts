import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that change their process for good: they load apps, or make credentials that keep what they saw first. */
const inOwnProcess = ['test/integration/local-host/**/*.test.ts', 'test/integration/upstream/**/*.test.ts'];

/** Tests that drive a browser. */
const inBrowser = ['test/dashboard/**/*.test.ts'];

// Limits that only a hang reaches, however busy the machine is.
const common = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000 } },
  restoreMocks: true,
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // Many tests wait for storage, so there is work for every processor.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      { test: { ...common, name: 'own process', include: inOwnProcess } },
      {
        test: {
          ...common,
          name: 'page',
          include: inBrowser,
          // A browser is several processes: two at a time, after everything else.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...common,
          name: 'shared process',
          include: ['test/**/*.test.ts'],
          exclude: [...inOwnProcess, ...inBrowser],
          // Each module is loaded once for all files instead of once for each.
          isolate: false,
        },
      },
    ],
  },
});
