import { expect, it } from 'vitest';
import { countKey, type PairDay } from '../../../shared/domain/problems/pair-counts.ts';
import { type PairFacts, pairIdOf } from '../../../shared/domain/problems/problem.ts';
import { dayMs, hourMs, startOfDay } from '../../../shared/domain/reports/days.ts';
import { ulid } from '../../../shared/domain/reports/ulid.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { byLastSeen, memoryPortsAt } from '../../support/desk-ports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');

const pairs = Array.from({ length: 2000 }, (_, index): PairFacts => {
  const place = { company: `Company ${index}`, mapping: 'CUSTOMER', direction: '' } as const;
  return { environment: '', ...place, cause: 'throttled', key: '', resolver: 'wait' };
});
const facts = new Map(pairs.map((pair) => [pairIdOf(pair), pair]));

/** One error in each hour of a day. */
function hourly(day: string): PairDay {
  const times = Array.from({ length: 24 }, (_, hour) => startOfDay(day) + hour * hourMs);
  const hours = new Map(times.map((at, hour) => [hour, { count: 1, first: at, last: at }]));
  return { hours, lastId: ulid(times.at(-1) ?? 0, '0'.repeat(16)), lostId: '' };
}

it('a problem of 2,000 companies, seen in every hour of the retention, is listed', async () => {
  const ports = memoryPortsAt(noon);
  const errorLog = {
    summary: (day: string) => {
      const ofDay = hourly(day);
      const counts = new Map([...facts.keys()].map((pairId) => [countKey(pairId, ''), ofDay]));
      return Promise.resolve({ facts, counts, records: new Map(), complete: true, calls: 1 });
    },
    count: () => Promise.resolve(new Map()),
    get: () => Promise.resolve(undefined),
    read: () => Promise.resolve({ entries: [], next: undefined }),
  };
  const filter = { firstSeenSince: new Date(noon - 8 * dayMs) };
  const { problems } = await findProblems({ ...ports, errorLog }, filter, byLastSeen(10));
  expect(problems.map(({ problem }) => problem.places.length)).toEqual([2000]);
  expect(problems[0]?.problem.firstSeenAt).toBe(noon - 7 * dayMs + hourMs);
});
