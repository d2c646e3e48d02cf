import { afterEach, describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { problemIn } from '../../support/contract-client.ts';
import {
  aCompany,
  ago,
  cleanupIn,
  errors,
  idsOf,
  planIn,
  problemsOf,
  queryOf,
  report,
  reportsIn,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';
import { aReportBody } from '../../support/reports.ts';

const { client } = await openApp();
/** Clean-ups of a test. They are undone after it, as the store may be shared. */
const made: string[] = [];
afterEach(async () => {
  for (const id of made.splice(0)) await client.delete(`cleanups/${id}`);
});

async function start(body: Readonly<Record<string, unknown>>) {
  const answer = await client.post('cleanups', body);
  expect(answer.status, answer.text).toBe(201);
  const cleanup = cleanupIn(answer);
  made.push(cleanup.id);
  return cleanup;
}

async function errorsOfAges(...ages: readonly number[]) {
  const company = aCompany();
  const ids = await report(
    client,
    ...ages.map((age, index) => ({ company, errorId: `e${index}`, occurredAt: ago(age) })),
  );
  return { company, ids };
}

describe('a clean-up of all', () => {
  it('hides everything at once, and its undo shows it again', async () => {
    const { company, ids } = await errorsOfAges(1000, dayMs, 6 * dayMs);
    const before = await problemsOf(client, company);
    const plan = planIn(await client.post('cleanups', { all: true, preview: true }));
    expect(plan.deleted).toBeGreaterThanOrEqual(3);
    expect(await idsOf(client, company)).toEqual(ids);
    const cleanup = await start({ all: true });
    expect(cleanup).toMatchObject({
      kind: 'all',
      deleted: plan.deleted,
      stillOpen: plan.stillOpen,
      done: true,
    });
    expect(cleanup.cutoff).toBe(cleanup.startedAt);
    expect(await idsOf(client, company)).toEqual([]);
    expect(await problemsOf(client, company)).toEqual([]);
    for (const id of ids) {
      expect((await client.get(`errors/${id}`)).status).toBe(404);
      expect((await client.delete(`errors/${id}`)).status).toBe(404);
    }
    expect(planIn(await client.post('cleanups', { all: true, preview: true })).deleted).toBe(0);
    expect((await client.delete(`cleanups/${cleanup.id}`)).status).toBe(200);
    expect(await idsOf(client, company)).toEqual(ids);
    expect(await problemsOf(client, company)).toEqual(before);
    const again = await client.delete(`cleanups/${cleanup.id}`);
    expect([again.status, problemIn(again).code]).toEqual([409, 'already-undone']);
  });

  it('shows late reports: it removes what had come in when it began', async () => {
    const { company } = await errorsOfAges(1000);
    const cleanup = await start({ all: true });
    const late = aReportBody({ company, errorId: 'late', occurredAt: ago(3 * dayMs) });
    const fresh = aReportBody({ company, errorId: 'fresh', occurredAt: ago(-1000) });
    const { results } = reportsIn(await client.post('errors', [late, fresh]));
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
    expect(await idsOf(client, company)).toEqual([results[1]?.id, results[0]?.id]);
    expect((await client.get(`errors/${results[0]?.id}`)).status).toBe(200);
    expect((await problemsOf(client, company)).map(({ count }) => count)).toEqual([2]);
    expect(reportsIn(await client.post('errors', late)).duplicates).toBe(1);
    // A second one hides the late one too.
    const second = await start({ olderThanDays: 1 });
    expect(await idsOf(client, company)).toEqual([results[1]?.id]);
    await client.delete(`cleanups/${second.id}`);
    expect(await idsOf(client, company)).toHaveLength(2);
    await client.delete(`cleanups/${cleanup.id}`);
    expect(await idsOf(client, company)).toHaveLength(3);
    expect((await problemsOf(client, company)).map(({ count }) => count)).toEqual([3]);
  });
});

describe('a clean-up of entries older than N days', () => {
  it('includes the cut-off itself, and not a millisecond later', async () => {
    const company = aCompany();
    const { cutoff } = planIn(await client.post('cleanups', { olderThanDays: 2, preview: true }));
    // The cut-off moves with the clock, so there are entries for every moment at which the clean-up may start.
    const around = Date.parse(cutoff);
    await report(
      client,
      ...Array.from({ length: 2000 }, (_, index) => ({
        company,
        message: '',
        errorId: `e${index}`,
        occurredAt: new Date(around + index).toISOString(),
      })),
    );
    const cleanup = await start({ olderThanDays: 2 });
    const horizon = Date.parse(cleanup.cutoff);
    const left = await errors(client, queryOf({ company: [company], maxpagesize: 200 }));
    expect(left).toHaveLength(Math.max(0, around + 1999 - horizon));
    for (const { occurredAt } of left) expect(Date.parse(occurredAt)).toBeGreaterThan(horizon);
    const [problem] = await problemsOf(client, company);
    expect(problem?.count ?? 0).toBe(left.length);
  });

  it('deletes nothing beyond the retention', async () => {
    expect(planIn(await client.post('cleanups', { olderThanDays: 90, preview: true }))).toMatchObject({
      deleted: 0,
      stillOpen: 0,
      kind: 'older-than',
    });
  });

  it('can be undone in any order', async () => {
    const { company, ids } = await errorsOfAges(1000, 1.5 * dayMs, 2.5 * dayMs, 3.5 * dayMs);
    const three = await start({ olderThanDays: 3 });
    const one = await start({ olderThanDays: 1 });
    const two = await start({ olderThanDays: 2 });
    expect(await idsOf(client, company)).toEqual(ids.slice(0, 1));
    expect(two.deleted).toBe(0);
    await client.delete(`cleanups/${one.id}`);
    expect(await idsOf(client, company)).toEqual(ids.slice(0, 2));
    await client.delete(`cleanups/${three.id}`);
    expect(await idsOf(client, company)).toEqual(ids.slice(0, 2));
    await client.delete(`cleanups/${two.id}`);
    expect(await idsOf(client, company)).toEqual(ids);
  });

  it('counts the entries of unresolved problems', async () => {
    const { company } = await errorsOfAges(4 * dayMs, 4 * dayMs + 1000);
    const count = async () => planIn(await client.post('cleanups', { olderThanDays: 3, preview: true }));
    const before = await count();
    const [problem] = await problemsOf(client, company);
    await client.patch(`problems/${problem?.id}`, { status: 'resolved' });
    expect(await count()).toMatchObject({ deleted: before.deleted, stillOpen: before.stillOpen - 2 });
  });
});
