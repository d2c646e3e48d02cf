import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../shared/domain/reports/days.ts';
import { futureToleranceMs } from '../../shared/domain/reports/report-check.ts';
import { beginCleanup, previewCleanup } from '../../shared/use-cases/begin-cleanup.ts';
import { findErrors, maxCallsPerPage } from '../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../shared/use-cases/find-problems.ts';
import { readError } from '../../shared/use-cases/read-error.ts';
import { recordDecision } from '../../shared/use-cases/record-decision.ts';
import { revertCleanup } from '../../shared/use-cases/revert-cleanup.ts';
import { runMaintenance } from '../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { ContractClient } from '../support/contract-client.ts';
import {
  aCompany,
  cleanupIn,
  errorsIn,
  idsOf,
  problemsIn,
  queryOf,
  reportsIn,
} from '../support/desk-calls.ts';
import { byLastSeen, memoryDeskAt } from '../support/desk-ports.ts';
import { aReportBody, manyEntries } from '../support/reports.ts';
import { counted } from '../support/storage.ts';

const never = () => false;

describe('over HTTP, once the table of the day exists and horizon and decisions are cached', () => {
  let app: RunningApp;
  let client: ContractClient;
  beforeAll(async () => {
    app = await startApp();
    client = new ContractClient(app);
    await app.host.fireTimer('expireErrors');
  });
  afterAll(() => app.close());

  /** Reports of one moment, so that all are of one day. */
  const bodies = (company: string, count: number, name = 'e') => {
    const occurredAt = new Date().toISOString();
    return Array.from({ length: count }, (_, index) =>
      aReportBody({ company, errorId: `${name}${index}`, occurredAt, message: 'm' }),
    );
  };
  /** Days that may hold entries newer than now: tomorrow in the last minutes of a day. */
  const daysAhead = () => (dayOf(Date.now() + futureToleranceMs) === dayOf(Date.now()) ? 0 : 1);
  /** Reads horizon and decisions, so that what follows at once finds them cached. */
  const cacheState = () => client.get('errors?maxpagesize=1');

  /** A company whose problem and place are known today. */
  const aKnownCompany = async () => {
    const company = aCompany();
    await client.post('errors', bodies(company, 1, 'first'));
    return company;
  };

  it.each([
    { count: 1, calls: 1 },
    { count: 99, calls: 1 },
    { count: 100, calls: 2 },
    { count: 198, calls: 2 },
  ])('reports $count of a known problem and place in $calls', async ({ count, calls }) => {
    const answer = await client.post('errors', bodies(await aKnownCompany(), count));
    expect(reportsIn(answer).stored).toBe(count);
    expect(answer.storageCalls).toBe(calls);
  });

  it.each([
    { kinds: 'one new place', company: (base: string) => base },
    { kinds: '98 new places', company: (base: string, index: number) => `${base} ${index}` },
  ])('reports 98 of $kinds in 1: what is told of them takes one row', async ({ company }) => {
    const base = aCompany();
    const reports = bodies(base, 98).map((body, index) => ({ ...body, company: company(base, index) }));
    const first = await client.post('errors', reports);
    expect(reportsIn(first).stored).toBe(98);
    expect(first.storageCalls).toBe(1);
  });

  it('reports 10,000 of a known problem and place in 102, and stores nothing the second time', async () => {
    const company = await aKnownCompany();
    const all = bodies(company, 10_000);
    const first = await client.post('errors', all);
    expect(reportsIn(first).stored).toBe(10_000);
    expect(first.storageCalls).toBe(102);
    const again = await client.post('errors', all);
    expect(reportsIn(again)).toMatchObject({ stored: 0, duplicates: 10_000 });
    expect(again.storageCalls).toBeLessThanOrEqual(40);
    const problems = problemsIn(await client.get(`problems?${queryOf({ company: [company] })}`));
    expect(problems.value.map(({ count }) => count)).toEqual([10_001]);
    // The first page with a next one makes the key that signs page tokens.
    await client.get('errors');
    await cacheState();
    const page = await client.get('errors');
    expect(errorsIn(page).value).toHaveLength(50);
    expect(page.storageCalls).toBe(1 + daysAhead());
  });

  it('reports 10,000 of 192 known pairs of text and place in 102', async () => {
    const base = aCompany();
    const kinds = 192;
    const ofKind = (body: Record<string, unknown>, index: number) => ({
      ...body,
      company: `${base} ${index % 4}`,
      mapping: `MAPPING ${Math.floor(index / 4) % 6}`,
      message: `${'abcdefgh'.charAt(Math.floor(index / 24) % 8)} failed`,
    });
    await client.post('errors', bodies(base, kinds, 'first').map(ofKind));
    const answer = await client.post('errors', bodies(base, 10_000).map(ofKind));
    expect(reportsIn(answer).stored).toBe(10_000);
    expect(answer.storageCalls).toBe(102);
  });

  it('takes 100 callers at once in at most 10 each', async () => {
    const answers = await Promise.all(bodies(aCompany(), 100).map((body) => client.post('errors', body)));
    for (const answer of answers) {
      expect(reportsIn(answer).stored).toBe(1);
      expect(answer.storageCalls).toBeLessThanOrEqual(10);
    }
  });

  it('reads one entry in 1', async () => {
    const company = aCompany();
    await client.post('errors', bodies(company, 1));
    const [id] = await idsOf(client, company);
    expect((await client.get(`errors/${id}`)).storageCalls).toBe(1);
  });

  it('refuses what is wrong in 0', async () => {
    expect((await client.post('errors', {})).storageCalls).toBe(0);
    expect((await client.get('errors?x=1')).storageCalls).toBe(0);
  });

  it('previews and deletes all in at most 12', async () => {
    await cacheState();
    expect((await client.post('cleanups', { all: true, preview: true })).storageCalls).toBeLessThanOrEqual(
      11,
    );
    const answer = await client.post('cleanups', { all: true });
    expect(answer.storageCalls).toBeLessThanOrEqual(12);
    expect(cleanupIn(answer).deleted).toBeGreaterThan(10_000);
    expect((await client.delete(`cleanups/${cleanupIn(answer).id}`)).storageCalls).toBeLessThanOrEqual(2);
  });
});

