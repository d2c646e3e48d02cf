import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Imports of each file, by its path. */
type Graph = ReadonlyMap<string, readonly string[]>;

const root = join(import.meta.dirname, '../..');

/** The imports of our own files, types and lazy ones included. */
function importGraph(folders: readonly string[]): Graph {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  );
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g)];
      return [file, specifiers.map(([, specifier = '']) => join(file, '..', specifier))];
    }),
  );
}

/** Every cycle that a walk along the imports closes, as its files in order. */
function cyclesIn(graph: Graph): string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  function walk(file: string, path: readonly string[]): void {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || finished.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    finished.add(file);
  }
  for (const file of graph.keys()) walk(file, []);
  return cycles;
}

describe('the search for cycles', () => {
  it.each([
    { name: 'a file that imports itself', imports: { a: ['a'] }, cycles: ['a → a'] },
    { name: 'two files', imports: { a: ['b'], b: ['a'] }, cycles: ['a → b → a'] },
    {
      name: 'a cycle behind other files',
      imports: { a: ['b'], b: ['c'], c: ['d'], d: ['b'] },
      cycles: ['b → c → d → b'],
    },
    { name: 'none where two ways meet', imports: { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, cycles: [] },
  ])('finds $name', ({ imports, cycles }) => {
    expect(cyclesIn(new Map(Object.entries(imports)))).toEqual(cycles);
  });
});

describe('the sources', () => {
  const graph = importGraph(['functions', 'shared', 'infra']);

  it('import files that exist', () => {
    expect(graph.size).toBeGreaterThan(150);
    for (const [file, imports] of graph)
      for (const imported of imports) expect([...graph.keys()], file).toContain(imported);
  });

  it('have no import cycles', () => {
    expect(cyclesIn(graph)).toEqual([]);
  });
});
