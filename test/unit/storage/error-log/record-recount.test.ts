import { odata } from '@azure/data-tables';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { dayOf } from '../../../../shared/domain/reports/days.ts';
import {
  type EntityProperties,
  entityJson,
} from '../../../../shared/storage/tables/entity-group-transaction.ts';
import { anErrorEntry } from '../../../support/reports.ts';
import { memoryStorage } from '../../../support/storage.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const day = dayOf(noon);
const never = () => false;

const failed = (minutes: number, message: string) =>
  anErrorEntry({
    occurredAt: new Date(noon + minutes * 60_000).toISOString(),
    errorId: `${minutes}`,
    jobId: `job ${minutes}`,
    message,
    source: { app: 'business-central', recordId: 'Customer: 10000' },
  });

/** The one record of the day, as the rows tell it. */
async function theRecord({ errorLog }: ReturnType<typeof memoryStorage>) {
  const { records } = await errorLog.summary(day, 100, true);
  return [...records.values()].flatMap((pair) => [...pair.records.values()]);
}

it('counts a record that lost entries again from those that are left', async () => {
  const storage = memoryStorage();
  const { errorLog } = storage;
  const [first, second, third] = [0, 15, 30].map((minutes) => failed(minutes, 'The same text'));
  await errorLog.store([first, second, third].filter((entry) => entry !== undefined));
  await errorLog.fold(day, never);
  await errorLog.remove(third?.id ?? '', () => true);
  // The failure happened all the same, until the entries are looked at.
  expect(await theRecord(storage)).toMatchObject([{ count: 2, last: noon + 30 * 60_000, lostEntries: true }]);
  await errorLog.fold(day, never);
  const [record] = await theRecord(storage);
  expect(record).toMatchObject({ count: 2, last: noon + 15 * 60_000, lostEntries: false });
  expect(record?.failures.map(({ to }) => to)).toEqual([noon, noon + 15 * 60_000]);
});

it('forgets a record that lost all of its entries', async () => {
  const storage = memoryStorage();
  const only = failed(0, 'Text');
  await storage.errorLog.store([only]);
  await storage.errorLog.remove(only.id, () => true);
  await storage.errorLog.fold(day, never);
  expect(await theRecord(storage)).toEqual([]);
});

it('leaves what came in meanwhile to the next fold', async () => {
  const storage = memoryStorage();
  const { errorLog } = storage;
  const early = failed(0, 'Text');
  const late = failed(15, 'Text');
  await errorLog.store([early, late]);
  await errorLog.remove(late.id, () => true);
  // One more arrives after the ledger was folded and before the records are counted again.
  let looks = 0;
  await errorLog.fold(day, () => {
    if (++looks === 2) void errorLog.store([failed(20, 'Text')]);
    return false;
  });
  await errorLog.fold(day, never);
  const [record] = await theRecord(storage);
  expect(record).toMatchObject({ count: 2, first: noon, last: noon + 20 * 60_000 });
});

const ledgerRow = z.object({
  rowKey: z.string(),
  counts0: z.instanceof(Uint8Array),
  records0: z.instanceof(Uint8Array),
});

/** The rows of the ledger, as storage has them. */
async function ledgerOf({ tables, prefix }: ReturnType<typeof memoryStorage>) {
  const table = tables.table(`${prefix}${day}`);
  const filter = odata`PartitionKey eq ${'log'} and RowKey ge ${'l'} and RowKey lt ${'m'}`;
  const { rows } = await table.query({ filter, top: 100 });
  const write = async (rowKey: string, properties: EntityProperties) => {
    const json = entityJson('log', rowKey, properties);
    const { done } = await table.transaction('log', [{ kind: 'upsert', rowKey, json }]);
    expect(done).toBe(true);
  };
  return { rows: rows.map((row) => ledgerRow.parse(row)), write };
}

it('counts nothing again while the ledger has a row that cannot be read', async () => {
  const storage = memoryStorage();
  const { errorLog } = storage;
  const [early, late] = [failed(0, 'Text'), failed(15, 'Text')];
  await errorLog.store([early, late]);
  await errorLog.fold(day, never);
  await errorLog.remove(late.id, () => true);
  // It arrives after the ledger was folded, and may have removed entries.
  let looks = 0;
  await errorLog.fold(day, () => {
    if (++looks === 2)
      void ledgerOf(storage).then(({ write }) =>
        write('l000000000000000-LATER', { counts0: Buffer.from([255, 255]) }),
      );
    return false;
  });
  expect(looks).toBeGreaterThan(1);
  expect(await theRecord(storage)).toMatchObject([{ count: 1, lostEntries: true }]);
});

it('keeps what one row takes away as long as a newer version’s row may have added it', async () => {
  const storage = memoryStorage();
  const { errorLog } = storage;
  const only = failed(0, 'Text');
  await errorLog.store([only]);
  const { rows, write } = await ledgerOf(storage);
  const [added] = rows;
  if (!added) throw new Error('No ledger row');
  const { rowKey, ...properties } = added;
  await write(rowKey, { ...properties, later: 1 });
  await errorLog.remove(only.id, () => true);
  await errorLog.fold(day, never);
  expect((await ledgerOf(storage)).rows).toHaveLength(1);
  // As if that version had folded it.
  await write(rowKey, properties);
  await errorLog.fold(day, never);
  expect(await theRecord(storage)).toEqual([]);
  expect((await errorLog.summary(day, 100)).counts.size).toBe(0);
});