// Texts of many kinds: causes of each scope, and some that no rule recognizes.
const texts = [
  'Cannot find Salesperson/Purchaser in table Salesperson.',
  'The Currency Exchange Rate does not exist. Identification fields and values: Currency Code=USD',
  'Principal user is missing prvReadAccount privilege',
  'AADSTS7000222: The provided client secret keys are expired.',
  ...Array.from({ length: 20 }, (_, index) => `Failed ${'very '.repeat(index)}oddly.`),
];

describe.each([
  { kinds: 'few kinds', texts: texts.slice(0, 1), companies: 7, mappings: 1, problems: 7, unclassified: 0 },
  { kinds: 'many kinds', texts, companies: 4, mappings: 2, problems: 8 + 4 + 1 + 1 + 20, unclassified: 20 },
])('over seven days of many errors of $kinds, folded', (world) => {
  // Half past eight: the horizon cuts through an hour that has entries on both sides.
  const now = Date.parse('2026-03-11T08:30:00.000Z');
  const { storage, ports } = memoryDeskAt(now);
  const perDay = 400;
  beforeAll(async () => {
    const items = Array.from({ length: 8 }, (_, back) =>
      Array.from({ length: perDay }, (_, index) => ({
        value: aReportBody({
          company: `Company ${index % world.companies}`,
          mapping: `MAPPING ${Math.floor(index / world.companies) % world.mappings}`,
          message: world.texts[Math.floor(index / world.companies / world.mappings) % world.texts.length],
          errorId: `${back}-${index}`,
          // Every 3.6 minutes, and the hour of the cut more often.
          occurredAt: new Date(
            now - back * dayMs + (index % 5 ? -index * 216_000 : index * 1000 - 1_800_000),
          ).toISOString(),
        }),
      })),
    ).flat();
    // Each is reported while it is within retention.
    ports.clock.at = now - dayMs;
    const early = items.filter(({ value }) => Date.parse(String(value['occurredAt'])) <= ports.clock.at);
    await storeReports(ports, early);
    ports.clock.at = now;
    await storeReports(
      ports,
      items.filter((item) => !early.includes(item)),
    );
    for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
    await ports.desk.state();
  });

  const horizon = now - 7 * dayMs;

  it('lists problems with hourly counts in at most 10, and one for each text that is shown', async () => {
    await ports.desk.state();
    const { result, calls } = await counted(() => findProblems(ports, {}, byLastSeen(200)));
    expect(calls).toBeLessThanOrEqual(10 + world.unclassified);
    expect(result.problems).toHaveLength(world.problems);
    const shown = result.problems.filter(({ sampleMessage }) => sampleMessage !== undefined);
    expect(shown).toHaveLength(world.unclassified);
    const { entries } = await allEntries();
    expect(result.problems.reduce((sum, { problem }) => sum + problem.count, 0)).toBe(entries.length);
    // The hour of the cut has entries on both sides of it.
    const cutHour = entries.filter((time) => time < Math.floor(horizon / hourMs) * hourMs + hourMs);
    expect(cutHour.length).toBeGreaterThan(0);
  });

  async function allEntries() {
    const entries: number[] = [];
    let from: Parameters<typeof findErrors>[2];
    do {
      const page = await findErrors(ports, {}, from, 200);
      entries.push(...page.entries.map(({ entry }) => entry.report.occurredAt.getTime()));
      from = page.next;
    } while (from);
    return { entries };
  }

  it('lists the newest 50 in 1, and reads one in 1', async () => {
    await ports.desk.state();
    const { result, calls } = await counted(() => findErrors(ports, {}, undefined, 50));
    expect([result.entries.length, calls]).toEqual([50, 1]);
    const id = result.entries[0]?.entry.id ?? '';
    expect((await counted(() => readError(ports, id))).calls).toBe(1);
  });

  it('finds the errors of each problem in no more calls than a day has tables and counts', async () => {
    const { problems } = await findProblems(ports, {}, byLastSeen(200));
    for (const { problem } of problems) {
      await ports.desk.state();
      const found: number[] = [];
      let from: Parameters<typeof findErrors>[2];
      do {
        const page = await counted(() => findErrors(ports, { problem: [problem.id] }, from, 200));
        expect(page.calls).toBeLessThanOrEqual(maxCallsPerPage);
        found.push(page.result.entries.length);
        from = page.result.next;
      } while (from);
      expect(found.reduce((sum, count) => sum + count, 0)).toBe(problem.count);
      expect(found.length).toBe(Math.ceil(problem.count / 200));
    }
  });

  it('decides on a problem of any size in at most 12', async () => {
    const { problems } = await findProblems(ports, {}, byLastSeen(1));
    const { id = '', count } = problems[0]?.problem ?? {};
    const cache = () => Promise.all([ports.desk.state(), ports.heartbeats.senders()]);
    await cache();
    const { result, calls } = await counted(() =>
      recordDecision(ports, id, { status: 'resolved' }, 'x', undefined),
    );
    expect(calls).toBeLessThanOrEqual(12);
    expect(result.problem.count).toBe(count);
    await cache();
    const again = await counted(() => recordDecision(ports, id, { note: 'n' }, 'x', '"1"'));
    expect(again.calls).toBeLessThanOrEqual(12);
    expect(again.result.history).toHaveLength(2);
  });

  it.each([
    { name: 'all', olderThanDays: undefined },
    { name: 'older than 3 days', olderThanDays: 3 },
    { name: 'older than 7 days', olderThanDays: 7 },
  ])('deletes and counts $name in at most 12, and undoes it in 2', async ({ olderThanDays }) => {
    await ports.desk.state();
    const request = { olderThanDays, filter: undefined };
    const { result: plan } = await counted(() => previewCleanup(ports, request, 'x'));
    await ports.desk.state();
    const { result: cleanup, calls } = await counted(() => beginCleanup(ports, request, 'x', never));
    expect(calls).toBeLessThanOrEqual(12);
    expect(cleanup).toMatchObject({ deleted: plan.deleted, phase: 'done' });
    const { entries } = await allEntries();
    expect(entries.every((time) => time > cleanup.cutoff.getTime())).toBe(true);
    expect((await counted(() => revertCleanup(ports, cleanup.id, never))).calls).toBeLessThanOrEqual(2);
  });

  it('drops a day of any size in 1', async () => {
    const { days } = await storage.errorLog.days();
    for (const day of days.slice(0, 2))
      expect((await counted(() => storage.errorLog.dropDay(day))).calls).toBe(1);
    expect((await storage.errorLog.days()).days).toEqual(days.slice(2));
  });
});

