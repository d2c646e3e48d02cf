import fc from 'fast-check';
import { expect, it } from 'vitest';
import { continueCleanup } from '../../../functions/continue-cleanup.ts';
import { undoCleanup } from '../../../functions/undo-cleanup.ts';
import type { Cleanup } from '../../../shared/domain/cleanups/cleanup.ts';
import { cleanupBody } from '../../../shared/http/bodies/cleanup-body.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { settleCleanup, workOnCleanup } from '../../../shared/use-cases/work-on-cleanup.ts';
import { call } from '../../support/call.ts';
import { countedEntries } from '../../support/counting.ts';
import { daysOf, ErrorLogWorld, isEnd } from '../../support/error-log-world.ts';
import { seededNumbers } from '../../support/gate.ts';
import { type Instance, Instances } from '../../support/instances.ts';
import { anErrorEntry, manyEntries } from '../../support/reports.ts';
import { servicesWith } from '../../support/services.ts';
import { freshStorage, memoryStorage } from '../../support/storage.ts';

const now = Date.parse('2026-03-11T12:30:00Z');
const never = () => false;
const ofCronus = { olderThanDays: undefined, filter: { company: ['CRONUS'] } };

/** Work that an instance stops after so many looks at the clock. */
function looks(count: number, atLast: () => void = () => undefined) {
  let left = count;
  return () => {
    if (left-- === 0) atLast();
    return left < 0;
  };
}

async function fill(instances: Instances, count: number): Promise<void> {
  const occurredAt = new Date(instances.at - 60_000).toISOString();
  const { errorLog } = instances.open();
  await errorLog.store(
    manyEntries(count, () => ({ occurredAt })).map((entry) => ({ ...entry, receivedAt: new Date(0) })),
  );
}

/** Expects that nothing is hidden, and that the counts say the same. */
async function expectAllShown(instances: Instances, count: number): Promise<void> {
  const entries = await instances.entries();
  expect(entries.filter(({ live }) => !live)).toEqual([]);
  expect(entries).toHaveLength(count);
  expect(await countedEntries(instances.storage.errorLog)).toBe(count);
}

it.each([
  { where: 'in memory', storage: undefined, count: 9000, chunks: 30 },
  { where: 'on the storage service', storage: freshStorage, count: 1500, chunks: 5 },
])(
  '$where: an undo brings back all, though another instance is in the middle of the clean-up',
  {
    timeout: 120_000,
  },
  async ({ storage, count, chunks }) => {
    const instances = new Instances(storage ? Date.now() : now, storage?.());
    await fill(instances, count);
    const [one, other] = [instances.open(), instances.open()];
    let undoing: Promise<Cleanup> | undefined;
    const undo = async () => {
      const [cleanup] = await other.desk.cleanups(1);
      return revertCleanup(other, cleanup?.id ?? '', never);
    };
    let left = chunks;
    const worked = await beginCleanup(one, ofCronus, 'one', () => {
      if (left-- === 0) undoing = undo();
      return false;
    });
    expect(worked.phase).not.toBe('done');
    expect(await undoing).toMatchObject({ phase: 'undone', settledAt: expect.any(Date) });
    await expectAllShown(instances, count);
    const page = await findErrors(instances.open(), { company: ['CRONUS'] }, undefined, 50);
    expect(page.entries).toHaveLength(50);
  },
);

it('answers 202 until all is shown again, whoever asks, and 200 then', async () => {
  const instances = new Instances(now);
  await fill(instances, 300);
  const one = instances.open();
  const { id } = await beginCleanup(one, ofCronus, 'one', never);
  const ask = async (operation: typeof undoCleanup | typeof continueCleanup, instance: Instance) => {
    const services = servicesWith({ ...instance, timeBox: () => looks(1) });
    const { status, body } = await call(operation, services, `cleanups/${id}`, { params: { id } });
    return { status, done: cleanupBody.parse(body).done };
  };
  // One transaction of 98 entries in each request.
  expect(await ask(undoCleanup, instances.open())).toEqual({ status: 202, done: false });
  expect(await ask(continueCleanup, one)).toEqual({ status: 202, done: false });
  expect((await instances.entries()).some(({ live }) => !live)).toBe(true);
  expect(await ask(continueCleanup, instances.open())).toEqual({ status: 202, done: false });
  expect(await ask(continueCleanup, one)).toEqual({ status: 200, done: true });
  await expectAllShown(instances, 300);
});

const pool = Array.from({ length: 14 }, (_, index) =>
  anErrorEntry(
    {
      company: 'CRONUS',
      errorId: `${index}`,
      occurredAt: new Date(now - index * 67 * 60_000).toISOString(),
    },
    { receivedAt: new Date(0) },
  ),
);

const death = fc.option(
  fc.record({
    call: fc.integer({ min: 1, max: 20 }),
    moment: fc.constantFrom('before' as const, 'after' as const),
  }),
  { freq: 4, nil: undefined },
);
const actors = fc.array(
  fc.record({
    act: fc.constantFrom('continue' as const, 'continue' as const, 'undo' as const, 'timer' as const),
    looks: fc.oneof(fc.constant(1000), fc.nat({ max: 5 })),
    death,
  }),
  { minLength: 2, maxLength: 6 },
);

it('says done only when the rows agree, in any interleaving of work, undo, continue and timer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 4 }), actors, fc.integer(), async (begun, all, order) => {
      const world = new ErrorLogWorld(
        daysOf(pool),
        seededNumbers(order),
        memoryStorage(() => new Date(now)),
      );
      await world.gate.run([() => world.report(pool)]);
      let id = '';
      await world.gate.run([
        async () => {
          ({ id } = await beginCleanup(world.ports(now), ofCronus, 'one', looks(begun)));
        },
      ]);
      /** Whoever reads that the clean-up is undone must find no row that it hides, now or later. */
      const check = async () => {
        const phase = (await world.raw.desk.cleanup(id))?.cleanup.phase;
        if (phase === 'undone') expect(world.entries.filter(({ live }) => !live)).toEqual([]);
        if (phase === 'done') expect(world.entries.filter(({ live }) => live)).toEqual([]);
      };
      await world.gate.run(
        all.map(({ act, looks: count, death: end }) => async () => {
          const ports = world.ports(now, end);
          const work = {
            continue: () => workOnCleanup(ports, id, looks(count)),
            undo: () => revertCleanup(ports, id, looks(count)),
            timer: async () =>
              settleCleanup(ports, await workOnCleanup(ports, id, looks(count)), looks(count)),
          };
          await work[act]().catch((error: unknown) => {
            if (!isEnd(error)) throw error;
          });
          await check();
        }),
      );
      await check();
      // The next run of the timer ends whatever was begun.
      await workOnCleanup({ ...world.ports(now), ...world.raw }, id, never);
      await world.check();
      await check();
      expect((await world.raw.desk.cleanup(id))?.cleanup.phase).toMatch(/^(?:done|undone)$/);
    }),
    { numRuns: 150, seed: 7 },
  );
});
