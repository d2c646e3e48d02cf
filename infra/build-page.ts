import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build as bundle, type Metafile } from 'esbuild';
import * as z from 'zod';
import { manifestName, type PageManifest } from '../shared/page-files.ts';
import { fluentPackages } from './fluent-packages.ts';

const projectFolder = join(import.meta.dirname, '..');
const entry = 'shared/dashboard/main.tsx';
const mediaTypes = new Map([
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
]);

/**
 * Bundles the page into a folder: its HTML, scripts and a style sheet with the hash of their content in their names,
 * each also compressed, and the manifest. Throws when a file does not compile or an import does not resolve.
 */
export async function buildPage(folder: string, logLevel: 'silent' | 'warning' = 'warning'): Promise<void> {
  const { outputFiles, metafile } = await bundle({
    entryPoints: [join(projectFolder, entry)],
    outdir: folder,
    absWorkingDir: projectFolder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', DESK_VERSION: JSON.stringify(version()) },
    plugins: [fluentPackages],
    metafile: true,
    write: false,
    logLevel,
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeFile(join(folder, basename(path)), contents);
  const manifest: PageManifest = outputFiles.map(({ path }) => [basename(path), mediaTypeOf(path)]);
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), documentOf(metafile));
}

function writeFile(file: string, contents: Uint8Array): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(file, contents);
  writeFileSync(`${file}.br`, brotliCompressSync(contents, { params }));
  writeFileSync(`${file}.gz`, gzipSync(contents, { level: 9 }));
}

/** The HTML, which names what the first screen needs. */
function documentOf({ outputs }: Metafile): string {
  const script = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
  const style = script && outputs[script]?.cssBundle;
  if (!script || !style) throw new Error(`${entry} has no script or no style sheet`);
  // Named at once, so that the browser does not find them one after the other.
  const preloads = [...importsOf(script, outputs)].map(
    (path) => `<link rel="modulepreload" href="dashboard/${basename(path)}">`,
  );
  return readFileSync(join(projectFolder, 'shared/dashboard/page.html'), 'utf8')
    .replace('{style}', `dashboard/${basename(style)}`)
    .replace('{script}', `dashboard/${basename(script)}`)
    .replace('{preloads}', preloads.join('\n    '));
}

/** Everything that a script imports before it runs, directly or not. */
function importsOf(script: string, outputs: Metafile['outputs'], found = new Set<string>()): Set<string> {
  for (const { path, kind } of outputs[script]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(path)) continue;
    found.add(path);
    importsOf(path, outputs, found);
  }
  return found;
}

function mediaTypeOf(path: string): string {
  const mediaType = mediaTypes.get(extname(path));
  if (!mediaType) throw new Error(`${basename(path)} has no known media type`);
  return mediaType;
}

function version(): string {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
