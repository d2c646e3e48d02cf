import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../shared/domain/reports/days.ts';
import { manyEntries } from '../../support/reports.ts';
import { counted, freshStorage } from '../../support/storage.ts';

describe('storing', () => {
  it('stores 1,000 of one day in 11 transactions, and nothing new the second time', async () => {
    const { errorLog } = freshStorage();
    const today = dayOf(Date.now());
    await errorLog.createDay(today);
    const start = Date.parse(`${today.slice(0, 4)}-${today.slice(4, 6)}-${today.slice(6)}T00:00:00Z`);
    const entries = manyEntries(1000, (index) => ({ occurredAt: new Date(start + index).toISOString() }));
    const first = await counted(() => errorLog.store(entries));
    expect(first.calls).toBe(11);
    expect([...first.result.values()].every((outcome) => outcome === 'stored')).toBe(true);
    const again = await counted(() => errorLog.store(entries));
    expect([...again.result.values()].every((outcome) => outcome === 'duplicate')).toBe(true);
    expect(again.calls).toBeLessThanOrEqual(10);
    const summary = await errorLog.summary(today, 200);
    const counts = [...summary.counts.values()].flatMap(({ hours }) =>
      [...hours.values()].map(({ count }) => count),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    const folding = await counted(() => errorLog.fold(today, () => false));
    expect(folding.result).toEqual({ folded: 11, finished: true });
    const folded = await errorLog.summary(today, 200);
    expect(folded.counts).toEqual(summary.counts);
    expect(folded.calls).toBe(1);
  });
});
