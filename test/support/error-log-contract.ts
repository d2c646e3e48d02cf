import { describe, expect, it } from 'vitest';
import type {
  ErrorLog,
  ErrorLogUpkeep,
  Position,
  StoredFilter,
  StretchQuery,
} from '../../shared/domain/ports/error-log.ts';
import { countKey, countKeyParts } from '../../shared/domain/problems/pair-counts.ts';
import { problemIdOf } from '../../shared/domain/problems/problem.ts';
import { filterMatchesPair } from '../../shared/domain/problems/problem-filter.ts';
import { recordOf } from '../../shared/domain/problems/record-failures.ts';
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
const always = () => true;

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
/** The key under which the entries of a company are counted. */
const keyOf = (company: string) => countKey(of(company)[0]?.pairId ?? '', '');
const ofAdatum = ({ report }: ErrorEntry) => report.company === 'Adatum';
const idsOf = (some: readonly ErrorEntry[]) => some.map(({ id }) => id);

/** All pages of a query. */
async function readAll(
  log: ErrorLog,
  { filter = {}, ...rest }: Omit<StretchQuery, 'from' | 'filter'> & { readonly filter?: StoredFilter },
): Promise<ErrorEntry[]> {
  const query = { filter, ...rest };
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
  for (const [key, { hours }] of counts) {
    const id = problemIdOf(countKeyParts(key).pairId);
    for (const [hour, { count }] of hours) {
      const sum = (found[id]?.[hour] ?? 0) + count;
      if (count !== 0) found[id] = { ...found[id], [hour]: sum };
    }
  }
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
      expect((await log.days()).days).toEqual(['20260310', '20260311']);
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
      for (const { hours } of (await log.count(stretch)).values())
        for (const hour of hours.values()) counted += hour.count;
      expect(counted).toBe(count);
    });

    it('filters by problems, of which one is enough', async () => {
      const log = await aLog();
      const read = (problem: readonly string[]) =>
        readAll(log, { stretch: wholeDay, most: 2, filter: { problem } });
      expect(idsOf(await read([adatum]))).toEqual(idsOf(of('Adatum')));
      expect(idsOf(await read([adatum, contoso]))).toEqual(idsOf(newestFirst));
      expect(await read(['0000000000000000'])).toEqual([]);
    });

    it('filters by records of either side, and by problems as well', async () => {
      const log = await aLog();
      const read = (record: readonly string[], problem?: readonly string[]) =>
        readAll(log, { stretch: wholeDay, most: 2, filter: { record, problem } });
      expect(idsOf(await read(['Customer: 4']))).toEqual([entries[4]?.id]);
      const ofAccount = newestFirst.filter(({ report }) => report.destination?.recordId === 'account 1');
      expect(idsOf(await read(['account 1']))).toEqual(idsOf(ofAccount));
      expect(await read(['account 1', 'Customer: 0'])).toHaveLength(5);
      expect(await read(['account 1'], [adatum])).toHaveLength(2);
    });

    it.each<[string, StoredFilter]>([
      ['companies', { company: ['Adatum'] }],
      ['names with quotes', { company: ["O'Neil's"] }],
      ['mappings', { mapping: ['ITEM', 'CURRENCY'] }],
      ['environments', { environment: ['Sandbox'] }],
      ['what reports left out', { environment: ['', 'Production'], mapping: ['ITEM'] }],
      ['directions', { direction: ['from-integration-table'] }],
      ['causes', { cause: ['missing-privilege'] }],
      ['resolvers', { resolver: ['administrator', 'unknown'] }],
      ['several at once', { company: ['Adatum', "O'Neil's"], cause: ['record-missing'], mapping: ['ITEM'] }],
    ])('filters by %s', async (_, filter) => {
      const log = open();
      const various = Array.from({ length: 60 }, (_value, index) =>
        entryAt(noon - index, {
          company: ['Adatum', 'Contoso', "O'Neil's"][index % 3],
          mapping: ['CUSTOMER', 'ITEM', 'CURRENCY'][Math.floor(index / 3) % 3],
          direction: index % 5 === 0 ? 'from-integration-table' : 'to-integration-table',
          ...(index % 4 === 0 ? { environment: 'Sandbox' } : {}),
          ...(index % 7 === 0 ? { message: 'Principal user is missing prvReadAccount privilege' } : {}),
        }),
      );
      await log.store(various);
      const expected = various.filter(({ pairId, counted }) => filterMatchesPair(filter, pairId, counted));
      expect(expected.length).toBeGreaterThan(0);
      const found = await readAll(log, { stretch: wholeDay, most: 7, filter });
      // What no comparison finds is left to the reader.
      const isApplied = !filter.environment?.includes('');
      expect(log.applies(filter)).toBe(isApplied);
      const matching = found.filter(({ pairId, counted }) => filterMatchesPair(filter, pairId, counted));
      expect(idsOf(isApplied ? found : matching)).toEqual(idsOf(expected));
    });

    it('leaves a list that is too long for storage to the reader, and says so', async () => {
      const log = await aLog();
      const company = ['Adatum', ...Array.from({ length: 30 }, (_, index) => `Company ${index}`)];
      const filter = { company, record: ['account 1'] };
      expect(log.applies(filter)).toBe(false);
      const found = idsOf(await readAll(log, { stretch: wholeDay, most: 2, filter }));
      const ofAccount = newestFirst.filter(({ report }) => report.destination?.recordId === 'account 1');
      expect(found).toEqual(idsOf(ofAccount));
    });

    it('gives only what came in after a clean-up, where asked to', async () => {
      const log = await aLog();
      const late = ['01KKEC98G00000000000000001', '01KKEC98G00000000000000002'].map((epoch, index) =>
        anErrorEntry(
          { occurredAt: new Date(noon - index).toISOString(), errorId: `late ${index}` },
          { epoch },
        ),
      );
      await log.store(late);
      const read = async (epochFrom: string | undefined) =>
        (await readAll(log, { stretch: wholeDay, most: 5, epochFrom })).length;
      expect(await read(undefined)).toBe(14);
      expect(await read(late[0]?.epoch)).toBe(2);
      expect(await read(late[1]?.epoch)).toBe(1);
      expect(await read('01KKEC98G00000000000000003')).toBe(0);
      expect(await log.hasEntriesSince(day, late[1]?.epoch ?? '')).toBe(true);
      expect(await log.hasEntriesSince(day, '01KKEC98G00000000000000003')).toBe(false);
      expect(await log.get(late[1]?.id ?? '')).toEqual(late[1]);
    });

    it('continues at a moment, or after an entry', async () => {
      const log = await aLog();
      const from = (position: Position) =>
        log.read({ stretch: wholeDay, most: 100, filter: {}, from: position });
      expect((await from({ time: noon - 2 * 60_000 })).entries).toHaveLength(10);
      const [third, fourth] = newestFirst.slice(2, 4);
      const behind = await from({ time: noon - 2 * 60_000, afterId: third?.id });
      expect(behind.entries).toHaveLength(9);
      expect(behind.entries[0]?.id).toBe(fourth?.id);
    });

    it('looks through entries page by page, and tells early where the next page begins', async () => {
      const log = await aLog();
      const found: string[] = [];
      const seen: string[] = [];
      const early: (Position | undefined)[] = [];
      const search = (from: Position | undefined, onMore?: (next: Position) => void) =>
        log.search({ stretch: wholeDay, most: 5, filter: {}, q: 'ACCOUNT 1', from, onMore });
      let from: Position | undefined;
      do {
        let next: Position | undefined;
        const page = await search(from, (position) => {
          next = position;
        });
        early.push(next);
        // What was told early is where the page ends.
        const inTime = next && (await search(next)).seen;
        expect(inTime).toEqual(page.next && (await search(page.next)).seen);
        seen.push(...page.seen.map(({ id }) => id));
        found.push(...page.seen.flatMap(({ entry }) => entry?.id ?? []));
        from = page.next;
      } while (from);
      expect(early.map((one) => one !== undefined)).toEqual([true, true, false]);
      expect(seen).toEqual(idsOf(newestFirst));
      expect(found).toEqual(
        idsOf(newestFirst.filter(({ report }) => report.destination?.recordId === 'account 1')),
      );
    });

    it('finds nothing on a day without a table', async () => {
      const log = open();
      expect(await log.search({ stretch: wholeDay, most: 10, filter: {}, q: 'x' })).toEqual({
        seen: [],
        next: undefined,
      });
      expect(await log.read({ stretch: wholeDay, most: 10, filter: {} })).toEqual({
        entries: [],
        next: undefined,
      });
      expect(await log.hasEntriesSince(day, '')).toBe(false);
      expect((await log.count(wholeDay)).size).toBe(0);
      expect(await countsOf(log)).toEqual({});
    });
  });

  describe(`the error log ${name}: counts`, () => {
    it('are by pair and hour, with the first and last entry, before a fold and after', async () => {
      const log = await aLog();
      const expected = { [adatum]: { 10: 1, 11: 4, 12: 1 }, [contoso]: { 10: 2, 11: 4 } };
      for (const folds of [false, true]) {
        if (folds) expect(await log.fold(day, never)).toEqual({ folded: 1, finished: true });
        expect(await countsOf(log)).toEqual(expected);
        const { counts, facts } = await log.summary(day, 100);
        const own = of('Contoso').filter(({ id }) => occurredAtOf(id) >= noon - hourMs);
        const pair = counts.get(keyOf('Contoso'));
        expect(pair).toMatchObject({ lastId: own[0]?.id, lostId: '' });
        expect(pair?.hours.get(11)).toEqual({
          count: 4,
          first: noon - 7 * 60_000,
          last: noon - 60_000,
        });
        expect(facts.get(own[0]?.pairId ?? '')).toEqual(own[0]?.counted);
      }
      expect(await log.fold(day, never)).toEqual({ folded: 0, finished: true });
    });

    it('are apart for each epoch', async () => {
      const log = await aLog();
      const epoch = '01KKEC98G00000000000000001';
      const late = anErrorEntry(
        { occurredAt: new Date(noon).toISOString(), errorId: 'late', company: 'Adatum' },
        { epoch },
      );
      await log.store([late]);
      for (const folds of [false, true]) {
        if (folds) await log.fold(day, never);
        const { counts } = await log.summary(day, 100);
        expect(counts.get(countKey(late.pairId, epoch))?.hours.get(12)).toMatchObject({ count: 1 });
        expect(counts.get(keyOf('Adatum'))?.hours.get(12)).toMatchObject({ count: 1 });
        expect((await log.count(wholeDay)).get(countKey(late.pairId, epoch))?.lastId).toBe(late.id);
      }
    });

    it('come with the records of each pair where asked for, before a fold and after', async () => {
      const log = await aLog();
      const expected = of('Contoso').map(({ report }) => recordOf(report) ?? '');
      for (const folds of [false, true]) {
        if (folds) await log.fold(day, never);
        expect((await log.summary(day, 100)).records).toEqual(folds ? new Map() : expect.any(Map));
        const { records } = await log.summary(day, 100, true);
        const own = records.get(keyOf('Contoso'));
        expect([...(own?.records.keys() ?? [])].sort()).toEqual(expected.sort());
        for (const { count, failures } of own?.records.values() ?? []) {
          expect(count).toBe(1);
          expect(failures).toHaveLength(1);
        }
      }
    });

    it('are added up again only after something changed', async () => {
      const log = await aLog();
      const first = await log.summary(day, 100, true);
      const again = await log.summary(day, 100, true);
      expect(again.calls).toBe(1);
      expect(again.counts).toBe(first.counts);
      expect(again.records).toBe(first.records);
      await log.store([entryAt(noon + 1)]);
      const later = await log.summary(day, 100, true);
      expect(later.counts).not.toEqual(first.counts);
      await log.fold(day, never);
      expect((await log.summary(day, 100, true)).counts).not.toBe(later.counts);
    });

    it('say when they could not be read within the bound of calls', async () => {
      const log = await aLog();
      expect(await log.summary(day, 0)).toMatchObject({ complete: false, calls: 0 });
      expect(await log.summary(day, 1)).toMatchObject({ complete: true, calls: 1 });
    });
  });

  describe(`the error log ${name}: removing`, () => {
    it('takes one entry from lists and counts, for good', async () => {
      const log = await aLog();
      const [first, second] = of('Adatum');
      expect(await log.remove(first?.id ?? '', always)).toBe(true);
      expect(await log.remove(first?.id ?? '', always)).toBe(false);
      expect(await log.remove(entryAt(noon + 5).id, always)).toBe(false);
      expect(await log.get(first?.id ?? '')).toBeUndefined();
      expect(idsOf(await readAll(log, { stretch: wholeDay, most: 100 }))).not.toContain(first?.id);
      expect(await countsOf(log)).toMatchObject({ [adatum]: { 10: 1, 11: 4 } });
      const counted = (await log.count(wholeDay)).get(keyOf('Adatum'));
      expect(counted?.lastId).toBe(second?.id);
      expect(counted?.hours.get(11)).toMatchObject({ count: 4 });
      if (first) expect([...(await log.store([first])).values()]).toEqual(['duplicate']);
      expect(await log.get(first?.id ?? '')).toBeUndefined();
    });

    it('leaves an entry that is not visible', async () => {
      const log = await aLog();
      const [first] = of('Adatum');
      const asked: ErrorEntry[] = [];
      const never = (entry: ErrorEntry) => {
        asked.push(entry);
        return false;
      };
      expect(await log.remove(first?.id ?? '', never)).toBe(false);
      expect(asked).toEqual([first]);
      expect(await log.get(first?.id ?? '')).toEqual(first);
    });

    it('says which entry of a pair was lost, so that nobody takes it for the newest', async () => {
      const log = await aLog();
      const [first] = of('Adatum');
      await log.remove(first?.id ?? '', always);
      for (const folds of [false, true]) {
        if (folds) await log.fold(day, never);
        expect((await log.summary(day, 100)).counts.get(keyOf('Adatum'))).toMatchObject({
          lastId: first?.id,
          lostId: first?.id,
        });
      }
    });

    it('hides the entries that a filter selects under a clean-up, and brings them back', async () => {
      const log = await aLog();
      const before = await countsOf(log);
      const filter = { company: ['Adatum'] };
      const flag = (cleanup: string) => log.flag(wholeDay, filter, cleanup, ofAdatum, never);
      expect(await flag('one')).toEqual({ changed: 6, finished: true });
      expect(await flag('two')).toEqual({ changed: 0, finished: true });
      expect([await log.flagged(day, 'one'), await log.flagged(day, 'two')]).toEqual([6, 0]);
      expect(idsOf(await readAll(log, { stretch: wholeDay, most: 3 }))).toEqual(idsOf(of('Contoso')));
      expect(Object.keys(await countsOf(log))).toEqual([contoso]);
      expect(tally((await log.store(entries)).values())).toEqual({ duplicate: 12 });
      expect(await log.unflag(day, 'one', () => 'show', never)).toEqual({ changed: 6, finished: true });
      expect(await countsOf(log)).toEqual(before);
      expect(idsOf(await readAll(log, { stretch: wholeDay, most: 3 }))).toEqual(idsOf(newestFirst));
    });

    it('hides only what is in the stretch', async () => {
      const log = await aLog();
      const stretch = { day, newest: noon - 60_000, oldest: noon - hourMs };
      expect(await log.flag(stretch, {}, 'one', always, never)).toMatchObject({ changed: 8 });
      expect(await readAll(log, { stretch: wholeDay, most: 10 })).toHaveLength(4);
    });

    it('hides only what the test takes, whatever of the filter storage applies', async () => {
      const log = await aLog();
      expect(await log.flag(wholeDay, {}, 'one', ofAdatum, never)).toEqual({ changed: 6, finished: true });
      expect(idsOf(await readAll(log, { stretch: wholeDay, most: 10 }))).toEqual(idsOf(of('Contoso')));
    });

    it('hides nothing any more once an undo has begun', async () => {
      const log = await aLog();
      await log.flag({ ...wholeDay, oldest: noon - hourMs }, {}, 'one', ofAdatum, never);
      await log.unflag(day, 'one', () => 'show', never);
      expect(await log.flag(wholeDay, {}, 'one', always, never)).toEqual({ changed: 0, finished: false });
      expect(await log.flagged(day, 'one')).toBe(0);
      expect(await readAll(log, { stretch: wholeDay, most: 20 })).toHaveLength(12);
    });

    it('hands entries over to another clean-up that selects them, or strips them', async () => {
      const log = await aLog();
      await log.flag(wholeDay, {}, 'two', () => false, never);
      await log.flag(wholeDay, {}, 'one', always, never);
      const [handed, stripped] = of('Contoso');
      const fateOf = (entry: ErrorEntry) => {
        if (entry.id === stripped?.id) return 'strip';
        return entry.id === handed?.id ? { heirs: ['two'] } : 'show';
      };
      expect(await log.unflag(day, 'one', fateOf, never)).toEqual({ changed: 12, finished: true });
      expect([await log.flagged(day, 'one'), await log.flagged(day, 'two')]).toEqual([0, 0]);
      expect(await readAll(log, { stretch: wholeDay, most: 20 })).toHaveLength(10);
      expect(await log.unflag(day, 'two', () => 'show', never)).toEqual({ changed: 1, finished: true });
      const shown = idsOf(await readAll(log, { stretch: wholeDay, most: 20 }));
      expect(shown).toEqual(idsOf(newestFirst).filter((id) => id !== stripped?.id));
      expect(await countsOf(log)).toMatchObject({ [adatum]: { 10: 1, 11: 4, 12: 1 } });
    });

    it('shows what the heir may not hide any more', async () => {
      const log = await aLog();
      await log.flag(wholeDay, {}, 'one', ofAdatum, never);
      await log.unflag(day, 'two', () => 'show', never);
      await log.unflag(day, 'one', () => ({ heirs: ['two'] }), never);
      expect(await log.flagged(day, 'two')).toBe(0);
      expect(await readAll(log, { stretch: wholeDay, most: 20 })).toHaveLength(12);
    });

    it('strips what a clean-up hides: it stays known, and does not come back', async () => {
      const log = await aLog();
      await log.flag(wholeDay, {}, 'one', ofAdatum, never);
      expect(await log.strip(day, 'one', never)).toEqual({ changed: 6, finished: true });
      expect(await log.flagged(day, 'one')).toBe(0);
      expect(await log.unflag(day, 'one', () => 'show', never)).toEqual({ changed: 0, finished: true });
      expect(tally((await log.store(entries)).values())).toEqual({ duplicate: 12 });
      expect(await readAll(log, { stretch: wholeDay, most: 10 })).toHaveLength(6);
      expect(Object.keys(await countsOf(log))).toEqual([contoso]);
    });

    it('strips live entries of a stretch that match, and takes them from the counts', async () => {
      const log = await aLog();
      const stretch = { day, newest: noon, oldest: noon - hourMs };
      expect(await log.stripHidden(stretch, ofAdatum, never)).toEqual({ changed: 5, finished: true });
      expect(await log.stripHidden(stretch, ofAdatum, never)).toEqual({ changed: 0, finished: true });
      expect(await readAll(log, { stretch: wholeDay, most: 20 })).toHaveLength(7);
      expect(await countsOf(log)).toEqual({ [adatum]: { 10: 1 }, [contoso]: { 10: 2, 11: 4 } });
      expect(tally((await log.store(entries)).values())).toEqual({ duplicate: 12 });
    });

    it('stops on request, and continues when run again', async () => {
      const log = open();
      await log.store(Array.from({ length: 250 }, (_, index) => entryAt(noon - index)));
      let asked = 0;
      const stopped = await log.flag(wholeDay, {}, 'one', always, () => ++asked > 1);
      expect(stopped).toEqual({ changed: 98, finished: false });
      expect(await log.flagged(day, 'one')).toBe(98);
      const rest = await log.flag(wholeDay, {}, 'one', always, never);
      expect(rest).toEqual({ changed: 152, finished: true });
    });

    it('drops a day with all it holds; the same reports are new then', async () => {
      const log = await aLog();
      await log.createDay('20260309');
      expect((await log.days()).days).toEqual(['20260309', day]);
      await log.dropDay(day);
      await log.dropDay(day);
      expect((await log.days()).days).toEqual(['20260309']);
      expect(await countsOf(log)).toEqual({});
      expect(tally((await log.store(entries)).values())).toEqual({ stored: 12 });
    });
  });
}
