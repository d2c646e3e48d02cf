import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { teamsChannel } from '../../../shared/channels/teams-channel.ts';
import { webhookChannel } from '../../../shared/channels/webhook-channel.ts';
import type { AlertMessage } from '../../../shared/domain/alerts/alert-message.ts';
import type { AlertChannel } from '../../../shared/domain/ports/alert-channel.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { tryChannels } from '../../../shared/use-cases/try-channels.ts';
import { type AlertReceiver, startAlertReceiver } from '../../support/alert-receiver.ts';
import { type AlertWorld, alertWorld } from '../../support/alert-world.ts';
import { aReportBody } from '../../support/reports.ts';

const start = Date.parse('2026-11-20T12:30:00.000Z');
const minuteMs = 60_000;

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

const secret = `whsec_${randomBytes(32).toString('base64')}`;

/** A desk with a webhook and a workflow of Teams, after its first run. */
async function aWorld({
  hasty = false,
  ...settings
}: Parameters<typeof alertWorld>[1] & { readonly hasty?: boolean } = {}) {
  const webhook = stack.use(await startAlertReceiver());
  const teams = stack.use(await startAlertReceiver());
  const clock = { at: start };
  const channels = [
    teamsChannel(teams.url, { language: 'en', timeZone: 'UTC', origin: undefined }),
    webhookChannel({
      address: webhook.url,
      secrets: [secret],
      origin: undefined,
      now: () => new Date(clock.at),
    }),
  ];
  const world = alertWorld(start, { channels: hasty ? channels.map(inHaste) : channels, clock, ...settings });
  await world.run();
  webhook.messages.length = 0;
  teams.messages.length = 0;
  return { world, webhook, teams };
}

/** A channel that waits a short while only: the real clock decides about a request. */
function inHaste(channel: AlertChannel): AlertChannel {
  return { ...channel, send: (message, limitMs) => channel.send(message, Math.min(limitMs, 200)) };
}

let mappings = 0;
/** A new problem. */
async function newProblem(world: AlertWorld, count = 1): Promise<void> {
  await storeReports(
    world.open(),
    Array.from({ length: count }, () => ({
      value: aReportBody({
        mapping: `MAPPING ${++mappings}`,
        occurredAt: new Date(world.clock.at).toISOString(),
      }),
    })),
  );
}

/** The message about the last new problem. */
async function lastProblem(world: AlertWorld): Promise<AlertMessage | undefined> {
  return (await world.made()).findLast(({ content }) => content.rule === 'problem-opened');
}

const ids = ({ messages }: AlertReceiver) => messages.map(({ headers }) => headers['webhook-id']);

/** Runs the timer every five minutes for so long. */
async function runFor(world: AlertWorld, ms: number): Promise<void> {
  for (const end = world.clock.at + ms; world.clock.at < end; ) {
    world.clock.at += 5 * minuteMs;
    await world.run();
  }
}

describe('a message', () => {
  it('goes to each channel once', async () => {
    const { world, webhook, teams } = await aWorld();
    await newProblem(world);
    await world.run();
    await world.run();
    expect(webhook.messages).toHaveLength(1);
    expect(teams.messages).toHaveLength(1);
    expect(world.raised.map(({ rule }) => rule)).toEqual(['summary', 'problem-opened']);
  });

  it('whose answer is lost is sent again with the same id', async () => {
    const { world, webhook } = await aWorld();
    webhook.answer((response) => response.destroy(), 202);
    await newProblem(world);
    await world.run();
    await runFor(world, 10 * minuteMs);
    expect(webhook.messages).toHaveLength(2);
    expect(new Set(ids(webhook)).size).toBe(1);
  });

  it('is tried again after 5 s, 5 min, 30 min and the hours of the schedule, and dead after 72 hours', async () => {
    const { world, webhook, teams } = await aWorld();
    webhook.answer(500);
    await newProblem(world);
    const madeAt = world.clock.at;
    const tries: number[] = [];
    webhook.answer((response) => {
      tries.push(world.clock.at - madeAt);
      response.writeHead(500).end();
    });
    await world.run();
    await runFor(world, 75 * hourMs);
    // Each at the first run after it was due.
    const minutes = tries.map((ms) => Math.floor(ms / minuteMs));
    expect(tries.slice(0, 2)).toEqual([0, 5000]);
    const gaps = minutes.slice(2).map((at, index) => at - (minutes[index + 1] ?? 0));
    for (const [index, due] of [5, 30, 120, 300, 600, 840, 1200].entries()) {
      expect(gaps[index]).toBeGreaterThanOrEqual(due);
      expect(gaps[index]).toBeLessThanOrEqual(due + 5);
    }
    expect(Math.max(...tries)).toBeLessThan(72 * hourMs);
    const message = await lastProblem(world);
    expect(message?.deliveries.get('webhook')).toMatchObject({
      status: 'dead',
      lastStatus: 500,
      reason: 'refused',
    });
    expect(message?.deliveries.get('teams')).toMatchObject({ status: 'sent', attempts: 1 });
    expect(teams.messages).toHaveLength(1);
    expect(await world.open().alerts.health()).toEqual({ dead: 1, off: 0 });
  });

  it('made before a channel was added does not go there', async () => {
    const { world, webhook } = await aWorld();
    await newProblem(world);
    await alertWorld(start, { clock: world.clock, storage: world.storage }).run();
    await world.run();
    expect(webhook.messages).toHaveLength(0);
  });
});

