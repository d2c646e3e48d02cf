import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../shared/domain/problems/record-failures.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { exampleSnapshot } from '../../../shared/domain/settings-checks/example-snapshot.ts';
import { settingsSnapshot } from '../../../shared/domain/settings-checks/settings-snapshot.ts';
import { deskTable } from '../../../shared/storage/tables/table-names.ts';
import type { Row } from '../../../shared/storage/tables/table-service.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { decideOnRecord } from '../../../shared/use-cases/decide-on-record.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { createSettingsValidator } from '../../../shared/use-cases/validate-settings.ts';
import { rememberingChannel } from '../../support/alert-story.ts';
import { type AlertWorld, alertWorld } from '../../support/alert-world.ts';
import { anErrorEntry, anErrorReport, aReportBody } from '../../support/reports.ts';
import { counted } from '../../support/storage.ts';

const start = Date.parse('2026-11-20T12:30:00.000Z');
const minuteMs = 60_000;
const never = () => false;

/** A desk after its first run. */
async function aWorld(settings: Parameters<typeof alertWorld>[1] = {}): Promise<AlertWorld> {
  const world = alertWorld(start, settings);
  await world.run();
  return world;
}

let reports = 0;
/** Reports with a time that is so long ago. */
async function report(
  world: AlertWorld,
  parts: Readonly<Record<string, unknown>>,
  ...agoMs: readonly number[]
) {
  await storeReports(
    world.open(),
    (agoMs.length > 0 ? agoMs : [0]).map((ago, index) => ({
      value: aReportBody({
        occurredAt: new Date(world.clock.at - ago).toISOString(),
        errorId: `${++reports} ${index}`,
        ...parts,
      }),
    })),
  );
}

async function runLater(world: AlertWorld, ms = 5 * minuteMs): Promise<void> {
  world.clock.at += ms;
  await world.run();
}

/** What was told since the summary, in the order in which it was made. */
async function told(world: AlertWorld): Promise<string[]> {
  return (await world.made())
    .filter(({ content }) => content.rule !== 'summary')
    .toSorted((one, other) => one.madeAt - other.madeAt)
    .map(({ content }) => `${content.rule}${content.over ? ' over' : ''}`);
}

describe('a first run', () => {
  it.each([0, 3])('with %d problems tells one summary, nothing else', async (count) => {
    const world = alertWorld(start);
    for (let index = 0; index < count; index++) await report(world, { mapping: `M${index}` });
    await world.run();
    await runLater(world);
    expect((await world.made()).map(({ content }) => [content.rule, content.facts.count])).toEqual([
      ['summary', count],
    ]);
  });

  it.each([
    { name: 'after more than a day without runs', ms: dayMs + 1, rules: ['summary', 'summary'] },
    { name: 'not within a day', ms: dayMs, rules: ['problem-opened', 'summary'] },
  ])('comes again $name', async ({ ms, rules }) => {
    const world = await aWorld();
    await report(world, {});
    await runLater(world, ms);
    expect((await world.made()).map(({ content }) => content.rule).toSorted()).toEqual(rules);
  });

  it('comes again after a run with a clock far ahead', async () => {
    const world = await aWorld();
    await runLater(world, hourMs);
    world.clock.at -= hourMs - 1;
    await report(world, {});
    await world.run();
    expect((await world.made()).map(({ content }) => content.rule)).toEqual(['summary', 'summary']);
  });
});

describe('a rule that is off', () => {
  it('tells nothing, and begins with news when it is on again', async () => {
    const off = await aWorld({ settings: { off: ['problem-opened'] } });
    await report(off, { mapping: 'A' });
    await runLater(off);
    expect(await told(off)).toEqual([]);
    const on = alertWorld(start, { storage: off.storage, clock: off.clock });
    await report(on, { mapping: 'B' });
    await runLater(on);
    expect(await told(on)).toEqual(['problem-opened']);
  });
});

