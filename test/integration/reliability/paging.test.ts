import { describe, expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import type { ErrorFilter } from '../../../shared/domain/reports/error-filter.ts';
import { entryRowKey } from '../../../shared/storage/error-log/row-keys.ts';
import { dayTable } from '../../../shared/storage/tables/table-names.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors, maxCallsPerPage } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { countedEntries } from '../../support/counting.ts';
import { byLastSeen, portsAt } from '../../support/desk-ports.ts';
import { type Fault, type FaultPlan, startFaultProxy } from '../../support/fault-proxy.ts';
import { seededNumbers } from '../../support/gate.ts';
import { anErrorEntry } from '../../support/reports.ts';
import { freshStorage, memoryStorage } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;

type Ports = ReturnType<typeof portsAt>;

const entryAt = (at: number, name: string, company = 'Adatum', rest = '') =>
  anErrorEntry({
    occurredAt: new Date(at).toISOString(),
    errorId: name,
    company,
    message: `Text of ${name} failed${rest}`,
  });

/** Entries of two companies over three days; several share a millisecond. */
const spread = (count: number): ErrorEntry[] =>
  Array.from({ length: count }, (_, index) =>
    entryAt(noon - Math.floor(index / 3) * 25 * 60_000, `${index}`, index % 2 === 0 ? 'Adatum' : 'Contoso'),
  );

/** Newest first, as they are listed. */
const inOrder = (entries: readonly ErrorEntry[]) =>
  entries
    .map(({ id }) => ({ id, rowKey: entryRowKey(id) }))
    .sort((one, other) => (one.rowKey < other.rowKey ? -1 : 1))
    .map(({ id }) => id);

/** All pages of a list, with something done before each but the first. */
async function pagesOf(ports: Ports, filter: ErrorFilter, pageSize: number, between: () => Promise<void>) {
  const ids: string[] = [];
  let pages = 0;
  let next: Parameters<typeof findErrors>[2];
  do {
    if (pages > 0) await between();
    const page = await findErrors(ports, filter, next, pageSize);
    expect(page.entries.length).toBeLessThanOrEqual(pageSize);
    ids.push(...page.entries.map(({ entry }) => entry.id));
    next = page.next;
    expect(++pages).toBeLessThan(500);
  } while (next);
  return { ids, pages };
}

const filters: readonly (readonly [string, ErrorFilter, (entry: ErrorEntry) => boolean])[] = [
  ['without a filter', {}, () => true],
  ['by company', { company: ['Adatum'] }, ({ report }) => report.company === 'Adatum'],
  ['by status', { status: ['open'] }, () => true],
  ['by a part of the message', { q: 'TEXT OF 1' }, ({ report }) => report.message.startsWith('Text of 1')],
];

describe('a list is paged while entries come and go', () => {
  it.each(filters)('%s: every old entry comes once, and a new one at most once', async (_, filter, takes) => {
    const storage = memoryStorage();
    const ports = portsAt(storage, noon);
    const old = spread(300);
    await storage.errorLog.store(old);
    const random = seededNumbers(26);
    const deleted = new Set<string>();
    const added: ErrorEntry[] = [];
    const { ids, pages } = await pagesOf(ports, filter, 17, async () => {
      const late = Array.from({ length: 5 }, () =>
        entryAt(noon - random(2 * dayMs), `late 1 ${added.length} ${random(1e9)}`),
      );
      added.push(...late);
      await storage.errorLog.store(late);
      const removed = old[random(old.length)]?.id ?? '';
      await storage.errorLog.remove(removed, () => true);
      deleted.add(removed);
      if (random(3) === 0) await storage.errorLog.fold(dayOf(noon - random(3) * dayMs), never);
    });
    expect(pages).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    const times = ids.map((id) => id.slice(0, 10));
    expect(times).toEqual([...times].sort().reverse());
    const expected = old.filter((entry) => takes(entry) && !deleted.has(entry.id)).map(({ id }) => id);
    expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
    const known = new Set([...old, ...added].filter(takes).map(({ id }) => id));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  it('finds everything although a page searches as much as it may in texts that do not match', async () => {
    const storage = memoryStorage();
    const ports = portsAt(storage, noon);
    const many = Array.from({ length: 2400 }, (_, index) =>
      entryAt(noon - index, `plain ${index}`, 'Adatum', 'x'.repeat(1000)),
    );
    const wanted = [500, 2300].map((back) => entryAt(noon - back, `special ${back}`));
    await storage.errorLog.store([...many, ...wanted]);
    const { ids, pages } = await pagesOf(ports, { q: 'special' }, 50, () => Promise.resolve());
    expect(ids).toEqual(inOrder(wanted));
    expect(pages).toBeGreaterThan(1);
  });
});

/** Pages that are empty, short, or lack the row key of their continuation, by chance. */
function brokenPages(seed: number): FaultPlan {
  const random = seededNumbers(seed);
  const faults: readonly (Fault | undefined)[] = [
    { kind: 'empty-page' },
    { kind: 'short-page', rows: 1 },
    { kind: 'short-page', rows: 7 },
    undefined,
  ];
  return ({ kind, parameters }) => {
    if (kind === 'list-tables') return random(2) === 0 ? { kind: 'empty-page' } : undefined;
    if (kind !== 'query') return undefined;
    if (!parameters.has('NextPartitionKey') && random(4) === 0)
      return { kind: 'empty-page', withoutRowKey: true };
    return faults[random(faults.length)];
  };
}

describe('pages of storage that are empty or short, with more to come', () => {
  it.each([1, 2, 3])('lists, counts, clean-ups and folds give the same (seed %i)', async (seed) => {
    await using proxy = await startFaultProxy();
    const storage = freshStorage({ connectionString: proxy.connectionString });
    const ports = portsAt(storage, noon);
    const entries = spread(120);
    await storage.errorLog.store(entries);
    proxy.plan(brokenPages(seed));
    for (const [, filter, takes] of filters) {
      const { ids } = await pagesOf(ports, filter, 17, () => Promise.resolve());
      expect(ids).toEqual(inOrder(entries.filter(takes)));
    }
    const { days } = await storage.errorLog.days();
    expect(days).toHaveLength(2);
    expect(await countedEntries(storage.errorLog)).toBe(120);
    for (const day of days) expect(await storage.errorLog.fold(day, never)).toMatchObject({ finished: true });
    const cleanup = await beginCleanup(
      ports,
      { olderThanDays: undefined, filter: { company: ['Adatum'] } },
      'tester',
      never,
    );
    expect(cleanup).toMatchObject({ deleted: 60, phase: 'done' });
    const { problems } = await findProblems(ports, {}, byLastSeen(10));
    expect(problems.map(({ problem }) => problem.count)).toEqual([60]);
    expect((await ports.desk.cleanups(10)).map(({ id }) => id)).toEqual([cleanup.id]);
    await revertCleanup(ports, cleanup.id, never);
    expect(await countedEntries(storage.errorLog)).toBe(120);
    expect((await storage.errorLog.store(entries)).size).toBe(120);
    expect(await countedEntries(storage.errorLog)).toBe(120);
  });

  it('a page ends after 18 calls that found nothing, and the next page begins there', async () => {
    await using proxy = await startFaultProxy();
    const storage = freshStorage({ connectionString: proxy.connectionString });
    const ports = portsAt(storage, noon);
    const entries = spread(30);
    await storage.errorLog.store(entries);
    const ofDay = dayTable(storage.prefix, dayOf(noon));
    proxy.forget();
    proxy.plan(({ kind, table }) =>
      kind === 'query' && table === ofDay ? { kind: 'empty-page' } : undefined,
    );
    const { entries: none, next } = await findErrors(ports, {}, undefined, 50);
    expect(none).toEqual([]);
    expect(proxy.requests.filter(({ table }) => table === ofDay)).toHaveLength(maxCallsPerPage);
    proxy.plan();
    const rest = await findErrors(ports, {}, next, 50);
    // Each call starts where the one before it stopped, even on the next page.
    const [first, ...others] = proxy.requests.filter(({ table }) => table === ofDay);
    expect(first?.parameters.has('NextRowKey')).toBe(false);
    expect(new Set(others.map(({ parameters }) => parameters.get('NextRowKey')))).toEqual(
      new Set([first?.continuation]),
    );
    expect(rest.entries.map(({ entry }) => entry.id)).toEqual(inOrder(entries));
  });

  it('a continuation is used only with the table that gave it', async () => {
    await using proxy = await startFaultProxy();
    const storage = freshStorage({ connectionString: proxy.connectionString });
    const ports = portsAt(storage, noon);
    await storage.errorLog.store(spread(120));
    proxy.plan(brokenPages(4));
    proxy.forget();
    for (const [, filter] of filters)
      await pagesOf(ports, filter, 7, async () => {
        // The retention moves on while pages are read.
        ports.clock.at += hourMs / 60;
        await storage.errorLog.store([entryAt(noon - 5, `${proxy.requests.length}`)]);
      });
    const given = new Set<string>();
    let used = 0;
    for (const { table, parameters, continuation } of proxy.requests) {
      const rowKey = parameters.get('NextRowKey');
      if (rowKey) {
        used++;
        expect(given).toContain(`${table} ${rowKey}`);
      }
      if (continuation) given.add(`${table} ${continuation}`);
    }
    expect(used).toBeGreaterThan(20);
  });
});
