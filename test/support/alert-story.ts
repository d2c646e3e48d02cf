import type { SendOutcome } from '../../shared/domain/alerts/alert-channel.ts';
import type { AlertChannel } from '../../shared/domain/ports/alert-channel.ts';
import { hourMs } from '../../shared/domain/reports/days.ts';
import type { Finding, Validation } from '../../shared/domain/settings-checks/finding.ts';
import { beginCleanup } from '../../shared/use-cases/begin-cleanup.ts';
import { recordDecision } from '../../shared/use-cases/record-decision.ts';
import { revertCleanup } from '../../shared/use-cases/revert-cleanup.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { type AlertWorld, alertWorld } from './alert-world.ts';
import { anErrorEntry, aReportBody } from './reports.ts';

const minuteMs = 60_000;
const start = Date.parse('2026-11-20T12:30:00.000Z');
const never = () => false;

/** Something that happens before a run of the timer. */
interface Step {
  /** After the start, ms. */
  readonly at: number;
  readonly act: (world: AlertWorld) => Promise<void>;
}

const problemA = { company: 'A', mapping: 'A' };
const problemB = { company: 'B', mapping: 'B', source: { app: 'business-central', recordId: 'Customer: 1' } };

async function report(
  world: AlertWorld,
  bodies: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const occurredAt = new Date(world.clock.at).toISOString();
  await storeReports(
    world.open(),
    bodies.map((body, index) => ({
      value: aReportBody({ occurredAt, errorId: `${world.clock.at} ${index}`, ...body }),
    })),
  );
}

async function decide(world: AlertWorld, body: Readonly<Record<string, unknown>>): Promise<void> {
  const { problemId } = anErrorEntry(body);
  await recordDecision(world.open(), problemId, { status: 'resolved' }, 'tester', undefined);
}

async function beat(world: AlertWorld, at: number): Promise<void> {
  await world.open().heartbeats.keep({ company: 'S', sentAt: new Date(at) }, new Date(at));
}

async function validate(world: AlertWorld, status: Finding['status']): Promise<void> {
  const finding: Finding = {
    check: 'base-currency',
    status,
    seen: 'x',
    documentation: 'https://learn.microsoft.com',
    causes: [],
    explains: 0,
  };
  const validation: Validation = {
    id: '01KC3X7Q7G5T9W2M8R4V6Y1B3D',
    at: new Date(world.clock.at).toISOString(),
    source: 'live',
    verdict: status,
    findings: [finding],
  };
  await world.open().latestValidation.save('live', { en: validation, nl: validation }, { isScheduled: true });
}

const many = (count: number, body: Readonly<Record<string, unknown>>) =>
  Array.from({ length: count }, () => body);

/** A day and a half in which every rule tells something, and that it is over where it can be. */
export const story: readonly Step[] = [
  { at: 0, act: (world) => report(world, [{ company: 'OLD' }]) },
  {
    at: 5 * minuteMs,
    act: async (world) => {
      await report(world, [problemA, { ...problemB, jobId: 'one' }]);
      for (let minute = 0; minute < 5; minute += 2) await beat(world, start + minute * minuteMs);
    },
  },
  {
    at: 10 * minuteMs,
    act: async (world) => {
      await decide(world, problemA);
      await beat(world, start + 9 * minuteMs);
    },
  },
  {
    at: 20 * minuteMs,
    act: (world) => report(world, [problemA, { ...problemB, jobId: 'two' }]),
  },
  {
    at: 25 * minuteMs,
    act: async (world) => {
      await validate(world, 'fail');
      await beat(world, start + 24 * minuteMs);
    },
  },
  {
    at: 30 * minuteMs,
    act: async (world) => {
      await validate(world, 'pass');
      await report(world, many(120, { company: 'C', mapping: 'C' }));
    },
  },
  {
    at: 35 * minuteMs,
    act: async (world) => {
      const filter = { company: ['C'] };
      await beginCleanup(world.open(), { olderThanDays: undefined, filter }, 'tester', never);
    },
  },
  {
    at: 40 * minuteMs,
    act: async (world) => {
      const [cleanup] = await world.open().desk.cleanups(1);
      await revertCleanup(world.open(), cleanup?.id ?? '', never);
    },
  },
  {
    at: 45 * minuteMs,
    act: (world) =>
      report(
        world,
        Array.from({ length: 8 }, (_, index) => ({ company: 'D', mapping: `D${index}` })),
      ),
  },
  { at: 12 * hourMs, act: () => Promise.resolve() },
  { at: 25 * hourMs, act: (world) => report(world, many(12, problemA)) },
  { at: 29 * hourMs, act: (world) => decide(world, problemB) },
];

/** What the story tells when nothing goes wrong, in its order. */
export const toldByStory = [
  'errordesk.summary',
  'errordesk.problem.opened',
  'errordesk.problem.opened',
  'errordesk.silence',
  'errordesk.silence.over',
  'errordesk.problem.regressed',
  'errordesk.given-up',
  'errordesk.settings.red',
  'errordesk.settings.green',
  'errordesk.problem.opened',
  // Its heartbeats came less often, and then none.
  'errordesk.silence',
  'errordesk.cleanup.large',
  'errordesk.cleanup.large.over',
  'errordesk.digest',
  'errordesk.problem.surge',
  'errordesk.problem.surge.over',
  'errordesk.given-up.over',
] as const;

/** A channel in memory that remembers what it took; `answers` says how often the answer is lost. */
export function rememberingChannel(isLost: () => boolean = () => false) {
  const taken: string[] = [];
  const channel: AlertChannel = {
    name: 'webhook',
    address: 'memory',
    send: ({ id }): Promise<SendOutcome> => {
      taken.push(id);
      return Promise.resolve(
        isLost() ? { kind: 'failed', reason: 'unreachable' } : { kind: 'accepted', status: 202 },
      );
    },
  };
  return { channel, taken };
}

/** Tells the story; `runAt` is a run of the timer, or several, after a step. Gives what was made and what was taken. */
export async function tell(
  runAt: (world: AlertWorld, step: number) => Promise<void>,
  isLost?: () => boolean,
): Promise<{ readonly world: AlertWorld; readonly taken: readonly string[] }> {
  const { channel, taken } = rememberingChannel(isLost);
  const world = alertWorld(start, { channels: [channel], settings: { perHour: 10 } });
  for (const [index, { at, act }] of story.entries()) {
    world.clock.at = start + at;
    await act(world);
    world.clock.at = start + at;
    await runAt(world, index);
  }
  // What was not taken yet.
  world.clock.at += hourMs;
  await world.run();
  return { world, taken };
}
