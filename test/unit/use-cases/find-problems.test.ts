import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { occurredAtOf } from '../../../shared/domain/reports/entry-id.ts';
import { findProblems, type ProblemListFilter } from '../../../shared/use-cases/find-problems.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { memoryPortsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const companies = Array.from({ length: 20 }, (_, index) => `Company ${index}`);

const entries = Array.from({ length: 200 }, (_, index) =>
  anErrorEntry({
    occurredAt: new Date(noon - index * hourMs).toISOString(),
    errorId: `${index}`,
    company: companies[(index * 7) % 20],
  }),
);
const inReach = entries.filter(({ id }) => occurredAtOf(id) > noon - 7 * dayMs);

async function listAll(ports: ReturnType<typeof memoryPortsAt>, filter: ProblemListFilter, pageSize: number) {
  const found: Awaited<ReturnType<typeof findProblems>>['problems'][number][] = [];
  let next: Parameters<typeof findProblems>[2];
  do {
    const page = await findProblems(ports, filter, next, pageSize);
    expect(page.problems.length).toBeLessThanOrEqual(pageSize);
    found.push(...page.problems);
    next = page.next;
  } while (next);
  return found;
}

describe('a list of problems', () => {
  it('counts the entries in reach that the filter takes, latest first, whatever the size of a page', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const hours = fc.option(fc.integer({ min: -9 * 24, max: 2 }), { nil: undefined });
    const company = fc.option(fc.subarray(companies, { minLength: 1 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        company,
        hours,
        hours,
        fc.integer({ min: 1, max: 25 }),
        async (names, from, to, pageSize) => {
          const since = from === undefined ? undefined : new Date(noon + from * hourMs);
          const until = to === undefined ? undefined : new Date(noon + to * hourMs);
          const found = await listAll(ports, { company: names, since, until }, pageSize);
          const expected = new Map<string, number>();
          for (const { id, problemId, report } of inReach) {
            const time = occurredAtOf(id);
            if (names && !names.includes(report.company)) continue;
            if ((since && time < since.getTime()) || (until && time >= until.getTime())) continue;
            expected.set(problemId, (expected.get(problemId) ?? 0) + 1);
          }
          expect(new Map(found.map(({ id, count }) => [id, count]))).toEqual(expected);
          expect(found).toHaveLength(expected.size);
          const times = found.map(({ lastSeenAt = 0 }) => lastSeenAt);
          expect(times).toEqual(times.toSorted((one, other) => other - one));
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  });

  it('gives first and last time, a sample and hourly counts that add up', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    for (const view of await listAll(ports, {}, 50)) {
      const own = inReach.filter(({ problemId }) => problemId === view.id);
      const times = own.map(({ id }) => occurredAtOf(id));
      expect(view).toMatchObject({
        count: own.length,
        firstSeenAt: Math.min(...times),
        lastSeenAt: Math.max(...times),
        sampleErrorId: own[0]?.id,
        sampleMessage: own[0]?.report.message,
      });
      expect(view.series.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
    }
  });

  it('filters by the status that decisions give, also of problems that occurred again', async () => {
    const ports = memoryPortsAt(noon - 2 * hourMs);
    await ports.errorLog.store(entries.slice(2));
    const ids = entries.slice(0, 3).map(({ problemId }) => problemId);
    for (const id of ids.slice(0, 2))
      await recordDecision(ports, id, { status: 'resolved' }, 'tester', undefined);
    await recordDecision(ports, ids[2] ?? '', { status: 'ignored' }, 'tester', undefined);
    ports.clock.at = noon;
    await ports.errorLog.store(entries.slice(0, 1));
    const idsOf = async (...status: NonNullable<ProblemListFilter['status']>) =>
      (await listAll(ports, { status }, 3)).map(({ id }) => id);
    expect(await idsOf('regressed')).toEqual([ids[0]]);
    expect(await idsOf('resolved')).toEqual([ids[1]]);
    expect(await idsOf('ignored')).toEqual([ids[2]]);
    expect(await idsOf('open')).toHaveLength(17);
    expect(await idsOf('open', 'regressed')).toHaveLength(18);
  });
});
