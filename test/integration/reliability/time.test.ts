import { describe, expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { readError } from '../../../shared/use-cases/read-error.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { byLastSeen, memoryDeskAt, memoryPortsAt, type portsAt } from '../../support/desk-ports.ts';
import { aReportBody } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const minuteMs = 60_000;
const never = () => false;

type Ports = ReturnType<typeof portsAt>;

const reportAt = (ports: Ports, ...moments: readonly (number | string)[]) =>
  storeReports(
    ports,
    moments.map((at) => ({
      value: aReportBody({ occurredAt: typeof at === 'string' ? at : new Date(at).toISOString() }),
    })),
  );

/** What a reader sees: moments of the list, and the count of all problems. */
async function seen(ports: Ports) {
  const { entries } = await findErrors(ports, {}, undefined, 200);
  const { problems } = await findProblems(ports, {}, byLastSeen(200));
  return {
    moments: entries.map(({ entry }) => entry.report.occurredAt.toISOString()),
    count: problems.reduce((sum, { problem }) => sum + problem.count, 0),
  };
}

describe('clocks that differ, and absurd times', () => {
  it.each([
    ['a day ago', new Date(noon - dayMs).toISOString(), 'stored'],
    ['now', new Date(noon).toISOString(), 'stored'],
    ['five minutes ahead', new Date(noon + 5 * minuteMs).toISOString(), 'stored'],
    ['just within retention', new Date(noon - 7 * dayMs + 1).toISOString(), 'stored'],
    ['just at retention', new Date(noon - 7 * dayMs).toISOString(), 'expired'],
    ['the year 2000', '2000-01-01T00:00:00Z', 'expired'],
  ])('%s: %s is %s', async (_, occurredAt, outcome) => {
    const ports = memoryPortsAt(noon);
    const [result] = await reportAt(ports, occurredAt);
    expect(result).toMatchObject({ outcome, id: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/) });
    expect((await seen(ports)).count).toBe(outcome === 'stored' ? 1 : 0);
  });

  it.each([
    ['before 2000', '1999-12-31T23:59:59Z'],
    ['before 1601', '1600-12-31T23:59:59Z'],
    ['the empty date of Business Central', '0001-01-01T00:00:00Z'],
    ['before year 1, by its zone', '0001-01-01T00:00:00+14:00'],
  ])('%s, %s, is invalid: it is an empty or a wrong date', async (_, occurredAt) => {
    const results = await reportAt(memoryPortsAt(noon), noon, occurredAt);
    expect(results[1]).toMatchObject({ outcome: 'invalid', errors: [{ pointer: '/occurredAt' }] });
  });

  it.each([
    ['a millisecond more than five minutes', noon + 5 * minuteMs + 1, '5 min ahead'],
    ['an hour', noon + hourMs, '1 h 0 min ahead'],
    ['a day', noon + dayMs + hourMs, '1 d 1 h ahead'],
    ['year 9999', Date.parse('9999-12-31T23:59:59Z'), 'd 11 h ahead'],
  ])('%s ahead is invalid, and the answer says how far', async (_, at, words) => {
    const ports = memoryPortsAt(noon);
    const results = await reportAt(ports, noon, at);
    expect(results[1]).toMatchObject({
      outcome: 'invalid',
      errors: [{ pointer: '/occurredAt', detail: expect.stringContaining(words) }],
    });
  });
});

