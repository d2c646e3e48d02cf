import { expect, it } from 'vitest';
import { continueCleanup } from '../../../functions/continue-cleanup.ts';
import { dayMs, dayOf } from '../../../shared/domain/reports/days.ts';
import { TableErrorLog } from '../../../shared/storage/error-log/table-error-log.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { call } from '../../support/call.ts';
import { type Instance, Instances, report, runTimer } from '../../support/instances.ts';
import { servicesWith } from '../../support/services.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;

function askToContinue(instance: Instance, id: string) {
  return call(continueCleanup, servicesWith({ ...instance }), `cleanups/${id}`, { params: { id } });
}

/** An error log that dies before it drops a day. */
class DyingErrorLog extends TableErrorLog {
  override dropDay(): Promise<void> {
    return Promise.reject(new Error('Died'));
  }
}

it('continues nothing on the record of another instance that keeps entries for a shorter time', async () => {
  const instances = new Instances(noon);
  const [short, long] = [instances.open({ retentionDays: 1 }), instances.open()];
  await report(
    long,
    Array.from({ length: 10 }, (_, index) => ({
      occurredAt: new Date(noon - 60_000).toISOString(),
      errorId: `${index}`,
    })),
  );
  instances.at += 2 * dayMs;
  await runTimer(short);
  instances.at += dayMs;
  const errorLog = new DyingErrorLog(instances.storage.tables, instances.storage.prefix);
  await runMaintenance({ ...short, errorLog });
  const [record] = await long.desk.cleanups(1);
  expect(record).toMatchObject({ kind: 'retention', phase: 'deleting', deleted: 10 });
  const before = await instances.entries();
  for (const instance of [short, long]) {
    const answer = await askToContinue(instance, record?.id ?? '');
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-continuable' } });
  }
  expect(await instances.entries()).toEqual(before);
  expect(await long.desk.cleanups(5)).toEqual([record]);
  expect((await findErrors(long, {}, undefined, 20)).entries).toHaveLength(10);
  // The record closes when its table is gone, and not before.
  await runTimer(long);
  expect(await long.desk.cleanups(5)).toEqual([record]);
  await instances.storage.errorLog.dropDay(dayOf(noon));
  await runTimer(long);
  expect(await long.desk.cleanups(5)).toMatchObject([{ id: record?.id, phase: 'done' }]);
});

it.each([{ olderThanDays: undefined }, { olderThanDays: 1 }])(
  'continues nothing on a clean-up without a filter: %o',
  async ({ olderThanDays }) => {
    const instances = new Instances(noon);
    const one = instances.open();
    await report(one, [{ occurredAt: new Date(noon - 60_000).toISOString() }]);
    const cleanup = await beginCleanup(one, { olderThanDays, filter: undefined }, 'one', never);
    const before = await instances.entries();
    const answer = await askToContinue(instances.open(), cleanup.id);
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-continuable' } });
    expect(await instances.entries()).toEqual(before);
    expect(await one.desk.cleanups(5)).toEqual([cleanup]);
  },
);
