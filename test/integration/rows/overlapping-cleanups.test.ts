import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cleanup } from '../../../shared/domain/cleanups/cleanup.ts';
import { selects } from '../../../shared/domain/cleanups/selects.ts';
import type { DeskState } from '../../../shared/domain/ports/desk.ts';
import type { ProblemFilter } from '../../../shared/domain/problems/problem-filter.ts';
import { hourMs } from '../../../shared/domain/reports/days.ts';
import { TableDesk } from '../../../shared/storage/desk/table-desk.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { settleCleanup, workOnCleanup } from '../../../shared/use-cases/work-on-cleanup.ts';
import { countedEntries } from '../../support/counting.ts';
import { daysOf, ErrorLogWorld, isEnd } from '../../support/error-log-world.ts';
import { seededNumbers } from '../../support/gate.ts';
import { Instances, report } from '../../support/instances.ts';
import { anErrorEntry } from '../../support/reports.ts';
import { freshStorage, memoryStorage } from '../../support/storage.ts';

const now = Date.parse('2026-03-11T12:30:00Z');
const never = () => false;

/** Work that an instance stops after so many looks at the clock. */
function looks(count: number) {
  let left = count;
  return () => left-- <= 0;
}

const pool = ['Adatum', 'Contoso'].flatMap((company) =>
  ['CUSTOMER', 'VENDOR'].flatMap((mapping) =>
    Array.from({ length: 4 }, (_, index) =>
      anErrorEntry(
        {
          company,
          mapping,
          errorId: `${mapping}${index}`,
          occurredAt: new Date(now - index * 250 * 60_000).toISOString(),
        },
        { receivedAt: new Date(0) },
      ),
    ),
  ),
);
const entryById = new Map(pool.map((entry) => [entry.id, entry]));

