import { describe, expect, it } from 'vitest';
import type { ErrorLog } from '../../../shared/domain/ports/error-log.ts';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import type { ErrorFilter } from '../../../shared/domain/reports/error-filter.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { type FindErrorsPorts, findErrors, maxCallsPerPage } from '../../../shared/use-cases/find-errors.ts';
import { memoryDeskAt } from '../../support/desk-ports.ts';
import { countOnly, entriesOfManyPairs } from '../../support/many-entries.ts';
import { anErrorEntry } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const company = ['CRONUS Nord'];

/** So many errors of one company a day, 15 minutes apart, newest first, for some days back. */
const perDay = (counts: readonly number[]): ErrorEntry[] =>
  counts.flatMap((count, back) =>
    Array.from({ length: count }, (_, index) =>
      anErrorEntry({
        company: company[0],
        errorId: `${back}-${index}`,
        occurredAt: new Date(noon - back * dayMs - (index * hourMs) / 4).toISOString(),
      }),
    ),
  );

async function deskWith(entries: readonly ErrorEntry[], fold = true) {
  const { storage, ports } = memoryDeskAt(noon);
  await storage.errorLog.store(entries);
  const { days } = await storage.errorLog.days();
  if (fold) for (const day of days) await storage.errorLog.fold(day, () => false);
  await ports.desk.state();
  return { storage, ports };
}

/** Ports that note what is asked of the error log, and how much of it at once; `before` runs before each read. */
function watching(ports: FindErrorsPorts, before: () => Promise<void> = async () => undefined) {
  const seen = { summaries: [] as string[], reads: [] as string[], atOnce: 0, calls: 0 };
  let running = 0;
  const watched = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    seen.atOnce = Math.max(seen.atOnce, ++running);
    return await work().finally(() => running--);
  };
  const errorLog: Pick<ErrorLog, 'read' | 'search' | 'summary' | 'applies'> = {
    applies: (filter) => ports.errorLog.applies(filter),
    search(query) {
      seen.calls++;
      return watched(() => ports.errorLog.search(query));
    },
    async read(query) {
      seen.calls++;
      seen.reads.push(query.stretch.day);
      await before();
      return await watched(() => ports.errorLog.read(query));
    },
    async summary(day, maxCalls) {
      seen.summaries.push(day);
      const summary = await watched(() => ports.errorLog.summary(day, maxCalls));
      expect(summary.calls).toBeLessThanOrEqual(maxCalls);
      seen.calls += summary.calls;
      return summary;
    },
  };
  return { seen, ports: { ...ports, errorLog } };
}

/** All pages of a list, none of which may cost too many calls. */
async function listAll(
  listPorts: FindErrorsPorts,
  filter: ErrorFilter,
  pageSize: number,
  before?: () => Promise<void>,
) {
  const ids: string[] = [];
  const pages: number[] = [];
  let from: Parameters<typeof findErrors>[2];
  do {
    const { seen, ports } = watching(listPorts, before);
    const { entries, next } = await findErrors(ports, filter, from, pageSize);
    expect(seen.calls).toBeLessThanOrEqual(maxCallsPerPage);
    ids.push(...entries.map(({ entry }) => entry.id));
    pages.push(entries.length);
    from = next;
    expect(pages.length).toBeLessThan(100);
  } while (from);
  return { ids, pages };
}

const idsOf = (entries: readonly ErrorEntry[]) => entries.map(({ id }) => id);
const day = (back: number) => dayOf(noon - back * dayMs);