describe('decisions', () => {
  it('ignored before the timer saw it: silent, also when it is opened again', async () => {
    const world = await aWorld();
    await report(world, {});
    const { problemId } = anErrorEntry();
    await recordDecision(world.open(), problemId, { status: 'ignored' }, 'tester', undefined);
    await runLater(world);
    await recordDecision(world.open(), problemId, { status: 'open' }, 'tester', undefined);
    await runLater(world);
    expect(await told(world)).toEqual([]);
  });

  it('a snooze that is over tells only what was seen since', async () => {
    const world = await aWorld();
    await report(world, {});
    await runLater(world);
    const { problemId } = anErrorEntry();
    const until = new Date(world.clock.at + hourMs);
    await recordDecision(world.open(), problemId, { status: 'snoozed', until }, 'tester', undefined);
    await report(world, {});
    await runLater(world, 2 * hourMs);
    expect(await told(world)).toEqual(['problem-opened']);
    await report(world, {});
    await runLater(world);
    await runLater(world);
    expect(await told(world)).toEqual(['problem-opened', 'problem-regressed']);
  });

  it('a record that was given up and is ignored tells nothing, and none is over', async () => {
    const world = await aWorld();
    const record = { source: { app: 'business-central', recordId: 'Customer: 1' } };
    await report(world, { ...record, jobId: 'one' }, 20 * minuteMs);
    await report(world, { ...record, jobId: 'two' }, 10 * minuteMs);
    await runLater(world);
    expect(await told(world)).toEqual(['problem-opened', 'given-up']);
    const { problemId } = anErrorEntry(record);
    const hash = recordOf(anErrorReport(record)) ?? '';
    await decideOnRecord(
      world.open(),
      { problemId, record: hash },
      { status: 'ignored' },
      'tester',
      undefined,
    );
    await runLater(world);
    expect(await told(world)).toEqual(['problem-opened', 'given-up']);
  });
});

describe('given up', () => {
  const record = { source: { app: 'business-central', recordId: 'Customer: 1' } };
  const givenUp = async () => {
    const world = await aWorld();
    await report(world, { ...record, jobId: 'one' }, 20 * minuteMs);
    await report(world, { ...record, jobId: 'two' }, 10 * minuteMs);
    await runLater(world);
    return world;
  };

  it.each([
    { name: '0 for its mapping', mapping: 'CUSTOMER', count: 0, over: true },
    { name: 'another number', mapping: 'CUSTOMER', count: 4, over: false },
    { name: '0 for another mapping', mapping: 'ITEM', count: 0, over: false },
  ])('is over when a heartbeat says $name: $over', async ({ mapping, count, over }) => {
    const world = await givenUp();
    const at = new Date(world.clock.at);
    await world
      .open()
      .heartbeats.keep({ company: 'CRONUS', sentAt: at, mappings: [{ name: mapping, givenUp: count }] }, at);
    await runLater(world);
    expect((await told(world)).slice(2)).toEqual(over ? ['given-up over'] : []);
  });

  it('is over when the entries are deleted, and not because of their age', async () => {
    const deleted = await givenUp();
    await beginCleanup(deleted.open(), { olderThanDays: undefined, filter: undefined }, 'tester', never);
    await runLater(deleted);
    expect((await told(deleted)).slice(2)).toEqual(['given-up over']);
    const aged = await givenUp();
    for (let half = 0; half < 15; half++) await runLater(aged, dayMs / 2);
    expect((await told(aged)).slice(2)).toEqual([]);
  });
});

describe('silence without heartbeats', () => {
  it('is told after the hours of the setting, and over with the next report', async () => {
    const world = await aWorld({ settings: { silenceHours: 5 } });
    await report(world, {});
    await runLater(world);
    await runLater(world, 4 * hourMs);
    expect(await told(world)).toEqual(['problem-opened']);
    await runLater(world, 2 * hourMs);
    await report(world, {});
    await runLater(world);
    expect(await told(world)).toEqual(['problem-opened', 'silence', 'silence over']);
  });

  it('is not told without the setting', async () => {
    const world = await aWorld();
    await report(world, {});
    await runLater(world);
    for (let half = 0; half < 6; half++) await runLater(world, dayMs / 2);
    expect(await told(world)).toEqual(['problem-opened']);
  });
});