it('what waits for a channel that was taken out of the settings gets too old, and alarms nobody', async () => {
  const { world, webhook } = await aWorld();
  webhook.answer(500);
  await newProblem(world);
  await world.run();
  const without = alertWorld(start, { clock: world.clock, storage: world.storage });
  await runFor(without, 73 * hourMs);
  const message = await lastProblem(without);
  expect(message?.deliveries.get('webhook')).toMatchObject({ status: 'dead', reason: 'channel-removed' });
  expect(await without.open().alerts.health()).toEqual({ dead: 0, off: 0 });
});

describe('a receiver', () => {
  it('that is gone (410) gets nothing more, until it takes a trial', async () => {
    const { world, webhook, teams } = await aWorld();
    webhook.answer(410);
    await newProblem(world, 3);
    await world.run();
    await newProblem(world);
    await runFor(world, hourMs);
    expect(webhook.messages).toHaveLength(1);
    expect(teams.messages).toHaveLength(4);
    expect(await world.open().alerts.health()).toEqual({ dead: 4, off: 1 });
    webhook.answer(202);
    expect(await tryChannels(world.open())).toEqual([
      { channel: 'teams', outcome: { kind: 'accepted', status: 202 } },
      { channel: 'webhook', outcome: { kind: 'accepted', status: 202 } },
    ]);
    expect((await world.open().alerts.health()).off).toBe(0);
    await newProblem(world);
    await world.run();
    expect(webhook.taken()).toEqual(['errordesk.summary', 'errordesk.test', 'errordesk.problem.opened']);
  });

  it('that is gone gets messages again at another address', async () => {
    const { world, webhook } = await aWorld();
    webhook.answer(410);
    await newProblem(world);
    await world.run();
    const other = stack.use(await startAlertReceiver());
    const moved = alertWorld(start, {
      clock: world.clock,
      storage: world.storage,
      channels: [
        webhookChannel({
          address: other.url,
          secrets: [secret],
          origin: undefined,
          now: () => new Date(world.clock.at),
        }),
      ],
    });
    await newProblem(world);
    await moved.run();
    expect(other.taken()).toEqual(['errordesk.problem.opened']);
  });

  it.each([
    { name: 'seconds', retryAfter: () => '1800' },
    { name: 'a date', retryAfter: () => new Date(Date.now() + 1_800_500).toUTCString() },
  ])('that asks for time (429, $name) is not called before', async ({ retryAfter }) => {
    const { world, webhook } = await aWorld();
    webhook.answer((response) => response.writeHead(429, { 'retry-after': retryAfter() }).end(), 202);
    await newProblem(world, 2);
    await world.run();
    expect(webhook.messages).toHaveLength(1);
    await runFor(world, 25 * minuteMs);
    expect(webhook.messages).toHaveLength(1);
    await runFor(world, 15 * minuteMs);
    expect(webhook.messages).toHaveLength(3);
  });

  it('that never answers costs one request a run, and no other channel', async () => {
    const { world, webhook, teams } = await aWorld({ hasty: true });
    webhook.answer(() => undefined);
    await newProblem(world, 3);
    await world.run();
    expect(webhook.messages).toHaveLength(1);
    expect(teams.messages).toHaveLength(3);
    world.clock.at += 5 * minuteMs;
    await world.run();
    expect(webhook.messages).toHaveLength(2);
    const unsettled = await world.open().alerts.unsettled();
    expect(unsettled.map(({ deliveries }) => deliveries.get('webhook')?.reason)).toEqual(
      expect.arrayContaining(['timed-out']),
    );
  });

  it('that is slow delays a run by 20 seconds at most', async () => {
    const clock = { at: start };
    const limits: number[] = [];
    const slow: AlertChannel = {
      name: 'webhook',
      address: 'slow',
      send: (_, limitMs) => {
        limits.push(limitMs);
        clock.at += Math.min(limitMs, 4700);
        return Promise.resolve({ kind: 'failed', reason: 'refused', status: 500 });
      },
    };
    const world = alertWorld(start, { clock, channels: [slow] });
    await world.run();
    await newProblem(world, 5);
    clock.at += minuteMs;
    const begunAt = clock.at;
    limits.length = 0;
    await world.run();
    expect(clock.at - begunAt).toBeLessThanOrEqual(20_000);
    expect(limits).toHaveLength(5);
    expect(Math.max(...limits)).toBe(5000);
    expect(limits.at(-1)).toBe(20_000 - 4 * 4700);
  });

  it.each([
    { name: 'a redirect', answer: 302, reason: 'redirected' },
    { name: 'a refusal', answer: 401, reason: 'refused' },
  ])('that answers $name does not get it elsewhere', async ({ answer, reason }) => {
    const { world, webhook } = await aWorld();
    const other = stack.use(await startAlertReceiver());
    webhook.answer((response) => response.writeHead(answer, { location: other.url }).end());
    await newProblem(world);
    await world.run();
    expect(other.messages).toHaveLength(0);
    const message = await lastProblem(world);
    expect(message?.deliveries.get('webhook')).toMatchObject({
      status: 'pending',
      lastStatus: answer,
      reason,
    });
  });

  it('that answers very much is cut off', async () => {
    const { world, webhook } = await aWorld();
    let written = 0;
    webhook.answer((response) => {
      response.writeHead(200);
      const more = () => {
        if (response.destroyed) return;
        written += 16_384;
        response.write('x'.repeat(16_384), () => setImmediate(more));
      };
      more();
    });
    await newProblem(world);
    await world.run();
    expect(webhook.messages).toHaveLength(1);
    const message = await lastProblem(world);
    expect(message?.deliveries.get('webhook')?.status).toBe('sent');
    expect(written).toBeLessThan(50 * 1024 * 1024);
  });
});