describe('the errors of a company over several days', () => {
  it('are counted and read side by side where all days are needed', async () => {
    const entries = perDay([3, 3, 3, 3, 3, 3, 2]);
    const { ports } = await deskWith(entries);
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { company }, undefined, 20);
    expect(page.entries.map(({ entry }) => entry.id)).toEqual(idsOf(entries));
    expect(page.next).toBeUndefined();
    // The counts of eight days, and the seven that hold something.
    expect(seen.calls).toBe(15);
    expect(seen.atOnce).toBeGreaterThanOrEqual(7);
  });

  it('are asked for no further than the counts of the first days make it likely', async () => {
    const { ports } = await deskWith(perDay([10, 10, 10, 10, 10, 10]));
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { company }, undefined, 25);
    expect(page.entries).toHaveLength(25);
    expect(page.next).toBeDefined();
    expect(seen.summaries).toEqual([day(0), day(1), day(2)]);
    expect(seen.reads).toEqual([day(0), day(1), day(2)]);
  });

  it('are not asked for behind a day that fills the page by far', async () => {
    const { ports } = await deskWith(perDay([10, 10, 40, 10, 10, 10]));
    const { seen, ports: watched } = watching(ports);
    expect((await findErrors(watched, { company }, undefined, 25)).entries).toHaveLength(25);
    expect(seen.summaries).toEqual([day(0), day(1), day(2)]);
  });

  it('are asked for a day ahead where entries tell the status', async () => {
    const { ports } = await deskWith(perDay([3, 30, 3, 3]));
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { company, status: ['open'] }, undefined, 20);
    expect(page.entries).toHaveLength(20);
    expect(seen.summaries).toEqual([day(0), day(1)]);
  });

  it('take as many days as fill the page, and go on in the middle of a day', async () => {
    const entries = perDay([2, 9, 1, 7, 12, 3, 8]);
    const { ports } = await deskWith(entries);
    for (const size of [1, 3, 5, 11, 15, 19, 41, 42, 43]) {
      const { ids, pages } = await listAll(ports, { company }, size);
      expect(ids).toEqual(idsOf(entries));
      expect(pages.slice(0, -1).every((length) => length === size)).toBe(true);
    }
  });

  it('are not read on a day whose counts hold none of them', async () => {
    const { ports } = await deskWith(perDay([2, 0, 0, 2, 0, 1, 0]));
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { company }, undefined, 20);
    expect(page.entries).toHaveLength(5);
    expect(seen.reads).toEqual([day(0), day(3), day(5)]);
  });

  it('are found once, though some of them are removed between their counts and their reading', async () => {
    const entries = perDay([4, 4, 4, 4, 4]);
    const { storage, ports } = await deskWith(entries);
    const removed = new Set([entries[3], entries[4], entries[10]]);
    const remove = async () => {
      for (const entry of removed) await storage.errorLog.remove(entry?.id ?? '', () => true);
    };
    for (const size of [6, 18, 50]) {
      const { ids } = await listAll(ports, { company }, size, remove);
      expect(ids).toEqual(idsOf(entries.filter((entry) => !removed.has(entry))));
    }
  });

  it('fail with the failure of one of the days, and of a day that is not needed not at all', async () => {
    const { ports } = await deskWith(perDay([3, 3, 3]));
    const failing = (failed: string): FindErrorsPorts => ({
      ...ports,
      errorLog: {
        applies: (filter) => ports.errorLog.applies(filter),
        search: (query) => ports.errorLog.search(query),
        read: (query) => ports.errorLog.read(query),
        summary: (one, maxCalls) =>
          one === failed ? Promise.reject(new Error('down')) : ports.errorLog.summary(one, maxCalls),
      },
    });
    await expect(findErrors(failing(day(2)), { company }, undefined, 20)).rejects.toThrow('down');
    expect((await findErrors(failing(day(2)), { company }, undefined, 5)).entries).toHaveLength(5);
  });
});

describe('days that are not folded', () => {
  /** Days with more ledger rows than one call reads, and errors of one company; of the others only counts are there. */
  async function unfolded(backs: readonly number[], rows: number) {
    const wanted = perDay([2, 2, 2, 2, 2, 2]);
    const { storage, ports } = await deskWith(wanted);
    for (const back of backs) {
      const [other] = entriesOfManyPairs(1, noon - back * dayMs - hourMs, noon - back * dayMs, `${back}`);
      if (other) await countOnly(storage, [other], rows);
    }
    await ports.desk.state();
    return { wanted, ports };
  }

  it('are asked again on their own, and counted within four calls', { timeout: 30_000 }, async () => {
    const { wanted, ports } = await unfolded([2], 1500);
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { company }, undefined, 50);
    expect(page.entries.map(({ entry }) => entry.id)).toEqual(idsOf(wanted));
    expect(page.next).toBeUndefined();
    expect(seen.calls).toBeLessThanOrEqual(maxCallsPerPage);
    expect(seen.summaries.filter((one) => one === day(2))).toHaveLength(2);
  });

  it('end a page early when calls are used up, and the next page goes on', { timeout: 30_000 }, async () => {
    const { wanted, ports } = await unfolded([0, 1, 2, 3, 4, 5], 1500);
    const { ids, pages } = await listAll(ports, { company }, 50);
    expect(ids).toEqual(idsOf(wanted));
    expect(pages.length).toBeGreaterThan(1);
  });

  it('are not reached, but those before them are on the page', { timeout: 30_000 }, async () => {
    const { wanted, ports } = await unfolded([4, 5], 2500);
    const { ids, pages } = await listAll(ports, { company }, 50);
    expect(ids).toEqual(idsOf(wanted));
    expect(pages).toEqual([10, 2]);
  });

  it('are read without their counts where four calls cannot read them', { timeout: 60_000 }, async () => {
    const { wanted, ports } = await unfolded([1], 4500);
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { company }, undefined, 50);
    expect(page.entries.map(({ entry }) => entry.id)).toEqual(idsOf(wanted));
    expect(seen.reads).toContain(day(1));
  });
});

