import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Cleanup } from '../../../shared/domain/cleanups/cleanup.ts';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { ulid } from '../../../shared/domain/reports/ulid.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { ContractClient, problemIn } from '../../support/contract-client.ts';
import { aCompany, cleanupIn, cleanupsIn, idsOf, report } from '../../support/desk-calls.ts';
import { freshPrefix, freshStorage } from '../../support/storage.ts';

// These states arise after a day, or in a full store, so the tests write them into a store of their own.
const prefix = freshPrefix();
const { desk } = freshStorage({ prefix });
let app: RunningApp;
let client: ContractClient;
beforeAll(async () => {
  // The first who reads the desk tells the format of its rows; without it nothing else is read.
  await desk.state();
  app = await startApp({ settings: { ERROR_LOG_PREFIX: prefix } });
  client = new ContractClient(app);
});
afterAll(() => app.close());

/** Stores a clean-up that started `age` milliseconds ago, and gives its id. */
async function stored(age: number, parts: Partial<Cleanup>): Promise<string> {
  const startedAt = new Date(Date.now() - age);
  const id = ulid(startedAt.getTime(), '0'.repeat(16));
  await desk.addCleanup({
    id,
    kind: 'older-than',
    cutoff: new Date(startedAt.getTime() - 6 * dayMs),
    deleted: 3,
    stillOpen: 1,
    startedAt,
    by: 'someone',
    undoUntil: new Date(startedAt.getTime() + dayMs),
    phase: 'done',
    ...parts,
  });
  return id;
}

it.each([
  { name: 'a clean-up of 25 hours ago', age: 25 * 3_600_000, parts: {}, detail: /could be undone until/ },
  {
    name: 'a clean-up of the timer',
    age: 1000,
    parts: { kind: 'retention', undoUntil: undefined, by: 'timer' },
    detail: /retention/,
  },
] as const)('cannot undo $name', async ({ age, parts, detail }) => {
  const id = await stored(age, parts);
  const answer = await client.delete(`cleanups/${id}`);
  expect(answer.status).toBe(409);
  expect(problemIn(answer)).toMatchObject({ code: 'undo-expired', detail: expect.stringMatching(detail) });
  expect(cleanupIn(await client.get(`cleanups/${id}`))).not.toHaveProperty('undoneAt');
  expect(cleanupsIn(await client.get('cleanups')).value.map((one) => one.id)).toContain(id);
});

it('undoes a clean-up until its last minute', async () => {
  const id = await stored(dayMs - 30_000, {});
  expect((await client.delete(`cleanups/${id}`)).status).toBe(200);
});

it('continues a filtered clean-up that ran out of time', async () => {
  const company = aCompany();
  const other = aCompany();
  await report(client, { company }, { company, errorId: 'x' }, { company: other });
  const id = await stored(0, {
    kind: 'filtered',
    filter: { company: [company] },
    cutoff: new Date(),
    deleted: 0,
    phase: 'deleting',
  });
  expect(cleanupIn(await client.get(`cleanups/${id}`))).toMatchObject({ done: false, deleted: 0 });
  const answer = await client.post(`cleanups/${id}/continue`, undefined);
  expect(answer.status).toBe(200);
  expect(cleanupIn(answer)).toMatchObject({ done: true, deleted: 2 });
  expect(await idsOf(client, company)).toEqual([]);
  expect(await idsOf(client, other)).toHaveLength(1);
});

it.each([
  { name: 'one of the timer', kind: 'retention', phase: 'deleting', undoUntil: undefined, by: 'timer' },
  { name: 'one of all', kind: 'all', phase: 'done' },
  { name: 'one of what was older than N days, undone', kind: 'older-than', phase: 'undone' },
] as const)('does not continue a clean-up without a filter: $name', async ({ name: _, ...parts }) => {
  const company = aCompany();
  const id = await stored(2000 + parts.kind.length, parts);
  await report(client, { company, occurredAt: new Date(Date.now() - 6.5 * dayMs).toISOString() });
  const before = await client.get(`cleanups/${id}`);
  const answer = await client.post(`cleanups/${id}/continue`, undefined);
  expect([answer.status, problemIn(answer).code]).toEqual([409, 'not-continuable']);
  expect((await client.get(`cleanups/${id}`)).body).toEqual(before.body);
  expect(await idsOf(client, company)).toHaveLength(1);
});

it('continues an undo that ran out of time', async () => {
  const company = aCompany();
  await report(client, { company });
  const { id } = cleanupIn(await client.post('cleanups', { all: true, filter: { company } }));
  const record = await desk.cleanup(id);
  if (!record) throw new Error('There is no such clean-up');
  await desk.changeCleanup({ ...record.cleanup, phase: 'undoing', undoneAt: new Date() }, record.version);
  const again = await client.delete(`cleanups/${id}`);
  expect([again.status, problemIn(again).code]).toEqual([409, 'already-undone']);
  expect(await idsOf(client, company)).toEqual([]);
  const answer = await client.post(`cleanups/${id}/continue`, undefined);
  expect([answer.status, cleanupIn(answer).done]).toEqual([200, true]);
  expect(await idsOf(client, company)).toHaveLength(1);
});
