import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../shared/domain/diagnosis/causes.ts';
import { traitsOf } from '../../../shared/domain/problems/problem.ts';
import { filterMatchesPair } from '../../../shared/domain/problems/problem-filter.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { occurredAtOf } from '../../../shared/domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import { findProblems, type ProblemListFilter } from '../../../shared/use-cases/find-problems.ts';
import type { OrderKey } from '../../../shared/use-cases/problem-order.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { byLastSeen, memoryPortsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const companies = Array.from({ length: 20 }, (_, index) => `Company ${index}`);

/** Texts whose causes have the scopes mapping, company, environment; the last one is not recognized. */
const messages = [
  'Cannot find Salesperson/Purchaser in table Salesperson.',
  'The Currency Exchange Rate does not exist. Identification fields and values: Currency Code=USD',
  'Principal user is missing prvReadAccount privilege',
  'Something unheard of happened.',
];

const entries = Array.from({ length: 200 }, (_, index) =>
  anErrorEntry({
    occurredAt: new Date(noon - index * hourMs).toISOString(),
    errorId: `${index}`,
    company: companies[(index * 7) % 20],
    mapping: index % 3 === 0 ? 'CUSTOMER' : 'ITEM',
    direction: index % 5 === 0 ? 'from-integration-table' : 'to-integration-table',
    message: messages[Math.floor(index / 3) % 4],
  }),
);
const inReach = entries.filter(({ id }) => occurredAtOf(id) > noon - 7 * dayMs);

/** How many of some entries each place has, most first. */
function placesOf(own: readonly ErrorEntry[]) {
  const byPlace = Map.groupBy(own, ({ counted: { company, mapping, direction } }) =>
    JSON.stringify({ company, mapping, direction }),
  );
  return [...byPlace].map(([place, some]) => ({
    ...JSON.parse(place),
    count: some.length,
    firstSeenAt: Math.min(...some.map(({ id }) => occurredAtOf(id))),
    lastSeenAt: Math.max(...some.map(({ id }) => occurredAtOf(id))),
  }));
}

async function listAll(ports: ReturnType<typeof memoryPortsAt>, filter: ProblemListFilter, pageSize: number) {
  const found: Awaited<ReturnType<typeof findProblems>>['problems'][number][] = [];
  let next: OrderKey | undefined;
  do {
    const page = await findProblems(ports, filter, byLastSeen(pageSize, next));
    expect(page.problems.length).toBeLessThanOrEqual(pageSize);
    found.push(...page.problems);
    next = page.next;
  } while (next);
  return found;
}

