import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { exampleOf, problemAdvice, problemCodes } from '../../../infra/openapi/problem-responses.ts';
import { rolesByScope } from '../../../shared/http/principal.ts';

const project = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const page = read('docs/operations.md');

/** The rows of the table whose first heading is this, each as its cells. */
function table(heading: string): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^\\| ${heading} +\\|`).test(line));
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const words = (cell: string | undefined) => [...(cell ?? '').matchAll(/[a-zA-Z-]+/g)].map(([word]) => word);
const codes = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

const events = table('event');
const names = events.map(([name]) => codes(name)[0] ?? '');

describe('log events', () => {
  const sources = [
    ...globSync('functions/*.ts', { cwd: project }),
    ...globSync('shared/**/*.ts', { cwd: project }),
  ].map(read);
  const written = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:eventLine|log)\(\s*'([^']+)'/g)].map(([, name = '']) => name),
  );

  it('in the code are those in the table', () => {
    expect([...new Set(written)].sort()).toEqual([...names].sort());
  });

  it('are written with a literal name, and never to the console', () => {
    for (const source of sources) {
      expect(source).not.toMatch(/\bconsole\./);
      const calls = [...source.matchAll(/context\.(?:log|info|warn|error|debug|trace)\((?!\s*eventLine\()/g)];
      expect(calls).toEqual([]);
    }
  });

  it('are the ones in the queries', () => {
    const queries = [...page.matchAll(/```kusto\n(.*?)```/gs)].map(([, text = '']) => text);
    expect(queries).toHaveLength(table('alert').length);
    const facts = new Set(events.flatMap(([, , cell]) => codes(cell).flatMap(words)));
    for (const query of queries) {
      for (const [, name] of query.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g))
        expect([...names, ...problemCodes]).toContain(name);
      for (const [, fact] of query.matchAll(/\bline\.(\w+)/g)) expect(['event', ...facts]).toContain(fact);
    }
  });
});

it('each problem code has its status and what to do, as in the API description', () => {
  expect(table('code')).toEqual(
    problemCodes.map((code) => [`\`${code}\``, String(exampleOf(code).status), problemAdvice[code]]),
  );
});

describe('app roles', () => {
  const roles = z
    .array(z.object({ value: z.string(), id: z.guid(), isEnabled: z.literal(true) }))
    .parse(JSON.parse(read('infra/entra-app-roles.json')));

  it('in the file to import are those that the app requires, each with its own id', () => {
    expect(roles.map(({ value }) => value)).toEqual(Object.values(rolesByScope));
    expect(new Set(roles.map(({ id }) => id)).size).toBe(roles.length);
  });

  it('are in the table', () => {
    expect(table('app role').map(([cell]) => codes(cell)[0])).toEqual(Object.values(rolesByScope));
  });
});

it('the costs follow from their formula', () => {
  const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));
  const rows = table('errors a day');
  expect(rows).toHaveLength(6);
  for (const [
    errors,
    sent,
    writes,
    folding,
    timer,
    reads,
    day,
    transactions,
    stored,
    storage,
    both,
  ] of rows) {
    const perCall = sent?.startsWith('99') ? 99 : 1;
    expect(number(writes)).toBe(Math.ceil(number(errors) / perCall));
    expect(number(folding)).toBe(Math.ceil(number(writes) / 75) + Math.ceil(number(writes) / 1000));
    expect(number(timer)).toBe(24 * 12);
    expect(number(reads)).toBe(500 * 1 + 500 * 10);
    expect(number(day)).toBe(number(writes) + number(folding) + number(timer) + number(reads));
    const dollars = (number(day) * 30 * 0.036) / 1_000_000;
    const gigabytes = (number(errors) * 8 * 3.5) / 1_000_000;
    expect(transactions).toBe(dollars.toFixed(2));
    expect(stored).toBe(gigabytes.toFixed(2));
    expect(storage).toBe((gigabytes * 0.045).toFixed(2));
    expect(both).toBe((dollars + gigabytes * 0.045).toFixed(2));
  }
});
