import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOfDay } from '../../../infra/demo/day-of-errors.ts';
import { causeTable } from '../../../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../../../shared/domain/diagnosis/diagnose.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { checkReport } from '../../../shared/domain/reports/report-check.ts';
import { overviewBody } from '../../../shared/http/bodies/overview-body.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { type ContractAnswer, ContractClient } from '../../support/contract-client.ts';
import { ago, report } from '../../support/desk-calls.ts';

const overviewIn = ({ body }: ContractAnswer) => overviewBody.parse(body);

/** An app with nothing in it. */
function emptyApp() {
  let app: RunningApp | undefined;
  let client: ContractClient | undefined;
  beforeAll(async () => {
    app = await startApp();
    client = new ContractClient(app);
  });
  afterAll(() => app?.close());
  return () => {
    if (!client) throw new Error('The app did not start');
    return client;
  };
}

describe('an overview of nothing', () => {
  const client = emptyApp();

  it('says that nothing is open', async () => {
    const { next, waiting, open, heard, heardCount, cleanups, notices } = overviewIn(
      await client().get('overview'),
    );
    expect({ next, waiting, heard, heardCount, cleanups, notices }).toEqual({
      next: [],
      waiting: [],
      heard: [],
      heardCount: 0,
      cleanups: [],
      notices: [],
    });
    expect(open).toEqual({ errors: 0, problems: 0, new: 0, regressed: 0, givenUp: 0 });
  });

  it('is 304 while nothing changed, whatever `at` says, and differs by language', async () => {
    const first = await client().get('overview');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('vary')).toContain('Accept-Language');
    for (const tags of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await client().get('overview', { 'if-none-match': tags });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const dutch = await client().get('overview', { 'if-none-match': etag, 'accept-language': 'nl' });
    expect(dutch.status).toBe(200);
    expect(dutch.headers.get('etag')).not.toBe(etag);
    await report(client(), { company: 'C' });
    expect((await client().get('overview', { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('an overview with long names', () => {
  const client = emptyApp();

  it.each([
    ['of one byte a character', 'x'],
    ['of three bytes a character', '語'],
    ['that JSON writes as six', '\u0001'],
  ])('has at most 32 kB: %s', async (_, character) => {
    const long = (name: string) => name.padEnd(512, character);
    await report(
      client(),
      ...Array.from({ length: 40 }, (_one, index) => ({
        environment: long(`E${index % 4}`),
        company: long(`C${index}`),
        mapping: long(`M${index % 3}`),
        message: `Failed ${'abcdefghij'.charAt(index % 10)} ${'so very '.repeat(100)} oddly`,
      })),
    );
    for (let index = 0; index < 3; index++)
      await client().post('cleanups', { olderThanDays: 90, filter: { company: Array(10).fill(long('C')) } });
    const answer = await client().get('overview', { 'accept-language': 'nl' });
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(32 * 1024);
    expect(overviewIn(answer).next.length).toBeGreaterThan(0);
  });
});

describe('an overview of what was decided', () => {
  const client = emptyApp();

  it('shows what is to be done: not what is set aside, waits or follows from another', async () => {
    const at = (hours: number) => ({ company: 'C', occurredAt: ago(hours * hourMs) });
    const source = { app: 'business-central', recordId: 'Customer: 1' };
    const messages = ['a', 'b', 'c', 'd'].map((letter) => `Failed ${letter} oddly`);
    await report(
      client(),
      ...messages.map((message, index) => ({ ...at(30 + index), message })),
      { ...at(1), message: 'Failed e oddly' },
      { ...at(2), message: 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.' },
      { ...at(3), mapping: 'SALESPEOPLE', message: 'Principal user is missing prvReadSystemUser privilege' },
      { ...at(3), message: 'The Salesperson Code JO must be coupled to a record in Dataverse.', source },
    );
    const before = overviewIn(await client().get('overview'));
    expect(before.open).toMatchObject({ errors: 8, problems: 8, new: 4, regressed: 0 });
    expect(before.waiting).toMatchObject([{ count: 1 }]);
    expect(before.next).toHaveLength(6);
    expect(before.next[0]).toMatchObject({ cause: 'missing-privilege', impact: 1, days: expect.any(Array) });
    expect(before.next[0]?.days.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(before.next.map(({ cause }) => cause)).not.toContain('dependency-not-coupled');
    const unclassified = before.next.filter(({ cause }) => cause === 'unclassified');
    expect(unclassified.every(({ sampleMessage }) => sampleMessage?.startsWith('Failed'))).toBe(true);
    for (const [index, status] of ['resolved', 'ignored', 'snoozed'].entries()) {
      const until = status === 'snoozed' ? { until: ago(-hourMs) } : {};
      await client().patch(`problems/${unclassified[index]?.id}`, { status, ...until });
    }
    const after = overviewIn(await client().get('overview'));
    expect(after.open).toMatchObject({ errors: 5, problems: 5 });
    expect(after.byResolver.reduce((sum, { problems }) => sum + problems, 0)).toBe(5);
    expect(after.next).toHaveLength(3);
    expect(after.heard).toMatchObject([{ company: 'C', quiet: false }]);
    await client().post('cleanups', { olderThanDays: 7 });
    expect(overviewIn(await client().get('overview')).cleanups).toMatchObject([{ kind: 'older-than' }]);
  });
});

/** What the day of the demo holds, counted one report after the other. */
function countByHand(start: number, now: Date) {
  const reports = errorsOfDay(start).flatMap((value) => {
    const checked = checkReport({ value }, now);
    return 'report' in checked ? [checked.report] : [];
  });
  const problemOf = (one: (typeof reports)[number]) => {
    const { cause, key, resolver } = diagnose(one);
    const { scope } = causeTable[cause];
    const where =
      scope === 'environment'
        ? []
        : scope === 'company'
          ? [one.company]
          : [one.company, one.mapping, one.direction];
    return JSON.stringify([one.environment, cause, key, resolver, ...where]);
  };
  const byProblem = Map.groupBy(reports, problemOf);
  return { reports, byProblem };
}

describe('an overview of the day of the demo', () => {
  const client = emptyApp();

  it('has the figures that a count by hand gives', async () => {
    const now = new Date();
    const start = Math.floor(now.getTime() / hourMs) * hourMs - 24 * hourMs;
    const { reports, byProblem } = countByHand(start, now);
    expect((await client().post('errors', errorsOfDay(start))).status).toBe(201);
    const { next, waiting, open, byResolver, byCause, heard, heardCount } = overviewIn(
      await client().get('overview'),
    );
    expect(open).toMatchObject({ errors: 300, problems: byProblem.size, new: byProblem.size, regressed: 0 });
    for (const { resolver, errors, problems } of byResolver) {
      const own = [...byProblem.values()].filter(([one]) => one && diagnose(one).resolver === resolver);
      expect({ resolver, problems, errors }).toEqual({
        resolver,
        problems: own.length,
        errors: own.reduce((sum, some) => sum + some.length, 0),
      });
    }
    const counts = [...byProblem.values()].map((some) => some.length);
    expect(waiting.map(({ count }) => count)).toEqual(
      [...byProblem.values()]
        .filter(([one]) => one && diagnose(one).resolver === 'wait')
        .map((some) => some.length)
        .sort((one, other) => other - one)
        .slice(0, 5),
    );
    for (const { cause, key = '', count, days, records } of next) {
      const own = [...byProblem.values()].filter(([one]) => {
        const found = one && diagnose(one);
        return found?.cause === cause && found.key === key;
      });
      const same = own.find((some) => some.length === count) ?? [];
      expect(same).toHaveLength(count);
      expect(days.reduce((sum, one) => sum + one, 0)).toBe(count);
      const names = new Set(same.map(({ source, destination }) => source?.recordId ?? destination?.recordId));
      names.delete(undefined);
      expect(records.count).toBe(names.size);
    }
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(300);
    const dayOf = (time: number) => Math.floor(time / dayMs);
    const daily = Array.from({ length: 7 }, (_, index) => {
      const day = dayOf(now.getTime()) - 6 + index;
      return reports.filter(({ occurredAt }) => dayOf(occurredAt.getTime()) === day).length;
    });
    const sums = daily.map((_, index) => byCause.reduce((sum, { days }) => sum + (days[index] ?? 0), 0));
    expect(sums).toEqual(daily);
    const companies = Map.groupBy(reports, ({ company }) => company);
    expect(heardCount).toBe(companies.size);
    for (const { company, lastErrorAt } of heard)
      expect(Date.parse(lastErrorAt ?? '')).toBe(
        Math.max(...(companies.get(company) ?? []).map(({ occurredAt }) => occurredAt.getTime())),
      );
    expect(open.givenUp).toBe(givenUpByHand(reports));
  });
});

/** Records whose last two runs in one direction failed with the same beginning of a text. */
function givenUpByHand(reports: ReturnType<typeof countByHand>['reports']): number {
  const tables: Readonly<Record<string, string>> = {
    Klant: 'Customer',
    Artikel: 'Item',
    Debitor: 'Customer',
  };
  const records = Map.groupBy(reports, ({ company, source, destination }) => {
    const side = source?.recordId ? source : destination;
    const id = side?.recordId?.replace(/^([^:]+):/, (_, table: string) => `${tables[table] ?? table}:`);
    return JSON.stringify([company, side?.app, id]);
  });
  records.delete(JSON.stringify([undefined, undefined, undefined]));
  let sum = 0;
  for (const [record, own] of records) {
    if (record.endsWith('null]')) continue;
    const directions = Map.groupBy(
      own.filter(({ jobType }) => jobType === undefined || jobType === 'synchronization'),
      ({ direction }) => direction,
    );
    const isGivenUp = [...directions.values()].some((some) => {
      const inOrder = some.toSorted((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());
      const runs = new Map<string, string>();
      for (const { jobId = '', message } of inOrder) {
        runs.delete(jobId);
        runs.set(jobId, message.slice(0, 250));
      }
      const [before, last] = [...runs.values()].slice(-2);
      return runs.size > 1 && last !== '' && before === last;
    });
    if (isGivenUp) sum++;
  }
  return sum;
}