it('decides in at most 12 where every problem lost entries, each in a different hour', async () => {
  const now = Date.parse('2026-03-11T22:30:00.000Z');
  const { storage, ports } = memoryDeskAt(now);
  const results = await storeReports(
    ports,
    Array.from({ length: 24 }, (_, index) => {
      const occurredAt = new Date(now - (index >> 1) * hourMs - index).toISOString();
      return { value: aReportBody({ company: `Company ${index >> 1}`, errorId: `e${index}`, occurredAt }) };
    }),
  );
  for (const result of results.filter(({ index }) => index % 2 === 0))
    await storage.errorLog.remove('id' in result ? result.id : '', () => true);
  const { problems } = await findProblems(ports, {}, byLastSeen(200));
  expect(problems).toHaveLength(12);
  // Makes the desk's table.
  await ports.desk.tokenKey();
  for (const { problem, sampleErrorId } of problems) {
    await ports.desk.state();
    const { result, calls } = await counted(() =>
      recordDecision(ports, problem.id, { note: 'n' }, 'x', undefined),
    );
    expect(calls).toBeLessThanOrEqual(12);
    const left = results[2 * Number(result.problem.traits.company?.slice(8)) + 1];
    expect(result.problem.count).toBe(1);
    expect(sampleErrorId).toBe(left && 'id' in left ? left.id : '');
  }
});

