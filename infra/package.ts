/** `npm run package`: gathers what is deployed in `dist/package/`, and the same as `dist/package.zip`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { build } from './build.ts';

const projectFolder = join(import.meta.dirname, '..');

/** What is deployed: paths in the zip, and their bytes. */
export type Package = Readonly<Record<string, Uint8Array>>;

/** Builds the bundle into a folder and gives what is deployed: host.json, a package.json with `main`, bundle and map. */
export async function makePackage(buildFolder: string): Promise<Package> {
  const bundle = await build({ outfile: join(buildFolder, 'main.cjs') });
  const { name, version, license, engines }: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  );
  const packageJson = { name, version, license, private: true, main: 'dist/main.cjs', engines };
  return {
    'host.json': readFileSync(join(projectFolder, 'host.json')),
    'package.json': strToU8(`${JSON.stringify(packageJson, undefined, 2)}\n`),
    'dist/main.cjs': readFileSync(bundle),
    'dist/main.cjs.map': strToU8(mapOf(bundle)),
  };
}

/** The bundle's source map with paths as in this project, wherever it was built. */
function mapOf(bundle: string): string {
  const map: { sources: string[] } = JSON.parse(readFileSync(`${bundle}.map`, 'utf8'));
  const sources = map.sources.map((source) =>
    relative(join(projectFolder, 'dist'), join(dirname(bundle), source)).replaceAll('\\', '/'),
  );
  return JSON.stringify({ ...map, sources });
}

/** The deployable zip; equal contents give equal bytes. */
export function zipOf(contents: Package): Uint8Array {
  // The earliest moment a zip can hold.
  const mtime = new Date('1980-01-01T12:00:00');
  const entries: Zippable = Object.fromEntries(
    Object.entries(contents).map(([path, bytes]) => [path, [bytes, { level: 9, mtime }]]),
  );
  return zipSync(entries);
}

/** Writes the contents below a folder, which holds nothing else then. */
export function writePackage(contents: Package, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(contents)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

if (import.meta.main) {
  const dist = join(projectFolder, 'dist');
  const contents = await makePackage(dist);
  writePackage(contents, join(dist, 'package'));
  const zip = zipOf(contents);
  writeFileSync(join(dist, 'package.zip'), zip);
  console.log(`${join(dist, 'package.zip')} (${Math.round(zip.length / 1024)} KiB)`);
}
