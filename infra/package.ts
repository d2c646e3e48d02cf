/** `npm run package`: writes what is deployed to `dist/package/` and, zipped, to `dist/package.zip`. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { build, filesBesideBundle, pageFolderName } from './build.ts';

const projectFolder = join(import.meta.dirname, '..');

/** The deployed files: path in the zip → bytes. */
export type Package = Readonly<Record<string, Uint8Array>>;

/**
 * Builds the bundle into a folder and returns the deployed files: host.json, a package.json with `main`, the bundle, its
 * source map, the files beside it and those of the page.
 */
export async function makePackage(buildFolder: string): Promise<Package> {
  const bundle = await build({ outfile: join(buildFolder, 'main.cjs') });
  const { name, version, license, engines }: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  );
  const packageJson = { name, version, license, private: true, main: 'dist/main.cjs', engines };
  const pageFolder = join(buildFolder, pageFolderName);
  return {
    'host.json': readFileSync(join(projectFolder, 'host.json')),
    'package.json': strToU8(`${JSON.stringify(packageJson, undefined, 2)}\n`),
    'dist/main.cjs': readFileSync(bundle),
    'dist/main.cjs.map': strToU8(mapOf(bundle)),
    ...Object.fromEntries(
      filesBesideBundle.map((name) => [`dist/${name}`, readFileSync(join(buildFolder, name))]),
    ),
    ...Object.fromEntries(
      readdirSync(pageFolder).map((name) => [
        `dist/${pageFolderName}/${name}`,
        readFileSync(join(pageFolder, name)),
      ]),
    ),
  };
}

/** The bundle's source map, with paths relative to `dist/` whatever folder it was built in. */
function mapOf(bundle: string): string {
  const map: { sources: string[] } = JSON.parse(readFileSync(`${bundle}.map`, 'utf8'));
  const sources = map.sources.map((source) =>
    relative(join(projectFolder, 'dist'), join(dirname(bundle), source)).replaceAll('\\', '/'),
  );
  return JSON.stringify({ ...map, sources });
}

/** The zip of these files; the same files always give the same bytes. */
export function zipOf(contents: Package): Uint8Array {
  // Near the earliest time that a zip can hold.
  const mtime = new Date('1980-01-01T12:00:00');
  const entries: Zippable = Object.fromEntries(
    Object.entries(contents).map(([path, bytes]) => [path, [bytes, { level: 9, mtime }]]),
  );
  return zipSync(entries);
}

/** Replaces everything in a folder by these files. */
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
