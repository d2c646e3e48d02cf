import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { kustoFaults } from '../../support/kusto.ts';

const project = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const bicep = read('infra/modules/alerts.bicep');
const files = globSync('infra/alerts/*.kql', { cwd: project })
  .sort()
  .map((path) => ({ name: basename(path, '.kql'), query: read(path) }));
const shown = globSync('{README.md,docs/**/*.md}', { cwd: project }).flatMap((page) =>
  [...read(page).matchAll(/```kusto\n(.*?)```/gs)].map(([, query = '']) => ({
    page,
    title: /^\/\/ (.*)$/m.exec(query)?.[1],
    query,
  })),
);

// Loading the language service takes longer than one test may.
beforeAll(() => {
  kustoFaults('traces');
}, 60_000);

describe('the check of queries', () => {
  it.each([
    { fault: 'an unknown column', query: 'traces | where messages has "x"' },
    { fault: 'an unknown table', query: 'trace | take 1' },
    { fault: 'an unknown function', query: 'traces | extend a = parse_jsn(message)' },
    { fault: '= for ==', query: "traces | where message = 'x'" },
    { fault: 'a missing pipe', query: 'traces where true' },
    { fault: 'a type that does not fit', query: "traces | where itemCount > 'x'" },
  ])('finds $fault', ({ query }) => {
    expect(kustoFaults(query)).not.toEqual([]);
  });

  it('accepts a valid query', () => {
    expect(kustoFaults('exceptions | summarize count() by type, bin(timestamp, 1h)')).toEqual([]);
  });
});

describe('queries', () => {
  it.each(shown)('$page, $title: is valid', ({ query }) => {
    expect(kustoFaults(query)).toEqual([]);
  });

  it.each(files)('of the alert rule $name is valid', ({ query }) => {
    expect(kustoFaults(query)).toEqual([]);
  });

  it('of alert rules are those that docs/operations.md shows, and the one for alerts of the desk', () => {
    const queries = files.filter(({ name }) => name !== 'alert-raised').map(({ query }) => query);
    const page = shown.filter((block) => block.page === 'docs/operations.md').map(({ query }) => query);
    expect(queries).toHaveLength(7);
    expect([...queries].sort()).toEqual([...page].sort());
  });
});

describe('alert rules', () => {
  const rules = [
    ...bicep.matchAll(
      /name: '(?<name>[a-z-]+)'\n\s+description: '.+'\n\s+query: loadTextContent\('\.\.\/alerts\/(?<file>[a-z-]+)\.kql'\)\n\s+severity: \d\n\s+frequency: '(?<frequency>\w+)'\n\s+window: '(?<window>\w+)'/g,
    ),
  ].map(({ groups }) => ({ ...groups }));
  const minutes = (duration = '') => {
    const [, days = 0, hours = 0, rest = 0] =
      /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
    return Number(days) * 1440 + Number(hours) * 60 + Number(rest);
  };

  it('are one for each query, named for it', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name));
    for (const { name, file } of rules) expect(file).toBe(name);
  });

  // The service takes no other values.
  it.each(rules)('$name has a frequency and a window that Azure Monitor accepts', ({ frequency, window }) => {
    expect([5, 10, 15, 30, 45, 60, 120, 180, 240, 300, 360, 1440]).toContain(minutes(frequency));
    expect([5, 10, 15, 30, 45, 60, 120, 180, 240, 300, 360, 1440, 2880]).toContain(minutes(window));
    expect(minutes(frequency)).toBeLessThanOrEqual(minutes(window));
  });

  it.each(rules)('$name sees the time that its query asks for', ({ file, window }) => {
    const query = files.find(({ name }) => name === file)?.query ?? '';
    const units = { m: 1, h: 60, d: 1440 };
    for (const [, count, unit] of query.matchAll(/timestamp > ago\((\d+)([mhd])\)/g))
      expect(Number(count) * (unit === 'm' || unit === 'h' || unit === 'd' ? units[unit] : 0)).toBe(
        minutes(window),
      );
  });

  it('send mail to ALERT_MAIL, and exist only with it', () => {
    expect(read('infra/main.bicep')).toContain(
      "module alerts 'modules/alerts.bicep' = if (!empty(alertMail))",
    );
    expect(bicep).toContain('actionGroups: [mail.id]');
  });
});
