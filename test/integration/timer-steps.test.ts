import { InvocationContext } from '@azure/functions';
import { expect, inject, it } from 'vitest';
import { expireErrors } from '../../functions/expire-errors.ts';
import { readConfig } from '../../shared/config.ts';
import { dayMs, dayOf } from '../../shared/domain/reports/days.ts';
import { createServices } from '../../shared/services.ts';
import { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';
import { runMaintenance } from '../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { memoryDeskAt, type portsAt } from '../support/desk-ports.ts';
import { aReportBody } from '../support/reports.ts';
import type { Storage } from '../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00.000Z');
const days = [0, 1, 2, 3, 4, 5, 6].map((back) => noon - back * dayMs);
type Ports = ReturnType<typeof portsAt>;

const reportAt = (ports: Ports, ...moments: readonly number[]) =>
  storeReports(
    ports,
    moments.map((at) => ({ value: aReportBody({ occurredAt: new Date(at).toISOString() }) })),
  );
const tables = async (storage: Storage) => (await storage.errorLog.days()).days;

async function run(ports: Ports): Promise<void> {
  for (const { step, failure } of await runMaintenance(ports)) expect(failure, step).toBeUndefined();
}

/** An error log that never drops a day. */
class RefusingErrorLog extends TableErrorLog {
  override dropDay(): Promise<void> {
    return Promise.reject(new Error('Drop refused'));
  }
}

it('does the other steps when one fails, and says which', async () => {
  const { storage, ports } = memoryDeskAt(noon);
  await reportAt(ports, noon - 6 * dayMs);
  ports.clock.at = noon + 2 * dayMs;
  await run(ports);
  ports.clock.at = noon + 3 * dayMs;
  const errorLog = new RefusingErrorLog(storage.tables, storage.prefix);
  const results = await runMaintenance({ ...ports, errorLog });
  expect(results.filter(({ failure }) => failure).map(({ step }) => step)).toEqual(['dropHiddenDays']);
  expect(results).toHaveLength(6);
  expect(await tables(storage)).toEqual(expect.arrayContaining(['20260305', '20260315']));
  // The timer's function fails, so that the host shows it; the next run does what failed.
  const lines: string[] = [];
  const context = new InvocationContext({
    functionName: 'expireErrors',
    logHandler: (_, ...parts) => lines.push(parts.join(' ')),
  });
  const services = createServices(readConfig({ ERROR_LOG: inject('errorLog') }), { pageFolder: '' });
  const { handler } = expireErrors({ ...services, ...ports, errorLog }, '0 15 * * * *');
  const timer = {
    isPastDue: false,
    schedule: { adjustForDST: true },
    scheduleStatus: { last: '', next: '', lastUpdated: '' },
  };
  await expect(handler(timer, context)).rejects.toThrow(AggregateError);
  expect(lines.map((line) => JSON.parse(line).event).sort()).toEqual([
    'timer-step-done',
    'timer-step-done',
    'timer-step-done',
    'timer-step-done',
    'timer-step-done',
    'timer-step-failed',
  ]);
  expect(lines.join()).not.toContain('Drop refused');
  await run(ports);
  expect(await tables(storage)).not.toContain('20260305');
  expect(await ports.desk.cleanups(100)).toMatchObject([{ deleted: 1, phase: 'done' }]);
});

it('stops when its time is over, and continues in the next run', async () => {
  const { storage, ports } = memoryDeskAt(noon);
  await reportAt(ports, ...days);
  ports.clock.at = noon + 20 * dayMs;
  await run(ports);
  ports.clock.at += dayMs;
  let asked = 0;
  await run({ ...ports, isOver: () => asked++ >= 2 });
  const own = days.map(dayOf);
  expect((await tables(storage)).filter((day) => own.includes(day))).toHaveLength(5);
  await run(ports);
  expect((await tables(storage)).filter((day) => own.includes(day))).toEqual([]);
  expect(await ports.desk.cleanups(100)).toHaveLength(7);
});