describe('days that clean-ups cut into parts', () => {
  /** Three errors on each of seven days, two of them after noon, where seven clean-ups end that know of them all. */
  async function cutAtNoon() {
    const { storage, ports } = memoryDeskAt(noon);
    let epoch = '';
    for (let olderThanDays = 1; olderThanDays <= 7; olderThanDays++)
      epoch = (await beginCleanup(ports, { olderThanDays, filter: undefined }, 'x', () => false)).id;
    const entries = [1, 2, 3, 4, 5, 6].flatMap((back) =>
      [2, 1, -1].map((hours) =>
        anErrorEntry(
          {
            company: company[0],
            errorId: `${back} ${hours}`,
            occurredAt: new Date(noon - back * dayMs + hours * hourMs).toISOString(),
          },
          { epoch },
        ),
      ),
    );
    await storage.errorLog.store(entries);
    for (const one of (await storage.errorLog.days()).days) await storage.errorLog.fold(one, () => false);
    return { entries, ports };
  }

  it('take 18 calls at most for a page, and the next page goes on', async () => {
    const { entries, ports } = await cutAtNoon();
    const { ids, pages } = await listAll(ports, { company }, 50);
    expect(ids).toEqual(idsOf(entries));
    expect(pages).toHaveLength(2);
  });

  it('are read no further than to the part that fills the page', async () => {
    const { entries, ports } = await cutAtNoon();
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { company }, undefined, 1);
    expect(page.entries.map(({ entry }) => entry.id)).toEqual(idsOf(entries.slice(0, 1)));
    expect(page.next).toBeDefined();
    expect(seen.reads).toEqual([day(1)]);
  });
});

describe('a search', () => {
  const entriesFrom = (count: number, message: (index: number) => string) =>
    Array.from({ length: count }, (_, index) =>
      anErrorEntry({
        occurredAt: new Date(noon - index * 10).toISOString(),
        errorId: `${index}`,
        message: message(index),
      }),
    );

  it('reads ahead, and counts what it read ahead', { timeout: 30_000 }, async () => {
    const entries = entriesFrom(5500, (index) => (index === 5400 ? 'a needle' : 'hay'));
    const { ports } = await deskWith(entries, false);
    const { seen, ports: watched } = watching(ports);
    const page = await findErrors(watched, { q: 'needle' }, undefined, 10);
    expect(page.entries.map(({ entry }) => entry.id)).toEqual([entries[5400]?.id]);
    expect(page.next).toBeUndefined();
    // Six pages of today, one of each other day.
    expect(seen.calls).toBe(6 + 7);
    expect(seen.atOnce).toBe(2);
  });

  it('takes 18 calls at most, read ahead or not, and the next page goes on', {
    timeout: 60_000,
  }, async () => {
    const entries = entriesFrom(19_500, (index) => (index % 6000 === 5999 ? 'needle' : 'hay'));
    const { ports } = await deskWith(entries, false);
    const { seen, ports: watched } = watching(ports);
    const first = await findErrors(watched, { q: 'NEEDLE' }, undefined, 10);
    expect(seen.calls).toBe(maxCallsPerPage);
    expect(first.next).toEqual({ time: noon - 179_990, afterId: entries[17_999]?.id });
    const { ids } = await listAll(ports, { q: 'NEEDLE' }, 10);
    expect(ids).toEqual([5999, 11_999, 17_999].map((index) => entries[index]?.id));
  });

  it('reads nothing ahead that the page will not need', { timeout: 30_000 }, async () => {
    const matching = entriesFrom(3500, (index) => (index % 100 === 0 ? 'needle' : 'x'));
    const many = watching((await deskWith(matching, false)).ports);
    // Ten of each thousand match: the page is full in the second.
    const full = await findErrors(many.ports, { q: 'needle' }, undefined, 18);
    expect(full.entries).toHaveLength(18);
    expect(many.seen.calls).toBe(2);
    const hay = entriesFrom(3500, () => 'x'.repeat(1500));
    const long = watching((await deskWith(hay, false)).ports);
    // Two million characters end in the second thousand.
    expect((await findErrors(long.ports, { q: 'needle' }, undefined, 18)).next).toBeDefined();
    expect(long.seen.calls).toBe(2);
  });

  it('finds what stands only in a name that JSON escapes', async () => {
    const named = anErrorEntry({
      occurredAt: new Date(noon).toISOString(),
      message: 'x',
      source: { app: 'business-central', recordId: '1', name: 'The "Old" Mill \\ Sons' },
    });
    const { ports } = await deskWith([named], false);
    for (const q of ['"old" mill', 'mill \\ sons'])
      expect((await findErrors(ports, { q }, undefined, 10)).entries).toHaveLength(1);
    for (const q of ['\\"old', 'mill \\\\'])
      expect((await findErrors(ports, { q }, undefined, 10)).entries).toEqual([]);
  });
});
