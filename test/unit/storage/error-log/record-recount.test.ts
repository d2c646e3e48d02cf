import { expect, it } from 'vitest';
import { dayOf } from '../../../../shared/domain/reports/days.ts';
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
