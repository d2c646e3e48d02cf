import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpFunctions } from '../../functions/http-functions.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { entraSettings } from '../support/principal.ts';

const pairs = httpFunctions.flatMap((one, index) =>
  httpFunctions.slice(index + 1).map((other) => ({ one, other })),
);

/** True when some path matches both routes; letter case is ignored, as by the host. */
function haveCommonPath(one: string, other: string): boolean {
  const [left, right] = [one.toLowerCase().split('/'), other.toLowerCase().split('/')];
  const isOpen = (segment: string | undefined) => segment?.startsWith('{') === true;
  return (
    left.length === right.length &&
    left.every((segment, index) => isOpen(segment) || isOpen(right[index]) || segment === right[index])
  );
}

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ settings: { VALIDATION_SCHEDULE: '0 0 6 * * *' } });
});
afterAll(() => app.close());

describe('routes', () => {
  it('the check finds routes with a common path', () => {
    expect(haveCommonPath('errors/{id}', 'errors/latest')).toBe(true);
    expect(haveCommonPath('errors/{id}', 'Errors/{key}')).toBe(true);
    expect(haveCommonPath('errors/{id}', 'errors')).toBe(false);
    expect(haveCommonPath('errors/{id}', 'problems/{id}')).toBe(false);
  });

  it('have no path and method in common, so their order does not matter', () => {
    const ambiguous = pairs.filter(
      ({ one, other }) => one.method === other.method && haveCommonPath(one.route, other.route),
    );
    expect(ambiguous.map(({ one, other }) => `${one.id} and ${other.id}`)).toEqual([]);
  });

  it.each(httpFunctions)('$id: $method /$route is legal', ({ route, params }) => {
    expect(route).toMatch(/^[a-z{][\w.{}/-]*$/);
    expect(route).not.toMatch(/^(admin|runtime)/i);
    expect(route).not.toMatch(/\/$|\/\/|[*?:=]/);
    const named = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(params.shape));
  });
});

describe('functions', () => {
  it('have legal names, each once whatever the letter case', () => {
    const names = app.host.functions.map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_-]{0,127}$/i);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['expireErrors', 'validateSettingsOnSchedule']));
  });

  it('are served exactly as described', () => {
    expect(
      app.host.functions.filter(({ error }) => error).map(({ name, error }) => `${name}: ${error}`),
    ).toEqual([]);
    const served = app.host.functions.flatMap(({ name, http }) =>
      http ? [{ name, route: http.route, methods: http.methods, open: http.authLevel === 'anonymous' }] : [],
    );
    const described = httpFunctions.map(({ id, route, method, scope }) => ({
      name: id,
      route,
      methods: [method],
      open: scope === 'public',
    }));
    const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
    expect(served.toSorted(byName)).toEqual(described.toSorted(byName));
  });

  it('have a file each, with their name', async () => {
    const files = await readdir(join(import.meta.dirname, '../../functions'));
    const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const { name } of app.host.functions) expect(files).toContain(`${kebab(name)}.ts`);
  });

  it('are anonymous for the host with AUTH=entra, where the app checks roles itself', async () => {
    const entra = await startApp({ settings: entraSettings });
    const levels = entra.host.functions.flatMap(({ http }) => (http ? [http.authLevel] : []));
    await entra.close();
    expect(new Set(levels)).toEqual(new Set(['anonymous']));
  });
});
