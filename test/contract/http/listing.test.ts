import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn } from '../../support/contract-client.ts';
import {
  aCompany,
  ago,
  allPages,
  cleanupsIn,
  entryIn,
  errorsIn,
  idsOf,
  problemsIn,
  queryOf,
  report,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const company = aCompany();
const { app, client } = await openApp();
let stored: string[];
beforeAll(async () => {
  // Every third error occurred at the same moment as the one before.
  const ages = Array.from({ length: 60 }, (_, index) => 3_600_000 * (index - (index % 3 === 2 ? 1 : 0)));
  const now = Date.now();
  const reports = ages.map((age, index) => ({
    company,
    errorId: `e${index}`,
    occurredAt: new Date(now - age).toISOString(),
    message: `Message ${index}`,
  }));
  stored = await report(client, ...reports);
});

const own = queryOf({ company: [company] });

describe('pages', () => {
  it('lists newest first', async () => {
    const listed = (await allPages(client, `errors?${own}&maxpagesize=200`, errorsIn)).items;
    const times = listed.map(({ occurredAt }) => Date.parse(occurredAt));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(listed.map(({ id }) => id).sort()).toEqual(stored.toSorted());
  });

  it.each([1, 7, 50, 59, 60, 200])('gives every entry once with maxpagesize %i', async (size) => {
    const whole = await idsOf(client, company);
    const ids: string[] = [];
    let next: string | undefined = `errors?${own}&maxpagesize=${size}`;
    let pages = 0;
    while (next) {
      const page = errorsIn(await client.get(next));
      expect(page.value.length).toBeLessThanOrEqual(size);
      ids.push(...page.value.map(({ id }) => id));
      next = page.nextLink;
      pages++;
      // Few pages are enough here.
      if (size === 1 && pages === 20) break;
    }
    expect(ids).toEqual(whole.slice(0, size === 1 ? 20 : undefined));
  });

  it('has 50 entries on a page by default', async () => {
    expect(errorsIn(await client.get(`errors?${own}`)).value).toHaveLength(50);
  });

  it('has no nextLink when the last entry is on the page', async () => {
    const place = aCompany();
    await report(client, ...['a', 'b', 'c'].map((errorId) => ({ company: place, errorId })));
    const query = queryOf({ company: [place], maxpagesize: 3 });
    const page = errorsIn(await client.get(`errors?${query}`));
    expect(page.value).toHaveLength(3);
    expect(page.nextLink).toBeUndefined();
  });

  it('has no nextLink when there are no entries', async () => {
    expect((await client.get(`errors?${queryOf({ company: [aCompany()] })}`)).body).toEqual({ value: [] });
  });

  it('neither repeats nor skips while entries arrive', async () => {
    const place = aCompany();
    const old = await report(
      client,
      ...[1, 2, 3, 4].map((index) => ({
        company: place,
        errorId: `e${index}`,
        occurredAt: ago(index * 1000),
      })),
    );
    const first = errorsIn(await client.get(`errors?${queryOf({ company: [place], maxpagesize: 2 })}`));
    await report(client, { company: place, errorId: 'newer', occurredAt: ago(0) });
    const rest = await allPages(client, first.nextLink ?? '', errorsIn);
    expect([...first.value, ...rest.items].map(({ id }) => id)).toEqual(old);
  });

  it('keeps the filter in nextLink, and no key', async () => {
    const { nextLink = '' } = errorsIn(
      await client.get(`errors?${own}&maxpagesize=2&code=secret&clientId=me&status=open`),
    );
    const { searchParams, origin, pathname } = new URL(nextLink);
    expect([...searchParams.keys()].sort()).toEqual(['company', 'maxpagesize', 'pagetoken', 'status']);
    expect(origin + pathname).toBe(`${new URL(app.url).origin}/api/errors`);
  });
});

describe('page tokens', () => {
  const tokenOf = async (query: string) =>
    new URL(errorsIn(await client.get(`errors?${query}&maxpagesize=1`)).nextLink ?? '').searchParams.get(
      'pagetoken',
    ) ?? '';
  const flipped = (token: string, at: number) =>
    `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;

  it.each([
    { name: 'an invented one', token: () => 'abc' },
    { name: 'a long invented one', token: () => 'A'.repeat(3000) },
    { name: 'one that is no base64', token: () => '§$%' },
    { name: 'a truncated one', token: (token: string) => token.slice(0, -4) },
    { name: 'one with a changed signature', token: (token: string) => flipped(token, 3) },
    { name: 'one with a changed position', token: (token: string) => flipped(token, 40) },
    { name: 'one with something behind', token: (token: string) => `${token}AAAA` },
    { name: 'one given twice', token: (token: string) => `${token},${token}` },
  ])('refuses $name', async ({ token }) => {
    const answer = await client.get(
      `errors?${own}&pagetoken=${encodeURIComponent(token(await tokenOf(own)))}`,
    );
    expect(answer.status).toBe(400);
    expect(problemIn(answer)).toMatchObject({
      code: 'invalid-page-token',
      errors: [{ parameter: 'pagetoken' }],
    });
  });

  it.each([
    { name: 'another company', path: (token: string) => `errors?company=Other&pagetoken=${token}` },
    { name: 'one filter more', path: (token: string) => `errors?${own}&status=open&pagetoken=${token}` },
    { name: 'no filter', path: (token: string) => `errors?pagetoken=${token}` },
    { name: 'problems', path: (token: string) => `problems?${own}&pagetoken=${token}` },
    { name: 'clean-ups', path: (token: string) => `cleanups?pagetoken=${token}` },
  ])('refuses a token of this list for $name', async ({ path }) => {
    const answer = await client.get(path(await tokenOf(own)));
    expect(answer.status).toBe(400);
    expect(problemIn(answer).code).toBe('invalid-page-token');
  });

  it('accepts a token with another page size and order of parameters', async () => {
    const token = await tokenOf(`${own}&status=open`);
    const page = errorsIn(await client.get(`errors?maxpagesize=2&pagetoken=${token}&status=open&${own}`));
    expect(page.value.map(({ id }) => id)).toEqual((await idsOf(client, company)).slice(1, 3));
  });
});

describe('parameters', () => {
  const lists = [
    { list: 'errors', pageIn: errorsIn },
    { list: 'problems', pageIn: problemsIn },
    { list: 'cleanups', pageIn: cleanupsIn },
  ];

  it.each(
    lists.flatMap(({ list }) =>
      [
        ['maxpagesize', '0'],
        ['maxpagesize', '201'],
        ['maxpagesize', '-1'],
        ['maxpagesize', '1.5'],
        ['maxpagesize', 'ten'],
        ['maxpagesize', ''],
        ['maxpagesize', '1e2'],
        ['maxPageSize', '10'],
        ['colour', 'red'],
        ['$filter', 'x'],
        ['__proto__', 'x'],
        ['pagetoken', ''],
      ].map(([parameter = '', value = '']) => ({ list, parameter, value })),
    ),
  )('$list refuses $parameter=$value by its name', async ({ list, parameter, value }) => {
    const answer = await client.get(`${list}?${new URLSearchParams([[parameter, value]])}`);
    expect(answer.status).toBe(400);
    const problem = problemIn(answer);
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors).toEqual([{ parameter, detail: expect.any(String) }]);
  });

  it.each([
    ['errors', 'direction', 'up'],
    ['errors', 'cause', 'bad-luck'],
    ['errors', 'cause', 'exchange-rate-missing,bad-luck'],
    ['errors', 'resolver', 'nobody'],
    ['errors', 'problem', '123'],
    ['errors', 'status', 'regressed'],
    ['errors', 'since', '2026-11-22'],
    ['errors', 'until', '2026-11-22T00:00:00'],
    ['errors', 'q', ''],
    ['errors', 'q', 'x'.repeat(513)],
    ['errors', 'record', ''],
    ['errors', 'record', 'é'.repeat(513)],
    ['problems', 'q', 'x'],
    ['problems', 'record', 'x'],
    ['problems', 'status', 'done'],
    ['cleanups', 'company', 'x'],
  ])('%s refuses %s=%s', async (list, parameter, value) => {
    const answer = await client.get(`${list}?${new URLSearchParams([[parameter, value]])}`);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).errors).toEqual([{ parameter, detail: expect.any(String) }]);
  });

  it.each([
    ['GET', 'health'],
    ['GET', 'validations/latest'],
    ['POST', 'validations'],
    ['POST', 'errors'],
    ['POST', 'diagnoses'],
    ['POST', 'cleanups'],
    ['GET', 'errors/01KAMX8ZJ0E5QJZ4V6T3C0W2RB'],
    ['DELETE', 'errors/01KAMX8ZJ0E5QJZ4V6T3C0W2RB'],
    ['PATCH', 'problems/0000000000000000'],
  ])('%s %s has no parameters', async (method, path) => {
    const body = method === 'POST' || method === 'PATCH' ? { body: {} } : {};
    const answer = await client.send(method, `${path}?verbose=1&code=x`, body);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).errors).toEqual([{ parameter: 'verbose', detail: 'Unknown: "verbose"' }]);
  });

  it('lists every fault', async () => {
    const problem = problemIn(await client.get('errors?maxpagesize=0&x=1&direction=up'));
    expect(problem.errors?.map(({ parameter }) => parameter).sort()).toEqual([
      'direction',
      'maxpagesize',
      'x',
    ]);
  });

  it.each(lists)('$list ignores the parameters of the host', async ({ list }) => {
    expect((await client.get(`${list}?code=a&clientId=b&Code=c&maxpagesize=1`)).status).toBe(200);
  });

  it.each([
    ['GET', 'errors/123'],
    ['GET', `errors/${'z'.repeat(26)}`],
    ['GET', 'errors/01kamx8zj0e5qjz4v6t3c0w2rb'],
    ['DELETE', 'errors/8ZZZZZZZZZZZZZZZZZZZZZZZZZ'],
    ['GET', 'problems/123'],
    ['PATCH', 'problems/x'],
    ['GET', 'cleanups/1'],
    ['DELETE', 'cleanups/1'],
    ['POST', 'cleanups/1/continue'],
  ])('%s %s: a malformed id', async (method, path) => {
    const answer = await client.send(method, path, method === 'PATCH' ? { body: { status: 'open' } } : {});
    expect(answer.status).toBe(400);
    expect(problemIn(answer).errors).toEqual([
      { parameter: 'id', detail: expect.stringContaining('Not an id') },
    ]);
    expect(answer.storageCalls).toBe(0);
  });

  it.each([
    ['GET', 'errors/01KAMX8ZJ0E5QJZ4V6T3C0W2RB'],
    ['GET', 'errors/00000000000000000000000000'],
    ['GET', 'errors/7ZZZZZZZZZZZZZZZZZZZZZZZZZ'],
    ['DELETE', 'errors/7ZZZZZZZZZZZZZZZZZZZZZZZZZ'],
    ['DELETE', 'errors/01KAMX8ZJ0E5QJZ4V6T3C0W2RB'],
    ['GET', 'problems/0000000000000000'],
    ['PATCH', 'problems/0000000000000000'],
    ['GET', 'cleanups/01KAMX8ZJ0E5QJZ4V6T3C0W2RB'],
    ['DELETE', 'cleanups/01KAMX8ZJ0E5QJZ4V6T3C0W2RB'],
    ['POST', 'cleanups/01KAMX8ZJ0E5QJZ4V6T3C0W2RB/continue'],
  ])('%s %s: an id that never existed', async (method, path) => {
    const answer = await client.send(method, path, method === 'PATCH' ? { body: { status: 'open' } } : {});
    expect(answer.status).toBe(404);
    expect(problemIn(answer).code).toBe('not-found');
  });

  it('not found: an id of a stored moment with another hash', async () => {
    const [id = ''] = stored;
    expect((await client.get(`errors/${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`)).status).toBe(404);
    expect(entryIn(await client.get(`errors/${id}`)).id).toBe(id);
  });
});
