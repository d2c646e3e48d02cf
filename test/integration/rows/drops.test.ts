import { expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { type Instance, Instances, report, runTimer } from '../../support/instances.ts';
import { freshStorage } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const all = { olderThanDays: undefined, filter: undefined };

async function shown(instance: Instance): Promise<number> {
  return (await findErrors(instance, {}, undefined, 200)).entries.length;
}

/** Reports one error of each of the last days. */
function reportDays(instance: Instance, at: number, days: number) {
  return report(
    instance,
    Array.from({ length: days }, (_, back) => ({
      occurredAt: new Date(at - back * dayMs - 60_000).toISOString(),
    })),
  );
}

async function oldestDay(instances: Instances): Promise<string | undefined> {
  return (await instances.storage.errorLog.days()).days[0];
}

it('a timer whose clock is four days ahead removes nothing that others show', async () => {
  const instances = new Instances(noon);
  const [right, ahead] = [instances.open(), instances.open({ aheadMs: 4 * dayMs })];
  await reportDays(right, noon, 7);
  const cleanup = await beginCleanup(
    right,
    { olderThanDays: undefined, filter: { company: ['CRONUS'] } },
    'one',
    never,
  );
  const second = await beginCleanup(right, all, 'one', never);
  for (let run = 0; run < 3; run++) {
    await runTimer(ahead);
    instances.at += hourMs;
  }
  // Both can be undone, and all comes back.
  await revertCleanup(right, second.id, never);
  expect(await revertCleanup(right, cleanup.id, never)).toMatchObject({ phase: 'undone' });
  expect(await shown(right)).toBe(7);
  // Days pass: it marks no table too early either.
  for (let hours = 0; hours < 30; hours += 6) {
    await runTimer(ahead);
    instances.at += 6 * hourMs;
  }
  expect(await shown(right)).toBe(6);
});

it('one run with a shorter retention marks tables; an instance that shows them removes the marks', async () => {
  const instances = new Instances(noon);
  const [long, short] = [instances.open(), instances.open({ retentionDays: 1 })];
  await reportDays(long, noon, 5);
  expect((await runTimer(short))['dropHiddenDays']).toEqual({ marked: 3, dropped: 0 });
  expect(await long.desk.dropMarks()).toHaveLength(3);
  instances.at += hourMs;
  await runTimer(long);
  expect(await long.desk.dropMarks()).toEqual([]);
  // A day after the first mark, a second run with the shorter retention begins to wait anew.
  instances.at += 23 * hourMs;
  expect((await runTimer(short))['dropHiddenDays']).toMatchObject({ dropped: 0 });
  expect(await shown(long)).toBe(5);
  instances.at += 23 * hourMs;
  expect((await runTimer(short))['dropHiddenDays']).toMatchObject({ dropped: 0 });
  instances.at += hourMs;
  // Nobody objected for a day.
  expect((await runTimer(short))['dropHiddenDays']).toMatchObject({ dropped: 4 });
});

it('a table that can be seen again is not dropped: after an undo, and for a late error', async () => {
  const instances = new Instances(noon);
  const [one, other] = [instances.open(), instances.open()];
  await reportDays(one, noon, 3);
  const cleanup = await beginCleanup(one, all, 'one', never);
  instances.at += 60_000;
  expect((await runTimer(one))['dropHiddenDays']).toEqual({ marked: 2, dropped: 0 });
  await revertCleanup(other, cleanup.id, never);
  await runTimer(other);
  expect(await one.desk.dropMarks()).toEqual([]);
  await beginCleanup(one, all, 'one', never);
  instances.at += 60_000;
  await runTimer(one);
  expect(await one.desk.dropMarks()).toHaveLength(2);
  // 25 hours later the clean-up is final, and a sender's queue brings an error of a marked day.
  instances.at += 25 * hourMs;
  await report(other, [{ occurredAt: new Date(noon - dayMs - 1).toISOString(), errorId: 'late' }]);
  expect((await runTimer(one))['dropHiddenDays']).toMatchObject({ dropped: 1 });
  expect(await one.desk.dropMarks()).toEqual([]);
  expect(await shown(one)).toBe(1);
  expect(await oldestDay(instances)).toBe(dayOf(noon - dayMs));
  // What the clean-up hides in the kept table is stripped; the late error stays.
  const kept = (await instances.entries()).filter(({ isTombstone }) => !isTombstone);
  expect(kept).toHaveLength(1);
});

it('an all from a clock nine minutes ahead hides nothing that is still to come', async () => {
  const instances = new Instances(noon);
  const [right, ahead] = [instances.open(), instances.open({ aheadMs: 9 * 60_000 })];
  await reportDays(right, noon, 2);
  const cleanup = await beginCleanup(ahead, all, 'ahead', never);
  expect(cleanup.cutoff.getTime()).toBeLessThan(noon + 1000);
  expect(cleanup.deleted).toBe(2);
  // Even by a writer that does not know of the clean-up yet.
  instances.at += 4000;
  await report(right, [{ occurredAt: new Date(instances.at).toISOString() }]);
  instances.at += 5000;
  expect(await shown(right)).toBe(1);
  expect(await shown(ahead)).toBe(1);
});

it('on the storage service: its Date decides, not the clock of the instance', async () => {
  const instances = new Instances(Date.now(), freshStorage());
  const [right, ahead] = [instances.open(), instances.open({ aheadMs: 4 * dayMs })];
  await reportDays(right, instances.at, 7);
  const before = (await instances.storage.errorLog.days()).days;
  for (let run = 0; run < 2; run++) await runTimer(ahead);
  expect((await instances.storage.errorLog.days()).days).toEqual(expect.arrayContaining([...before]));
  expect(await ahead.desk.dropMarks()).toEqual([]);
  const cleanup = await beginCleanup(ahead, all, 'ahead', never);
  expect(cleanup.cutoff.getTime()).toBeLessThan(Date.now() + 1000);
});
