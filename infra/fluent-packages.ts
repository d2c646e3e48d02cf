import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const library = '@fluentui/react-components';
const index = join(import.meta.dirname, '../node_modules', library, 'lib/index.js');

/**
 * Takes each control from the package that it is in, not from the library that exports them all: through one index the
 * bundler would put the controls of all views into the first file.
 */
export const fluentPackages: Plugin = {
  name: 'fluent-packages',
  setup({ onLoad }) {
    const packages = packagesByName(readFileSync(index, 'utf8'));
    onLoad({ filter: /[\\/]shared[\\/]dashboard[\\/].*\.tsx?$/ }, async ({ path }) => ({
      contents: withPackages(await readFile(path, 'utf8'), packages),
      loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
    }));
  },
};

/** The package of each name that the index exports. */
export function packagesByName(text: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const [, names = '', from = ''] of text.matchAll(/export \{([^}]*)\} from "([^"]+)"/g))
    for (const name of namesIn(names)) packages.set(name, from);
  return packages;
}

/** A source with its imports from the library taken from the packages instead. Types are no business of the bundler. */
export function withPackages(source: string, packages: ReadonlyMap<string, string>): string {
  const imports = new RegExp(`import \\{([^}]*)\\} from '${library}';`, 'g');
  return source.replace(imports, (_, names: string) =>
    namesIn(names)
      .filter((name) => !name.startsWith('type '))
      .map((name) => `import { ${name} } from '${packages.get(name) ?? library}';`)
      .join(' '),
  );
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
