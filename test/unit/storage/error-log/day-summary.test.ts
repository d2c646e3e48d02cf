import { expect, it } from 'vitest';
import { readSummary } from '../../../../shared/storage/error-log/day-summary.ts';
import { SummaryCache } from '../../../../shared/storage/error-log/summary-cache.ts';
import { countingStorageCalls } from '../../../../shared/storage/tables/storage-call-count.ts';
import type { RowPage, Table } from '../../../../shared/storage/tables/table-service.ts';

/** A day of two pages that a fold rewrites again and again: each look at its mark finds another one. */
function aDayThatFolds() {
  const seen = { calls: 0 };
  const mark = () => ({ rowKey: 'k', etag: `${seen.calls}` });
  const refuse = () => Promise.reject(new Error('Not asked for'));
  const table: Table = {
    query({ continuation }): Promise<RowPage> {
      seen.calls++;
      return Promise.resolve({
        rows: continuation ? [] : [mark()],
        continuation: continuation ? undefined : 'more',
      });
    },
    get() {
      seen.calls++;
      return Promise.resolve(mark());
    },
    transaction: refuse,
    create: refuse,
    drop: refuse,
  };
  return { table, seen };
}

it.each([0, 1, 2, 3, 4, 5, 6, 7, 12, 100])('takes no more calls than it may: %i', async (maxCalls) => {
  const { table, seen } = aDayThatFolds();
  const { calls, complete } = await readSummary(
    { table, start: 0 },
    { maxCalls, withRecords: false },
    new SummaryCache(),
  );
  expect(complete).toBe(false);
  expect(calls).toBe(seen.calls);
  expect(calls).toBeLessThanOrEqual(maxCalls);
});

it('notes a row that it cannot read each time', async () => {
  const row = { rowKey: 'l1', etag: '1', counts0: Buffer.from([255, 255]) };
  const table: Table = {
    ...aDayThatFolds().table,
    query: () => Promise.resolve({ rows: [row], continuation: undefined }),
  };
  const cache = new SummaryCache();
  const count = { calls: 0, unreadableRows: 0 };
  for (let time = 1; time <= 2; time++) {
    await countingStorageCalls(count, () =>
      readSummary({ table, start: 0 }, { maxCalls: 5, withRecords: false }, cache),
    );
    expect(count.unreadableRows).toBe(time);
  }
});
