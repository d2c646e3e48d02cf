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

/** Over nine days, several at one moment; the oldest two days are behind the retention. */
const entries = Array.from({ length: 300 }, (_, index) =>
  anErrorEntry({
    occurredAt: new Date(noon - Math.floor(index / 2) * 1.5 * hourMs).toISOString(),
    errorId: `${index}`,
    company: companies[index % 3],
    mapping: mappings[Math.floor(index / 3) % 2],
    message: messages[Math.floor(index / 5) % 2],
    ...(index % 4 === 0 ? { source: { app: 'business-central', recordId: records[index % 3] } } : {}),
    ...(index % 7 === 0 ? { destination: { app: 'dataverse', recordId: records[(index + 1) % 3] } } : {}),
  }),
);
const problemIds = [...new Set(entries.map(({ problemId }) => problemId))];

/** What each filter takes, in plain code; `resolved` are the problems that somebody resolved at noon. */
function takes(filter: ErrorFilter, entry: ErrorEntry, resolved: ReadonlySet<string>): boolean {
  const { report, problemId } = entry;
  const sides = [report.source?.recordId, report.destination?.recordId];
  return (
    report.occurredAt.getTime() > noon - 7 * dayMs &&
    (filter.company?.includes(report.company) ?? true) &&
    (filter.mapping?.includes(report.mapping ?? '') ?? true) &&
    (filter.problem?.includes(problemId) ?? true) &&
    (filter.record?.some((id) => sides.includes(id)) ?? true) &&
    (filter.status?.includes(resolved.has(problemId) ? 'resolved' : 'open') ?? true) &&
    (filter.since === undefined || report.occurredAt >= filter.since) &&
    (filter.until === undefined || report.occurredAt < filter.until) &&
    (filter.q === undefined || report.message.toLowerCase().includes(filter.q.toLowerCase()))
  );
}

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
      async summary(day, maxCalls) {
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
    problem: someOf(problemIds),
    record: someOf(records),
    status: fc.constantFrom(undefined, ['open'] as const, ['resolved'] as const),
    since: moment,
    until: moment,
    q: fc.constantFrom(undefined, 'unheard OF', 'salesperson', 'nobody says this'),
  },
  { requiredKeys: [] },
);

describe('a list of errors', () => {
  it('gives what the filter takes, newest first and each once, whatever the page size', async () => {
    const ports = memoryPortsAt(noon);
    await ports.errorLog.store(entries);
    const resolved = new Set(problemIds.slice(0, 5));
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
    await ports.errorLog.remove(first.entries.at(-1)?.entry.id ?? '');
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
});
