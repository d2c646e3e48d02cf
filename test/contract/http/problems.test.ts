import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../shared/domain/reports/days.ts';
import { problemIn } from '../../support/contract-client.ts';
import {
  aCompany,
  ago,
  allPages,
  entryIn,
  errors,
  type Problem,
  problemDetailIn,
  problemsIn,
  problemsOf,
  queryOf,
  report,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const { client } = await openApp();

/** A company with one problem. Its errors are a second apart; the newest occurred 10 seconds ago. */
async function aProblem(count = 1): Promise<{ company: string; id: string; problem: Problem }> {
  const company = aCompany();
  const ages = Array.from({ length: count }, (_, index) => 10_000 + index * 1000);
  await report(client, ...ages.map((age) => ({ company, errorId: `e${age}`, occurredAt: ago(age) })));
  const [problem] = await problemsOf(client, company);
  if (!problem) throw new Error('There is no problem');
  return { company, id: problem.id, problem };
}

const statusesOf = async (company: string) =>
  (await errors(client, queryOf({ company: [company] }))).map(({ status }) => status);

describe('problems', () => {
  it('are one for each environment, cause and key, with exact counts by place and by the hour', async () => {
    const company = aCompany();
    const environment = aCompany();
    const start = Math.floor(Date.now() / hourMs) * hourMs - 30 * hourMs;
    const at = (hour: number, ms: number) => new Date(start + hour * hourMs + ms).toISOString();
    const message = 'Customer "A" number 10000 failed oddly';
    const common = { company, environment, message };
    await report(
      client,
      { ...common, errorId: '1', occurredAt: at(0, 0) },
      {
        ...common,
        message: 'Customer "B" number 20 failed oddly',
        errorId: '2',
        occurredAt: at(0, 3_599_999),
      },
      { ...common, errorId: '3', occurredAt: at(26, 5) },
      { ...common, environment: aCompany(), occurredAt: at(1, 0) },
      { ...common, mapping: 'ITEM', occurredAt: at(2, 0) },
      { ...common, mapping: 'ITEM', errorId: '5', occurredAt: at(2, 1) },
      { ...common, direction: 'from-integration-table', occurredAt: at(3, 0) },
      { ...common, message: 'Failed in another way', occurredAt: at(4, 0) },
    );
    const listed = await problemsOf(client, company);
    expect(listed.map(({ count }) => count)).toEqual([6, 1, 1]);
    const [problem] = listed;
    expect(problem).toMatchObject({
      environment,
      cause: 'unclassified',
      key: expect.stringMatching(/^text:[0-9A-Z]{16}$/),
      resolver: 'unknown',
      status: 'open',
      firstSeenAt: at(0, 0),
      lastSeenAt: at(26, 5),
      places: [
        {
          company,
          mapping: 'CUSTOMER',
          direction: 'to-integration-table',
          count: 3,
          firstSeenAt: at(0, 0),
          lastSeenAt: at(26, 5),
        },
        { company, mapping: 'ITEM', count: 2, firstSeenAt: at(2, 0), lastSeenAt: at(2, 1) },
        { company, mapping: 'CUSTOMER', direction: 'from-integration-table', count: 1 },
      ],
      placeCount: 3,
      sampleMessage: message,
      series: [
        { at: at(0, 0), count: 2 },
        { at: at(2, 0), count: 2 },
        { at: at(3, 0), count: 1 },
        { at: at(26, 0), count: 1 },
      ],
    });
    for (const absent of ['company', 'mapping', 'direction', 'decision'])
      expect(problem).not.toHaveProperty(absent);
    const sample = entryIn(await client.get(`errors/${problem?.sampleErrorId}`));
    expect(sample).toMatchObject({ errorId: '3', problemId: problem?.id });
    const items = problemsIn(
      await client.get(`problems?${queryOf({ company: [company], mapping: ['ITEM'] })}`),
    );
    expect(items.value).toMatchObject([
      {
        id: problem?.id,
        count: 2,
        firstSeenAt: at(2, 0),
        lastSeenAt: at(2, 1),
        placeCount: 1,
        series: [{ at: at(2, 0), count: 2 }],
      },
    ]);
  });

  it.each([
    {
      scope: 'the environment',
      message: 'Principal user (Id=1, type=8) is missing prvReadAccount privilege (Id=2)',
      problems: 1,
      names: [],
    },
    {
      scope: 'the company',
      message:
        'The Currency Exchange Rate does not exist. Identification fields and values: Currency Code=USD',
      problems: 2,
      names: ['company'],
    },
    {
      scope: 'the mapping',
      message: 'Cannot find Salesperson/Purchaser in table Salesperson.',
      problems: 6,
      names: ['company', 'mapping', 'direction'],
    },
  ])('are what one act can mend, of $scope: $problems', async ({ message, problems, names }) => {
    const environment = aCompany();
    const companies = [aCompany(), aCompany()];
    const mappings = ['CUSTOMER', 'ITEM', 'CURRENCY'];
    await report(
      client,
      ...companies.flatMap((company) =>
        mappings.map((mapping) => ({ environment, company, mapping, message })),
      ),
    );
    const query = queryOf({ environment: [environment] });
    const { value } = problemsIn(await client.get(`problems?${query}`));
    expect(value).toHaveLength(problems);
    expect(value.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    for (const problem of value) {
      const named = ['company', 'mapping', 'direction'].filter((name) => name in problem);
      expect(named).toEqual(names);
      expect(problem).not.toHaveProperty('sampleMessage');
      expect(problem.placeCount).toBe(6 / problems);
      // A list shows three places, the problem itself all.
      expect(problem.places).toHaveLength(Math.min(3, 6 / problems));
      const detail = problemDetailIn(await client.get(`problems/${problem.id}`));
      expect(detail.places).toHaveLength(6 / problems);
      expect(detail.placeCount).toBe(6 / problems);
      expect(detail.sampleMessage).toBe(message);
    }
    // Filters that select places: what they select of all problems adds up to the entries.
    for (const filter of [{ company: [companies[0] ?? ''] }, { mapping: ['ITEM'] }]) {
      const selected = queryOf({ environment: [environment], ...filter });
      const found = problemsIn(await client.get(`problems?${selected}`)).value;
      const count = found.reduce((sum, problem) => sum + problem.count, 0);
      expect(count).toBe((await errors(client, selected)).length);
    }
    // And all entries of a problem are found by its id.
    const ids = value.map(({ id }) => id);
    for (const { id, count } of value)
      expect(await errors(client, queryOf({ problem: [id], environment: [environment] }))).toHaveLength(
        count,
      );
    expect(await errors(client, queryOf({ problem: ids, environment: [environment] }))).toHaveLength(6);
  });

  it('show 200 characters of a text and of a note in lists, and all of them alone', async () => {
    const company = aCompany();
    const environment = aCompany();
    const message = `It failed ${'so very '.repeat(60)}oddly`;
    const note = 'n'.repeat(2000);
    await report(client, { company, environment, message });
    const [{ id = '' } = {}] = await problemsOf(client, company);
    await client.patch(`problems/${id}`, { status: 'ignored', note });
    const [listed] = await problemsOf(client, company);
    expect(listed?.sampleMessage?.length).toBe(200);
    expect(listed?.sampleMessage).toMatch(/^It failed so very .*…\[cut \d+\]$/);
    expect(listed?.decision?.note?.length).toBe(200);
    const detail = problemDetailIn(await client.get(`problems/${id}`));
    expect(detail.sampleMessage).toBe(message);
    expect(detail.decision?.note).toBe(note);
    expect(detail.history[0]?.note).toBe(note);
  });

  it('are listed last seen first, then by id, page by page', async () => {
    const company = aCompany();
    const now = ago(0);
    await report(
      client,
      ...Array.from({ length: 25 }, (_, index) => ({
        company,
        mapping: `M${index}`,
        occurredAt: index % 4 === 0 ? now : ago(index * 1000),
      })),
    );
    const whole = problemsIn(
      await client.get(`problems?${queryOf({ company: [company], maxpagesize: 200 })}`),
    );
    expect(whole.nextLink).toBeUndefined();
    const order = whole.value.map(({ id, lastSeenAt }) => ({ id, last: Date.parse(lastSeenAt ?? '') }));
    expect(order).toEqual(
      order.toSorted((one, other) => other.last - one.last || (one.id < other.id ? -1 : 1)),
    );
    for (const size of [1, 7, 25]) {
      const query = queryOf({ company: [company], maxpagesize: size });
      const { items, pages } = await allPages(client, `problems?${query}`, problemsIn);
      expect(items.map(({ id }) => id)).toEqual(order.map(({ id }) => id));
      expect(pages).toBe(Math.ceil(25 / size));
    }
  });

  it('show decisions and newest entries, one by one', async () => {
    const { id, company } = await aProblem(8);
    await client.patch(`problems/${id}`, { note: 'Looking into it' });
    const answer = await client.get(`problems/${id}`);
    const detail = problemDetailIn(answer);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(detail).toMatchObject({ id, count: 8, history: [{ status: 'open', note: 'Looking into it' }] });
    const newest = (await errors(client, queryOf({ company: [company] }))).slice(0, 5);
    expect(detail.samples).toEqual(newest);
    expect(detail.sampleErrorId).toBe(newest[0]?.id);
  });

  it('have titles in the language of Accept-Language', async () => {
    const { company } = await aProblem();
    const titleIn = async (language: string) => {
      const path = `problems?${queryOf({ company: [company] })}`;
      const answer = await client.get(path, { 'accept-language': language });
      expect(answer.headers.get('content-language')).toBe(language);
      return problemsIn(answer).value[0]?.title;
    };
    expect(await titleIn('nl')).not.toBe(await titleIn('en'));
  });
});

describe('decisions', () => {
  it.each(['resolved', 'ignored', 'open'])(
    '%s: problem and entries say so, and again after reopening',
    async (status) => {
      const { id, company } = await aProblem(2);
      const answer = await client.patch(`problems/${id}`, { status, note: 'N' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('etag')).toBe('"1"');
      expect(answer.body).toMatchObject({
        id,
        status,
        count: 2,
        decision: { status, note: 'N', at: expect.any(String), by: expect.any(String) },
        history: [{ status, note: 'N' }],
      });
      expect((await problemsOf(client, company))[0]).toMatchObject({ status, decision: { status } });
      expect(await statusesOf(company)).toEqual([status, status]);
      const reopened = await client.patch(`problems/${id}`, { status: 'open' });
      expect(reopened.body).toMatchObject({ status: 'open', history: [{ status }, { status: 'open' }] });
      expect(await statusesOf(company)).toEqual(['open', 'open']);
    },
  );

  it('snoozes until a moment, and is open after it', async () => {
    const { id, company } = await aProblem();
    const until = ago(-1500);
    const snoozed = await client.patch(`problems/${id}`, { status: 'snoozed', until });
    expect(snoozed.body).toMatchObject({ status: 'snoozed', decision: { until } });
    expect(await statusesOf(company)).toEqual(['snoozed']);
    await expect.poll(() => statusesOf(company), { timeout: 10_000 }).toEqual(['open']);
    expect((await problemsOf(client, company))[0]).toMatchObject({
      status: 'open',
      decision: { status: 'snoozed' },
    });
  });

  it('refuses to snooze until a moment that has passed', async () => {
    const { id, company } = await aProblem();
    const answer = await client.patch(`problems/${id}`, { status: 'snoozed', until: ago(1) });
    expect(answer.status).toBe(400);
    expect(problemIn(answer).errors).toEqual([{ pointer: '/until', detail: 'Must be later than now' }]);
    expect((await problemsOf(client, company))[0]).not.toHaveProperty('decision');
  });

  it('shows a resolved problem that is seen again as regressed, and only the new entries as open', async () => {
    const { id, company } = await aProblem();
    const decided = problemDetailIn({
      ...(await client.patch(`problems/${id}`, { status: 'resolved' })),
      ...(await client.get(`problems/${id}`)),
    });
    const resolvedAt = Date.parse(decided.decision?.at ?? '');
    const at = (ms: number) => new Date(resolvedAt + ms).toISOString();
    await report(client, { company, errorId: 'before', occurredAt: at(-1) });
    await report(client, { company, errorId: 'same', occurredAt: at(0) });
    expect((await problemsOf(client, company))[0]?.status).toBe('resolved');
    await report(client, { company, errorId: 'after', occurredAt: at(1) });
    const [problem] = await problemsOf(client, company);
    expect(problem).toMatchObject({ status: 'regressed', count: 4 });
    expect(await statusesOf(company)).toEqual(['open', 'resolved', 'resolved', 'resolved']);
    const filtered = async (status: string) =>
      problemsIn(await client.get(`problems?${queryOf({ company: [company], status })}`)).value.length;
    expect([await filtered('regressed'), await filtered('resolved'), await filtered('open')]).toEqual([
      1, 0, 0,
    ]);
    // The status is that of the whole problem, whatever hours the filter selects.
    const until = new Date(resolvedAt - hourMs).toISOString();
    await report(client, { company, errorId: 'long before', occurredAt: at(-2 * hourMs) });
    const earlier = problemsIn(await client.get(`problems?${queryOf({ company: [company], until })}`));
    expect(earlier.value[0]).toMatchObject({ status: 'regressed', count: 1 });
  });

  it('keeps the status with a note alone, and the note with a status alone', async () => {
    const { id } = await aProblem();
    await client.patch(`problems/${id}`, { status: 'ignored', note: 'One' });
    const noted = await client.patch(`problems/${id}`, { note: 'Two' });
    expect(noted.body).toMatchObject({ status: 'ignored', decision: { status: 'ignored', note: 'Two' } });
    const reopened = await client.patch(`problems/${id}`, { status: 'open' });
    expect(reopened.body).toMatchObject({
      decision: { note: 'Two' },
      history: [{ note: 'One' }, { status: 'ignored', note: 'Two' }, { status: 'open' }],
    });
    const { history } = problemDetailIn(await client.get(`problems/${id}`));
    expect(history[2]).not.toHaveProperty('note');
  });

  it('keeps a note with half a surrogate pair as well-formed text', async () => {
    const { id } = await aProblem();
    await client.patch(`problems/${id}`, { note: 'half \ud83d' });
    const detail = problemDetailIn(await client.get(`problems/${id}`));
    expect(detail.decision?.note).toBe('half \ufffd');
  });

  it('does not move resolvedAt with a note', async () => {
    const { id, company } = await aProblem();
    await client.patch(`problems/${id}`, { status: 'resolved' });
    const { decision } = problemDetailIn(await client.get(`problems/${id}`));
    const justAfter = new Date(Date.parse(decision?.at ?? '') + 1).toISOString();
    await report(client, { company, errorId: 'after', occurredAt: justAfter });
    const noted = await client.patch(`problems/${id}`, { note: 'Seen again' });
    expect(noted.body).toMatchObject({ status: 'regressed' });
  });

  it('obeys If-Match, and answers the current ETag when it is stale', async () => {
    const { id } = await aProblem();
    const first = await client.get(`problems/${id}`);
    expect(first.headers.get('etag')).toBe('"0"');
    const decided = await client.patch(`problems/${id}`, { status: 'ignored' }, { 'if-match': '"0"' });
    expect([decided.status, decided.headers.get('etag')]).toEqual([200, '"1"']);
    const stale = await client.patch(`problems/${id}`, { status: 'open' }, { 'if-match': '"0"' });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, '"1"']);
    expect(problemIn(stale).code).toBe('precondition-failed');
    expect((await client.get(`problems/${id}`)).body).toMatchObject({ status: 'ignored' });
    for (const match of ['*', '"0", "2"', 'W/"3"', undefined]) {
      const answer = await client.patch(`problems/${id}`, { note: 'x' }, match ? { 'if-match': match } : {});
      expect(answer.status, match ?? 'none').toBe(200);
    }
    expect((await client.get(`problems/${id}`)).headers.get('etag')).toBe('"5"');
  });

  it('accepts one of many decisions with the same ETag', async () => {
    const { id } = await aProblem();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        client.patch(`problems/${id}`, { note: `${index}` }, { 'if-match': '"0"' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    expect(problemDetailIn(await client.get(`problems/${id}`)).history).toHaveLength(1);
  });

  it('can be read by id while decided, without entries, and is not listed', async () => {
    const { id, company } = await aProblem();
    await client.patch(`problems/${id}`, { status: 'ignored' });
    const [entry] = await errors(client, queryOf({ company: [company] }));
    await client.delete(`errors/${entry?.id}`);
    expect(await problemsOf(client, company)).toEqual([]);
    const detail = problemDetailIn(await client.get(`problems/${id}`));
    expect(detail).toMatchObject({ status: 'ignored', count: 0, series: [], samples: [], company });
    for (const absent of ['firstSeenAt', 'lastSeenAt', 'sampleErrorId', 'sampleMessage'])
      expect(detail).not.toHaveProperty(absent);
  });

  it.each([
    { name: 'an empty object', body: {}, pointer: '' },
    { name: 'an unknown status', body: { status: 'done' }, pointer: '/status' },
    { name: 'a derived status', body: { status: 'regressed' }, pointer: '/status' },
    { name: 'a snooze without end', body: { status: 'snoozed' }, pointer: '/until' },
    { name: 'an end without snooze', body: { status: 'resolved', until: ago(-hourMs) }, pointer: '/until' },
    { name: 'an end alone', body: { note: 'x', until: ago(-hourMs) }, pointer: '/until' },
    {
      name: 'an end without zone',
      body: { status: 'snoozed', until: '2026-12-01T08:00:00' },
      pointer: '/until',
    },
    {
      name: 'an end past all years',
      body: { status: 'snoozed', until: '9999-12-31T23:59:59-01:00' },
      pointer: '/until',
    },
    { name: 'too long a note', body: { note: 'x'.repeat(2001) }, pointer: '/note' },
    { name: 'an unknown field', body: { status: 'open', by: 'me' }, pointer: '/by' },
    { name: 'an array', body: [], pointer: '' },
  ])('refuses $name', async ({ body, pointer }) => {
    const { id } = await aProblem();
    const answer = await client.patch(`problems/${id}`, body);
    expect(answer.status).toBe(400);
    expect(problemIn(answer)).toMatchObject({ code: 'invalid-request', errors: [{ pointer }] });
    expect(problemDetailIn(await client.get(`problems/${id}`)).history).toEqual([]);
  });
});
