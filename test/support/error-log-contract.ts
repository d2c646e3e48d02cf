import { describe, expect, it } from 'vitest';
import type {
  ErrorLog,
  ErrorLogUpkeep,
  Position,
  StretchQuery,
} from '../../shared/domain/ports/error-log.ts';
import { dayOf, endOfDay, hourMs, startOfDay } from '../../shared/domain/reports/days.ts';
import { occurredAtOf } from '../../shared/domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../shared/domain/reports/error-entry.ts';
import { tally } from './counting.ts';
import { anErrorEntry } from './reports.ts';

type Log = ErrorLog & ErrorLogUpkeep;

const noon = Date.parse('2026-03-11T12:00:00Z');
const day = dayOf(noon);
const wholeDay = { day, newest: endOfDay(day), oldest: startOfDay(day) };
const never = () => false;

const entryAt = (at: number, parts: Readonly<Record<string, unknown>> = {}): ErrorEntry =>
  anErrorEntry({ occurredAt: new Date(at).toISOString(), errorId: `${at}`, ...parts });

/** Two companies in turn, a minute apart, newest first; the fourth shares its moment with the third. */
const entries = [0, 1, 2, 2, 4, 5, 6, 7, 8, 70, 71, 72].map((minutes, index) =>
  entryAt(noon - minutes * 60_000, {
    errorId: `${index}`,
    company: index % 2 === 0 ? 'Adatum' : 'Contoso',
    callStack: 'Codeunit 5339 line 1',
    source: { app: 'business-central', recordId: `Customer: ${index}` },
    destination: { app: 'dataverse', recordId: `account ${index % 3}` },
  }),
);
const newestFirst = [...entries].sort(
  (one, other) => occurredAtOf(other.id) - occurredAtOf(one.id) || (one.id < other.id ? -1 : 1),
);
const of = (company: string) => newestFirst.filter(({ report }) => report.company === company);
const adatum = of('Adatum')[0]?.problemId ?? '';
const contoso = of('Contoso')[0]?.problemId ?? '';
const idsOf = (some: readonly ErrorEntry[]) => some.map(({ id }) => id);

/** All pages of a query. */
async function readAll(log: ErrorLog, query: Omit<StretchQuery, 'from'>): Promise<ErrorEntry[]> {
  const found: ErrorEntry[] = [];
  let from: Position | undefined;
  do {
    const page = await log.read({ ...query, from });
    expect(page.entries.length).toBeLessThanOrEqual(query.most);
    found.push(...page.entries);
    from = page.next;
  } while (from);
  return found;
}

/** Counts by problem and hour; hours without entries may be there or not. */
async function countsOf(log: ErrorLog): Promise<Record<string, Record<number, number>>> {
  const { counts, complete } = await log.summary(day, 100);
  expect(complete).toBe(true);
  const found: Record<string, Record<number, number>> = {};
  for (const [id, { hours }] of counts)
    for (const [hour, { count }] of hours) if (count !== 0) found[id] = { ...found[id], [hour]: count };
  return found;
}