describe('many messages', () => {
  it('of one run become a digest from six on', async () => {
    const { world, webhook } = await aWorld();
    await newProblem(world, 5);
    await world.run();
    expect(webhook.messages).toHaveLength(5);
    await newProblem(world, 6);
    await world.run();
    expect(webhook.messages).toHaveLength(6);
    expect(webhook.messages.at(-1)?.json).toMatchObject({
      type: 'errordesk.digest',
      data: { rule: 'digest', count: 6 },
    });
  });

  it('a channel gets 20 in a clock hour, then hears that others are held, then one digest', async () => {
    const { world, webhook } = await aWorld();
    for (let run = 0; run < 6; run++) {
      await newProblem(world, 5);
      world.clock.at += 4 * minuteMs;
      await world.run();
    }
    const types = webhook.messages.map(({ json }) => json.type);
    // The summary of the first run was one of the twenty.
    expect(types.filter((type) => type === 'errordesk.problem.opened')).toHaveLength(19);
    expect(types.slice(19)).toEqual(['errordesk.held']);
    expect(webhook.messages.at(-1)?.json.data).toEqual({ rule: 'held', until: '2026-11-20T13:00:00.000Z' });
    await runFor(world, 10 * minuteMs);
    expect(webhook.messages.slice(20).map(({ json }) => [json.type, json.data?.['count']])).toEqual([
      ['errordesk.digest', 11],
    ]);
  });

  it('few that were held go out one by one', async () => {
    const { world, webhook } = await aWorld();
    for (const count of [5, 5, 5, 4, 3]) {
      await newProblem(world, count);
      world.clock.at += minuteMs;
      await world.run();
    }
    expect(webhook.messages).toHaveLength(20);
    await runFor(world, 30 * minuteMs);
    expect(webhook.messages.slice(20).map(({ json }) => json.type)).toEqual([
      'errordesk.problem.opened',
      'errordesk.problem.opened',
      'errordesk.problem.opened',
    ]);
  });

  it('wait for the end of quiet hours, but for a silent sender', async () => {
    const { world, webhook } = await aWorld({ settings: { quietHours: { from: 750, to: 840 } } });
    // The summary of the first run waits too.
    expect(webhook.messages).toHaveLength(0);
    const { heartbeats } = world.open();
    for (let beat = 0; beat < 3; beat++) {
      world.clock.at += minuteMs;
      const at = new Date(world.clock.at);
      await heartbeats.keep({ company: 'CRONUS', sentAt: at }, at);
    }
    await newProblem(world, 2);
    await runFor(world, 20 * minuteMs);
    expect(webhook.messages.map(({ json }) => json.type)).toEqual(['errordesk.silence']);
    await runFor(world, 80 * minuteMs);
    expect(webhook.messages.slice(1).map(({ json }) => json.type)).toEqual([
      'errordesk.summary',
      'errordesk.problem.opened',
      'errordesk.problem.opened',
    ]);
  });
});

it('messages are forgotten two days after the retention', async () => {
  const { world } = await aWorld();
  await newProblem(world);
  await world.run();
  expect(await world.made()).toHaveLength(2);
  for (let day = 0; day < 20; day++) {
    world.clock.at += dayMs / 2;
    await world.run();
  }
  expect(await world.made()).toHaveLength(0);
  expect((await world.open().alerts.told()).size).toBe(0);
});
