import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ContractAnswer } from '../../support/contract-client.ts';
import {
  aCompany,
  errors,
  problemDetailIn,
  problemsIn,
  problemsOf,
  queryOf,
  report,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const { client } = await openApp();

const tagged = z.array(z.object({ id: z.string(), etag: z.string() }));
const decidedIn = ({ body }: ContractAnswer) => z.object({ id: z.string(), problems: tagged }).parse(body);
const undoneIn = ({ body }: ContractAnswer) => z.object({ restored: tagged, left: tagged }).parse(body);

/** Problems of a new company, one for each mapping, and their ids. */
async function someProblems(count: number) {
  const company = aCompany();
  await report(client, ...Array.from({ length: count }, (_, index) => ({ company, mapping: `M${index}` })));
  return { company, ids: (await problemsOf(client, company)).map(({ id }) => id) };
}

const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
const statusesOf = async (company: string) => [
  ...new Set((await problemsOf(client, company)).map(({ status }) => status)),
];

describe('one decision on many problems', () => {
  it('decides on 99, also with long histories, and its undo restores what each had', async () => {
    const { company, ids } = await someProblems(99);
    const [first = '', second = ''] = ids;
    await client.patch(`problems/${first}`, { status: 'ignored', note: 'n'.repeat(2000) });
    for (let index = 0; index < 100; index++) await client.patch(`problems/${second}`, { note: `${index}` });
    const before = await problemsOf(client, company);
    const answer = await client.post('decisions', { problems: named(ids), status: 'resolved', note: 'Done' });
    expect(answer.status).toBe(201);
    const { id, problems } = decidedIn(answer);
    expect(problems).toEqual(
      ids.map((one) => ({ id: one, etag: one === first ? '"2"' : one === second ? '"101"' : '"1"' })),
    );
    expect(await statusesOf(company)).toEqual(['resolved']);
    const detail = problemDetailIn(await client.get(`problems/${second}`));
    expect(detail.history).toHaveLength(99);
    expect(detail.history.at(-1)).toMatchObject({ status: 'resolved', note: 'Done', decision: id });
    expect(detail).toMatchObject({ decision: { status: 'resolved', note: 'Done' }, etag: '"101"' });
    const { restored, left } = undoneIn(await client.delete(`decisions/${id}`));
    expect(restored.map((one) => one.id).sort()).toEqual([...ids].sort());
    expect(left).toEqual([]);
    const without = (list: typeof before) => list.map(({ etag: _, ...rest }) => rest);
    expect(without(await problemsOf(client, company))).toEqual(without(before));
    const undone = problemDetailIn(await client.get(`problems/${second}`)).history.at(-1);
    expect(undone).toMatchObject({ decision: id, undoneAt: expect.any(String) });
    expect((await client.delete(`decisions/${id}`)).body).toMatchObject({
      status: 409,
      code: 'already-undone',
    });
  });

  it('leaves what somebody decided on since, and names it', async () => {
    const { ids } = await someProblems(3);
    const [, second = ''] = ids;
    const { id } = decidedIn(await client.post('decisions', { problems: named(ids), status: 'ignored' }));
    await client.patch(`problems/${second}`, { note: 'Mine' });
    const { restored, left } = undoneIn(await client.delete(`decisions/${id}`));
    expect(restored.map((one) => one.id)).toEqual(ids.filter((one) => one !== second));
    expect(left).toEqual([{ id: second, etag: '"2"' }]);
    expect((await client.get(`problems/${second}`)).body).toMatchObject({ status: 'ignored', etag: '"2"' });
  });

  it('does nothing where one is unknown, or moved since its ETag, and names it', async () => {
    const { company, ids } = await someProblems(3);
    const [first = '', second = ''] = ids;
    const unknown = '0000000000000000';
    const missing = await client.post('decisions', { problems: named([...ids, unknown]), status: 'ignored' });
    expect(missing.body).toMatchObject({ status: 404, code: 'not-found', problems: [{ id: unknown }] });
    await client.patch(`problems/${first}`, { note: 'x' });
    const problems = [
      { id: first, etag: '"0"' },
      { id: second, etag: '"0"' },
    ];
    const moved = await client.post('decisions', { problems, status: 'ignored' });
    expect(moved.body).toMatchObject({
      status: 412,
      code: 'precondition-failed',
      problems: [{ id: first, etag: '"1"' }],
    });
    expect(await statusesOf(company)).toEqual(['open']);
  });

  it.each([
    { name: 'none', problems: [], pointer: '/problems' },
    {
      name: '100',
      problems: named(Array.from({ length: 100 }, (_, index) => `${index}`)),
      pointer: '/problems',
    },
    {
      name: 'one twice',
      problems: named(['4CB1PHX0V7T4G2NQ', '4CB1PHX0V7T4G2NQ']),
      pointer: '/problems/1/id',
    },
  ])('refuses $name', async ({ problems, pointer }) => {
    const answer = await client.post('decisions', { problems, status: 'resolved' });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('of two at the same moment on the same problems, both are taken, one after the other', async () => {
    const { ids } = await someProblems(5);
    const answers = await Promise.all(
      ['ignored', 'resolved'].map((status) => client.post('decisions', { problems: named(ids), status })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const statuses = await Promise.all(
      ids.map(async (id) => problemDetailIn(await client.get(`problems/${id}`))),
    );
    expect(new Set(statuses.map(({ status }) => status)).size).toBe(1);
    expect(statuses.map(({ etag }) => etag)).toEqual(ids.map(() => '"2"'));
  });

  it('is unknown by another id, and decides on errors as a decision on one problem does', async () => {
    expect((await client.delete('decisions/01KAMX8ZJ0E5QJZ4V6T3C0W2RB')).status).toBe(404);
    const { company, ids } = await someProblems(2);
    await client.post('decisions', { problems: named(ids), status: 'ignored' });
    const statuses = (await errors(client, queryOf({ company: [company] }))).map(({ status }) => status);
    expect(statuses).toEqual(['ignored', 'ignored']);
    const { value } = problemsIn(
      await client.get(`problems?${queryOf({ company: [company], status: 'ignored' })}`),
    );
    expect(value).toHaveLength(2);
  });
});
