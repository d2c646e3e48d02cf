/** `npm run start:func`: builds the bundle and serves it with Azure Functions Core Tools, where they are. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from '../build.ts';
import { findFunc } from './find-func.ts';

const func = findFunc(process.env['PATH'] ?? '');
if (func === undefined) {
  // npx would fetch an unrelated package of that name.
  console.error('There is no func on the PATH. Install Azure Functions Core Tools 4, or use npm start.');
  process.exit(1);
}
await build();
const child = spawn(func, ['start', ...process.argv.slice(2)], {
  cwd: join(import.meta.dirname, '../..'),
  stdio: 'inherit',
  shell: func.endsWith('.cmd'),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