describe('folds', () => {
  const day = '20260311';
  const noon = Date.parse('2026-03-11T12:00:00.000Z');

  /** Transactions of `rows` entries each of so many pairs, and of so many records. */
  async function aLedger(
    rows: number,
    perRow: number,
    { pairs, records }: { pairs: number; records: number },
  ) {
    const { storage } = memoryDeskAt(noon);
    for (let row = 0; row < rows; row++)
      await storage.errorLog.store(
        manyEntries(perRow, (index) => {
          const number = row * perRow + index;
          return {
            errorId: `${number}`,
            occurredAt: new Date(noon - number).toISOString(),
            company: `Company ${number % 4}`,
            message: `Failed ${'very '.repeat(Math.floor(number / 4) % (pairs / 4))}oddly.`,
            source: { app: 'business-central', recordId: `Customer: ${number % records}` },
            jobId: `job ${row}`,
          };
        }),
      );
    return storage;
  }

  it('take 1,000 ledger rows of 200 pairs and 5,000 records in at most 25 transactions', {
    timeout: 60_000,
  }, async () => {
    const { errorLog } = await aLedger(1000, 20, { pairs: 200, records: 5000 });
    const before = await errorLog.summary(day, 100);
    const { result, calls } = await counted(() => errorLog.fold(day, never));
    expect(result).toEqual({ folded: 1000, finished: true });
    // The rows and the mark are read as well.
    const reads = 1 + 1 + 2;
    expect(calls).toBeLessThanOrEqual(25 + reads);
    const after = await errorLog.summary(day, 100);
    expect(after.counts).toEqual(before.counts);
    expect(after.facts).toEqual(before.facts);
    expect(before.counts.size).toBe(200);
    expect(after.calls).toBe(1);
  });
});
