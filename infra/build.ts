import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild';
import { buildPage } from './build-page.ts';

const projectFolder = join(import.meta.dirname, '..');
const appEntry = join(projectFolder, 'functions/index.ts');

/** The folder of the page's files, beside the bundle. */
export const pageFolderName = 'dashboard';

const commonOptions = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  // Less text loads faster. Identifiers stay, so that stack traces and logs show the names in the sources.
  minifyWhitespace: true,
  minifySyntax: true,
  // Node prints the whole line of an error that ends the process.
  lineLimit: 200,
} satisfies BuildOptions;

/**
 * Libraries that the app imports dynamically, with the names it uses, by the file beside the bundle that holds them.
 * Node reads and scans all of a file when it loads it: in the bundle they would slow down each start.
 */
const lazyLibraries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'alerts.cjs': { 'request-filtering-agent': 'RequestFilteringHttpsAgent', standardwebhooks: 'Webhook' },
  'excel.cjs': { '@cj-tech-master/excelts': 'WorkbookWriter' },
  'identity.cjs': { '@azure/identity': 'DefaultAzureCredential' },
  'tables.cjs': {
    '@azure/data-tables': 'TableClient, TableServiceClient',
    '@azure/core-rest-pipeline': 'createDefaultHttpClient',
  },
};

/** Files beside the bundle of this app, which it loads when it needs them: libraries, and the JSON it imports. */
export const filesBesideBundle = [...Object.keys(lazyLibraries), 'openapi.json'];

/**
 * Bundles a function app into one CommonJS file with a source map and returns its path. The Functions worker
 * provides `@azure/functions-core` to what is loaded by `require`, so that stays outside. Lazy
 * libraries and JSON that the app imports become files in the same folder, and the page of the app files in a folder of
 * its own. Throws when a file does not compile or an import does not resolve.
 */
export async function build({
  entry = appEntry,
  outfile = join(projectFolder, 'dist/main.cjs'),
  logLevel = 'warning',
}: {
  entry?: string;
  outfile?: string;
  logLevel?: 'silent' | 'warning';
} = {}): Promise<string> {
  if (entry === appEntry) await buildPage(join(dirname(outfile), pageFolderName), logLevel);
  await bundle({
    ...commonOptions,
    entryPoints: [entry],
    outfile,
    external: ['@azure/functions-core'],
    // The page's files are beside the bundle.
    define: { 'import.meta.dirname': '__dirname' },
    loader: { '.json': 'copy' },
    assetNames: '[name]',
    plugins: [
      ...Object.keys(lazyLibraries).map((name) => libraryFile(join(dirname(outfile), name), logLevel)),
      withoutSideEffects,
      withoutJsonSchemas,
    ],
    sourcemap: 'linked',
    // Texts of the sources would double what is deployed; stack traces need names and lines only.
    sourcesContent: false,
    logLevel,
  });
  return outfile;
}

/** Bundles a file of lazy libraries when the app imports one of them dynamically. */
function libraryFile(outfile: string, logLevel: 'silent' | 'warning'): Plugin {
  const file = basename(outfile);
  const libraries = Object.entries(lazyLibraries[file] ?? {});
  const contents = libraries.map(([library, names]) => `export { ${names} } from '${library}';`).join('\n');
  return {
    name: file,
    setup({ onResolve, onEnd }) {
      let built: Promise<unknown> | undefined;
      onResolve(
        { filter: new RegExp(`^(${libraries.map(([library]) => library).join('|')})$`) },
        ({ kind }) => {
          if (kind !== 'dynamic-import') return undefined;
          built ??= bundle({
            ...commonOptions,
            stdin: { contents, resolveDir: projectFolder },
            outfile,
            logLevel,
          });
          return { path: `./${file}`, external: true };
        },
      );
      onEnd(async () => {
        await built;
      });
    },
  };
}

/**
 * Leaves out modules of the Azure libraries that nobody uses. Their package.json files say that they have no side
 * effects, but esbuild reads the nearest one, in `dist/esm`, which does not say it.
 */
const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\..*\.js$/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === withoutSideEffects || !/[\\/]node_modules[\\/]@(azure|typespec)[\\/]/.test(importer))
        return undefined;
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: withoutSideEffects });
      return { ...found, sideEffects: false };
    });
  },
};

/**
 * Leaves out how zod makes JSON schemas: each of its schemas refers to that, and only the writer of the API
 * description needs it.
 */
const withoutJsonSchemas: Plugin = {
  name: 'without-json-schemas',
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ },
      ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const names = [
          ...source.matchAll(/^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm),
        ].map(([, declared, renamed]) => declared ?? renamed);
        const leftOut = "const leftOut = () => { throw new Error('The bundle makes no JSON schemas'); };";
        return {
          contents: `${leftOut}\nexport { ${names.map((name) => `leftOut as ${name}`).join(', ')} };`,
        };
      },
    );
  },
};

if (import.meta.main) {
  const outfile = await build();
  for (const file of [outfile, ...filesBesideBundle.map((name) => join(dirname(outfile), name))]) {
    const kibibytes = Math.round(statSync(file).size / 1024);
    console.log(`${relative(projectFolder, file)} (${kibibytes} KiB)`);
  }
}
