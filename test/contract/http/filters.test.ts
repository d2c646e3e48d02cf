import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hourMs } from '../../../shared/domain/reports/days.ts';
import { type Entry, errors, problemsIn, problemsOf, queryOf, report } from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

// Names with every character that could break a query. Each holds a mark of this run.
const run = randomBytes(4).toString('hex');
const companies = [
  `CRONUS USA, Inc. ${run}`,
  `Smith, Jones & Co\\ ${run}`,
  `O'Neill "Ü" 50% + ${run}`,
] as const;
/** The start of an hour, so that the test knows which entries are in the same hour. */
const start = Math.floor(Date.now() / hourMs) * hourMs;

const messages = [
  `The privilege prvWriteAccount${run} is missing: SecLib::AccessCheckEx failed.`,
  'Cannot create or update the currency USD in Dataverse, because there is no exchange rate defined for it.',
  'Something UNHEARD of happened, 100% of it',
  'straße happened',
];

const { client } = await openApp();
let all: readonly Entry[];
beforeAll(async () => {
  const environments = ['Production', 'Sandbox', undefined];
  const mappings = ['CUSTOMER', 'ITEM', 'A,B', undefined];
  const directions = ['to-integration-table', 'from-integration-table', undefined];
  const records = ['Customer: 10000', "O'Neill, 1", '8e2f4b6c-1a3d-4c5e-9f70-123456789abc'];
  await report(
    client,
    ...Array.from({ length: 96 }, (_, index) => ({
      company: companies[index % 3],
      environment: environments[index % environments.length === 0 ? index % 2 : index % 3],
      mapping: mappings[index % 4],
      direction: directions[Math.floor(index / 2) % 3],
      message: messages[Math.floor(index / 3) % 4],
      errorId: `e${index}`,
      occurredAt: new Date(start - index * 1.5 * hourMs).toISOString(),
      ...(index % 5 === 0 ? { source: { app: 'business-central', recordId: records[index % 3] } } : {}),
      ...(index % 7 === 0 ? { destination: { app: 'dataverse', recordId: records[(index + 1) % 3] } } : {}),
    })),
  );
  // Problems of every status, so that the filter by status selects some of them.
  for (const [index, status] of ['resolved', 'ignored', 'snoozed', 'open'].entries()) {
    const problem = (await problemsOf(client, companies[index % 3] ?? '')).at(index === 3 ? 2 : 1);
    const until = status === 'snoozed' ? { until: new Date(Date.now() + hourMs).toISOString() } : {};
    expect((await client.patch(`problems/${problem?.id}`, { status, ...until })).status).toBe(200);
  }
  all = await errors(client, queryOf({ company: companies }));
  expect(all).toHaveLength(96);
});

type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** What each filter takes, by the API description. */
const means: Readonly<Record<string, (entry: Entry, value: readonly string[]) => boolean>> = {
  company: (entry, value) => value.includes(entry.company),
  environment: (entry, value) => value.includes(entry.environment ?? ''),
  mapping: (entry, value) => value.includes(entry.mapping ?? ''),
  direction: (entry, value) => entry.direction !== undefined && value.includes(entry.direction),
  cause: (entry, value) => value.includes(entry.diagnosis.cause),
  resolver: (entry, value) => value.includes(entry.diagnosis.resolver),
  problem: (entry, value) => value.includes(entry.problemId),
  status: (entry, value) => value.includes(entry.status),
  record: ({ source, destination }, value) =>
    [source?.recordId, destination?.recordId].some((id) => id !== undefined && value.includes(id)),
  since: (entry, [value = '']) => Date.parse(entry.occurredAt) >= Date.parse(value),
  until: (entry, [value = '']) => Date.parse(entry.occurredAt) < Date.parse(value),
  q: (entry, [value = '']) => entry.message.toLowerCase().includes(value.toLowerCase()),
};

function expected(parameters: Parameters): string[] {
  return all
    .filter((entry) =>
      Object.entries(parameters).every(([name, value]) => means[name]?.(entry, [value].flat())),
    )
    .map(({ id }) => id);
}

const at = (index: number) => new Date(start - index * 1.5 * hourMs).toISOString();
const after = (moment: string, ms: number) => new Date(Date.parse(moment) + ms).toISOString();

