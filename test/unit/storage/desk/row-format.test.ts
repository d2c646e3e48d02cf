import { describe, expect, it } from 'vitest';
import { TableDesk } from '../../../../shared/storage/desk/table-desk.ts';
import {
  type EntityProperties,
  entityJson,
} from '../../../../shared/storage/tables/entity-group-transaction.ts';
import type { Row } from '../../../../shared/storage/tables/table-service.ts';
import { MemoryTables } from '../../../support/memory-tables.ts';

const partition = 'desk';

/** Tables whose desk holds this row, as another version wrote it. */
async function tablesWith(rowKey: string, properties: EntityProperties): Promise<MemoryTables> {
  const tables = new MemoryTables();
  const table = tables.table('errorsdesk');
  await table.create();
  const json = entityJson(partition, rowKey, properties);
  await table.transaction(partition, [{ kind: 'insert', rowKey, json }]);
  return tables;
}

async function rowsOf(tables: MemoryTables): Promise<readonly Row[]> {
  return (await tables.table('errorsdesk').query({ filter: "PartitionKey eq 'desk'", top: 1000 })).rows;
}

describe('the format of the rows', () => {
  it('is told once, by the first who reads an empty desk', async () => {
    const tables = new MemoryTables();
    await new TableDesk(tables, 'errors').state();
    const [row, ...others] = await rowsOf(tables);
    expect(row).toMatchObject({ rowKey: 'a', format: 1 });
    expect(others).toEqual([]);
    await new TableDesk(tables, 'errors').state();
    expect(await rowsOf(tables)).toEqual([row]);
  });

  it('is told by one of many instances that read an empty desk at once', async () => {
    for (let time = 0; time < 20; time++) {
      const tables = new MemoryTables();
      const desks = Array.from({ length: 5 }, () => new TableDesk(tables, 'errors'));
      const states = await Promise.all(
        desks.map(async (desk, index) => {
          // Not all in step: one reads while another has just written.
          for (let wait = 0; wait < (index * time) % 7; wait++) await new Promise(setImmediate);
          return desk.state();
        }),
      );
      expect(states).toHaveLength(5);
      expect(await rowsOf(tables)).toHaveLength(1);
    }
  });

  it.each([
    ['a newer one', 'a', { format: 2 }, /have another format \(2; this app knows 1\)/],
    ['an unreadable one', 'a', { format: 'two' }, /of an earlier version/],
    ['none, though something is stored', 'k', { key: 'x' }, /of an earlier version/],
  ])('stops the app before it touches anything: %s', async (_, rowKey, properties, message) => {
    const tables = await tablesWith(rowKey, properties);
    const before = await rowsOf(tables);
    const desk = new TableDesk(tables, 'errors');
    const failure = {
      code: 'unknown-format',
      message: expect.stringMatching(message),
      retryAfterSeconds: 60,
    };
    await expect(desk.state()).rejects.toMatchObject(failure);
    await expect(desk.freshState()).rejects.toMatchObject(failure);
    await expect(desk.tokenKey()).rejects.toMatchObject(failure);
    expect(await rowsOf(tables)).toEqual(before);
  });
});