describe('edges of days, hours, years and retention', () => {
  it.each([
    [
      'the end of summer time',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+01:00',
      '2026-10-25T03:00:00Z',
    ],
    [
      'the start of summer time',
      '2026-03-29T01:59:59.999+01:00',
      '2026-03-29T03:00:00+02:00',
      '2026-03-29T04:00:00Z',
    ],
    ['the end of a year', '2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z', '2027-01-01T00:00:01Z'],
    ['a leap second', '2026-12-31T23:59:60Z', '2027-01-01T00:00:00.001Z', '2027-01-01T00:00:01Z'],
    ['a leap day', '2028-02-28T23:59:59.999Z', '2028-02-29T00:00:00Z', '2028-02-29T00:00:01Z'],
  ])(
    '%s: both sides are stored as two entries, listed in order and counted in their hours',
    async (_, before, after, now) => {
      const ports = memoryPortsAt(Date.parse(now));
      expect(await reportAt(ports, before, after)).toMatchObject([
        { outcome: 'stored' },
        { outcome: 'stored' },
      ]);
      const { moments, count } = await seen(ports);
      expect(moments).toEqual([...moments].sort().reverse());
      expect([moments.length, count]).toEqual([2, 2]);
    },
  );

  it('lists, counts and single entries keep to the horizon to the millisecond', async () => {
    const ports = memoryPortsAt(noon);
    const start = noon - 6 * dayMs;
    const results = await reportAt(ports, start - 1, start, start + 1, start + hourMs);
    const ids = results.map((result) => ('id' in result ? result.id : ''));
    for (const [at, left] of [
      [start - 2, 4],
      [start - 1, 3],
      [start, 2],
      [start + 1, 1],
      [start + hourMs - 1, 1],
      [start + hourMs, 0],
    ] as const) {
      ports.clock.at = at + 7 * dayMs;
      const { moments, count } = await seen(ports);
      expect([moments.length, count]).toEqual([left, left]);
      for (const [index, id] of ids.entries()) {
        const found = await readError(ports, id).catch(() => undefined);
        expect(found !== undefined).toBe(index >= 4 - left);
      }
    }
  });

  it('a clean-up deletes what occurred at its cut-off, and nothing a millisecond later', async () => {
    const ports = memoryPortsAt(noon);
    await reportAt(ports, noon - dayMs - 1, noon - dayMs, noon - dayMs + 1, noon);
    const cleanup = await beginCleanup(ports, { olderThanDays: 1, filter: undefined }, 'tester', never);
    expect(cleanup).toMatchObject({ deleted: 2, stillOpen: 2 });
    expect(await seen(ports)).toEqual({
      moments: [new Date(noon).toISOString(), new Date(noon - dayMs + 1).toISOString()],
      count: 2,
    });
  });
});

describe('a timer that did not run for days', () => {
  it('removes all of them in its next run, and records it', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    const moments = [0, 1, 2, 3, 4, 5, 6].map((back) => noon - back * dayMs);
    await reportAt(ports, ...moments);
    ports.clock.at = noon + 4 * dayMs;
    for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
    // The first run marks them: an instance that still shows them has a day to say so.
    expect((await storage.errorLog.days()).days).toEqual(
      expect.arrayContaining(moments.map((at) => dayOf(at))),
    );
    expect((await ports.desk.dropMarks()).map(({ day }) => day)).toEqual([
      '20260305',
      '20260306',
      '20260307',
    ]);
    ports.clock.at = noon + 5 * dayMs;
    for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
    const { days } = await storage.errorLog.days();
    expect(days.filter((day) => moments.some((at) => dayOf(at) === day))).toEqual([
      '20260308',
      '20260309',
      '20260310',
      '20260311',
    ]);
    expect(days).toEqual(expect.arrayContaining([dayOf(ports.clock.at), dayOf(ports.clock.at + dayMs)]));
    const { cleanups } = await ports.desk.state();
    expect(
      cleanups.map(({ kind, deleted, phase, by, undoUntil }) => [kind, deleted, phase, by, undoUntil]),
    ).toEqual([1, 2, 3].map(() => ['retention', 1, 'done', 'timer', undefined]));
    expect(await seen(ports)).toMatchObject({ count: 2 });
    for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
    expect((await ports.desk.state()).cleanups).toHaveLength(3);
  });

  it('keeps a day until 24 hours after all of it was found expired', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, noon);
    const expiredAt = Date.parse('2026-03-18T23:59:59.999Z');
    for (const [at, kept] of [
      [expiredAt - 1, true],
      [expiredAt + hourMs, true],
      [expiredAt + hourMs + dayMs - 1, true],
      [expiredAt + hourMs + dayMs, false],
    ] as const) {
      ports.clock.at = at;
      await runMaintenance(ports);
      expect((await storage.errorLog.days()).days.includes('20260311')).toBe(kept);
    }
  });
});
