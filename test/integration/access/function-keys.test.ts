import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpFunctions } from '../../../functions/http-functions.ts';
import type { Operation } from '../../../shared/http/operation.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { expectDescribed } from '../../support/described.ts';
import { callMalformed, type Ids, unknownIds } from '../../support/malformed-request.ts';
import { aReportBody } from '../../support/reports.ts';

const all = httpFunctions;
const keyOf = (id: string) => `key-of-${id}`;
let app: RunningApp;
let known: Ids;

beforeAll(async () => {
  app = await startApp({
    keys: {
      master: 'master-key',
      default: 'default-key',
      functions: Object.fromEntries(all.map(({ id }) => [id, keyOf(id)])),
    },
  });
  const report = await keyed('reportErrors', 'errors', aReportBody());
  const { results } = JSON.parse(report);
  const entry = JSON.parse(await keyed('getError', `errors/${results[0].id}`));
  const cleanup = JSON.parse(await keyed('startCleanup', 'cleanups', { olderThanDays: 90 }));
  const problems = [{ id: entry.problemId }];
  const decision = JSON.parse(await keyed('decideProblems', 'decisions', { problems, status: 'ignored' }));
  known = {
    errors: entry.id,
    problems: entry.problemId,
    cleanups: cleanup.id,
    decisions: decision.id,
  };
});
afterAll(() => app?.close());

/** The text of an answer to a call with a function's own key. */
async function keyed(id: string, path: string, body?: unknown): Promise<string> {
  const headers = { 'x-functions-key': keyOf(id), 'content-type': 'application/json' };
  const response = await app.call(
    path,
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  );
  return response.text();
}

/** Calls an operation on something that exists, or that does not. */
const call = (
  operation: Operation,
  { header, query, ids = known }: { header?: string; query?: string; ids?: Ids },
) =>
  callMalformed(app, operation, ids, {
    query: query === undefined ? '' : `?code=${query}`,
    headers: header === undefined ? {} : { 'x-functions-key': header },
  });

const guarded = all
  .filter(({ scope }) => scope !== 'public')
  .map((operation) => ({ id: operation.id, operation }));

describe.each(guarded)('AUTH=keys, $id', ({ id, operation }) => {
  it.each([
    { name: 'no key', sent: {} },
    { name: 'a wrong key', sent: { header: 'x' } },
    { name: 'a wrong key in the address', sent: { query: 'x' } },
    { name: 'a wrong key before a right one in the address', sent: { header: 'x', query: keyOf(id) } },
  ])('refuses $name, whether the thing exists or not', async ({ sent }) => {
    for (const ids of [known, unknownIds]) {
      const response = await call(operation, { ...sent, ids });
      expect(response.status).toBe(401);
      expect(await response.text()).toBe('');
    }
  });

  it('refuses the key of every other function', async () => {
    for (const other of all.filter((one) => one.id !== id)) {
      expect((await call(operation, { header: keyOf(other.id) })).status).toBe(401);
      expect((await call(operation, { query: keyOf(other.id) })).status).toBe(401);
    }
  });

  it.each([
    { name: 'its own key', sent: { header: keyOf(id) } },
    { name: 'its own key in the address', sent: { query: keyOf(id) } },
    { name: 'the default key', sent: { header: 'default-key' } },
    { name: 'the master key', sent: { header: 'master-key' } },
  ])('accepts $name', async ({ sent }) => {
    const response = await call(operation, { ...sent, ids: unknownIds });
    expect([401, 403]).not.toContain(response.status);
    await expectDescribed(operation, response);
  });
});

it.each(['nonsense', undefined])('health needs no key, and accepts any: %s', async (header) => {
  const response = await app.call('health', header ? { headers: { 'x-functions-key': header } } : {});
  expect(response.status).toBe(200);
});

it('the key of reportErrors can report, and cannot read', async () => {
  const answer = JSON.parse(await keyed('reportErrors', 'errors', aReportBody({ errorId: 'e1' })));
  expect(answer).toMatchObject({ stored: 1 });
  const headers = { 'x-functions-key': keyOf('reportErrors') };
  for (const path of ['errors', `errors/${answer.results[0].id}`, 'problems', 'openapi.json'])
    expect((await app.call(path, { headers })).status).toBe(401);
});

it('the caller is recorded as a function key', async () => {
  expect(JSON.parse(await keyed('getCleanup', `cleanups/${known['cleanups']}`))).toMatchObject({
    by: 'function key',
  });
});
