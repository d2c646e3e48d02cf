/** `npm run openapi`: writes the API description that the bundle serves. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from './document.ts';

const projectFolder = join(import.meta.dirname, '../..');
const file = join(projectFolder, 'functions/openapi.json');

writeFileSync(file, JSON.stringify(openApiDocument()));
// npm puts the formatter on the path.
execFileSync('biome', ['format', '--write', file], {
  cwd: projectFolder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
