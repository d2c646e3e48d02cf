import { describe, expect, it } from 'vitest';
import { DayWriter } from '../../../../shared/storage/error-log/day-writer.ts';
import type { TransactionResult } from '../../../../shared/storage/tables/entity-group-transaction.ts';
import type { Table } from '../../../../shared/storage/tables/table-service.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { manyEntries } from '../../../support/reports.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A writer on a table whose transactions end when the test says so, and a clock that the test moves. */
function aWriter(patienceMs = 9500) {
  const clock = new ManualClock();
  /** Number of entries of each transaction in flight, and what ends it. */
  const inFlight: { readonly entries: number; readonly done: () => void }[] = [];
  const unused = () => Promise.reject(new Error('Not asked for here'));
  const table: Table = {
    query: unused,
    get: unused,
    create: unused,
    drop: unused,
    transaction: (_, operations) =>
      new Promise<TransactionResult>((resolve) => {
        inFlight.push({
          // One operation is the ledger row.
          entries: operations.length - 1,
          done: () => resolve({ done: true, etags: new Map() }),
        });
      }),
  };
  return { clock, inFlight, writer: new DayWriter(table, { patienceMs, clock }) };
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
    const { writer, inFlight } = aWriter();
    const stored = writer.store(manyEntries(99 * 6));
    expect(inFlight.map((one) => one.entries)).toEqual([99, 99, 99, 99]);
    for (let sent = 0; sent < 6; sent++) {
      inFlight[sent]?.done();
      await turn();
    }
    expect((await stored).size).toBe(99 * 6);
    expect(inFlight.map((one) => one.entries)).toEqual([99, 99, 99, 99, 99, 99]);
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
    const { writer, inFlight, clock } = aWriter(9500);
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
    const { writer, inFlight, clock } = aWriter(1000);
    const stored = writer.store(manyEntries(99 * 6));
    for (let sent = 0; sent < 6; sent++) {
      clock.advance(900);
      inFlight[sent]?.done();
      await turn();
    }
    expect((await stored).size).toBe(99 * 6);
  });

  it('keeps entries of a caller that gave up from being sent', async () => {
    const { writer, inFlight, clock } = aWriter(1000);
    const given = writer.store(manyEntries(99 * 5));
    clock.advance(1000);
    await expect(given).rejects.toMatchObject({ code: 'storage-unavailable' });
    for (const { done } of inFlight) done();
    await turn();
    expect(inFlight).toHaveLength(4);
  });
});
