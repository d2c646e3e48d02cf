import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../shared/domain/reports/days.ts';
import { futureToleranceMs } from '../../shared/domain/reports/report-check.ts';
import { beginCleanup, previewCleanup } from '../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../shared/use-cases/find-errors.ts';
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
import { portsAt } from '../support/desk-ports.ts';
import { aReportBody } from '../support/reports.ts';
import { counted, memoryStorage } from '../support/storage.ts';

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
  const bodies = (company: string, count: number) => {
    const occurredAt = new Date().toISOString();
    return Array.from({ length: count }, (_, index) =>
      aReportBody({ company, errorId: `e${index}`, occurredAt, message: 'm' }),
    );
  };
  /** Days that may hold entries newer than now: tomorrow in the last minutes of a day. */
  const daysAhead = () => (dayOf(Date.now() + futureToleranceMs) === dayOf(Date.now()) ? 0 : 1);
  /** Reads horizon and decisions, so that what follows at once finds them cached. */
  const cacheState = () => client.get('errors?maxpagesize=1');

  it.each([
    { count: 1, calls: 1 },
    { count: 99, calls: 1 },
    { count: 100, calls: 2 },
    { count: 198, calls: 2 },
  ])('reports $count in $calls', async ({ count, calls }) => {
    const answer = await client.post('errors', bodies(aCompany(), count));
    expect(reportsIn(answer).stored).toBe(count);
    expect(answer.storageCalls).toBe(calls);
  });

  it('reports 10,000 in 102, and stores nothing the second time', async () => {
    const company = aCompany();
    const all = bodies(company, 10_000);
    const first = await client.post('errors', all);
    expect(reportsIn(first).stored).toBe(10_000);
    expect(first.storageCalls).toBe(102);
    const again = await client.post('errors', all);
    expect(reportsIn(again)).toMatchObject({ stored: 0, duplicates: 10_000 });
    expect(again.storageCalls).toBeLessThanOrEqual(40);
    const problems = problemsIn(await client.get(`problems?${queryOf({ company: [company] })}`));
    expect(problems.value.map(({ count }) => count)).toEqual([10_000]);
    // The first page with a next one makes the key that signs page tokens.
    await client.get('errors');
    await cacheState();
    const page = await client.get('errors');
    expect(errorsIn(page).value).toHaveLength(50);
    expect(page.storageCalls).toBe(1 + daysAhead());
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

describe('over seven days of many errors, compacted', () => {
  // Half past eight: the horizon cuts through an hour that has entries on both sides.
  const now = Date.parse('2026-03-11T08:30:00.000Z');
  const storage = memoryStorage();
  const ports = portsAt(storage, now);
  const perDay = 400;
  beforeAll(async () => {
    const items = Array.from({ length: 8 }, (_, back) =>
      Array.from({ length: perDay }, (_, index) => ({
        value: aReportBody({
          company: `Company ${index % 7}`,
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

  it('lists problems with hourly counts in at most 10', async () => {
    await ports.desk.state();
    const { result, calls } = await counted(() => findProblems(ports, {}, undefined, 200));
    expect(calls).toBeLessThanOrEqual(10);
    expect(result.problems).toHaveLength(7);
    const { entries } = await allEntries();
    expect(result.problems.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
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

  it('decides on a problem of any size in at most 12', async () => {
    const { problems } = await findProblems(ports, {}, undefined, 1);
    const id = problems[0]?.id ?? '';
    const { result, calls } = await counted(() =>
      recordDecision(ports, id, { status: 'resolved' }, 'x', undefined),
    );
    expect(calls).toBeLessThanOrEqual(12);
    expect(result.problem.count).toBe(problems[0]?.count);
    await ports.desk.state();
    expect(
      (await counted(() => recordDecision(ports, id, { note: 'n' }, 'x', '"1"'))).calls,
    ).toBeLessThanOrEqual(12);
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
    const days = await storage.errorLog.days();
    for (const day of days.slice(0, 2))
      expect((await counted(() => storage.errorLog.dropDay(day))).calls).toBe(1);
    expect(await storage.errorLog.days()).toEqual(days.slice(2));
  });
});

it('decides in at most 12 where every problem lost entries, each in a different hour', async () => {
  const now = Date.parse('2026-03-11T22:30:00.000Z');
  const storage = memoryStorage();
  const ports = portsAt(storage, now);
  const results = await storeReports(
    ports,
    Array.from({ length: 24 }, (_, index) => {
      const occurredAt = new Date(now - (index >> 1) * hourMs - index).toISOString();
      return { value: aReportBody({ company: `Company ${index >> 1}`, errorId: `e${index}`, occurredAt }) };
    }),
  );
  for (const result of results.filter(({ index }) => index % 2 === 0))
    await storage.errorLog.remove('id' in result ? result.id : '');
  const { problems } = await findProblems(ports, {}, undefined, 200);
  expect(problems).toHaveLength(12);
  // Makes the desk's table.
  await ports.desk.tokenKey();
  for (const { id } of problems) {
    await ports.desk.state();
    const { result, calls } = await counted(() => recordDecision(ports, id, { note: 'n' }, 'x', undefined));
    expect(calls).toBeLessThanOrEqual(12);
    const left = results[2 * Number(result.problem.traits.company.slice(8)) + 1];
    expect(result.problem).toMatchObject({ count: 1, sampleErrorId: left && 'id' in left ? left.id : '' });
  }
});
