import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { portsAt } from '../../support/desk-ports.ts';
import { countOnly, entriesOfManyPairs } from '../../support/many-entries.ts';
import { anErrorEntry } from '../../support/reports.ts';
import { counted, memoryStorage } from '../../support/storage.ts';

const now = Date.parse('2026-03-11T12:00:00Z');
const days = Array.from({ length: 7 }, (_, back) => now - back * dayMs);

describe('over seven folded days, storage calls', () => {
  it('find 20 errors of one company among 100,000 in at most 18', { timeout: 60_000 }, async () => {
    const storage = memoryStorage();
    const ports = portsAt(storage, now);
    await countOnly(storage, entriesOfManyPairs(10_000, now - 6.4 * dayMs, now, 'o'), 10);
    const wanted = Array.from({ length: 20 }, (_, index) =>
      anErrorEntry({
        company: 'CRONUS Nord',
        errorId: `${index}`,
        occurredAt: new Date(now - index * 0.33 * dayMs).toISOString(),
      }),
    );
    // Some of the others are there whole: storage has to leave them out.
    await storage.errorLog.store([...wanted, ...entriesOfManyPairs(500, now - 6.4 * dayMs, now, 's')]);
    await runTimer(ports);
    const filter = { company: ['CRONUS Nord'] };
    const { result, calls } = await counted(() => findErrors(ports, filter, undefined, 20));
    expect(result.entries.map(({ entry }) => entry.id)).toEqual(wanted.map(({ id }) => id));
    expect(calls).toBeLessThanOrEqual(18);
  });

  it.each([
    { size: 1, calls: 2 },
    { size: 20, calls: 2 },
    { size: 50, calls: 4 },
    { size: 200, calls: 14 },
  ])('find $size errors of one problem in $calls: two for each day', async ({ size, calls }) => {
    const storage = memoryStorage();
    const ports = portsAt(storage, now);
    const entries = days.flatMap((from, day) =>
      Array.from({ length: 300 }, (_, index) =>
        anErrorEntry({
          company: `Company ${index % 3}`,
          errorId: `${day}-${index}`,
          occurredAt: new Date(from - index * 60_000).toISOString(),
          message: `AADSTS${index % 10 === 0 ? 7000222 : 50055}: expired`,
        }),
      ),
    );
    await storage.errorLog.store(entries);
    await runTimer(ports);
    const common = entries.find(({ report }) => report.message.includes('7000222'));
    const found = await counted(() =>
      findErrors(ports, { problem: [common?.problemId ?? ''] }, undefined, size),
    );
    expect(found.result.entries).toHaveLength(size);
    expect(found.calls).toBe(calls);
  });
});

/** What the timer does; horizon and decisions are cached then. */
async function runTimer(ports: ReturnType<typeof portsAt>): Promise<void> {
  for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
  await ports.desk.state();
}
