import { odata } from '@azure/data-tables';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  type EntityProperties,
  entityJson,
  type TransactionOperation,
} from '../../shared/storage/tables/entity-group-transaction.ts';
import { pagesOf } from '../../shared/storage/tables/pages.ts';
import type { Table, TableService } from '../../shared/storage/tables/table-service.ts';
import { freshPrefix } from './storage.ts';

const partition = 'log';
const oldEtag = `W/"datetime'2020-01-01T00%3A00%3A00.0000000Z'"`;

const json = (rowKey: string, properties: EntityProperties = {}) => entityJson(partition, rowKey, properties);
const insert = (rowKey: string, properties?: EntityProperties): TransactionOperation => ({
  kind: 'insert',
  rowKey,
  json: json(rowKey, properties),
});

async function keys(table: Table, filter: string, top?: number): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { rows } of pagesOf(table, top ? { filter, top } : { filter }))
    found.push(...rows.map((row) => row['rowKey']));
  return found;
}

/** What the error log and the desk rely on in tables, wherever they are. */
export function describeTables(name: string, open: () => TableService): void {
  /** A table with rows `a` to `e`, numbered from 0. */
  async function aTable() {
    const table = open().table(freshPrefix());
    await table.create();
    const rows = ['a', 'b', 'c', 'd', 'e'];
    await table.transaction(
      partition,
      rows.map((rowKey, index) => insert(rowKey, { number: index, text: `it's ${rowKey}`, live: index < 3 })),
    );
    return table;
  }

  const etagOf = async (table: Table, rowKey: string) =>
    String((await table.get(partition, rowKey))?.['etag'] ?? '');

  describe(`tables ${name}`, () => {
    it('that do not exist are empty, and a transaction says so', async () => {
      const table = open().table(freshPrefix());
      expect(await table.query({ filter: '', top: 10 })).toEqual({ rows: [], continuation: undefined });
      expect(await table.get(partition, 'a')).toBeUndefined();
      expect(await table.transaction(partition, [insert('a')])).toEqual({
        done: false,
        conflict: 'table-missing',
      });
    });

    it('can be created and dropped twice, and are listed by their prefix', async () => {
      const tables = open();
      const prefix = freshPrefix();
      for (const one of [`${prefix}20260311`, `${prefix}20260310`]) {
        await tables.table(one).create();
        await tables.table(one).create();
      }
      const { names, at } = await tables.tableNames(prefix);
      expect(names).toEqual([`${prefix}20260310`, `${prefix}20260311`]);
      expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
      await tables.table(`${prefix}20260310`).drop();
      await tables.table(`${prefix}20260310`).drop();
      expect((await tables.tableNames(prefix)).names).toEqual([`${prefix}20260311`]);
      expect((await tables.tableNames(freshPrefix())).names).toEqual([]);
    });

    it('keep bytes as they are', async () => {
      const table = open().table(freshPrefix());
      await table.create();
      const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
      const operations = [insert('a', { bytes, none: new Uint8Array(0) })];
      expect(await table.transaction(partition, operations)).toMatchObject({ done: true });
      const row = await table.get(partition, 'a');
      expect(row?.['bytes']).toBeInstanceOf(Uint8Array);
      expect(Buffer.from(bytes).equals(z.instanceof(Uint8Array).parse(row?.['bytes']))).toBe(true);
    });

    it.each<readonly [string, string, readonly string[]]>([
      [
        'a range of keys',
        odata`PartitionKey eq ${partition} and RowKey ge ${'b'} and RowKey lt ${'d'}`,
        ['b', 'c'],
      ],
      ['the ends of a range', odata`RowKey gt ${'b'} and RowKey le ${'d'}`, ['c', 'd']],
      ['a text with a quote', odata`text eq ${"it's c"}`, ['c']],
      ['one of several', `live eq true and (${odata`number eq ${1}`} or ${odata`number eq ${4}`})`, ['b']],
      ['false', 'live eq false', ['d', 'e']],
      ['a property that no row has', odata`other eq ${'x'}`, []],
      ['another partition', odata`PartitionKey eq ${'other'}`, []],
    ])('filter by %s', async (_, filter, expected) => {
      expect(await keys(await aTable(), filter)).toEqual(expected);
    });

    it('give pages in the order of their keys, and continue after the last row', async () => {
      const table = await aTable();
      const first = await table.query({ filter: 'number ge 1', top: 2 });
      expect(first.rows.map((row) => row['rowKey'])).toEqual(['b', 'c']);
      expect(first.continuation).toBeDefined();
      expect(await keys(table, 'number ge 1', 2)).toEqual(['b', 'c', 'd', 'e']);
    });

    it('tell early that there is more, and where', async () => {
      const table = await aTable();
      const told: string[] = [];
      const onMore = (continuation: string) => void told.push(continuation);
      const first = await table.query({ filter: 'number ge 1', top: 2, onMore });
      expect(told).toEqual([first.continuation]);
      const { continuation } = first;
      const last = await table.query({ filter: 'number ge 1', top: 2, continuation, onMore });
      expect(last.rows.map((row) => row['rowKey'])).toEqual(['d', 'e']);
      expect(told).toHaveLength(1);
    });

    it('give the properties that were selected, with the ETag', async () => {
      const table = await aTable();
      const { rows } = await table.query({
        filter: odata`RowKey eq ${'b'}`,
        select: ['RowKey', 'number'],
        top: 1,
      });
      expect(rows).toEqual([{ rowKey: 'b', number: 1, etag: await etagOf(table, 'b') }]);
    });

    it('insert, replace, merge, upsert and delete in one transaction, and give the new ETags', async () => {
      const table = await aTable();
      const etag = await etagOf(table, 'a');
      const result = await table.transaction(partition, [
        insert('f', { number: 5 }),
        { kind: 'replace', rowKey: 'a', etag, json: json('a', { number: 10 }) },
        { kind: 'merge', rowKey: 'b', etag: '*', json: json('b', { number: 11 }) },
        { kind: 'upsert', rowKey: 'c', json: json('c', { number: 12 }) },
        { kind: 'upsert', rowKey: 'g', json: json('g', { number: 13 }) },
        { kind: 'delete', rowKey: 'd', etag: await etagOf(table, 'd') },
      ]);
      expect(result.done && [...result.etags.keys()].sort()).toEqual(['a', 'b', 'c', 'f', 'g']);
      expect(result.done && result.etags.get('a')).toBe(await etagOf(table, 'a'));
      expect(await etagOf(table, 'a')).not.toBe(etag);
      expect(await keys(table, '')).toEqual(['a', 'b', 'c', 'e', 'f', 'g']);
      const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((rowKey) => table.get(partition, rowKey)));
      expect([a?.['number'], a?.['text']]).toEqual([10, undefined]);
      expect([b?.['number'], b?.['text'], b?.['live']]).toEqual([11, "it's b", true]);
      expect([c?.['number'], c?.['text']]).toEqual([12, undefined]);
    });

    it.each<readonly [string, TransactionOperation, string]>([
      ['a row that exists', insert('a'), 'exists'],
      ['a row that changed', { kind: 'replace', rowKey: 'a', etag: oldEtag, json: json('a') }, 'changed'],
      [
        'a row that changed, to merge',
        { kind: 'merge', rowKey: 'a', etag: oldEtag, json: json('a') },
        'changed',
      ],
      ['a row that changed, to delete', { kind: 'delete', rowKey: 'a', etag: oldEtag }, 'changed'],
      ['a missing row', { kind: 'replace', rowKey: 'x', etag: '*', json: json('x') }, 'missing'],
      ['a missing row to delete', { kind: 'delete', rowKey: 'x', etag: '*' }, 'missing'],
    ])('do nothing of a transaction that meets %s', async (_, operation, conflict) => {
      const table = await aTable();
      expect(await table.transaction(partition, [insert('f'), operation])).toEqual({ done: false, conflict });
      expect(await keys(table, '')).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('change a row for one of two who read it', async () => {
      const table = await aTable();
      const etag = await etagOf(table, 'a');
      const writes = await Promise.all(
        [1, 2].map((number) =>
          table.transaction(partition, [{ kind: 'replace', rowKey: 'a', etag, json: json('a', { number }) }]),
        ),
      );
      expect(writes.map(({ done }) => done).sort()).toEqual([false, true]);
    });
  });
}