/** What lists, counts and clean-ups rely on in an error log, wherever it is. */
export function describeErrorLog(name: string, open: () => Log): void {
  async function aLog(): Promise<Log> {
    const log = open();
    await log.store(entries);
    return log;
  }

  describe(`the error log ${name}: storing`, () => {
    it('stores each entry once, whichever caller sends it again', async () => {
      const log = open();
      expect(tally((await log.store(entries.slice(0, 8))).values())).toEqual({ stored: 8 });
      expect(tally((await log.store(entries)).values())).toEqual({ stored: 4, duplicate: 8 });
      expect(await readAll(log, { stretch: wholeDay, most: 100 })).toHaveLength(12);
    });

    it('answers stored to exactly one of many callers who send the same entry at once', async () => {
      const log = open();
      const all = await Promise.all([1, 2, 3, 4].map(() => log.store(entries)));
      expect(tally(all.flatMap((outcomes) => [...outcomes.values()]))).toEqual({ stored: 12, duplicate: 36 });
    });

    it('stores nothing of no entries', async () => {
      expect((await open().store([])).size).toBe(0);
    });

    it('keeps entries by their UTC day', async () => {
      const log = open();
      await log.store([entryAt(startOfDay(day)), entryAt(startOfDay(day) - 1), entryAt(endOfDay(day))]);
      expect(await log.days()).toEqual(['20260310', '20260311']);
      expect(await readAll(log, { stretch: wholeDay, most: 10 })).toHaveLength(2);
    });
  });

  describe(`the error log ${name}: reading`, () => {
    it('gives one entry whole by its id', async () => {
      const log = await aLog();
      expect(await log.get(entries[3]?.id ?? '')).toEqual(entries[3]);
      expect(await log.get(entryAt(noon + 1).id)).toBeUndefined();
      expect(await log.get(entryAt(noon - 100 * hourMs).id)).toBeUndefined();
    });

    it.each([1, 2, 5, 11, 12, 13, 1000])(
      'gives pages of %i, newest first, each entry once and without its call stack',
      async (most) => {
        const found = await readAll(await aLog(), { stretch: wholeDay, most });
        expect(idsOf(found)).toEqual(idsOf(newestFirst));
        expect(found[0]?.report).toEqual({ ...newestFirst[0]?.report, callStack: undefined });
      },
    );

    it.each([
      ['the whole range', noon, noon - 72 * 60_000, 12],
      ['both ends inclusive', noon - 60_000, noon - 2 * 60_000, 3],
      ['a moment', noon - 2 * 60_000, noon - 2 * 60_000, 2],
      ['a moment without entries', noon - 3 * 60_000, noon - 3 * 60_000, 0],
      ['a millisecond less at the new end', noon - 1, noon - 60_000, 1],
      ['a millisecond less at the old end', noon, noon - 60_000 + 1, 1],
    ])('reads and counts a stretch: %s', async (_, newest, oldest, count) => {
      const log = await aLog();
      const stretch = { day, newest, oldest };
      expect(await readAll(log, { stretch, most: 5 })).toHaveLength(count);
      let counted = 0;
      for (const hours of (await log.count(stretch)).values())
        for (const hour of hours.values()) counted += hour.count;
      expect(counted).toBe(count);
    });

    it('filters by problems, of which one is enough', async () => {
      const log = await aLog();
      const read = (problems: readonly string[]) => readAll(log, { stretch: wholeDay, most: 2, problems });
      expect(idsOf(await read([adatum]))).toEqual(idsOf(of('Adatum')));
      expect(idsOf(await read([adatum, contoso]))).toEqual(idsOf(newestFirst));
      expect(await read(['0000000000000000'])).toEqual([]);
    });

    it('filters by records of either side, and by problems as well', async () => {
      const log = await aLog();
      const read = (records: readonly string[], problems?: readonly string[]) =>
        readAll(log, { stretch: wholeDay, most: 2, records, problems });
      expect(idsOf(await read(['Customer: 4']))).toEqual([entries[4]?.id]);
      const ofAccount = newestFirst.filter(({ report }) => report.destination?.recordId === 'account 1');
      expect(idsOf(await read(['account 1']))).toEqual(idsOf(ofAccount));
      expect(await read(['account 1', 'Customer: 0'])).toHaveLength(5);
      expect(await read(['account 1'], [adatum])).toHaveLength(2);
    });

    it('continues at a moment, or after an entry', async () => {
      const log = await aLog();
      const from = (position: Position) => log.read({ stretch: wholeDay, most: 100, from: position });
      expect((await from({ time: noon - 2 * 60_000 })).entries).toHaveLength(10);
      const [third, fourth] = newestFirst.slice(2, 4);
      const behind = await from({ time: noon - 2 * 60_000, afterId: third?.id });
      expect(behind.entries).toHaveLength(9);
      expect(behind.entries[0]?.id).toBe(fourth?.id);
    });

    it('finds nothing on a day without a table', async () => {
      const log = open();
      expect(await log.read({ stretch: wholeDay, most: 10 })).toEqual({ entries: [], next: undefined });
      expect((await log.count(wholeDay)).size).toBe(0);
      expect(await countsOf(log)).toEqual({});
    });
  });

  describe(`the error log ${name}: counts`, () => {
    it('are by problem and hour, with the first and last entry, before a compaction and after', async () => {
      const log = await aLog();
      const expected = { [adatum]: { 10: 1, 11: 4, 12: 1 }, [contoso]: { 10: 2, 11: 4 } };
      for (const compacts of [false, true]) {
        if (compacts) expect(await log.compact(day, never)).toMatchObject({ finished: true });
        expect(await countsOf(log)).toEqual(expected);
        const { counts } = await log.summary(day, 100);
        const hour = counts.get(contoso)?.hours.get(11);
        const own = of('Contoso').filter(({ id }) => occurredAtOf(id) >= noon - hourMs);
        expect(hour).toMatchObject({
          first: noon - 7 * 60_000,
          last: noon - 60_000,
          lastId: own[0]?.id,
          thinned: false,
        });
        expect(counts.get(contoso)?.traits).toMatchObject({ company: 'Contoso', mapping: 'CUSTOMER' });
      }
    });

    it('say what could not be read within the bound of calls', async () => {
      const log = await aLog();
      expect(await log.summary(day, 0)).toMatchObject({ complete: false, calls: 0 });
      expect(await log.summary(day, 1)).toMatchObject({ complete: true, calls: 1 });
    });
  });

  describe(`the error log ${name}: removing`, () => {
    it('takes one entry from lists and counts, for good', async () => {
      const log = await aLog();
      const [first, second] = of('Adatum');
      expect(await log.remove(first?.id ?? '')).toBe(true);
      expect(await log.remove(first?.id ?? '')).toBe(false);
      expect(await log.remove(entryAt(noon + 5).id)).toBe(false);
      expect(await log.get(first?.id ?? '')).toBeUndefined();
      expect(idsOf(await readAll(log, { stretch: wholeDay, most: 100 }))).not.toContain(first?.id);
      expect(await countsOf(log)).toMatchObject({ [adatum]: { 10: 1, 11: 4 } });
      const counted = (await log.count(wholeDay)).get(adatum);
      expect(counted?.get(11)).toMatchObject({ count: 4, lastId: second?.id });
      if (first) expect([...(await log.store([first])).values()]).toEqual(['duplicate']);
      expect(await log.get(first?.id ?? '')).toBeUndefined();
    });

    it('hides the entries of some problems under a clean-up, and brings them back', async () => {
      const log = await aLog();
      const before = await countsOf(log);
      const problems = new Set([adatum]);
      expect(await log.flag(wholeDay, problems, 'one', never)).toEqual({ changed: 6, finished: true });
      expect(await log.flag(wholeDay, problems, 'two', never)).toEqual({ changed: 0, finished: true });
      expect([await log.flagged(day, 'one'), await log.flagged(day, 'two')]).toEqual([6, 0]);
      expect(idsOf(await readAll(log, { stretch: wholeDay, most: 3 }))).toEqual(idsOf(of('Contoso')));
      expect(Object.keys(await countsOf(log))).toEqual([contoso]);
      expect(tally((await log.store(entries)).values())).toEqual({ duplicate: 12 });
      expect(await log.unflag(day, 'one', never)).toEqual({ changed: 6, finished: true });
      expect(await countsOf(log)).toEqual(before);
      expect(idsOf(await readAll(log, { stretch: wholeDay, most: 3 }))).toEqual(idsOf(newestFirst));
    });

    it('hides only what is in the stretch', async () => {
      const log = await aLog();
      const stretch = { day, newest: noon - 60_000, oldest: noon - hourMs };
      expect(await log.flag(stretch, new Set([adatum, contoso]), 'one', never)).toMatchObject({ changed: 8 });
      expect(await readAll(log, { stretch: wholeDay, most: 10 })).toHaveLength(4);
    });

    it('strips what a clean-up hides: it stays known, and does not come back', async () => {
      const log = await aLog();
      await log.flag(wholeDay, new Set([adatum]), 'one', never);
      expect(await log.strip(day, 'one', never)).toEqual({ changed: 6, finished: true });
      expect(await log.flagged(day, 'one')).toBe(0);
      expect(await log.unflag(day, 'one', never)).toEqual({ changed: 0, finished: true });
      expect(tally((await log.store(entries)).values())).toEqual({ duplicate: 12 });
      expect(await readAll(log, { stretch: wholeDay, most: 10 })).toHaveLength(6);
      expect(Object.keys(await countsOf(log))).toEqual([contoso]);
    });

    it('stops on request, and continues when run again', async () => {
      const log = open();
      await log.store(Array.from({ length: 250 }, (_, index) => entryAt(noon - index)));
      const { problemId } = entryAt(noon);
      let asked = 0;
      const stopped = await log.flag(wholeDay, new Set([problemId]), 'one', () => ++asked > 1);
      expect(stopped).toEqual({ changed: 99, finished: false });
      expect(await log.flagged(day, 'one')).toBe(99);
      const rest = await log.flag(wholeDay, new Set([problemId]), 'one', never);
      expect(rest).toEqual({ changed: 151, finished: true });
    });

    it('drops a day with all it holds; the same reports are new then', async () => {
      const log = await aLog();
      await log.createDay('20260309');
      expect(await log.days()).toEqual(['20260309', day]);
      await log.dropDay(day);
      await log.dropDay(day);
      expect(await log.days()).toEqual(['20260309']);
      expect(await countsOf(log)).toEqual({});
      expect(tally((await log.store(entries)).values())).toEqual({ stored: 12 });
    });
  });
}
