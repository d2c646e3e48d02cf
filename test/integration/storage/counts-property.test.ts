import fc from 'fast-check';
import { expect, it } from 'vitest';
import { horizonAt } from '../../../shared/domain/cleanups/horizon.ts';
import { problemView } from '../../../shared/domain/problems/problem-view.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { problemsInReach } from '../../../shared/use-cases/problems-in-reach.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { settleCleanup, workOnCleanup } from '../../../shared/use-cases/work-on-cleanup.ts';
import { daysOf, ErrorLogWorld, isEnd } from '../../support/error-log-world.ts';
import { type Death, seededNumbers } from '../../support/gate.ts';
import { recount } from '../../support/recount.ts';
import { anErrorEntry } from '../../support/reports.ts';
import { freshStorage, memoryStorage } from '../../support/storage.ts';

const now = Date.parse('2026-03-11T12:30:00Z');
const companies = ['Adatum', 'Contoso'];

// Times before now, ms: on both sides of a full hour and of midnight, several in the first and the last hour.
const minuteMs = 60_000;
const backs = [0, 1 / minuteMs, 20, 30, 30 + 1 / minuteMs, 31, 750, 750 + 1 / minuteMs, 751, 780].map(
  (minutes) => Math.round(minutes * minuteMs),
);
const pool = companies.flatMap((company) =>
  backs.map((back, index) =>
    anErrorEntry({ company, errorId: `${index}`, occurredAt: new Date(now - back).toISOString() }),
  ),
);
const days = daysOf(pool);

const entries = fc
  .uniqueArray(fc.nat({ max: pool.length - 1 }), { minLength: 1, maxLength: 16 })
  .map((indexes) => indexes.flatMap((index) => pool[index] ?? []));
const at = fc.oneof(fc.constant(now), fc.constantFrom(...backs.map((back) => now - back)));
const company = fc.constantFrom(...companies);
const which = fc.nat({ max: 2 });
const day = fc.constantFrom(...days);
const never = () => false;

type Actor = (world: ErrorLogWorld, death: Death | undefined) => Promise<void>;

const report = fc.tuple(entries, fc.nat({ max: 1 })).map(([some, instance]): Actor => {
  return (world, death) => world.report(some, instance, death);
});

const remove = fc.constantFrom(...pool).map(({ id }): Actor => {
  return async (world, death) => {
    world.removed.add(id);
    await world.ports(now, death).errorLog.remove(id);
  };
});

const compact = day.map(
  (one): Actor =>
    async (world, death) => {
      await world.ports(now, death).errorLog.compact(one, never);
    },
);

const cleanUpOf = (name: fc.Arbitrary<string | null>) =>
  fc.tuple(name, at).map(([name, moment]): Actor => {
    return async (world, death) => {
      const filter = name === null ? undefined : { company: [name] };
      await beginCleanup(world.ports(moment, death), { olderThanDays: undefined, filter }, 'tester', never);
    };
  });

const undo = which.map(
  (index): Actor =>
    async (world, death) => {
      const ports = world.ports(now, death);
      const cleanup = (await ports.desk.cleanups(10))[index];
      if (cleanup) await revertCleanup(ports, cleanup.id, never);
    },
);

const settle = which.map(
  (index): Actor =>
    async (world, death) => {
      const ports = world.ports(now + 25 * hourMs, death);
      const cleanup = (await ports.desk.cleanups(10))[index];
      if (cleanup) await settleCleanup(ports, cleanup, never);
    },
);

const read = fc.option(at).map(
  (given): Actor =>
    async (world, death) => {
      const ports = world.ports(now, death);
      const horizon =
        given ?? horizonAt(ports.now(), world.retentionDays, (await ports.desk.state()).cleanups);
      const since = world.moment;
      const problems = await problemsInReach(ports.errorLog, { horizon, now: ports.now() });
      const bounds = world.bounds(since, horizon);
      for (const [id, { hours }] of problems)
        for (const [hour, { count }] of hours) {
          const { min = 0, max = 0 } = bounds.get(`${id} ${hour}`) ?? {};
          expect(count).toBeGreaterThanOrEqual(min);
          expect(count).toBeLessThanOrEqual(max);
        }
      for (const [key, { min }] of bounds) {
        const [id = '', hour] = key.split(' ');
        expect(problems.get(id)?.hours.get(Number(hour))?.count ?? 0).toBeGreaterThanOrEqual(min);
      }
    },
);