describe('a list of problems', () => {
  it('counts the entries in reach that the filter takes, by place, latest first, whatever the size of a page', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const hours = fc.option(fc.integer({ min: -9 * 24, max: 2 }), { nil: undefined });
    const someOf = (names: readonly string[]) =>
      fc.option(fc.subarray([...names], { minLength: 1 }), { nil: undefined });
    const filters = fc.record({
      company: someOf(companies),
      mapping: someOf(['CUSTOMER', 'ITEM']),
      direction: fc.constantFrom(undefined, ['from-integration-table'] as const),
      from: hours,
      to: hours,
    });
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 25 }), async ({ from, to, ...places }, most) => {
        const since = from === undefined ? undefined : new Date(noon + from * hourMs);
        const until = to === undefined ? undefined : new Date(noon + to * hourMs);
        const found = await listAll(ports, { ...places, since, until }, most);
        const expected = new Map<string, number>();
        for (const { id, problemId, pairId, counted } of inReach) {
          const time = occurredAtOf(id);
          if (!filterMatchesPair(places, pairId, counted)) continue;
          if ((since && time < since.getTime()) || (until && time >= until.getTime())) continue;
          expected.set(problemId, (expected.get(problemId) ?? 0) + 1);
        }
        expect(new Map(found.map(({ problem }) => [problem.id, problem.count]))).toEqual(expected);
        expect(found).toHaveLength(expected.size);
        for (const { problem } of found) {
          const inPlaces = problem.places.reduce((sum, { count }) => sum + count, 0);
          expect(inPlaces).toBe(problem.count);
        }
        const times = found.map(({ problem: { lastSeenAt = 0 } }) => lastSeenAt);
        expect(times).toEqual(times.toSorted((one, other) => other - one));
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  it('gives first and last time, places, a sample and hourly counts that add up', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const listed = await listAll(ports, {}, 50);
    expect(listed.length).toBe(new Set(inReach.map(({ problemId }) => problemId)).size);
    for (const { problem, sampleErrorId, sampleMessage } of listed) {
      const own = inReach.filter(({ problemId }) => problemId === problem.id);
      const times = own.map(({ id }) => occurredAtOf(id));
      expect(problem).toMatchObject({
        traits: own[0] && traitsOf(own[0].counted),
        count: own.length,
        firstSeenAt: Math.min(...times),
        lastSeenAt: Math.max(...times),
      });
      expect(sampleErrorId).toBe(own[0]?.id);
      // The text says what a problem is only where nothing else does.
      const isText = problem.traits.cause === 'unclassified';
      expect(sampleMessage).toBe(isText ? own[0]?.report.message : undefined);
      expect(problem.series.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
      expect(problem.places).toHaveLength(placesOf(own).length);
      expect(problem.places).toEqual(expect.arrayContaining(placesOf(own)));
      const counts = problem.places.map(({ count }) => count);
      expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    }
  });

  it('is one problem for what one act can mend', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const listed = await listAll(ports, {}, 50);
    const of = (cause: Cause) => listed.filter(({ problem }) => problem.traits.cause === cause);
    expect(of('missing-privilege')).toHaveLength(1);
    expect(of('unclassified')).toHaveLength(1);
    expect(of('exchange-rate-missing')).toHaveLength(
      new Set(
        inReach
          .filter(({ counted }) => counted.cause === 'exchange-rate-missing')
          .map(({ counted }) => counted.company),
      ).size,
    );
    const mappings = inReach.filter(({ counted }) => counted.cause === 'record-missing');
    expect(of('record-missing')).toHaveLength(new Set(mappings.map(({ pairId }) => pairId)).size);
  });

  it('takes first and last time, and the sample, of the selected places; the status of the whole problem', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const own = inReach.filter(({ counted }) => counted.cause === 'missing-privilege');
    const company = own.at(-1)?.counted.company ?? '';
    const ofCompany = own.filter(({ counted }) => counted.company === company);
    const [{ problemId = '' } = {}] = own;
    // Seen elsewhere after it was resolved.
    const resolvedAt = occurredAtOf(own[0]?.id ?? '') - hourMs;
    ports.clock.at = resolvedAt;
    await recordDecision(ports, problemId, { status: 'resolved' }, 'tester', undefined);
    ports.clock.at = noon;
    const [listed, ...others] = await listAll(
      ports,
      { company: [company], cause: ['missing-privilege'] },
      50,
    );
    expect(others).toEqual([]);
    expect(listed?.problem).toMatchObject({
      id: problemId,
      status: 'regressed',
      count: ofCompany.length,
      firstSeenAt: occurredAtOf(ofCompany.at(-1)?.id ?? ''),
      lastSeenAt: occurredAtOf(ofCompany[0]?.id ?? ''),
    });
    expect(listed?.sampleErrorId).toBe(ofCompany[0]?.id);
  });

  it('never names a removed entry as the sample', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const own = inReach.filter(({ counted }) => counted.cause === 'unclassified');
    await ports.errorLog.remove(own[0]?.id ?? '', () => true);
    for (const folds of [false, true]) {
      if (folds)
        for (const day of (await ports.errorLog.days()).days) await ports.errorLog.fold(day, () => false);
      const [listed] = await listAll(ports, { cause: ['unclassified'] }, 50);
      expect(listed?.sampleErrorId).toBe(own[1]?.id);
      expect(listed?.sampleMessage).toBe(own[1]?.report.message);
    }
  });

  it('carries the note of each decision of the page', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const [first = '', second = ''] = new Set(inReach.map(({ problemId }) => problemId));
    await recordDecision(ports, first, { status: 'ignored', note: 'Known' }, 'tester', undefined);
    await recordDecision(ports, second, { status: 'ignored' }, 'tester', undefined);
    const decisions = (await listAll(ports, { status: ['ignored'] }, 50)).map(
      ({ problem }) => problem.decision,
    );
    expect(decisions.map((decision) => decision?.note).sort()).toEqual(['Known', undefined]);
  });

  it('filters by the status that decisions give, also of problems that occurred again', async () => {
    const one = (index: number, at: number) =>
      anErrorEntry({
        occurredAt: new Date(at).toISOString(),
        errorId: `${index} ${at}`,
        company: companies[index],
      });
    const ports = memoryPortsAt(noon - 2 * hourMs);
    const all = companies.map((_, index) => one(index, noon - 3 * hourMs));
    await ports.errorLog.store(all);
    const ids = all.slice(0, 3).map(({ problemId }) => problemId);
    for (const id of ids.slice(0, 2))
      await recordDecision(ports, id, { status: 'resolved' }, 'tester', undefined);
    await recordDecision(ports, ids[2] ?? '', { status: 'ignored' }, 'tester', undefined);
    ports.clock.at = noon;
    await ports.errorLog.store([one(0, noon)]);
    const idsOf = async (...status: NonNullable<ProblemListFilter['status']>) =>
      (await listAll(ports, { status }, 3)).map(({ problem }) => problem.id);
    expect(await idsOf('regressed')).toEqual([ids[0]]);
    expect(await idsOf('resolved')).toEqual([ids[1]]);
    expect(await idsOf('ignored')).toEqual([ids[2]]);
    expect(await idsOf('open')).toHaveLength(17);
    expect(await idsOf('open', 'regressed')).toHaveLength(18);
  });
});