const filters: readonly Parameters[] = [
  { company: [companies[0]] },
  { company: [companies[1]] },
  { company: [companies[2]] },
  { company: [companies[1], companies[2]] },
  { environment: ['Production'] },
  { environment: [''] },
  { environment: ['', 'Sandbox'] },
  { mapping: ['A,B'] },
  { mapping: ['A'] },
  { mapping: ['', 'ITEM'] },
  { direction: ['to-integration-table'] },
  { direction: ['to-integration-table', 'from-integration-table'] },
  { cause: ['missing-privilege'] },
  { cause: ['exchange-rate-missing', 'unclassified'] },
  { resolver: ['administrator'] },
  { resolver: ['unknown'] },
  { status: ['open'] },
  { status: ['resolved'] },
  { status: ['snoozed', 'ignored'] },
  { record: ['Customer: 10000'] },
  { record: ["O'Neill, 1"] },
  { record: ["O'Neill, 1", '8e2f4b6c-1a3d-4c5e-9f70-123456789abc'] },
  { record: ['Customer: 10000', 'a', 'b', 'c', 'd', 'e', 'f', 'g'] },
  { record: ['Customer: 10000', 'é'.repeat(512)] },
  { record: ['customer: 10000'] },
  { since: at(10) },
  { since: after(at(10), 1) },
  { until: at(10) },
  { until: after(at(10), 1) },
  { since: at(40), until: at(20) },
  { since: at(20), until: at(40) },
  { q: 'HAPPENED' },
  { q: 'unheard OF' },
  { q: '100%' },
  { q: 'STRASSE' },
  { q: `prvwriteaccount${run}` },
];

/** Pairs of filters on different things, chosen to be many and the same in every run. */
const pairs = filters.flatMap((one, index) =>
  [5, 11].map((step): Parameters => ({ ...one, ...filters[(index * step + step) % filters.length] })),
);
const triples = filters.map(
  (one, index): Parameters => ({
    ...one,
    ...filters[(index + 9) % filters.length],
    ...filters[(index + 19) % filters.length],
  }),
);
const named = (list: readonly Parameters[]) =>
  list.map((parameters) => ({ name: JSON.stringify(parameters).replaceAll('é', ''), parameters }));

describe('filters on errors', () => {
  it.each([...named(filters), ...named(pairs), ...named(triples)])('$name', async ({ parameters }) => {
    const company = parameters['company'] ?? companies;
    const found = await errors(client, queryOf({ ...parameters, company, maxpagesize: 60 }));
    expect(found.map(({ id }) => id)).toEqual(expected({ ...parameters, company }));
  });

  it('finds entries with most of the filters, so that they are really tested', () => {
    expect(filters.filter((filter) => expected(filter).length > 0).length).toBeGreaterThan(28);
    expect(new Set(all.map(({ status }) => status))).toEqual(
      new Set(['open', 'resolved', 'snoozed', 'ignored']),
    );
  });

  it('takes a name with a comma as it is, and a comma between words as or', async () => {
    const [company] = companies;
    const encoded = encodeURIComponent(company);
    for (const value of [encoded, encoded.replaceAll('%2C', ',').replaceAll('%20', '+')]) {
      const found = await errors(client, `company=${value}`);
      expect(found.map(({ id }) => id)).toEqual(expected({ company }));
      const problems = problemsIn(await client.get(`problems?company=${value}`));
      expect(problems.value.length).toBeGreaterThan(0);
    }
    const found = await errors(client, `company=${encoded}&cause=missing-privilege,unclassified`);
    expect(found.map(({ id }) => id)).toEqual(
      expected({ company, cause: ['missing-privilege', 'unclassified'] }),
    );
  });

  it('reads a repeated parameter as or', async () => {
    const query = companies.map((company) => queryOf({ company: [company] })).join('&');
    expect((await errors(client, query)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('finds the entries of each problem by its id', async () => {
    const ids = [...new Set(all.map(({ problemId }) => problemId))];
    for (const problem of ids.slice(0, 6)) {
      const found = await errors(client, queryOf({ problem }));
      expect(found.map(({ id }) => id)).toEqual(expected({ problem }));
    }
    // More problems than one storage query can hold.
    const found = await errors(client, queryOf({ problem: ids.slice(0, 20) }));
    expect(found.map(({ id }) => id)).toEqual(expected({ problem: ids.slice(0, 20) }));
  });
});

describe('filters on problems', () => {
  const onProblems = filters.filter((filter) => !('q' in filter) && !('record' in filter));

  it.each(named(onProblems))('$name', async ({ parameters }) => {
    const company = parameters['company'] ?? companies;
    const { status, since, until, ...rest }: Parameters = { ...parameters, company };
    // Whole hours: the one of `since` is included, and the last one that begins before `until`.
    const from = since === undefined ? 0 : Math.floor(Date.parse(String(since)) / hourMs) * hourMs;
    const to = until === undefined ? Infinity : Math.ceil(Date.parse(String(until)) / hourMs) * hourMs;
    const matching = all.filter((entry) => {
      const time = Date.parse(entry.occurredAt);
      return time >= from && time < to && expected(rest).includes(entry.id);
    });
    const counts = Map.groupBy(matching, ({ problemId }) => problemId);
    const page = problemsIn(
      await client.get(`problems?${queryOf({ ...parameters, company, maxpagesize: 200 })}`),
    );
    const wanted = [...counts].filter(([, [entry]]) => !status || (entry && status.includes(entry.status)));
    expect(new Map(page.value.map(({ id, count }) => [id, count]))).toEqual(
      new Map(wanted.map(([id, entries]) => [id, entries.length])),
    );
  });
});
