/** `npm run openapi`: writes the API description that the bundle serves, and the client of the page, made from it. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from './document.ts';
import { pageClientFile, writePageClient } from './page-client.ts';

const projectFolder = join(import.meta.dirname, '../..');
const file = join(projectFolder, 'functions/openapi.json');

writeFileSync(file, JSON.stringify(openApiDocument()));
writePageClient(file, pageClientFile);
// npm puts the formatter on the path.
execFileSync('biome', ['format', '--write', file, pageClientFile], {
  cwd: projectFolder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
