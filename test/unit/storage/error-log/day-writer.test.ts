import { describe, expect, it } from 'vitest';
import { dayOf, startOfDay } from '../../../../shared/domain/reports/days.ts';
import { DayWriter } from '../../../../shared/storage/error-log/day-writer.ts';
import { storedEntryOf } from '../../../../shared/storage/error-log/entry-row.ts';
import { pairsIn } from '../../../../shared/storage/error-log/pair-row.ts';
import { entryRowKey, idOfEntryRow } from '../../../../shared/storage/error-log/row-keys.ts';
import {
  bytesAroundRow,
  type TransactionOperation,
  type TransactionResult,
  transactionLimits,
} from '../../../../shared/storage/tables/entity-group-transaction.ts';
import type { Table } from '../../../../shared/storage/tables/table-service.ts';
import { tally } from '../../../support/counting.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { anErrorEntry, manyEntries } from '../../../support/reports.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

const start = startOfDay(dayOf(Date.now()));

/** A transaction in flight: its rows by kind, and what ends it. */
interface Flight {
  readonly entries: number;
  readonly pairs: number;
  readonly operations: readonly TransactionOperation[];
  readonly end: (result: TransactionResult) => void;
  readonly done: () => void;
}

/** A writer on a table whose transactions end when the test says so, and a clock that the test moves. */
function aWriter({ patienceMs = 9500, maxPairs }: { patienceMs?: number; maxPairs?: number } = {}) {
  const clock = new ManualClock();
  const inFlight: Flight[] = [];
  const unused = () => Promise.reject(new Error('Not asked for here'));
  const table: Table = {
    query: unused,
    get: unused,
    create: unused,
    drop: unused,
    transaction: (_, operations) =>
      new Promise<TransactionResult>((resolve) => {
        const ofKind = (kind: string) => operations.filter(({ rowKey }) => rowKey.startsWith(kind)).length;
        expect(ofKind('l')).toBe(1);
        expect(operations.length).toBeLessThanOrEqual(transactionLimits.rows);
        inFlight.push({
          entries: ofKind('e'),
          pairs: ofKind('p'),
          operations,
          end: resolve,
          done: () => resolve({ done: true, etags: new Map() }),
        });
      }),
  };
  const writer = new DayWriter({ table, start }, { patienceMs, clock, maxPairs });
  return { clock, inFlight, writer };
}

/** As {@link aWriter}, where the pair of plain entries is stored. */
async function aWriterThatKnows(patienceMs?: number) {
  const all = aWriter(patienceMs === undefined ? {} : { patienceMs });
  const stored = all.writer.store([anErrorEntry({ errorId: 'first' })]);
  all.inFlight.shift()?.done();
  await stored;
  await turn();
  return all;
}

/** What a transaction tells of pairs: how many of them. */
function toldPairs({ operations }: Flight): number {
  const row = operations.find(({ rowKey }) => rowKey.startsWith('p'));
  if (!row || !('json' in row)) return 0;
  return pairsIn(JSON.parse(row.json)).size;
}

describe('group commit', () => {
  it('sends the first entry at once, and those that arrive until it is stored in one transaction', async () => {
    const { writer, inFlight } = aWriter();
    const entries = manyEntries(50);
    const all = Promise.all(entries.map((entry) => writer.store([entry])));
    expect(inFlight.map((one) => one.entries)).toEqual([1]);
    inFlight[0]?.done();
    await turn();
    expect(inFlight.map((one) => one.entries)).toEqual([1, 49]);
    inFlight[1]?.done();
    expect((await all).every((outcomes) => outcomes.size === 1)).toBe(true);
  });

  it('sends full transactions at once, four at a time', async () => {
    const { writer, inFlight } = await aWriterThatKnows();
    const stored = writer.store(manyEntries(99 * 6));
    expect(inFlight.map((one) => one.entries)).toEqual([99, 99, 99, 99]);
    for (let sent = 0; sent < 6; sent++) {
      inFlight[sent]?.done();
      await turn();
    }
    expect((await stored).size).toBe(99 * 6);
    expect(inFlight.map((one) => one.entries)).toEqual([99, 99, 99, 99, 99, 99]);
  });

  it('gives callers turns: one error goes with the next transaction, whatever came before it', async () => {
    const { writer, inFlight } = await aWriterThatKnows();
    const many = manyEntries(2400);
    const callers = [0, 1, 2, 3].map((part) => writer.store(many.slice(part * 600, part * 600 + 600)));
    const single = writer.store([anErrorEntry({ errorId: 'single' })]);
    const settled: string[] = [];
    void single.then(() => settled.push('single'));
    void Promise.race(callers).then(() => settled.push('a large one'));
    let turns = 0;
    while (settled.length === 0) {
      inFlight[turns++]?.done();
      await turn();
    }
    expect(settled).toEqual(['single']);
    // Four were in flight when it came, and each other caller had a turn before it.
    expect(turns).toBeLessThanOrEqual(9);
    for (; inFlight[turns]; turns++) {
      inFlight[turns]?.done();
      await turn();
    }
    expect((await Promise.all(callers)).map(({ size }) => size)).toEqual([600, 600, 600, 600]);
    expect(turns).toBe(Math.ceil(2401 / 99));
  });

  it('waits half a second for a transaction in flight, not longer', async () => {
    const { writer, inFlight, clock } = aWriter();
    const entries = manyEntries(10);
    const all = entries.map((entry) => writer.store([entry]));
    clock.advance(499);
    expect(inFlight).toHaveLength(1);
    clock.advance(1);
    expect(inFlight.map((one) => one.entries)).toEqual([1, 9]);
    inFlight[1]?.done();
    expect((await Promise.all(all.slice(1))).length).toBe(9);
  });
});

