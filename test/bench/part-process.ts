/** A fresh process that does one part of what `npm start` does, and sends how long it took, imports included. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [part, bundle = ''] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'bench-part-'));
const start = performance.now();
let end = start;
if (part === 'build') {
  const { build } = await import('../../infra/build.ts');
  await build({ outfile: join(folder, 'main.cjs') });
  end = performance.now();
} else if (part === 'storage') {
  const { startAzurite } = await import('../../infra/local/azurite.ts');
  const azurite = await startAzurite({ location: folder });
  end = performance.now();
  await azurite.close();
} else {
  const { startHost } = await import('../../infra/local/function-host.ts');
  const appFolder = join(import.meta.dirname, '../..');
  const host = await startHost({ appFolder, main: bundle, port: 0, withoutLocalSettings: true });
  await (await fetch(`${host.url}/api/cleanups/none`)).arrayBuffer();
  end = performance.now();
  await host.close();
}
await rm(folder, { recursive: true, force: true });
process.send?.(end - start, () => process.exit());
