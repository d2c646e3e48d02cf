import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageClientFile, writePageClient } from '../../../infra/openapi/page-client.ts';

const project = join(import.meta.dirname, '../../..');

/** What `npm run openapi` writes, formatted like the committed file. */
function freshClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-client-'));
  try {
    const file = join(folder, 'client.ts');
    writePageClient(join(project, 'functions/openapi.json'), file);
    const biome = join(project, 'node_modules/@biomejs/biome/bin/biome');
    return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${pageClientFile}`], {
      cwd: project,
      input: readFileSync(file),
      encoding: 'utf8',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('the client of the page matches the description: npm run openapi writes it', () => {
  expect(readFileSync(pageClientFile, 'utf8') === freshClient()).toBe(true);
});