describe('patience', () => {
  it('ends for everyone who waits at the same moment, however many transactions they fill', async () => {
    const { writer, inFlight, clock } = aWriter({ patienceMs: 9500 });
    const rejected: unknown[] = [];
    for (const entry of manyEntries(1200))
      void writer.store([entry]).catch((failure: unknown) => rejected.push(failure));
    await turn();
    expect(inFlight).toHaveLength(4);
    clock.advance(9499);
    await turn();
    expect(rejected).toEqual([]);
    clock.advance(1);
    await turn();
    expect(rejected).toHaveLength(1200);
    expect(rejected[0]).toMatchObject({ code: 'storage-unavailable', retryAfterSeconds: 5 });
  });

  it('starts again whenever an entry of the caller is stored', async () => {
    const { writer, inFlight, clock } = await aWriterThatKnows(1000);
    const stored = writer.store(manyEntries(99 * 6));
    for (let sent = 0; sent < 6; sent++) {
      clock.advance(900);
      inFlight[sent]?.done();
      await turn();
    }
    expect((await stored).size).toBe(99 * 6);
  });

  it('keeps entries of a caller that gave up from being sent', async () => {
    const { writer, inFlight, clock } = aWriter({ patienceMs: 1000 });
    const given = writer.store(manyEntries(99 * 5));
    clock.advance(1000);
    await expect(given).rejects.toMatchObject({ code: 'storage-unavailable' });
    for (const { done } of inFlight) done();
    await turn();
    expect(inFlight).toHaveLength(4);
  });
});

describe('what is told of pairs', () => {
  it('takes the place of an entry until a transaction with it is stored', async () => {
    const { writer, inFlight } = aWriter();
    const stored = writer.store(manyEntries(98 * 4 + 99));
    expect(inFlight.map(({ entries, pairs }) => [entries, pairs])).toEqual([
      [98, 1],
      [98, 1],
      [98, 1],
      [98, 1],
    ]);
    expect(inFlight.map(toldPairs)).toEqual([1, 1, 1, 1]);
    inFlight[0]?.done();
    await turn();
    expect(inFlight[4]).toMatchObject({ entries: 99, pairs: 0 });
    for (const { done } of inFlight) done();
    expect((await stored).size).toBe(98 * 4 + 99);
  });

  it('is one row for all pairs of a transaction, and each is told once', async () => {
    const { writer, inFlight } = aWriter();
    const of = (round: string) =>
      manyEntries(90, (index) => ({ errorId: `${round} ${index}`, mapping: `MAPPING ${index % 30}` }));
    const first = writer.store(of('one'));
    expect(inFlight.map((one) => [one.entries, one.pairs, toldPairs(one)])).toEqual([[90, 1, 30]]);
    inFlight[0]?.done();
    await first;
    await turn();
    const again = writer.store(of('two'));
    expect(inFlight[1]).toMatchObject({ entries: 90, pairs: 0 });
    inFlight[1]?.done();
    await again;
  });

  it('is told again where a transaction with it failed', async () => {
    const { writer, inFlight } = aWriter();
    const entry = anErrorEntry();
    const refused = writer.store([entry]);
    inFlight[0]?.end({ done: false, conflict: 'refused', step: 0, reason: 'No' });
    expect([...(await refused).values()]).toEqual([{ refused: 'No' }]);
    await turn();
    const stored = writer.store([entry]);
    expect(inFlight.map(toldPairs)).toEqual([1, 1]);
    inFlight[1]?.done();
    await stored;
  });

  it('fits into one row and one transaction, though all names are of the longest kind', async () => {
    const { writer, inFlight } = aWriter();
    const escaped = '\u0001'.repeat(505);
    const entries = manyEntries(300, (index) => ({
      company: `${index} ${escaped}`,
      environment: escaped,
      mapping: escaped,
    }));
    const stored = writer.store(entries);
    for (let sent = 0; sent < inFlight.length; sent++) {
      const { operations, done } = inFlight[sent] ?? {};
      let bytes = 0;
      for (const operation of operations ?? [])
        if ('json' in operation) {
          bytes += Buffer.byteLength(operation.json) + bytesAroundRow;
          // An entity holds 1 MiB, two bytes a character.
          expect(operation.json.length * 2).toBeLessThan(1024 * 1024);
        }
      expect(bytes).toBeLessThan(transactionLimits.bytes);
      done?.();
      await turn();
    }
    expect((await stored).size).toBe(300);
  });
});

