import { expect, it } from 'vitest';
import { beginCleanup, previewCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { byLastSeen } from '../../support/desk-ports.ts';
import { Instances, report, runTimer } from '../../support/instances.ts';
import { freshStorage } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const all = { olderThanDays: undefined, filter: undefined };
const ofCronus = { olderThanDays: undefined, filter: { company: ['CRONUS'] } };

it.each([
  { where: 'in memory', open: () => new Instances(noon) },
  { where: 'on the storage service', open: () => new Instances(Date.now(), freshStorage()) },
])('$where: counts of a clean-up know at once what another instance did', async ({ open }) => {
  const instances = open();
  const [one, other] = [instances.open(), instances.open()];
  const occurredAt = new Date(instances.at - 60_000).toISOString();
  await report(
    one,
    Array.from({ length: 500 }, (_, index) => ({ occurredAt, errorId: `${index}` })),
  );
  const first = await beginCleanup(one, all, 'one', never);
  expect(first).toMatchObject({ deleted: 500, stillOpen: 500 });
  // The other instance has just looked, and may show this for five seconds.
  expect((await findErrors(other, {}, undefined, 10)).entries).toEqual([]);
  expect(await previewCleanup(other, all, 'other')).toMatchObject({ deleted: 0 });
  await findErrors(other, {}, undefined, 10);
  await revertCleanup(one, first.id, never);
  expect(await previewCleanup(other, all, 'other')).toMatchObject({ deleted: 500, stillOpen: 500 });
  // The same with a decision.
  await findErrors(other, {}, undefined, 10);
  const [problem] = (await findProblems(one, {}, byLastSeen(1))).problems;
  await recordDecision(one, problem?.problem.id ?? '', { status: 'ignored' }, 'one', undefined);
  expect(await previewCleanup(other, ofCronus, 'other')).toMatchObject({ deleted: 500, stillOpen: 0 });
  // The final record, of every kind.
  await findErrors(other, {}, undefined, 10);
  const filtered = await beginCleanup(one, ofCronus, 'one', never);
  await findErrors(other, {}, undefined, 10);
  await revertCleanup(one, filtered.id, never);
  expect(await beginCleanup(other, ofCronus, 'other', never)).toMatchObject({ deleted: 500, phase: 'done' });
  const [again] = await other.desk.cleanups(1);
  await findErrors(one, {}, undefined, 10);
  await revertCleanup(other, again?.id ?? '', never);
  expect(await beginCleanup(one, all, 'one', never)).toMatchObject({ deleted: 500, stillOpen: 0 });
});

it('retention records what was there until it took effect, whatever the instance has seen before', async () => {
  const instances = new Instances(noon);
  const [one, other] = [instances.open(), instances.open()];
  await report(one, [{ occurredAt: new Date(noon - 60_000).toISOString() }]);
  const cleanup = await beginCleanup(one, all, 'one', never);
  instances.at += 8.5 * 86_400_000;
  await runTimer(other);
  await other.desk.state();
  instances.at += 86_400_000;
  // It cannot be undone any more; what was deleted is not counted twice.
  await runTimer(other);
  expect(await other.desk.cleanups(5)).toMatchObject([{ id: cleanup.id }]);
});
