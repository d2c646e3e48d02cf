import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cleanup } from '../../../shared/domain/cleanups/cleanup.ts';
import { Horizon } from '../../../shared/domain/cleanups/horizon.ts';
import { problemView } from '../../../shared/domain/problems/problem-view.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { currentView } from '../../../shared/use-cases/current-view.ts';
import { knownNewestId, newestEntries } from '../../../shared/use-cases/newest-entry.ts';
import { type ProblemInReach, problemsInReach } from '../../../shared/use-cases/problems-in-reach.ts';
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
    anErrorEntry(
      {
        company,
        errorId: `${index}`,
        occurredAt: new Date(now - back).toISOString(),
        source: { app: 'business-central', recordId: `Customer: ${index % 3}` },
      },
      // All of them had come in when a filtered clean-up began.
      { receivedAt: new Date(0) },
    ),
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
  return async (world, death) => {
    const ports = world.ports(now, death);
    // The epoch of what is stored is that of the writer: it may know clean-ups that began before.
    const { epoch } = await currentView(ports);
    await world.report(
      some.map((entry) => ({ ...entry, epoch })),
      instance,
      death,
    );
  };
});

const remove = fc.constantFrom(...pool).map(({ id }): Actor => {
  return async (world, death) => {
    world.removed.add(id);
    await world.ports(now, death).errorLog.remove(id, () => true);
  };
});

const compact = day.map(
  (one): Actor =>
    async (world, death) => {
      await world.ports(now, death).errorLog.fold(one, never);
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
      const { cleanups } = await ports.desk.state();
      const horizon = horizonOf(given ?? now - world.retentionDays * dayMs, cleanups);
      const since = world.moment;
      const problems = await problemsInReach(ports.errorLog, { horizon, now: ports.now() });
      const bounds = world.bounds(since, horizon);
      const found = countsByHour(problems);
      for (const [key, count] of found) {
        const { least = 0, most = 0 } = bounds.get(key) ?? {};
        expect(count).toBeGreaterThanOrEqual(least);
        expect(count).toBeLessThanOrEqual(most);
      }
      for (const [key, { least }] of bounds) expect(found.get(key) ?? 0).toBeGreaterThanOrEqual(least);
    },
);

/** A horizon whose retention ends at this moment, ms since 1970. */
function horizonOf(retention: number, cleanups: readonly Cleanup[]): Horizon {
  return new Horizon(new Date(retention + dayMs), 1, cleanups);
}

/** Counts by `key at`. */
function countsByHour(problems: ReadonlyMap<string, ProblemInReach>): Map<string, number> {
  return new Map(
    [...problems.values()].flatMap(({ counts }) =>
      counts.flatMap(({ key, hours }) =>
        [...hours].map(([at, { count }]): [string, number] => [`${key} ${at}`, count]),
      ),
    ),
  );
}

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
async function checkReading(world: ErrorLogWorld, horizon: Horizon): Promise<void> {
  const { errorLog } = world.raw;
  const problems = await problemsInReach(errorLog, { horizon, now: new Date(now) });
  const expected = recount(world.entries, horizon);
  expect(countsByHour(problems)).toEqual(new Map([...expected].map(([key, { count }]) => [key, count])));
  for (const problem of problems.values()) {
    const { firstSeenAt = 0, lastSeenAt = 0 } = problemView(problem, undefined, new Date(now));
    const own = [...expected].filter(([key]) => key.startsWith(problem.id)).map(([, hour]) => hour);
    const first = Math.min(...own.map((hour) => hour.first));
    const last = own.reduce((one, other) => (other.lastId > one.lastId ? other : one));
    // A deleted entry may lend its time to a living one of the same hour, and no more than that.
    expect(hourOf(firstSeenAt)).toBe(hourOf(first));
    expect(hourOf(lastSeenAt)).toBe(hourOf(last.last));
    expect(firstSeenAt).toBeLessThanOrEqual(first);
    expect(lastSeenAt).toBeGreaterThanOrEqual(last.last);
    const known = knownNewestId(problem.counts);
    if (known !== undefined) expect(known).toBe(last.lastId);
    const [newest] = await newestEntries(errorLog, problem, problem.counts, { horizon, most: 1 });
    expect(newest?.id).toBe(last.lastId);
  }
}

function hourOf(time: number): number {
  return Math.floor(time / hourMs);
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
          const { cleanups } = await world.raw.desk.freshState();
          for (const retention of [now - 2 * dayMs, now - hourMs, now - 750 * minuteMs, now - 1])
            await checkReading(world, horizonOf(retention, cleanups));
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
  const filtered = (await desk.cleanups(20)).filter(({ kind }) => kind === 'filtered');
  for (const { id } of filtered) await workOnCleanup(ports, id, never);
  for (const one of days) expect(await errorLog.fold(one, never)).toMatchObject({ finished: true });
  const stripped = new Set(
    (await desk.cleanups(20)).filter(({ settledAt }) => settledAt).map(({ id }) => id),
  );
  for (const { id, phase } of await desk.cleanups(20))
    if (phase === 'done' && !stripped.has(id))
      expect(await revertCleanup(ports, id, never)).toMatchObject({ phase: 'undone' });
  await world.check();
  const ids = new Set(world.entries.map(({ id }) => id));
  for (const [id, times] of world.storedTimes) {
    expect(ids).toContain(id);
    expect(times).toBeLessThanOrEqual(1);
    if (!world.unanswered.has(id)) expect(times).toBe(1);
  }
}
