import { expect, test } from 'vitest';
import { pagesOf } from '../../../../shared/storage/tables/pages.ts';
import type { RowQuery, Table } from '../../../../shared/storage/tables/table-service.ts';

/** A table whose pages hold these keys; the continuation is the number of the next page. */
function aTable(pages: readonly (readonly string[])[]) {
  const queries: RowQuery[] = [];
  const unused = () => Promise.reject(new Error('Not asked for here'));
  const table: Table = {
    query(query) {
      queries.push(query);
      const index = Number(query.continuation ?? '0');
      const rows = (pages[index] ?? []).map((rowKey) => ({ rowKey }));
      return Promise.resolve({ rows, continuation: index + 1 < pages.length ? `${index + 1}` : undefined });
    },
    get: unused,
    transaction: unused,
    create: unused,
    drop: unused,
  };
  return { table, queries };
}

async function keysOf(pages: ReturnType<typeof pagesOf>): Promise<unknown[][]> {
  const keys: unknown[][] = [];
  for await (const { rows } of pages) keys.push(rows.map((row) => row['rowKey']));
  return keys;
}

test('every page comes once and in order, the empty ones too', async () => {
  const { table, queries } = aTable([['a', 'b'], [], ['c']]);
  expect(await keysOf(pagesOf(table, { filter: 'f', select: ['RowKey'] }))).toEqual([['a', 'b'], [], ['c']]);
  expect(queries).toEqual(
    [undefined, '1', '2'].map((continuation) => ({
      filter: 'f',
      select: ['RowKey'],
      top: 1000,
      continuation,
    })),
  );
});

test('a query without rows gives one empty page', async () => {
  const { table, queries } = aTable([[]]);
  expect(await keysOf(pagesOf(table, { filter: 'f', top: 5 }))).toEqual([[]]);
  expect(queries).toMatchObject([{ top: 5 }]);
});

test('leaving the loop early saves the calls for the other pages', async () => {
  const { table, queries } = aTable([['a'], ['b'], ['c']]);
  for await (const { rows } of pagesOf(table, { filter: 'f' })) if (rows[0]?.['rowKey'] === 'b') break;
  expect(queries).toHaveLength(2);
});

test('what storage rejects with comes out of the loop', async () => {
  const { table } = aTable([['a'], ['b']]);
  const failing: Table = {
    ...table,
    query: (query) => (query.continuation ? Promise.reject(new Error('down')) : table.query(query)),
  };
  await expect(keysOf(pagesOf(failing, { filter: 'f' }))).rejects.toThrow('down');
});
