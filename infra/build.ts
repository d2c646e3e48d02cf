import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, build as bundle } from 'esbuild';

const projectFolder = join(import.meta.dirname, '..');

/**
 * Bundles a function app into one CommonJS file with a source map and gives its path. The Functions worker
 * provides `@azure/functions-core` to what is loaded by `require`, so that stays outside. Throws when a file does not
 * compile or an import does not resolve.
 */
export async function build({
  entry = join(projectFolder, 'functions/index.ts'),
  outfile = join(projectFolder, 'dist/main.cjs'),
  logLevel = 'warning',
}: {
  entry?: string;
  outfile?: string;
  logLevel?: 'silent' | 'warning';
} = {}): Promise<string> {
  const options: BuildOptions = {
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['@azure/functions-core'],
    sourcemap: 'linked',
    // Texts of the sources would double what is deployed; stack traces need names and lines only.
    sourcesContent: false,
    logLevel,
  };
  await bundle(options);
  return outfile;
}

if (import.meta.main) {
  const outfile = await build();
  const kibibytes = Math.round(statSync(outfile).size / 1024);
  console.log(`${relative(projectFolder, outfile)} (${kibibytes} KiB)`);
}
