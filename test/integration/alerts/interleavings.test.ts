import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventType } from '../../../shared/domain/alerts/alert-rule.ts';
import type { TableService } from '../../../shared/storage/tables/table-service.ts';
import { sendAlerts } from '../../../shared/use-cases/send-alerts.ts';
import { tell, toldByStory } from '../../support/alert-story.ts';
import type { AlertWorld } from '../../support/alert-world.ts';
import { type Death, Gate, seededNumbers } from '../../support/gate.ts';

/** Every message with what it says, by its id. */
const messagesIn = async (world: AlertWorld) =>
  new Map((await world.made()).map(({ id, content }) => [id, content]));

let undisturbed: Awaited<ReturnType<typeof messagesIn>>;
beforeAll(async () => {
  const { world, taken } = await tell((one) => one.run());
  undisturbed = await messagesIn(world);
  expect(taken.toSorted()).toEqual([...undisturbed.keys()].sort());
});

it('the story tells each rule, and what is over', () => {
  const types = [...undisturbed.values()].map(({ rule, over }) => eventType(rule, over));
  expect(types.toSorted()).toEqual(toldByStory.toSorted());
});

/** Tables of which some answers to transactions are lost: the SDK's retry sends the same again, and gets that answer. */
function losingAnswers(tables: TableService, isLost: () => boolean): TableService {
  return {
    tableNames: (prefix) => tables.tableNames(prefix),
    table: (name) => {
      const table = tables.table(name);
      return {
        query: (query) => table.query(query),
        get: (partitionKey, rowKey) => table.get(partitionKey, rowKey),
        create: () => table.create(),
        drop: () => table.drop(),
        async transaction(partitionKey, operations) {
          const result = await table.transaction(partitionKey, operations);
          return isLost() ? await table.transaction(partitionKey, operations) : result;
        },
      };
    },
  };
}

/** Runs of the timer at the same time; some of them die, and some answers of storage are lost. */
async function runTogether(
  world: AlertWorld,
  runs: readonly (Death | undefined)[],
  choose: (count: number) => number,
  isLost: () => boolean = () => false,
): Promise<void> {
  const gate = new Gate(choose, () => Promise.resolve());
  await gate.run(
    runs.map((death) => async () => {
      const tables = losingAnswers(world.storage.tables, isLost);
      await sendAlerts(world.open(gate.tables(tables, 1000, death)));
    }),
  );
}

/** The same messages, each made once, each taken at least once and told to the log. */
async function expectSame(world: AlertWorld, taken: readonly string[]): Promise<void> {
  expect(await messagesIn(world)).toEqual(undisturbed);
  expect([...new Set(taken)].sort()).toEqual([...undisturbed.keys()].sort());
  expect([...new Set(world.raised.map(({ id }) => id))].sort()).toEqual([...undisturbed.keys()].sort());
}

describe('the same messages are made, and all arrive', () => {
  it('when a run dies at any storage call', async () => {
    let [call, died] = [0, 0];
    // Each story moves the death by one call; a run makes about thirty.
    for (let first = 1; first <= 45; first++) {
      for (const moment of ['before', 'after'] as const) {
        const { world, taken } = await tell(async (one, step) => {
          call = first;
          await runTogether(one, [{ call, moment }], () => 0);
          died++;
          if (step % 2 === 0) await one.run();
          else await runTogether(one, [undefined], () => 0);
        });
        await expectSame(world, taken);
      }
    }
    expect(died).toBe(45 * 2 * 12);
  });

  it('when runs overlap, some of them die, and answers are lost', async () => {
    const run = fc.record({
      seed: fc.integer(),
      deaths: fc.array(
        fc.option(
          fc.record({ call: fc.integer({ min: 1, max: 45 }), moment: fc.constantFrom('before', 'after') }),
          { nil: undefined },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 12, maxLength: 12 }), fc.integer(), async (runs, seed) => {
        const lose = seededNumbers(seed);
        const { world, taken } = await tell(
          async (one, step) => {
            const { deaths, seed: order } = runs[step] ?? { deaths: [], seed: 0 };
            const numbers = seededNumbers(order);
            await runTogether(
              one,
              deaths,
              (count) => numbers(count),
              () => numbers(4) === 0,
            );
            await one.run();
          },
          () => lose(4) === 0,
        );
        await expectSame(world, taken);
      }),
      { numRuns: 60 },
    );
  });
});