it('a sender that is silent for thirty days is told once, and then forgotten without a word', async () => {
  const world = await aWorld();
  for (let beat = 0; beat < 3; beat++) {
    world.clock.at += minuteMs;
    const at = new Date(world.clock.at);
    await world.open().heartbeats.keep({ company: 'CRONUS', sentAt: at }, at);
  }
  for (let half = 0; half < 64; half++) await runLater(world, dayMs / 2);
  expect(world.raised.map(({ rule }) => rule)).toEqual(['summary', 'silence']);
  expect((await world.open().alerts.told()).size).toBe(0);
});

it('settings are told from scheduled validations only', async () => {
  const world = await aWorld();
  const { latestValidation } = world.open();
  const bad = settingsSnapshot.parse({
    ...exampleSnapshot,
    dataverse: { ...exampleSnapshot.dataverse, integrationUsers: { value: [] } },
  });
  const validator = createSettingsValidator({
    gather: () => Promise.resolve(bad),
    openProblems: () => Promise.resolve([]),
    senders: () => Promise.resolve([]),
    latestValidation,
    now: () => new Date(world.clock.at),
    newId: () => 'x',
  });
  await validator.validate({ language: 'en' });
  await validator.validate({ snapshot: bad, language: 'en' });
  await runLater(world);
  expect(await told(world)).toEqual([]);
  await validator.validateOnSchedule();
  await runLater(world);
  expect(await told(world)).toContain('settings-red');
});

it('the text of an error is told only where the setting allows it, and not once it was deleted', async () => {
  const texts: (string | undefined)[] = [];
  const { channel } = rememberingChannel();
  const listening = {
    ...channel,
    send: (message: Parameters<typeof channel.send>[0], limitMs: number) => {
      if (message.content.rule === 'problem-opened') texts.push(message.text);
      return channel.send(message, limitMs);
    },
  };
  for (const withTexts of [false, true]) {
    const world = await aWorld({ channels: [listening], settings: { withTexts } });
    await report(world, { message: 'The text' });
    await runLater(world);
    expect(JSON.stringify((await world.made()).map(({ content }) => content))).not.toContain('The text');
  }
  expect(texts).toEqual([undefined, 'The text']);
});

it('a run with nothing to tell costs as many storage calls as an overview, and few more', async () => {
  const world = await aWorld();
  await report(world, {});
  await runLater(world);
  world.clock.at += 5 * minuteMs;
  const { calls } = await counted(() => world.run());
  // Cursor, what was told, desk, eight days, senders, validation; one decision; messages, health.
  expect(calls).toBeLessThanOrEqual(17);
});

it('a table that was restored from a copy tells the same again, with the same ids', async () => {
  const world = await aWorld();
  const { tables, prefix } = world.storage;
  const desk = tables.table(deskTable(prefix));
  const rowsOf = async () => (await desk.query({ filter: '', top: 1000 })).rows;
  const keyOf = (row: Row) => String(row['rowKey']);
  const copy = await rowsOf();
  await report(world, { mapping: 'A' });
  await report(world, { mapping: 'B' });
  await runLater(world);
  const madeBefore = await world.made();
  expect(madeBefore).toHaveLength(3);
  for (const row of await rowsOf())
    await desk.transaction('desk', [{ kind: 'delete', rowKey: keyOf(row), etag: '*' }]);
  for (const { rowKey, partitionKey: _, etag: __, ...properties } of copy) {
    const json = JSON.stringify({ PartitionKey: 'desk', RowKey: rowKey, ...properties });
    await desk.transaction('desk', [{ kind: 'insert', rowKey: String(rowKey), json }]);
  }
  await runLater(world);
  const ids = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id).toSorted();
  expect(ids(await world.made())).toEqual(ids(madeBefore));
});

it('after the rules of diagnosis changed, the first run tells new problems as one digest', async () => {
  const world = await aWorld();
  const { tables, prefix } = world.storage;
  const json = JSON.stringify({ PartitionKey: 'desk', RowKey: 'u', rulesVersion: 1 });
  await tables
    .table(deskTable(prefix))
    .transaction('desk', [{ kind: 'merge', rowKey: 'u', json, etag: '*' }]);
  for (const mapping of ['A', 'B']) await report(world, { mapping });
  await runLater(world);
  for (const mapping of ['C', 'D']) await report(world, { mapping });
  await runLater(world);
  expect(await told(world)).toEqual(['digest', 'problem-opened', 'problem-opened']);
});
