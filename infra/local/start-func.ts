/** `npm run start:func`: builds the bundle and serves it with Azure Functions Core Tools, where they are installed. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from '../build.ts';

// On Windows func is a script, which only a shell runs.
const shell = process.platform === 'win32';
// Never through npx: where func is missing, it fetches an unrelated package of that name.
if (spawnSync('func', ['--version'], { shell }).status !== 0) {
  console.error('There is no func on the PATH. Install Azure Functions Core Tools 4, or use npm start.');
  process.exit(1);
}
await build();
const cwd = join(import.meta.dirname, '../..');
const child = spawn('func', ['start', ...process.argv.slice(2)], { cwd, stdio: 'inherit', shell });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
