import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/app-error.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { readProblem, readProblemDetail } from '../../../shared/use-cases/read-problem.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { tally } from '../../support/counting.ts';
import { byLastSeen, portsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';
import { anotherInstance, freshStorage, memoryStorage, type Storage } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const entryAt = (at: number, name = `${at}`) =>
  anErrorEntry({ occurredAt: new Date(at).toISOString(), errorId: name });

/** Instances of the app on the same storage. */
const instances = (storage: Storage, count: number) =>
  Array.from({ length: count }, () => portsAt(anotherInstance(storage), noon));

const codeOf = (settled: PromiseSettledResult<unknown>) => {
  if (settled.status === 'fulfilled') return 'done';
  return settled.reason instanceof AppError ? settled.reason.code : String(settled.reason);
};

describe.each([
  { where: 'in memory', open: memoryStorage },
  { where: 'on the storage service', open: freshStorage },
])('$where: decisions on one problem at the same moment', ({ open }) => {
  it('with the same If-Match: one succeeds, the others get a 412 with the current ETag', async () => {
    const storage = open();
    const entry = entryAt(noon);
    await storage.errorLog.store([entry]);
    const all = await Promise.allSettled(
      instances(storage, 32).map((ports, index) =>
        recordDecision(
          ports,
          entry.problemId,
          { status: 'resolved', note: `${index}` },
          `tester ${index}`,
          '"0"',
        ),
      ),
    );
    expect(tally(all.map(codeOf))).toEqual({ done: 1, 'precondition-failed': 31 });
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject({ etag: '"1"' });
    const { history, problem } = await readProblemDetail(portsAt(storage, noon), entry.problemId);
    expect(history).toHaveLength(1);
    expect(problem.decision?.revision).toBe(1);
  });

  it('without If-Match: all succeed, one after the other, and the history has them all', async () => {
    const storage = open();
    const entry = entryAt(noon);
    await storage.errorLog.store([entry]);
    const all = await Promise.allSettled(
      instances(storage, 32).map((ports, index) =>
        recordDecision(ports, entry.problemId, { note: `${index}` }, `tester ${index}`, undefined),
      ),
    );
    expect(tally(all.map(codeOf))).toEqual({ done: 32 });
    const { history, problem } = await readProblemDetail(portsAt(storage, noon), entry.problemId);
    expect(history.map(({ note }) => Number(note)).sort((one, other) => one - other)).toEqual([
      ...all.keys(),
    ]);
    expect(problem.decision?.revision).toBe(32);
  });

  it('undos of one clean-up at the same moment: one succeeds', async () => {
    const storage = open();
    const ports = portsAt(storage, noon);
    await storage.errorLog.store([entryAt(noon)]);
    const { id } = await beginCleanup(
      ports,
      { olderThanDays: undefined, filter: undefined },
      'tester',
      never,
    );
    const all = await Promise.allSettled(instances(storage, 8).map((one) => revertCleanup(one, id, never)));
    expect(tally(all.map(codeOf))).toEqual({ done: 1, 'already-undone': 7 });
  });
});

describe('a problem is resolved while it occurs again', () => {
  it.each([
    ['occurs, then resolved', ['occurs', 'resolve']],
    ['resolved, then reported', ['resolve', 'occurs']],
  ])('%s: an occurrence after the resolution makes it regressed, one before does not', async (_, order) => {
    for (const [at, status, entryStatus] of [
      [noon - 1, 'resolved', 'resolved'],
      [noon, 'resolved', 'resolved'],
      [noon + 1, 'regressed', 'open'],
    ] as const) {
      const storage = memoryStorage();
      const ports = portsAt(storage, noon);
      const first = entryAt(noon - hourMs);
      await storage.errorLog.store([first]);
      for (const step of order)
        if (step === 'occurs') await storage.errorLog.store([entryAt(at)]);
        else await recordDecision(ports, first.problemId, { status: 'resolved' }, 'tester', undefined);
      const { problems } = await findProblems(ports, {}, byLastSeen(10));
      expect(problems).toMatchObject([{ problem: { count: 2, status, lastSeenAt: at } }]);
      const { entries } = await findErrors(ports, {}, undefined, 10);
      expect(entries.map((one) => one.status)).toEqual([entryStatus, 'resolved']);
      const open = await findErrors(ports, { status: ['open'] }, undefined, 10);
      expect(open.entries).toHaveLength(entryStatus === 'open' ? 1 : 0);
    }
  });

  it('at the same moment: nothing is lost in any order', async () => {
    const storage = memoryStorage();
    const first = entryAt(noon - hourMs);
    await storage.errorLog.store([first]);
    const [one, other] = instances(storage, 2);
    if (!one || !other) return;
    const later = Array.from({ length: 20 }, (_, index) => entryAt(noon + index + 1));
    const work: Promise<unknown>[] = later.map((entry) => one.errorLog.store([entry]));
    work.push(recordDecision(other, first.problemId, { status: 'resolved' }, 'tester', undefined));
    await Promise.all(work);
    const { listed } = await readProblem(portsAt(storage, noon), first.problemId);
    expect(listed.problem).toMatchObject({ count: 21, status: 'regressed' });
  });

  it('a snooze ends by itself, and a clean-up counts open entries', async () => {
    const storage = memoryStorage();
    const ports = portsAt(storage, noon);
    await storage.errorLog.store([
      entryAt(noon - 2),
      entryAt(noon - 1),
      entryAt(noon + 2),
      entryAt(noon + 3),
    ]);
    const id = entryAt(noon).problemId;
    await recordDecision(ports, id, { status: 'resolved' }, 'tester', undefined);
    ports.clock.at = noon + hourMs;
    const all = { olderThanDays: undefined, filter: undefined };
    const cleanup = await beginCleanup(ports, all, 'tester', never);
    expect(cleanup).toMatchObject({ deleted: 4, stillOpen: 2 });
    await revertCleanup(ports, cleanup.id, never);
    await recordDecision(
      ports,
      id,
      { status: 'snoozed', until: new Date(noon + dayMs) },
      'tester',
      undefined,
    );
    expect((await readProblem(ports, id)).listed.problem.status).toBe('snoozed');
    ports.clock.at = noon + dayMs;
    expect((await readProblem(ports, id)).listed.problem.status).toBe('open');
  });
});
