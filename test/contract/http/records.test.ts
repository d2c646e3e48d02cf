import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hourMs } from '../../../shared/domain/reports/days.ts';
import { recordBody } from '../../../shared/http/bodies/record-body.ts';
import type { ContractAnswer } from '../../support/contract-client.ts';
import {
  aCompany,
  ago,
  allPages,
  errors,
  problemDetailIn,
  problemsIn,
  queryOf,
  report,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const { client } = await openApp();

const page = z.object({ value: z.array(recordBody), nextLink: z.string().optional() });
const recordsIn = ({ body }: ContractAnswer) => page.parse(body);
const recordIn = ({ body }: ContractAnswer) => recordBody.parse(body);

const message = 'The extension failed oddly';
const sides = (number: number) => ({
  source: {
    app: 'business-central',
    table: 'Customer',
    recordId: `Customer: ${number}`,
    name: `Name ${number}`,
  },
  destination: { app: 'dataverse', table: 'account', name: `Account ${number}` },
});

/** Reports failures of customers, so many hours ago each, and gives the problem. */
async function aProblem(
  ...failures: readonly (readonly [customer: number, hours: number, parts?: object])[]
) {
  const environment = aCompany();
  const now = Date.now();
  await report(
    client,
    ...failures.map(([number, hours, parts]) => ({
      company: 'C',
      environment,
      message,
      jobId: `job ${hours}`,
      occurredAt: new Date(now - hours * hourMs - number).toISOString(),
      ...sides(number),
      ...parts,
    })),
  );
  const [problem] = problemsIn(await client.get(`problems?${queryOf({ environment: [environment] })}`)).value;
  return { environment, id: problem?.id ?? '' };
}

async function givenUpOf(environment: string) {
  const [problem] = problemsIn(await client.get(`problems?${queryOf({ environment: [environment] })}`)).value;
  return problem?.givenUp;
}

/** Of all problems together. */
async function openGivenUp() {
  const overview = z.object({ open: z.object({ givenUp: z.int() }) });
  return overview.parse((await client.get('overview')).body).open.givenUp;
}

async function list(id: string, query = '') {
  return recordsIn(await client.get(`problems/${id}/records?${query}`)).value;
}

describe('records of a problem', () => {
  it('come with both sides, counts, times and what is given up, newest failure first', async () => {
    const { environment, id } = await aProblem([1, 5], [1, 4], [2, 4], [3, 2]);
    const found = await list(id);
    expect(found).toMatchObject([
      { ...sides(3), company: 'C', environment, count: 1, status: 'open', etag: '"0"' },
      { ...sides(1), count: 2, givenUp: { status: 'confirmed' } },
      { ...sides(2), count: 1 },
    ]);
    expect(found[1]?.givenUp?.since).toBe(found[1]?.lastSeenAt);
    expect(found[0]).not.toHaveProperty('givenUp');
    expect(found[0]).not.toHaveProperty('decision');
    expect((await list(id, 'givenUp=confirmed')).map((one) => one.id)).toEqual([found[1]?.id]);
    expect(await list(id, 'givenUp=likely')).toEqual([]);
  });

  it('are given up no more once a heartbeat says so of their mapping, and again with one more failure', async () => {
    const mapping = 'CUSTOMER';
    const twice = (number: number, ...hours: readonly number[]) =>
      hours.map((hour) => [number, hour, { mapping }] as const);
    const { environment, id } = await aProblem(...twice(1, 5, 4), ...twice(2, 5, 4));
    expect(await givenUpOf(environment)).toEqual({ likely: 2, confirmed: 0 });
    const before = await openGivenUp();
    const beat = (hours: number, ...givenUp: readonly (number | undefined)[]) =>
      client.post('heartbeats', {
        company: 'C',
        environment,
        sentAt: ago(hours * hourMs),
        mappings: givenUp.map((one) => ({ name: mapping, givenUp: one })),
      });
    await beat(3.5, 2, 1);
    expect(await givenUpOf(environment)).toEqual({ likely: 2, confirmed: 0, reported: 3 });
    await beat(3.2, 0, undefined);
    expect(await givenUpOf(environment)).toEqual({ likely: 2, confirmed: 0 });
    await beat(3, 0, 0);
    expect(await givenUpOf(environment)).toEqual({ likely: 0, confirmed: 0, reported: 0 });
    expect(await list(id, 'givenUp=likely,confirmed')).toEqual([]);
    expect((await list(id)).map((one) => one.givenUp)).toEqual([undefined, undefined]);
    expect(await openGivenUp()).toBe(before - 2);
    await report(client, {
      company: 'C',
      environment,
      message,
      mapping,
      jobId: 'later',
      occurredAt: ago(2 * hourMs),
      ...sides(2),
    });
    // A heartbeat that does not name the mapping takes nothing back.
    await beat(1);
    expect(await givenUpOf(environment)).toEqual({ likely: 1, confirmed: 0 });
    const [again] = await list(id, 'givenUp=likely');
    expect(again).toMatchObject({ ...sides(2), givenUp: { since: again?.lastSeenAt } });
  });

  it('are selected by company and mapping', async () => {
    const { id } = await aProblem([1, 2], [2, 3, { company: 'D' }], [3, 4, { mapping: 'ITEM' }]);
    expect((await list(id, 'company=D')).map(({ source }) => source?.recordId)).toEqual(['Customer: 2']);
    expect((await list(id, 'mapping=ITEM')).map(({ source }) => source?.recordId)).toEqual(['Customer: 3']);
    expect(await list(id, 'company=C&mapping=CUSTOMER')).toHaveLength(1);
    const answer = await client.get(`problems/${id}/records?cause=unclassified`);
    expect(answer.body).toMatchObject({ status: 400, errors: [{ parameter: 'cause' }] });
  });

  it('are 404 for an unknown problem', async () => {
    expect((await client.get('problems/0000000000000000/records')).status).toBe(404);
  });

  it('are told apart up to 1,000, then more; pages hold each once', async () => {
    const environment = aCompany();
    const now = Date.now() - hourMs;
    const failures = Array.from({ length: 1010 }, (_, number) => ({
      company: 'C',
      environment,
      message,
      occurredAt: new Date(now - number).toISOString(),
      ...sides(number),
    }));
    await report(client, ...failures.slice(0, 1000));
    const theProblem = async () =>
      problemsIn(await client.get(`problems?${queryOf({ environment: [environment] })}`)).value[0];
    const problem = await theProblem();
    expect(problem).toMatchObject({ records: { count: 1000 }, impact: 1000 });
    expect(problem?.records).not.toHaveProperty('more');
    const { items } = await allPages(client, `problems/${problem?.id}/records?maxpagesize=200`, recordsIn);
    expect(items.map(({ source }) => source?.recordId)).toEqual(
      failures.slice(0, 1000).map(({ source }) => source.recordId),
    );
    const first = await client.get(`problems/${problem?.id}/records?maxpagesize=50`);
    expect(first.storageCalls).toBeLessThanOrEqual(60);
    await report(client, ...failures.slice(1000));
    expect(await theProblem()).toMatchObject({
      records: { count: 1000, more: true },
      impact: 1000,
      count: 1010,
    });
    const all = await allPages(client, `problems/${problem?.id}/records?maxpagesize=200`, recordsIn);
    expect(new Set(all.items.map(({ id }) => id)).size).toBe(1000);
    expect(all.items).toHaveLength(1000);
  });
});

describe('a decision on one record', () => {
  it('takes it out of impact and what is given up; its errors carry it, the counts stay', async () => {
    const { environment, id } = await aProblem([1, 5], [1, 4], [2, 3]);
    const [other, record] = await list(id);
    const until = ago(-hourMs);
    const path = `problems/${id}/records/${record?.id}`;
    const answer = await client.patch(path, { status: 'snoozed', until, note: 'On hold' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"1"']);
    const decision = { status: 'snoozed', until, note: 'On hold' };
    expect(recordIn(answer)).toMatchObject({
      id: record?.id,
      status: 'snoozed',
      decision,
      count: 2,
      etag: '"1"',
    });
    expect(await list(id, 'status=snoozed')).toMatchObject([{ id: record?.id, decision }]);
    expect((await list(id, 'status=open')).map((one) => one.id)).toEqual([other?.id]);
    const detail = problemDetailIn(await client.get(`problems/${id}`));
    expect(detail).toMatchObject({
      status: 'open',
      count: 3,
      records: { count: 2 },
      impact: 1,
      givenUp: { likely: 0, confirmed: 0 },
    });
    expect(detail).not.toHaveProperty('decision');
    const statuses = (await errors(client, queryOf({ environment: [environment] }))).map(
      ({ status }) => status,
    );
    expect(statuses).toEqual(['open', 'snoozed', 'snoozed']);
    expect(await errors(client, queryOf({ environment: [environment], status: 'snoozed' }))).toHaveLength(2);
    const reopened = await client.patch(path, { status: 'open' }, { 'if-match': '"1"' });
    expect(recordIn(reopened)).toMatchObject({ status: 'open', decision: { status: 'open' }, etag: '"2"' });
    expect(problemDetailIn(await client.get(`problems/${id}`)).impact).toBe(2);
  });

  it('obeys If-Match', async () => {
    const { id } = await aProblem([1, 1]);
    const [record] = await list(id);
    const path = `problems/${id}/records/${record?.id}`;
    expect((await client.patch(path, { status: 'ignored' }, { 'if-match': '"0"' })).status).toBe(200);
    const stale = await client.patch(path, { status: 'open' }, { 'if-match': '"0"' });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, '"1"']);
  });

  it.each([
    { body: { status: 'resolved' }, pointer: '/status' },
    { body: { note: 'x' }, pointer: '/status' },
    { body: { status: 'snoozed' }, pointer: '/until' },
    { body: { status: 'ignored', until: ago(-hourMs) }, pointer: '/until' },
  ])('refuses $body', async ({ body, pointer }) => {
    const { id } = await aProblem([1, 1]);
    const [record] = await list(id);
    const answer = await client.patch(`problems/${id}/records/${record?.id}`, body);
    expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('is 404 for a record that the problem does not affect', async () => {
    const { id } = await aProblem([1, 1]);
    const answer = await client.patch(`problems/${id}/records/0123456789abcdef`, { status: 'ignored' });
    expect(answer.status).toBe(404);
  });

  it('is no decision on a problem: POST /decisions does not take its key', async () => {
    const { id } = await aProblem([1, 1]);
    const [record] = await list(id);
    await client.patch(`problems/${id}/records/${record?.id}`, { status: 'ignored' });
    const key = `${id}-${record?.id}`;
    const answer = await client.post('decisions', { problems: [{ id: key }], status: 'resolved' });
    expect(answer.body).toMatchObject({ status: 404, problems: [{ id: key }] });
  });
});
