import { expect, it } from 'vitest';
import { readSummary } from '../../../../shared/storage/error-log/day-summary.ts';
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
  const { calls, complete } = await readSummary(table, 0, maxCalls, false);
  expect(complete).toBe(false);
  expect(calls).toBe(seen.calls);
  expect(calls).toBeLessThanOrEqual(maxCalls);
});