const filters: readonly ProblemFilter[] = [
  { company: ['Adatum'] },
  { mapping: ['CUSTOMER'] },
  { company: ['Adatum', 'Contoso'] },
  { company: ['Contoso'], mapping: ['CUSTOMER'] },
];
const begin = fc.record({
  act: fc.constant('begin' as const),
  filter: fc.constantFrom(...filters),
  looks: fc.oneof(fc.constant(1000), fc.nat({ max: 3 })),
});
const undo = fc.record({
  act: fc.constant('undo' as const),
  which: fc.nat({ max: 3 }),
  looks: fc.oneof(fc.constant(1000), fc.nat({ max: 3 })),
});
const goOn = fc.record({
  act: fc.constant('continue' as const),
  which: fc.nat({ max: 3 }),
  looks: fc.oneof(fc.constant(1000), fc.nat({ max: 3 })),
});
const settle = fc.record({ act: fc.constant('settle' as const), which: fc.nat({ max: 3 }) });
const death = fc.option(
  fc.record({
    call: fc.integer({ min: 1, max: 20 }),
    moment: fc.constantFrom('before' as const, 'after' as const),
  }),
  { freq: 6, nil: undefined },
);
const step = fc.oneof(
  { weight: 3, arbitrary: begin },
  { weight: 4, arbitrary: undo },
  { weight: 2, arbitrary: goOn },
  { weight: 1, arbitrary: settle },
);
/** Clean-ups that begin while others are undone. */
const contention = fc.oneof(
  begin.map((one) => ({ ...one, looks: 1000 })),
  undo.map((one) => ({ ...one, looks: 1000 })),
);
/** Steps of one round happen at the same time; a day passes between some rounds. */
const rounds = fc.array(
  fc.record({
    steps: fc.array(
      fc.tuple(fc.oneof({ weight: 3, arbitrary: step }, { weight: 2, arbitrary: contention }), death),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    hours: fc.constantFrom(0, 0, 1, 20),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Expects each entry to be hidden exactly where a clean-up in force selects it, and stripped where one is final. */
async function expectAgreement(world: ErrorLogWorld, at: number): Promise<void> {
  const cleanups = await world.raw.desk.cleanups(20);
  expect(cleanups.map(({ phase }) => phase)).not.toContain('deleting');
  expect(cleanups.map(({ phase }) => phase)).not.toContain('undoing');
  const inForce = cleanups.filter(({ phase }) => phase === 'done');
  for (const { id, live, isTombstone } of world.entries) {
    const entry = entryById.get(id);
    const selecting = inForce.filter((cleanup) => entry && selects(cleanup, entry));
    if (!isTombstone) expect(live).toBe(selecting.length === 0);
    if (isTombstone) expect(selecting.some((cleanup) => isOver(cleanup, at))).toBe(true);
    // One that is hidden by another clean-up is stripped with that one.
    if (selecting.length > 0 && selecting.every(({ settledAt }) => settledAt)) expect(isTombstone).toBe(true);
  }
}

function isOver({ undoUntil }: Cleanup, at: number): boolean {
  return undoUntil !== undefined && undoUntil.getTime() < at;
}

it('an entry returns only when no clean-up in force selects it, in whatever order they are undone', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, fc.integer(), async (all, order) => {
      let at = now;
      const world = new ErrorLogWorld(
        daysOf(pool),
        seededNumbers(order),
        memoryStorage(() => new Date(at)),
      );
      await world.gate.run([() => world.report(pool)]);
      for (const { steps, hours } of all) {
        await world.gate.run(
          steps.map(([one, end]) => async () => {
            const ports = { ...world.ports(at, end), retentionDays: 7 };
            const done = async () => {
              if (one.act === 'begin')
                return beginCleanup(
                  ports,
                  { olderThanDays: undefined, filter: one.filter },
                  'one',
                  looks(one.looks),
                );
              const cleanup = (await ports.desk.cleanups(10))[one.which];
              if (!cleanup) return undefined;
              if (one.act === 'settle') return settleCleanup(ports, cleanup, never);
              const work = one.act === 'undo' ? revertCleanup : workOnCleanup;
              return work(ports, cleanup.id, looks(one.looks));
            };
            await done().catch((error: unknown) => {
              if (!isEnd(error)) throw error;
            });
          }),
        );
        at += hours * hourMs;
      }
      // Runs of the timer end whatever was begun, and strip it once it cannot be undone.
      for (const [run, hours] of [0, 0, 30].entries()) {
        at += hours * hourMs;
        for (const { id } of await world.raw.desk.cleanups(20))
          await world.gate.run([
            async () => {
              const ports = { ...world.ports(at), retentionDays: 7 };
              await settleCleanup(ports, await workOnCleanup(ports, id, never), never);
            },
          ]);
        if (run > 0) await expectAgreement(world, at);
      }
      await world.check();
    }),
    { numRuns: 250, seed: 11 },
  );
});

it.each([
  { where: 'in memory', storage: undefined },
  { where: 'on the storage service', storage: freshStorage },
])('$where: hands entries over, counts each once, and strips what is final', async ({ storage }) => {
  const instances = new Instances(storage ? Date.now() : now, storage?.());
  const [one, other] = [instances.open(), instances.open()];
  const occurredAt = new Date(instances.at - 60_000).toISOString();
  await report(
    one,
    ['Adatum', 'Contoso'].flatMap((company) =>
      ['CUSTOMER', 'VENDOR'].flatMap((mapping) =>
        Array.from({ length: 60 }, (_, index) => ({
          company,
          mapping,
          occurredAt,
          errorId: `${mapping}${index}`,
        })),
      ),
    ),
  );
  const cleanUp = (filter: ProblemFilter, instance = one, shouldStop: () => boolean = never) =>
    beginCleanup(instance, { olderThanDays: undefined, filter }, 'tester', shouldStop);
  const first = await cleanUp({ company: ['Adatum'] });
  expect(first).toMatchObject({ deleted: 120, phase: 'done' });
  // Of the customers, those of Adatum are hidden already.
  const second = await cleanUp({ mapping: ['CUSTOMER'] }, other, looks(0));
  expect(second).toMatchObject({ deleted: 0, phase: 'deleting' });
  expect(await countedEntries(one.errorLog)).toBe(120);
  expect(await revertCleanup(other, first.id, never)).toMatchObject({ phase: 'undone' });
  // What was handed over was not visible before: the second one deleted the others.
  expect(await workOnCleanup(one, second.id, never)).toMatchObject({ deleted: 60, phase: 'done' });
  expect(await countedEntries(one.errorLog)).toBe(120);
  expect(await revertCleanup(one, second.id, never)).toMatchObject({ phase: 'undone' });
  expect(await countedEntries(one.errorLog)).toBe(240);
  expect((await instances.entries()).every(({ live }) => live)).toBe(true);
});

/** A desk as an instance saw it a moment ago. */
class LateDesk extends TableDesk {
  seen: Promise<DeskState> | undefined;

  override freshState(): Promise<DeskState> {
    this.seen ??= super.freshState();
    return this.seen;
  }
}

it('a clean-up that begins during the undo of another one is done only once that undo is', async () => {
  const instances = new Instances(now);
  const [one, other] = [instances.open(), instances.open()];
  const occurredAt = new Date(now - 60_000).toISOString();
  await report(
    one,
    ['CUSTOMER', 'VENDOR'].flatMap((mapping) =>
      Array.from({ length: 5 }, (_, index) => ({ mapping, occurredAt, errorId: `${mapping}${index}` })),
    ),
  );
  const cleanUp = (filter: ProblemFilter) =>
    beginCleanup(one, { olderThanDays: undefined, filter }, 'tester', never);
  const first = await cleanUp({ company: ['CRONUS'] });
  // The undo has begun, and its worker does not hear of what begins now.
  expect(await revertCleanup(other, first.id, looks(0))).toMatchObject({ phase: 'undoing' });
  const late = { ...other, desk: new LateDesk(instances.storage.tables, instances.storage.prefix) };
  await late.desk.freshState();
  const second = await cleanUp({ mapping: ['CUSTOMER'] });
  expect(second.phase).toBe('deleting');
  expect(await workOnCleanup(late, first.id, never)).toMatchObject({ phase: 'undone' });
  expect(await workOnCleanup(one, second.id, never)).toMatchObject({ phase: 'done' });
  expect(await countedEntries(one.errorLog)).toBe(5);
  expect((await instances.entries()).filter(({ live }) => live)).toHaveLength(5);
});