describe('pairs beyond the bound of a day', () => {
  it('are counted in one problem for each mapping, while each entry keeps its own diagnosis', async () => {
    const { writer, inFlight } = aWriter({ maxPairs: 10 });
    const entries = manyEntries(40, (index) => ({
      errorId: `${index}`,
      message: `Something unheard of ${'x'.repeat(index)} happened.`,
      mapping: index % 2 === 0 ? 'CUSTOMER' : 'ITEM',
    }));
    const stored = writer.store(entries);
    const [flight] = inFlight;
    expect(flight && toldPairs(flight)).toBe(12);
    const rows = (flight?.operations ?? []).filter(({ rowKey }) => rowKey.startsWith('e'));
    const read = rows.map(
      (row) => storedEntryOf({ ...JSON.parse('json' in row ? row.json : ''), rowKey: row.rowKey }).entry,
    );
    const beyond = read.filter(({ counted }) => counted.key.startsWith('too-many-problems:'));
    expect(beyond).toHaveLength(30);
    expect(new Set(beyond.map(({ counted, problemId }) => `${counted.key} ${problemId}`)).size).toBe(2);
    const diagnoses = new Map(entries.map(({ id, diagnosis }) => [id, diagnosis]));
    for (const { id, diagnosis } of read) expect(diagnosis).toEqual(diagnoses.get(id));
    flight?.done();
    await stored;
  });
});

describe('a row that storage refuses', () => {
  it('is answered alone, with the reason of storage; the others of its transaction are stored', async () => {
    const { writer, inFlight } = aWriter();
    const entries = manyEntries(50);
    const stored = writer.store(entries);
    const refused = inFlight[0]?.operations[17]?.rowKey ?? '';
    inFlight[0]?.end({
      done: false,
      conflict: 'refused',
      step: 17,
      reason: 'PropertyValueTooLarge: too large',
    });
    await turn();
    expect(inFlight[1]).toMatchObject({ entries: 49 });
    inFlight[1]?.done();
    const outcomes = await stored;
    expect(tally(outcomes.values())).toEqual({ stored: 49, refused: 1 });
    expect(outcomes.get(idOfEntryRow(refused))).toEqual({ refused: 'PropertyValueTooLarge: too large' });
  });

  it('is found by halves where storage does not say which it is', async () => {
    const { writer, inFlight } = aWriter();
    const entries = manyEntries(50, (index) => ({ errorId: `${index}`, mapping: `MAPPING ${index}` }));
    const bad = entryRowKey(entries[23]?.id ?? '');
    const stored = writer.store(entries);
    for (let sent = 0; sent < inFlight.length; sent++) {
      const { operations = [], end, done } = inFlight[sent] ?? {};
      if (operations.some(({ rowKey }) => rowKey === bad))
        end?.({ done: false, conflict: 'refused', step: undefined, reason: 'No' });
      else done?.();
      await turn();
    }
    const outcomes = await stored;
    expect(tally(outcomes.values())).toEqual({ stored: 49, refused: 1 });
    expect(outcomes.get(entries[23]?.id ?? '')).toEqual({ refused: 'No' });
    expect(inFlight.length).toBeLessThan(15);
    // Halves tell their own pairs only: what is told may be what storage refuses.
    for (const flight of inFlight) expect(toldPairs(flight)).toBeLessThanOrEqual(flight.entries);
  });
});
