import { expect, it } from 'vitest';
import { startOfDay } from '../../../shared/domain/reports/days.ts';
import { countOnly, entriesOfManyPairs } from '../../support/many-entries.ts';
import { counted, memoryStorage } from '../../support/storage.ts';

const day = '20261122';
const start = startOfDay(day);
const dayMs = 24 * 3_600_000;

it('folds 1,000 ledger rows of 200 pairs and 5,000 records in at most 25 storage calls', {
  timeout: 60_000,
}, async () => {
  const storage = memoryStorage();
  const { errorLog } = storage;
  const entries = entriesOfManyPairs(24_750, start, start + dayMs, 'f');
  await countOnly(storage, entries, 4);
  const before = await errorLog.summary(day, 200, true);
  expect(before.counts.size).toBe(200);
  const { result, calls } = await counted(() => errorLog.fold(day, () => false));
  expect(result).toEqual({ folded: 1000, finished: true });
  expect(calls).toBeLessThanOrEqual(25);
  const after = await errorLog.summary(day, 1, true);
  expect(after.counts).toEqual(before.counts);
  expect(after.records).toEqual(before.records);
  const hours = [...after.counts.values()].flatMap((one) => [...one.hours.values()]);
  expect(hours.reduce((sum, { count }) => sum + count, 0)).toBe(99_000);
  const records = [...after.records.values()].flatMap((pair) => [...pair.records.keys()]);
  expect(new Set(records).size).toBeGreaterThan(4950);
});
