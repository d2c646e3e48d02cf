import { expect, it } from 'vitest';
import { findProblems } from '../../shared/use-cases/find-problems.ts';
import { recordDecision } from '../../shared/use-cases/record-decision.ts';
import { runMaintenance } from '../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { byLastSeen, memoryDeskAt } from '../support/desk-ports.ts';
import { aReportBody } from '../support/reports.ts';
import { counted } from '../support/storage.ts';

const now = Date.parse('2026-03-11T22:30:00.000Z');
const yesterday = Date.parse('2026-03-10T12:00:00.000Z');

it('reads problems in as few calls after a deletion from a full hour', async () => {
  const { storage, ports } = memoryDeskAt(now);
  const [first] = await storeReports(
    ports,
    Array.from({ length: 3_200 }, (_, index) => ({
      value: aReportBody({ errorId: `e${index}`, occurredAt: new Date(yesterday + index).toISOString() }),
    })),
  );
  await storage.errorLog.remove(first && 'id' in first ? first.id : '', () => true);
  for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
  await ports.desk.state();

  const listed = await counted(() => findProblems(ports, {}, byLastSeen(200)));
  expect(listed.result.problems).toMatchObject([{ problem: { count: 3_199 } }]);
  // One more than the days in reach: the sample is read from an entry.
  expect(listed.calls).toBeLessThanOrEqual(10);
  const [newest] = listed.result.problems;
  const decision = await counted(() =>
    recordDecision(ports, newest?.problem.id ?? '', { status: 'resolved' }, 'somebody', undefined),
  );
  expect(decision.calls).toBeLessThanOrEqual(12);
});
