import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const projectFolder = join(import.meta.dirname, '../..');

/** The client that the page calls the API with. */
export const pageClientFile = join(projectFolder, 'shared/dashboard/api/generated-client.ts');

/** Generates a client from an API description; words become constants, so that the page has no lists of its own. */
export function writePageClient(description: string, file: string): void {
  const generator = join(projectFolder, 'node_modules/oazapfts/dist/cli.js');
  execFileSync(process.execPath, [generator, description, file, '--enumStyle=as-const']);
  // What the description leaves open is unknown until somebody checks it.
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(': any;', ': unknown;'));
}
