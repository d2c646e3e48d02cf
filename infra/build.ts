import { statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild';

const projectFolder = join(import.meta.dirname, '..');

const commonOptions = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  // Less text loads faster. Identifiers stay, so that stack traces and logs show the names in the sources.
  minifyWhitespace: true,
  minifySyntax: true,
} satisfies BuildOptions;

/** The file beside the bundle that holds `@azure/identity`. */
export const identityFile = 'identity.cjs';

/**
 * Bundles a function app into one CommonJS file with a source map and returns its path. The Functions worker
 * provides `@azure/functions-core` to what is loaded by `require`, so that stays outside. An app that imports
 * `@azure/identity` dynamically gets it as a second file, `identity.cjs`, in the same folder. Throws when a file does
 * not compile or an import does not resolve.
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
  await bundle({
    ...commonOptions,
    entryPoints: [entry],
    outfile,
    external: ['@azure/functions-core'],
    plugins: [identityApart(join(dirname(outfile), identityFile), logLevel)],
    sourcemap: 'linked',
    // Texts of the sources would double what is deployed; stack traces need names and lines only.
    sourcesContent: false,
    logLevel,
  });
  return outfile;
}

/**
 * Puts `@azure/identity` into a file of its own: it is half of all code, and Node would read and scan it at each start
 * although it is needed only for the first token.
 */
function identityApart(outfile: string, logLevel: 'silent' | 'warning'): Plugin {
  return {
    name: 'identity-apart',
    setup({ onResolve, onEnd }) {
      let built: Promise<unknown> | undefined;
      onResolve({ filter: /^@azure\/identity$/ }, ({ kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        built ??= bundle({
          ...commonOptions,
          stdin: {
            contents: "export { DefaultAzureCredential } from '@azure/identity';",
            resolveDir: projectFolder,
          },
          outfile,
          logLevel,
        });
        return { path: `./${identityFile}`, external: true };
      });
      onEnd(async () => {
        await built;
      });
    },
  };
}

if (import.meta.main) {
  const outfile = await build();
  for (const file of [outfile, join(dirname(outfile), identityFile)]) {
    const kibibytes = Math.round(statSync(file).size / 1024);
    console.log(`${relative(projectFolder, file)} (${kibibytes} KiB)`);
  }
}
