import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BuiltApp, buildApp } from '../../support/local-host-app.ts';

const project = join(import.meta.dirname, '../../..');
let app: BuiltApp;
let data: string;
let npm: ChildProcess | undefined;

beforeEach(async () => {
  app = await buildApp('buffered');
  data = mkdtempSync(join(tmpdir(), 'npm-start-'));
});
afterEach(() => {
  try {
    // The group, so that what a failed test left running ends too.
    if (npm?.pid) process.kill(-npm.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
  app.remove();
  rmSync(data, { recursive: true, force: true });
});

it('leaves nothing running when npm itself is ended', async () => {
  const { ERROR_LOG: _, ...environment } = process.env;
  const child = spawn(
    'npm',
    ['start', '--', '--app', app.folder, '--main', 'dist/main.cjs', '--data', data],
    {
      cwd: project,
      env: { ...environment, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    },
  );
  npm = child;
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await expect.poll(() => output, { timeout: 20_000 }).toContain('Ready at');
  const closed = once(child, 'close');
  // npm passes it on to its shell only.
  child.kill('SIGTERM');
  await closed;
  expect(output).toMatch(/\nStopping\n$/);
  const storage = /Storage: (http:\S+)/.exec(output)?.[1] ?? '';
  await expect(fetch(storage)).rejects.toThrow();
});
