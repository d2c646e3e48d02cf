import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { sendAlerts } from '../../../shared/use-cases/send-alerts.ts';
import { rememberingChannel } from '../../support/alert-story.ts';
import { type AlertWorld, alertWorld } from '../../support/alert-world.ts';
import { Gate } from '../../support/gate.ts';
import { manyEntries } from '../../support/reports.ts';
import { counted } from '../../support/storage.ts';

const now = Date.parse('2026-11-20T12:30:00.000Z');
const minuteMs = 60_000;

/** New problems over three days; 5,000 a day are told apart. */
const problems = 10_000;
const entries = manyEntries(problems, (index) => ({
  mapping: `MAPPING ${index}`,
  occurredAt: new Date(now - hourMs - (index % 3) * dayMs).toISOString(),
}));

/** A desk that told its summary before the problems came. */
async function aStorm(): Promise<{ readonly world: AlertWorld; readonly taken: readonly string[] }> {
  const { channel, taken } = rememberingChannel();
  const world = alertWorld(now, { channels: [channel] });
  await world.run();
  await world.open().errorLog.store(entries);
  world.clock.at += 5 * minuteMs;
  return { world, taken };
}

const madeIn = async (world: AlertWorld) =>
  (await world.made())
    .toSorted((one, other) => one.madeAt - other.madeAt)
    .map(({ content }) => [content.rule, content.facts.count]);

const expected = [
  ['summary', 0],
  ['digest', problems],
];

describe(`${problems} new problems over three days, met by one run`, () => {
  let storm: Awaited<ReturnType<typeof aStorm>>;
  let calls: number;
  beforeAll(async () => {
    storm = await aStorm();
    ({ calls } = await counted(() => storm.world.run()));
  });

  it('are one message, that names ten and counts all', async () => {
    expect(await madeIn(storm.world)).toEqual(expected);
    const digest = (await storm.world.made()).find(({ content }) => content.rule === 'digest');
    expect(digest?.content.events).toHaveLength(10);
    expect(storm.taken).toHaveLength(2);
    expect((await storm.world.open().alerts.told()).size).toBe(problems);
  });

  it('cost a transaction for 98 of them, and the reading of each day', () => {
    // 103 transactions; the rows of three days, which are not folded yet, and few others.
    expect(calls).toBeGreaterThan(Math.ceil(problems / 98));
    expect(calls).toBeLessThanOrEqual(Math.ceil(problems / 98) + 30);
  });

  it('are not told again', async () => {
    storm.world.clock.at += 5 * minuteMs;
    await storm.world.run();
    expect(await madeIn(storm.world)).toEqual(expected);
  });
});

describe('a run that dies in the middle of a storm', () => {
  it.each([40, 100, 125])('at its call %d is continued by the next one: one message', async (call) => {
    const { world, taken } = await aStorm();
    for (const moment of ['after', 'before'] as const) {
      const gate = new Gate(
        () => 0,
        () => Promise.resolve(),
      );
      const tables = gate.tables(world.storage.tables, 1000, { call, moment });
      await gate.run([async () => void (await sendAlerts(world.open(tables)))]);
      world.clock.at += 5 * minuteMs;
    }
    await world.run();
    expect(await madeIn(world)).toEqual(expected);
    expect(taken).toHaveLength(2);
  });

  it('while another one is at work', async () => {
    const { world } = await aStorm();
    let turn = 0;
    const gate = new Gate(
      (count) => turn++ % Math.max(1, count),
      () => Promise.resolve(),
    );
    const run = (call: number) => async () => {
      const tables = gate.tables(world.storage.tables, 1000, { call, moment: 'after' });
      await sendAlerts(world.open(tables));
    };
    await gate.run([run(90), run(1000)]);
    await world.run();
    expect(await madeIn(world)).toEqual(expected);
  });
});

it('a first run that meets them tells one summary, however often it dies', async () => {
  const { channel, taken } = rememberingChannel();
  const world = alertWorld(now, { channels: [channel] });
  await world.open().errorLog.store(entries);
  for (const call of [40, 80]) {
    const gate = new Gate(
      () => 0,
      () => Promise.resolve(),
    );
    const tables = gate.tables(world.storage.tables, 1000, { call, moment: 'after' });
    await gate.run([async () => void (await sendAlerts(world.open(tables)))]);
    world.clock.at += 5 * minuteMs;
  }
  await world.run();
  expect(await madeIn(world)).toEqual([['summary', problems]]);
  expect(taken).toHaveLength(1);
});

describe('messages that were held in quiet hours', () => {
  /** The end of the quiet hours: 250 alerts and a summary wait, made in 51 runs. */
  const hold = async () => {
    const { channel, taken } = rememberingChannel();
    const quietHours = { from: 12 * 60, to: 18 * 60 };
    const world = alertWorld(now, { channels: [channel], settings: { quietHours } });
    await world.run();
    for (let run = 0; run < 50; run++) {
      world.clock.at += minuteMs;
      const occurredAt = new Date(world.clock.at).toISOString();
      await world.open().errorLog.store(
        manyEntries(5, (index) => ({
          mapping: `M${run} ${index}`,
          errorId: `${run} ${index}`,
          occurredAt,
        })),
      );
      await world.run();
    }
    expect(taken).toEqual([]);
    world.clock.at = Date.parse('2026-11-20T18:00:00.000Z');
    return { world, taken };
  };

  it('become one digest, however often the run dies that makes it', async () => {
    const { world, taken } = await hold();
    // From the first call of the delivery on, and then one by one further.
    for (let call = 16; call <= 26; call++)
      for (const moment of ['before', 'after'] as const) {
        const gate = new Gate(
          () => 0,
          () => Promise.resolve(),
        );
        const tables = gate.tables(world.storage.tables, 1000, { call, moment });
        await gate.run([async () => void (await sendAlerts(world.open(tables)))]);
      }
    await world.run();
    const made = await world.made();
    const digests = made.filter(({ content }) => content.rule === 'digest');
    // The summary of an empty desk is one of them, and counts nothing.
    expect(digests.map(({ content }) => content.facts.count)).toEqual([250]);
    expect([...new Set(taken)]).toEqual(digests.map(({ id }) => id));
    expect(await world.open().alerts.unsettled()).toEqual([]);
  });
});
