import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorFacts } from '../../../shared/http/event-line.ts';
import { withSourcePlace } from '../../../shared/http/source-place.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'source place (x86) '));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The error of a function that throws in line 3 of `source/divide.ts`, called from its bundle. */
function errorFrom(bundle: string, sourcemap: boolean): unknown {
  const outfile = join(folder, 'dist', bundle);
  buildSync({
    stdin: {
      contents: 'export const one = 1;\nexport function divide() {\n  throw new Error("by zero");\n}',
      sourcefile: 'source/divide.ts',
      resolveDir: folder,
    },
    absWorkingDir: folder,
    outfile,
    format: 'cjs',
    sourcemap,
    minifyWhitespace: true,
  });
  const { divide }: { divide: () => void } = createRequire(outfile)(outfile);
  try {
    divide();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('names the line of the source', () => {
  const { at } = errorFacts(errorFrom('mapped.cjs', true));
  expect(at).toMatch(/^at divide \(source\/divide\.ts:3:\d+\) /);
});

it('names the place in the bundle where there is no map', () => {
  const { at } = errorFacts(errorFrom('bare.cjs', false));
  expect(at).toMatch(/^at divide \(\/.*\/bare\.cjs:\d+:\d+\) /);
});

it('names the place in the bundle where the map is broken', () => {
  writeFileSync(join(folder, 'broken.cjs.map'), '{');
  const frame = `    at run (${join(folder, 'broken.cjs')}:1:2)`;
  expect(withSourcePlace(frame)).toBe(frame);
});

it.each([
  '    at node:internal/process/task_queues:105:5',
  '    at async run (/app/shared/http/csv.ts:12:5)',
  '    at /nowhere/main.cjs:1:2',
])('leaves %s as it is', (frame) => {
  expect(withSourcePlace(frame)).toBe(frame);
});
