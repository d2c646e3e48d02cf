/** A fresh process that loads an app once as the Functions worker does, with a stub of its core, and sends the cost. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { coreModuleName, createCoreModule, withModule } from '../../infra/local/app/core-module.ts';

/** The cost of loading an app. */
export interface ImportCost {
  readonly ms: number;
  /** Growth of the resident memory of the process, bytes. */
  readonly rss: number;
}

const [main = ''] = process.argv.slice(2);
const { coreModule, registrations } = createCoreModule(() => undefined);
const before = process.memoryUsage().rss;
const start = performance.now();
await withModule(coreModuleName, coreModule, async () => {
  if (main.endsWith('.cjs')) createRequire(main)(main);
  else await import(String(pathToFileURL(main)));
});
const cost: ImportCost = { ms: performance.now() - start, rss: process.memoryUsage().rss - before };
if (registrations.functions.size === 0) throw new Error(`${main} registered nothing`);
process.send?.(cost, () => process.exit());