const death = fc.option(
  fc.record({
    call: fc.integer({ min: 1, max: 25 }),
    moment: fc.constantFrom('before' as const, 'after' as const),
  }),
  { freq: 5, nil: undefined },
);
const anything = fc.oneof(
  { weight: 5, arbitrary: report },
  { weight: 2, arbitrary: remove },
  { weight: 4, arbitrary: compact },
  { weight: 4, arbitrary: cleanUpOf(fc.option(company)) },
  { weight: 2, arbitrary: undo },
  { weight: 1, arbitrary: settle },
  { weight: 4, arbitrary: read },
);
/** Several actors that change the same entries. */
const contention = fc.oneof(
  { weight: 4, arbitrary: cleanUpOf(fc.constant('Adatum')) },
  { weight: 2, arbitrary: remove },
  { weight: 2, arbitrary: undo },
);
/** Readers of several pages while counts move between them. */
const movement = fc.oneof(
  { weight: 2, arbitrary: compact },
  { weight: 3, arbitrary: read },
  { weight: 1, arbitrary: report },
);
const actors = fc.oneof(
  fc.array(fc.tuple(anything, death), { minLength: 4, maxLength: 14 }),
  fc.array(fc.tuple(contention, death), { minLength: 3, maxLength: 6 }),
  fc.array(fc.tuple(movement, death), { minLength: 3, maxLength: 6 }),
);

/** Once all actors have ended, readers get exactly what the rows hold. */
async function checkReading(world: ErrorLogWorld, horizon: number): Promise<void> {
  const problems = await problemsInReach(world.raw.errorLog, { horizon, now: new Date(now) });
  const expected = recount(world.entries, horizon);
  const read = [...problems].flatMap(([id, { hours }]) =>
    [...hours].map(([hour, { count }]): [string, number] => [`${id} ${hour}`, count]),
  );
  expect(new Map(read)).toEqual(new Map([...expected].map(([key, { count }]) => [key, count])));
  for (const problem of problems.values()) {
    const { firstSeenAt, lastSeenAt, sampleErrorId } = problemView(problem, undefined, new Date(now));
    const own = [...expected].filter(([key]) => key.startsWith(problem.id)).map(([, hour]) => hour);
    const last = own.reduce((one, other) => (other.lastId > one.lastId ? other : one));
    expect(firstSeenAt).toBe(Math.min(...own.map(({ first }) => first)));
    expect([lastSeenAt, sampleErrorId]).toEqual([last.last, last.lastId]);
  }
}

it.each([
  { where: 'in memory', open: memoryStorage, numRuns: 100 },
  { where: 'on the storage service', open: freshStorage, numRuns: 3 },
])(
  '$where: counts agree with the rows, whatever the actors do, in any order, wherever they are killed',
  async ({ open, numRuns }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entries, { minLength: 3, maxLength: 8 }),
        actors,
        // Once the clean-ups are over, the timer may settle some of them.
        fc.array(settle, { maxLength: 2 }),
        fc.integer(),
        async (before, all, after, order) => {
          const world = new ErrorLogWorld(days, seededNumbers(order), open());
          await world.gate.run(before.map((some) => () => world.report(some)));
          await world.gate.run(
            all.map(([act, end]) => async () => {
              await act(world, end).catch((error: unknown) => {
                if (!isEnd(error)) throw error;
              });
            }),
          );
          await world.gate.run(after.map((act) => () => act(world, undefined)));
          await world.check();
          for (const horizon of [now - 2 * dayMs, now - hourMs, now - 750 * minuteMs, now - 1])
            await checkReading(world, horizon);
          await finishAll(world);
        },
      ),
      { numRuns, seed: 3 },
    );
  },
);

/** Finishes and undoes every clean-up: then only entries that were deleted for good may be missing. */
async function finishAll(world: ErrorLogWorld): Promise<void> {
  const { errorLog, desk } = world.raw;
  const ports = { errorLog, desk, retentionDays: world.retentionDays, now: () => new Date(now) };
  for (const { id } of await desk.cleanups(20)) await workOnCleanup(ports, id, never);
  for (const one of days) expect(await errorLog.compact(one, never)).toMatchObject({ finished: true });
  const stripped = new Set(
    (await desk.cleanups(20)).filter(({ settledAt }) => settledAt).map(({ id }) => id),
  );
  for (const { id, phase } of await desk.cleanups(20))
    if (phase === 'done' && !stripped.has(id)) await revertCleanup(ports, id, never);
  await world.check();
  const ids = new Set(world.entries.map(({ id }) => id));
  for (const [id, times] of world.storedTimes) {
    expect(ids).toContain(id);
    expect(times).toBeLessThanOrEqual(1);
    if (!world.unanswered.has(id)) expect(times).toBe(1);
  }
}
