import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { readError } from '../../../shared/use-cases/read-error.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { byLastSeen, serviceDeskAt } from '../../support/desk-ports.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { anErrorEntry, aReportBody } from '../../support/reports.ts';
import { freshStorage } from '../../support/storage.ts';

const now = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;

let proxy: FaultProxy;
beforeAll(async () => {
  proxy = await startFaultProxy();
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
});

/**
 * Uses of tables after they were dropped: the service answers 409 for as long as that takes. A table that was dropped
 * within the retention may be read, as late reports make it anew.
 */
function usesAfterDrop(dropped: Set<string>, oldest: number): string[] {
  const uses: string[] = [];
  for (const { kind, table } of proxy.requests) {
    const isReadWithinRetention = kind === 'query' && table.slice(-8) >= dayOf(oldest);
    if (dropped.has(table) && !isReadWithinRetention) uses.push(`${kind} ${table}`);
    if (kind === 'drop-table') dropped.add(table);
  }
  return uses;
}

describe('a table that was dropped', () => {
  it('is not used again by any operation but a report of its day', { timeout: 60_000 }, async () => {
    const { ports } = serviceDeskAt(now, proxy.connectionString);
    const at = (daysBack: number) => new Date(now - daysBack * dayMs + 1000).toISOString();
    const bodies = [0, 1, 2, 3, 4, 5, 6].map((back) =>
      aReportBody({ occurredAt: at(back), errorId: `${back}` }),
    );
    await storeReports(
      ports,
      bodies.map((value) => ({ value })),
    );
    const filter = { company: ['CRONUS'] };
    await beginCleanup(ports, { olderThanDays: 1, filter }, 'tester', never);
    await beginCleanup(ports, { olderThanDays: 2, filter: undefined }, 'tester', never);
    const dropped = new Set<string>();
    for (let hours = 0; hours <= 288; hours += 24) {
      ports.clock.at = now + hours * hourMs;
      proxy.forget();
      for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
      const { entries } = await findErrors(ports, { q: 'Cannot' }, undefined, 50);
      await findErrors(ports, { company: ['CRONUS'] }, undefined, 50);
      await findProblems(ports, {}, byLastSeen(50));
      for (const { entry } of entries) await readError(ports, entry.id);
      await storeReports(ports, [
        { value: aReportBody({ occurredAt: ports.now().toISOString() }) },
        // A report of a day that was dropped within retention makes its table anew.
        ...bodies.slice(0, 2).map((value) => ({ value })),
      ]);
      expect(usesAfterDrop(dropped, ports.clock.at - 7 * dayMs)).toEqual([]);
    }
    expect(dropped.size).toBeGreaterThan(8);
  });

  it('reads as empty and dropped while the service is still deleting it', async () => {
    const { errorLog, prefix, tables } = freshStorage({ connectionString: proxy.connectionString });
    const day = dayOf(now);
    await errorLog.store([anErrorEntry({ occurredAt: new Date(now).toISOString() })]);
    proxy.plan(({ table }) =>
      table.endsWith(day) ? { kind: 'answer', status: 409, code: 'TableBeingDeleted' } : undefined,
    );
    expect((await errorLog.summary(day, 10)).counts.size).toBe(0);
    expect(await errorLog.get(anErrorEntry({ occurredAt: new Date(now).toISOString() }).id)).toBeUndefined();
    expect(await tables.table(`${prefix}${day}`).query({ filter: '', top: 1 })).toEqual({
      rows: [],
      continuation: undefined,
    });
    await errorLog.dropDay(day);
    await expect(
      errorLog.store([anErrorEntry({ occurredAt: new Date(now).toISOString() })]),
    ).rejects.toMatchObject({ code: 'storage-unavailable', retryAfterSeconds: 5 });
    proxy.plan();
  });
});
