import { expect, it } from 'vitest';
import { previewCleanup } from '../../shared/use-cases/begin-cleanup.ts';
import { findProblems } from '../../shared/use-cases/find-problems.ts';
import { openProblems } from '../../shared/use-cases/open-problems.ts';
import { runMaintenance } from '../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { byLastSeen, memoryDeskAt } from '../support/desk-ports.ts';
import { aReportBody } from '../support/reports.ts';
import { counted } from '../support/storage.ts';

const now = Date.parse('2026-03-11T22:30:00.000Z');
const yesterday = Date.parse('2026-03-10T12:00:00.000Z');

it('counts the entries of a clean-up in as many calls after a deletion as before', async () => {
  const { storage, ports } = memoryDeskAt(now);
  const [first] = await storeReports(
    ports,
    // More than two pages of keys.
    Array.from({ length: 2_100 }, (_, index) => ({
      value: aReportBody({ errorId: `e${index}`, occurredAt: new Date(yesterday + index).toISOString() }),
    })),
  );
  const folded = async () => {
    for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
    await ports.desk.state();
  };
  const preview = () => counted(() => previewCleanup(ports, { olderThanDays: 0, filter: undefined }, 'x'));
  const explained = () => counted(() => openProblems(ports));
  await folded();
  const before = await preview();
  expect(before.result).toMatchObject({ deleted: 2_100, stillOpen: 2_100 });
  const openBefore = await explained();

  await storage.errorLog.remove(first && 'id' in first ? first.id : '', () => true);
  await folded();
  const after = await preview();
  expect(after.result).toMatchObject({ deleted: 2_099, stillOpen: 2_099 });
  expect(after.calls).toBe(before.calls);
  const openAfter = await explained();
  expect(openAfter.result).toMatchObject([{ count: 2_099 }]);
  expect(openAfter.calls).toBe(openBefore.calls);

  // It may keep the time of the removed entry, as a living one lies in the same hour.
  const { problems } = await findProblems(ports, {}, byLastSeen(200));
  expect(problems.map(({ problem }) => problem.firstSeenAt)).toEqual([yesterday]);
});
