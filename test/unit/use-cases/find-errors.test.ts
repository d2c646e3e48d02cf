import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import type { ErrorFilter } from '../../../shared/domain/reports/error-filter.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { type FindErrorsPorts, findErrors, maxCallsPerPage } from '../../../shared/use-cases/find-errors.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { memoryPortsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const companies = ['Adatum', 'Contoso', 'Fabrikam'];
const mappings = ['CUSTOMER', 'ITEM'];
const messages = [
  'Cannot find Salesperson/Purchaser in table Salesperson.',
  'Something UNHEARD of happened.',
];
const records = ['Customer: 1', 'Customer: 2', 'account 3'];
const names = ['Adatum Corporation', 'Trey Research'];

/** Over nine days, several at one moment; the oldest two days are behind the retention. */
const entries = Array.from({ length: 300 }, (_, index) =>
  anErrorEntry({
    occurredAt: new Date(noon - Math.floor(index / 2) * 1.5 * hourMs).toISOString(),
    errorId: `${index}`,
    company: companies[index % 3],
    mapping: mappings[Math.floor(index / 3) % 2],
    message: messages[Math.floor(index / 5) % 2],
    direction: index % 9 === 0 ? 'from-integration-table' : 'to-integration-table',
    ...(index % 10 === 0 ? { environment: 'Sandbox' } : {}),
    ...(index % 4 === 0
      ? { source: { app: 'business-central', recordId: records[index % 3], name: names[index % 2] } }
      : {}),
    ...(index % 7 === 0 ? { destination: { app: 'dataverse', recordId: records[(index + 1) % 3] } } : {}),
  }),
);
const problemIds = [...new Set(entries.map(({ problemId }) => problemId))];

/** What each filter takes, in plain code; `resolved` are the problems that somebody resolved at noon. */
function takes(filter: ErrorFilter, entry: ErrorEntry, resolved: ReadonlySet<string>): boolean {
  const { report, problemId } = entry;
  const sides = [report.source?.recordId, report.destination?.recordId];
  const texts = [report.message, ...sides, report.source?.name, report.destination?.name];
  const q = filter.q?.toLowerCase();
  return (
    report.occurredAt.getTime() > noon - 7 * dayMs &&
    (filter.company?.includes(report.company) ?? true) &&
    (filter.mapping?.includes(report.mapping ?? '') ?? true) &&
    (filter.environment?.includes(report.environment ?? '') ?? true) &&
    (filter.direction?.some((direction) => direction === report.direction) ?? true) &&
    (filter.cause?.includes(entry.diagnosis.cause) ?? true) &&
    (filter.resolver?.includes(entry.diagnosis.resolver) ?? true) &&
    (filter.problem?.includes(problemId) ?? true) &&
    (filter.record?.some((id) => sides.includes(id)) ?? true) &&
    (filter.status?.includes(resolved.has(problemId) ? 'resolved' : 'open') ?? true) &&
    (filter.since === undefined || report.occurredAt >= filter.since) &&
    (filter.until === undefined || report.occurredAt < filter.until) &&
    (q === undefined || texts.some((text) => text?.toLowerCase().includes(q)))
  );
}

const everything = { olderThanDays: undefined, filter: undefined };

/** Ports whose calls to storage are counted. */
function counting(ports: FindErrorsPorts) {
  const count = { calls: 0 };
  const counted: FindErrorsPorts = {
    ...ports,
    errorLog: {
      read(query) {
        count.calls++;
        return ports.errorLog.read(query);
      },
      search(query) {
        count.calls++;
        return ports.errorLog.search(query);
      },
      applies: (filter) => ports.errorLog.applies(filter),
      async summary(day, maxCalls, withRecords) {
        expect(withRecords).toBeFalsy();
        const summary = await ports.errorLog.summary(day, maxCalls);
        count.calls += summary.calls;
        return summary;
      },
    },
  };
  return { ports: counted, count };
}

/** All pages of a list; no page may be too long or cost too many calls. */
async function listAll(listPorts: FindErrorsPorts, filter: ErrorFilter, pageSize: number) {
  const { ports, count } = counting(listPorts);
  const found: { id: string; status: string }[] = [];
  let next: Parameters<typeof findErrors>[2];
  let pages = 0;
  do {
    count.calls = 0;
    const page = await findErrors(ports, filter, next, pageSize);
    expect(page.entries.length).toBeLessThanOrEqual(pageSize);
    expect(count.calls).toBeLessThanOrEqual(maxCallsPerPage);
    found.push(...page.entries.map(({ entry, status }) => ({ id: entry.id, status })));
    next = page.next;
    expect(++pages).toBeLessThan(500);
  } while (next);
  return found;
}

const someOf = (values: readonly string[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const moment = fc.option(
  fc.integer({ min: -10 * 24, max: 2 }).map((hours) => new Date(noon + hours * hourMs)),
  { nil: undefined },
);
const filters: fc.Arbitrary<ErrorFilter> = fc.record(
  {
    company: someOf(companies),
    mapping: someOf(mappings),
    // An empty name asks for what a report left out.
    environment: someOf(['Sandbox', '']),
    direction: fc.constantFrom(undefined, ['from-integration-table'] as const),
    cause: fc.constantFrom(undefined, ['record-missing'] as const, ['unclassified', 'throttled'] as const),
    resolver: fc.constantFrom(undefined, ['record-user'] as const, ['unknown', 'support'] as const),
    problem: someOf(problemIds),
    record: someOf(records),
    status: fc.constantFrom(undefined, ['open'] as const, ['resolved'] as const),
    since: moment,
    until: moment,
    q: fc.constantFrom(undefined, 'unheard OF', 'salesperson', 'TREY res', 'customer: 2', 'nobody says this'),
  },
  { requiredKeys: [] },
);

describe('a list of errors', () => {
  it('gives what the filter takes, newest first and each once, whatever the page size', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const resolved = new Set(problemIds.slice(0, Math.ceil(problemIds.length / 2)));
    for (const id of resolved) await recordDecision(ports, id, { status: 'resolved' }, 'tester', undefined);
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 60 }), async (filter, pageSize) => {
        const found = await listAll(ports, filter, pageSize);
        const expected = entries.filter((entry) => takes(filter, entry, resolved));
        expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        const times = found.map(({ id }) => id.slice(0, 10));
        expect(times).toEqual(times.toSorted().reverse());
        const ids = new Set(entries.filter(({ problemId }) => resolved.has(problemId)).map(({ id }) => id));
        for (const { id, status } of found) expect(status).toBe(ids.has(id) ? 'resolved' : 'open');
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it('ends at the horizon of a clean-up', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    await beginCleanup(ports, { olderThanDays: 2, filter: undefined }, 'tester', () => false);
    const left = entries.filter(({ report }) => report.occurredAt.getTime() > noon - 2 * dayMs);
    expect(await listAll(ports, {}, 7)).toHaveLength(left.length);
  });

  it('continues after an entry that was removed after its page was read', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const first = await findErrors(ports, {}, undefined, 10);
    await ports.errorLog.remove(first.entries.at(-1)?.entry.id ?? '', () => true);
    const second = await findErrors(ports, {}, first.next, 10);
    const ids = [...first.entries, ...second.entries].map(({ entry }) => entry.id);
    expect(new Set(ids).size).toBe(20);
  });

  it('reads few days at a time where nothing matches, and gives the position of the rest', async () => {
    const ports = { ...memoryPortsAt(noon), retentionDays: 90 };
    const old = anErrorEntry({ occurredAt: new Date(noon - 80 * dayMs).toISOString() });
    await ports.errorLog.store([old]);
    const page = await findErrors(ports, {}, undefined, 10);
    expect(page.entries).toEqual([]);
    expect(page.next).toBeDefined();
    expect((await listAll(ports, {}, 10)).map(({ id }) => id)).toEqual([old.id]);
  });

  it('gives what came in late, once, in its place: a clean-up could not know of it', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const { id: all } = await beginCleanup(ports, everything, 'tester', () => false);
    ports.clock.at += 60_000;
    const { id: newest } = await beginCleanup(
      ports,
      { ...everything, olderThanDays: 3 },
      'tester',
      () => false,
    );
    const late = [all, newest].flatMap((epoch, known) =>
      [1, 2.5, 3.5, 6].map((days) =>
        anErrorEntry(
          { occurredAt: new Date(noon - days * dayMs).toISOString(), errorId: `late ${known} ${days}` },
          { epoch },
        ),
      ),
    );
    await ports.errorLog.store(late);
    // Of those whose writer knew the first only, the second hides what is older than three days.
    const shown = late.filter(
      ({ epoch, report }) => epoch === newest || report.occurredAt.getTime() > ports.clock.at - 3 * dayMs,
    );
    const newestFirst = shown
      .map(({ id }) => id)
      .sort((one, other) => (one.slice(0, 10) < other.slice(0, 10) ? 1 : -1));
    const found = await listAll(ports, {}, 2);
    expect(found.map(({ id }) => id).sort()).toEqual(newestFirst.toSorted());
    expect(found.map(({ id }) => id.slice(0, 10))).toEqual(newestFirst.map((id) => id.slice(0, 10)));
    expect(await listAll(ports, { company: ['CRONUS'], status: ['open'] }, 3)).toHaveLength(shown.length);
  });

  it('searches two million characters a page at most, and says where to go on', async () => {
    const ports = memoryPortsAt(noon);
    const long = 'x'.repeat(8000);
    const many = Array.from({ length: 600 }, (_, index) =>
      anErrorEntry({
        occurredAt: new Date(noon - index).toISOString(),
        errorId: `${index}`,
        message: index === 580 ? `${long} needle` : long,
      }),
    );
    await ports.errorLog.store(many);
    const first = await findErrors(ports, { q: 'needle' }, undefined, 10);
    expect(first.entries).toEqual([]);
    // 250 entries of 8,000 characters.
    expect(first.next).toEqual({ time: noon - 249, afterId: many[249]?.id });
    expect((await listAll(ports, { q: 'needle' }, 10)).map(({ id }) => id)).toEqual([many[580]?.id]);
    // What is not searched is not counted.
    expect((await findErrors(ports, { record: ['none'] }, undefined, 10)).next).toBeUndefined();
  });

  it('finds few of one company among many in two calls a day, and one more for the counts', async () => {
    const ports = memoryPortsAt(noon);
    const many = Array.from({ length: 3000 }, (_, index) =>
      anErrorEntry({
        occurredAt: new Date(noon - index * 1000).toISOString(),
        errorId: `${index}`,
        company: index % 150 === 0 ? 'Few' : 'Many',
      }),
    );
    await ports.errorLog.store(many);
    await ports.errorLog.fold('20260311', () => false);
    const { ports: counted, count } = counting(ports);
    const page = await findErrors(counted, { company: ['Few'] }, undefined, 20);
    expect(page.entries).toHaveLength(20);
    expect(page.next).toBeUndefined();
    // A day whose counts hold none of it is not read.
    expect(count.calls).toBeLessThanOrEqual(8 + 1);
  });

  it('passes over what a clean-up hides in one call a day, however much it is', async () => {
    const ports = memoryPortsAt(noon);
    const many = Array.from({ length: 3000 }, (_, index) =>
      anErrorEntry({ occurredAt: new Date(noon - index * 1000).toISOString(), errorId: `${index}` }),
    );
    await ports.errorLog.store(many);
    const { id: epoch } = await beginCleanup(ports, everything, 'tester', () => false);
    const late = anErrorEntry({ occurredAt: new Date(noon - dayMs).toISOString() }, { epoch });
    await ports.errorLog.store([late]);
    const { ports: counted, count } = counting(ports);
    const page = await findErrors(counted, {}, undefined, 20);
    expect(page.entries.map(({ entry }) => entry.id)).toEqual([late.id]);
    expect(page.next).toBeUndefined();
    // Today has a part before the cut-off and one behind it.
    expect(count.calls).toBeLessThanOrEqual(8 + 1);
  });
});
