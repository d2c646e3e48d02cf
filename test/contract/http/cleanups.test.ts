import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { problemIn } from '../../support/contract-client.ts';
import {
  aCompany,
  ago,
  allPages,
  cleanupIn,
  cleanupsIn,
  idsOf,
  planIn,
  problemsOf,
  report,
  reportsIn,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';
import { aReportBody } from '../../support/reports.ts';

const { client } = await openApp();

/** A company with errors of these ages (ms), one problem per mapping. */
async function aCompanyWith(...ages: readonly { age: number; mapping?: string }[]) {
  const company = aCompany();
  const reports = ages.map(({ age, mapping = 'CUSTOMER' }, index) => ({
    company,
    mapping,
    errorId: `e${index}`,
    occurredAt: ago(age),
  }));
  return { company, reports, ids: await report(client, ...reports) };
}

describe('requests', () => {
  it.each([
    { name: 'nothing', body: {}, pointer: '' },
    { name: 'both', body: { olderThanDays: 1, all: true }, pointer: '' },
    { name: 'a filter alone', body: { filter: { company: 'x' } }, pointer: '' },
    { name: 'a preview alone', body: { preview: true }, pointer: '' },
    { name: 'all: false', body: { all: false }, pointer: '/all' },
    { name: '0 days', body: { olderThanDays: 0 }, pointer: '/olderThanDays' },
    { name: 'days below 0', body: { olderThanDays: -1 }, pointer: '/olderThanDays' },
    { name: 'days above 90', body: { olderThanDays: 91 }, pointer: '/olderThanDays' },
    { name: 'half a day', body: { olderThanDays: 0.5 }, pointer: '/olderThanDays' },
    { name: 'days as text', body: { olderThanDays: '7' }, pointer: '/olderThanDays' },
    { name: 'an unknown field', body: { all: true, force: true }, pointer: '/force' },
    { name: 'an unknown filter', body: { all: true, filter: { colour: 'red' } }, pointer: '/filter/colour' },
    { name: 'a filter for errors only', body: { all: true, filter: { q: 'x' } }, pointer: '/filter/q' },
    { name: 'an unknown cause', body: { all: true, filter: { cause: 'x' } }, pointer: '/filter/cause' },
    { name: 'an empty list', body: { all: true, filter: { company: [] } }, pointer: '/filter/company' },
    { name: 'null', body: null, pointer: '' },
  ])('refuses $name', async ({ body, pointer }) => {
    const answer = await client.send('POST', 'cleanups', { body: JSON.stringify(body) });
    expect(answer.status).toBe(400);
    const problem = problemIn(answer);
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it.each(['company', 'environment', 'mapping'])(
    'reads half a surrogate pair in a %s as reports do',
    async (part) => {
      const half = '\ud800 of nobody';
      const plan = planIn(
        await client.post('cleanups', { all: true, preview: true, filter: { [part]: half } }),
      );
      expect(plan.filter).toEqual({ [part]: ['\ufffd of nobody'] });
      const answer = await client.post('cleanups', { all: true, filter: { [part]: half } });
      expect(cleanupIn(answer)).toMatchObject({ deleted: 0, done: true });
    },
  );

  it.each([1, 90])('accepts olderThanDays %i', async (olderThanDays) => {
    const answer = await client.post('cleanups', { olderThanDays, preview: true });
    expect(answer.status).toBe(200);
    const { cutoff, startedAt } = planIn(answer);
    expect(Date.parse(startedAt) - Date.parse(cutoff)).toBe(olderThanDays * dayMs);
  });
});

describe('0 days', () => {
  it('is refused with a word on what deletes everything, and deletes nothing', async () => {
    const { company, ids } = await aCompanyWith({ age: 1000 });
    for (const preview of [true, false]) {
      const answer = await client.post('cleanups', { olderThanDays: 0, preview });
      expect(answer.status).toBe(400);
      expect(problemIn(answer).errors?.[0]?.detail).toContain('all: true');
    }
    expect(await idsOf(client, company)).toEqual(ids);
  });
});

describe('a filtered clean-up', () => {
  it('previews, deletes, and restores all with the undo', async () => {
    const { company, ids } = await aCompanyWith(
      { age: 1000 },
      { age: 2 * dayMs },
      { age: 3 * dayMs },
      { age: 3 * dayMs, mapping: 'ITEM' },
    );
    const [resolved] = await problemsOf(client, company);
    await client.patch(`problems/${resolved?.id}`, { status: 'resolved' });
    const before = await problemsOf(client, company);
    const request = { olderThanDays: 2, filter: { company } };

    const preview = await client.post('cleanups', { ...request, preview: true });
    expect(preview.status).toBe(200);
    for (const name of ['id', 'done', 'undoUntil', 'undoneAt']) expect(preview.body).not.toHaveProperty(name);
    expect(preview.body).toMatchObject({ preview: true });
    const plan = planIn(preview);
    expect(plan).toMatchObject({
      kind: 'filtered',
      deleted: 3,
      stillOpen: 1,
      filter: { company: [company] },
    });
    expect(await idsOf(client, company)).toHaveLength(4);

    const started = await client.post('cleanups', request);
    expect(started.status).toBe(201);
    const cleanup = cleanupIn(started);
    expect(cleanup).toMatchObject({ kind: 'filtered', deleted: 3, stillOpen: 1, done: true });
    expect(Date.parse(cleanup.undoUntil ?? '') - Date.parse(cleanup.startedAt)).toBe(dayMs);
    expect(await idsOf(client, company)).toEqual([ids[0]]);
    expect((await client.get(`errors/${ids[1]}`)).status).toBe(404);
    expect((await problemsOf(client, company)).map(({ count }) => count)).toEqual([1]);
    expect(cleanupIn(await client.get(`cleanups/${cleanup.id}`))).toEqual(cleanup);
    expect(cleanupIn(await client.post(`cleanups/${cleanup.id}/continue`, undefined))).toEqual(cleanup);

    const undone = await client.delete(`cleanups/${cleanup.id}`);
    expect(undone.status).toBe(200);
    expect(cleanupIn(undone)).toEqual({ ...cleanup, undoneAt: expect.any(String) });
    expect((await idsOf(client, company)).toSorted()).toEqual(ids.toSorted());
    expect(await problemsOf(client, company)).toEqual(before);

    const again = await client.delete(`cleanups/${cleanup.id}`);
    expect(again.status).toBe(409);
    expect(problemIn(again).code).toBe('already-undone');
  });

  it.each([
    { name: 'a value', filter: { mapping: 'ITEM' }, kept: ['CUSTOMER', 'CONTACT'] },
    { name: 'a list', filter: { mapping: ['ITEM', 'CONTACT'] }, kept: ['CUSTOMER'] },
    {
      name: 'several parts',
      filter: { mapping: ['ITEM', 'CONTACT'], direction: 'from-integration-table' },
      kept: ['CUSTOMER', 'ITEM', 'CONTACT'],
    },
    { name: 'a cause', filter: { cause: 'unclassified' }, kept: ['CUSTOMER', 'ITEM', 'CONTACT'] },
    {
      name: 'a resolver',
      filter: { resolver: ['record-user', 'administrator', 'wait', 'support'] },
      kept: [],
    },
    { name: 'an absent environment', filter: { environment: '' }, kept: [] },
  ])('selects by $name', async ({ filter, kept }) => {
    const { company } = await aCompanyWith(
      { age: 1000 },
      { age: 2000, mapping: 'ITEM' },
      { age: 3000, mapping: 'CONTACT' },
    );
    const answer = await client.post('cleanups', { all: true, filter: { company, ...filter } });
    expect(cleanupIn(answer)).toMatchObject({ deleted: 3 - kept.length, done: true });
    expect((await problemsOf(client, company)).map(({ mapping }) => mapping)).toEqual(kept);
  });

  it('selects by problem', async () => {
    const { company } = await aCompanyWith({ age: 1000 }, { age: 2000, mapping: 'ITEM' });
    const [first, second] = await problemsOf(client, company);
    await client.post('cleanups', { all: true, filter: { problem: first?.id } });
    expect((await problemsOf(client, company)).map(({ id }) => id)).toEqual([second?.id]);
  });

  it('does not restore a deleted entry that is reported again, and does not hide new ones', async () => {
    const { company, reports, ids } = await aCompanyWith({ age: 1000 }, { age: 2000 });
    await client.post('cleanups', { all: true, filter: { company } });
    const again = reportsIn(
      await client.post('errors', [...reports.map(aReportBody), aReportBody({ company, errorId: 'new' })]),
    );
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'stored']);
    expect(await idsOf(client, company)).toEqual([again.results[2]?.id]);
    expect(ids).toHaveLength(2);
  });

  it('with an empty filter is a clean-up of all', async () => {
    const answer = await client.post('cleanups', { all: true, filter: {}, preview: true });
    expect(planIn(answer).kind).toBe('all');
    expect(answer.body).not.toHaveProperty('filter');
  });
});

describe('the list of clean-ups', () => {
  it('comes newest first, page by page', async () => {
    const { company } = await aCompanyWith({ age: 1000 });
    const made: string[] = [];
    for (const mapping of ['A', 'B', 'C'])
      made.push(cleanupIn(await client.post('cleanups', { all: true, filter: { company, mapping } })).id);
    const { items, pages } = await allPages(client, 'cleanups?maxpagesize=2', cleanupsIn);
    expect(items.map(({ id }) => id).filter((id) => made.includes(id))).toEqual(made.toReversed());
    expect(items.map(({ id }) => id)).toEqual(
      items
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    expect(pages).toBe(Math.ceil(items.length / 2));
  });
});
