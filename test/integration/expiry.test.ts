import { describe, expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../shared/domain/reports/days.ts';
import { entryIdOf } from '../../shared/domain/reports/entry-id.ts';
import { dayTable } from '../../shared/storage/tables/table-names.ts';
import { beginCleanup, previewCleanup } from '../../shared/use-cases/begin-cleanup.ts';
import { decideJointly } from '../../shared/use-cases/decide-jointly.ts';
import { findErrors } from '../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../shared/use-cases/find-problems.ts';
import { readError } from '../../shared/use-cases/read-error.ts';
import { readProblemDetail } from '../../shared/use-cases/read-problem.ts';
import { recordDecision } from '../../shared/use-cases/record-decision.ts';
import { revertCleanup } from '../../shared/use-cases/revert-cleanup.ts';
import { runMaintenance } from '../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { byLastSeen, memoryDeskAt, memoryPortsAt, portsAt, serviceDeskAt } from '../support/desk-ports.ts';
import { entriesIn } from '../support/recount.ts';
import { anErrorEntry, anErrorReport, aReportBody } from '../support/reports.ts';
import { anotherInstance, type Storage } from '../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00.000Z');
const minuteMs = 60_000;
type Ports = ReturnType<typeof portsAt>;

const everything = { olderThanDays: undefined, filter: undefined };

const rowsOf = ({ tables, prefix }: Storage, at: number) =>
  entriesIn(tables.table(dayTable(prefix, dayOf(at))));

const body = (at: number, parts: Readonly<Record<string, unknown>> = {}) =>
  aReportBody({ occurredAt: new Date(at).toISOString(), ...parts });
const reportAt = (ports: Ports, ...moments: readonly number[]) =>
  storeReports(
    ports,
    moments.map((at) => ({ value: body(at) })),
  );

/** Runs the timer's steps; all of them have to succeed. */
async function run(ports: Ports) {
  const results = await runMaintenance(ports);
  for (const { step, failure } of results) expect(failure, step).toBeUndefined();
  return new Map(results.map(({ step, done }) => [step, done]));
}

/** Everything that readers see: moments listed, found by id, and counted. */
async function seen(ports: Ports, moments: readonly number[]) {
  const { entries } = await findErrors(ports, {}, undefined, 200);
  const { problems } = await findProblems(ports, {}, byLastSeen(200));
  const found: number[] = [];
  for (const at of moments) {
    const id = entryIdOf(anErrorReport(body(at)));
    if (await readError(ports, id).catch(() => undefined)) found.push(at);
  }
  const { deleted } = await previewCleanup(ports, { olderThanDays: undefined, filter: undefined }, 'x');
  return {
    listed: entries.map(({ entry }) => entry.report.occurredAt.getTime()).toSorted(),
    found: found.toSorted(),
    counted: problems.reduce((sum, { problem }) => sum + problem.count, 0),
    deletable: deleted,
    firstSeenAt: problems[0]?.problem.firstSeenAt,
  };
}

describe('readers', () => {
  // Around the moments that matter: the horizon, hours and days it cuts through, and their neighbours.
  const moments = [0, 1, 2].flatMap((back) =>
    [-1, 0, 1, minuteMs, hourMs - 1, hourMs].map((off) => noon - back * dayMs - off),
  );

  it.each([
    { timer: 'never ran', runs: [] },
    { timer: 'ran before', runs: [noon + dayMs] },
    { timer: 'runs all the time', runs: undefined },
  ])('never see entries 7 × 24 hours old, to the millisecond, when the timer $timer', async ({ runs }) => {
    const ports = memoryPortsAt(noon);
    await reportAt(ports, ...moments);
    for (const at of runs ?? []) {
      ports.clock.at = at;
      await run(ports);
    }
    for (const at of [
      noon,
      noon + 5 * dayMs - 1,
      noon + 5 * dayMs,
      noon + 5 * dayMs + 1,
      noon + 5 * dayMs + hourMs,
      noon + 6 * dayMs - hourMs,
      noon + 6 * dayMs + 1,
      noon + 7 * dayMs - minuteMs,
      noon + 7 * dayMs,
      noon + 7 * dayMs + 1,
    ]) {
      ports.clock.at = at;
      if (!runs) await run(ports);
      const left = moments.filter((moment) => moment > at - 7 * dayMs).toSorted();
      expect(await seen(ports, moments), new Date(at).toISOString()).toEqual({
        listed: left,
        found: left,
        counted: left.length,
        // A clean-up of all does not delete what is ahead of the clock.
        deletable: left.filter((moment) => moment <= at).length,
        firstSeenAt: left[0],
      });
    }
  });
});

describe('the timer', () => {
  const days = [0, 1, 2, 3, 4, 5, 6].map((back) => noon - back * dayMs);
  const tables = async (storage: Storage) => (await storage.errorLog.days()).days;
  const retained = (ports: Ports) =>
    ports.desk.cleanups(100).then((all) =>
      all.map(({ kind, deleted, stillOpen, phase, by, cutoff }) => ({
        kind,
        deleted,
        stillOpen,
        phase,
        by,
        day: dayOf(cutoff.getTime()),
      })),
    );

  it('creates the tables of today and tomorrow', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    expect((await run(ports)).get('createTables')).toEqual({ created: 2 });
    expect(await tables(storage)).toEqual(['20260311', '20260312']);
    expect((await run(ports)).get('createTables')).toEqual({ created: 0 });
    expect(await retained(ports)).toEqual([]);
  });

  it.each([
    { name: 'once', work: run },
    { name: 'twice', work: async (ports: Ports) => [await run(ports), await run(ports)] },
    {
      name: 'by two instances at once',
      work: (ports: Ports, other: Ports) => Promise.all([run(ports), run(other)]),
    },
    {
      name: 'by four instances at once, on the storage service',
      open: serviceDeskAt,
      work: (ports: Ports, other: Ports) =>
        Promise.all([run(ports), run(other), run({ ...other }), run({ ...ports })]),
    },
    {
      name: 'day by day',
      work: async (ports: Ports) => {
        const last = ports.clock.at;
        for (ports.clock.at = noon; ports.clock.at < last; ports.clock.at += dayMs) await run(ports);
        ports.clock.at = last;
        await run(ports);
      },
    },
  ])(
    'removes the same, days late, $name, and records it in the clean-ups',
    { timeout: 60_000 },
    async ({ name, work, open = memoryDeskAt }) => {
      const { storage, ports } = open(noon);
      await reportAt(ports, ...days, ...days.map((at) => at - 1));
      const other = portsAt(anotherInstance(storage), ports.clock);
      ports.clock.at = noon + 4 * dayMs;
      await work(ports, other);
      // The first runs mark tables; 24 hours later they are dropped.
      if (name !== 'day by day')
        expect(await tables(storage)).toEqual(expect.arrayContaining(days.map(dayOf)));
      ports.clock.at = noon + 5 * dayMs;
      await work(ports, other);
      const left = await tables(storage);
      const own = days.map(dayOf).toSorted();
      expect(left.filter((day) => own.includes(day))).toEqual(own.slice(3));
      expect(left).toEqual(expect.arrayContaining(['20260316', '20260317']));
      expect(name === 'day by day' || left.length === 7).toBe(true);
      const record = { kind: 'retention', deleted: 2, stillOpen: 2, phase: 'done', by: 'timer' };
      expect(await retained(portsAt(storage, ports.clock.at))).toEqual(
        ['20260307', '20260306', '20260305'].map((day) => ({ ...record, day })),
      );
      expect(await seen(ports, days)).toMatchObject({ counted: 2 * 2 });
      expect((await ports.desk.dropMarks()).map(({ day }) => day)).toEqual(['20260308']);
    },
  );

  it('records nothing where it removed nothing that readers saw', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, noon);
    await beginCleanup(ports, { olderThanDays: undefined, filter: undefined }, 'x', () => false);
    await storage.errorLog.createDay('20260301');
    ports.clock.at = noon + 9 * dayMs;
    expect((await run(ports)).get('dropHiddenDays')).toEqual({ marked: 2, dropped: 0 });
    ports.clock.at += dayMs;
    expect((await run(ports)).get('dropHiddenDays')).toEqual({ marked: 0, dropped: 2 });
    expect((await retained(ports)).map(({ kind }) => kind)).toEqual(['all']);
    expect(await tables(storage)).toEqual(['20260320', '20260321', '20260322']);
  });

  it('counts as still open only what was not resolved', async () => {
    const ports = memoryPortsAt(noon);
    await storeReports(ports, [
      { value: body(noon - 1000) },
      { value: body(noon - 2000) },
      { value: body(noon - 3000, { mapping: 'ITEM' }) },
    ]);
    const { problems } = await findProblems(ports, {}, byLastSeen(10));
    const id = problems.find(({ problem }) => problem.count === 2)?.problem.id ?? '';
    await recordDecision(ports, id, { status: 'resolved' }, 'x', undefined);
    for (const later of [8, 9]) {
      ports.clock.at = noon + later * dayMs;
      await run(ports);
    }
    expect(await retained(ports)).toMatchObject([{ deleted: 3, stillOpen: 1 }]);
  });

  it('drops what a clean-up hid once no undo is possible, and not before', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, ...days);
    await beginCleanup(ports, { olderThanDays: 2, filter: undefined }, 'x', () => false);
    const own = days.map(dayOf).toSorted();
    const left = async (at: number) => {
      ports.clock.at = at;
      await run(ports);
      return (await tables(storage)).filter((day) => own.includes(day));
    };
    expect(await left(noon)).toEqual(own);
    expect(await left(noon + dayMs)).toEqual(own);
    // Clocks may differ by ten minutes.
    expect(await left(noon + dayMs + 10 * minuteMs - 1)).toEqual(own);
    expect(await rowsOf(storage, noon - 2 * dayMs)).toMatchObject([{ live: true, isTombstone: false }]);
    // The day of the cut-off itself holds entries that are still there: what stays hidden in it is stripped.
    expect(await left(noon + dayMs + 10 * minuteMs)).toEqual(own.slice(4));
    expect(await rowsOf(storage, noon - 2 * dayMs)).toMatchObject([{ live: false, isTombstone: true }]);
    expect((await retained(ports)).map(({ kind }) => kind)).toEqual(['older-than']);
    // What arrives now is shown: the clean-up could not know of it. Its day is written again, and kept.
    const late = noon - 3 * dayMs - 5;
    expect((await reportAt(ports, late)).map(({ outcome }) => outcome)).toEqual(['stored']);
    expect((await seen(ports, [late])).listed).toContain(late);
    expect(await left(noon + 3 * dayMs)).toContain(dayOf(late));
    expect((await seen(ports, [late])).listed).toContain(late);
  });

  it('keeps what a clean-up hid when it is undone, though it was marked', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, ...days.slice(0, 3));
    const { id } = await beginCleanup(ports, everything, 'x', () => false);
    ports.clock.at += dayMs - 1;
    expect((await run(ports)).get('dropHiddenDays')).toMatchObject({ marked: 2 });
    await revertCleanup(ports, id, () => false);
    ports.clock.at = noon + 2 * dayMs;
    await run(ports);
    expect(await ports.desk.dropMarks()).toEqual([]);
    ports.clock.at = noon + 3 * dayMs;
    await run(ports);
    expect(await tables(storage)).toEqual(expect.arrayContaining(days.slice(0, 3).map(dayOf)));
    expect((await seen(ports, days.slice(0, 3))).found).toHaveLength(3);
  });

  it('keeps what arrived after a clean-up, in a table that it marked', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, days[2] ?? 0);
    await beginCleanup(ports, everything, 'x', () => false);
    expect((await run(ports)).get('dropHiddenDays')).toMatchObject({ marked: 1 });
    ports.clock.at += hourMs;
    const late = (days[2] ?? 0) + 1;
    await reportAt(ports, late);
    await run(ports);
    expect(await ports.desk.dropMarks()).toEqual([]);
    ports.clock.at = noon + 2 * dayMs;
    await run(ports);
    ports.clock.at = noon + 3 * dayMs;
    await run(ports);
    expect((await seen(ports, [late])).found).toEqual([late]);
    expect(await rowsOf(storage, late)).toMatchObject([{ live: true }, { isTombstone: true }]);
  });

  it.each([1, 30, 90])('keeps %i days where that is set', async (retentionDays) => {
    const { storage, ports: withDefault } = memoryDeskAt(noon);
    const ports = { ...withDefault, retentionDays };
    await reportAt(ports, noon);
    // The last millisecond of the day passes the horizon.
    const expiredAt = Date.parse('2026-03-11T23:59:59.999Z') + retentionDays * dayMs;
    for (const [at, kept] of [
      [expiredAt - 1, true],
      [expiredAt, true],
      [expiredAt + dayMs - 1, true],
      [expiredAt + dayMs, false],
    ] as const) {
      ports.clock.at = at;
      await run(ports);
      expect((await tables(storage)).includes('20260311'), new Date(at).toISOString()).toBe(kept);
    }
  });

  it('keeps days that another instance shows, whatever its own clock says', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, ...days);
    const ahead = {
      ...portsAt(anotherInstance(storage), { at: noon + 4 * dayMs }),
      now: () => new Date(ports.clock.at + 4 * dayMs),
    };
    for (let hours = 0; hours <= 48; hours += 12) {
      ports.clock.at = noon + hours * hourMs;
      await run(ahead);
    }
    // By the clock of storage the oldest day expired half a day ago.
    expect(await tables(storage)).toEqual(expect.arrayContaining(days.map(dayOf)));
    ports.clock.at = noon;
    expect((await seen(ports, days)).found).toHaveLength(7);
  });

  it('keeps days that another instance shows, by whose setting they are not expired', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, ...days);
    const shorter = { ...portsAt(anotherInstance(storage), ports.clock), retentionDays: 1 };
    for (let hours = 0; hours <= 36; hours += 4) {
      ports.clock.at = noon + hours * hourMs;
      await run(shorter);
      ports.clock.at += 2 * hourMs;
      await run(ports);
    }
    expect(await tables(storage)).toEqual(expect.arrayContaining(days.slice(0, 6).map(dayOf)));
    expect(await ports.desk.cleanups(100)).toEqual([]);
  });

  it('does not hide errors that are still to come, when its clock is ahead of the one of storage', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await reportAt(ports, noon - 1);
    const ahead = {
      ...portsAt(anotherInstance(storage), ports.clock),
      now: () => new Date(ports.clock.at + 9 * minuteMs),
    };
    const cleanup = await beginCleanup(ahead, everything, 'x', () => false);
    expect(cleanup.cutoff.getTime()).toBeLessThanOrEqual(noon + 999);
    ports.clock.at = noon + minuteMs;
    // By an instance that has not heard of the clean-up yet: its epoch is the one before.
    await storage.errorLog.store([anErrorEntry(body(noon + 5 * minuteMs))]);
    expect((await findErrors(ahead, {}, undefined, 10)).entries).toHaveLength(1);
  });

  it('forgets decisions on problems not seen for 90 days, and keeps the others', async () => {
    const ports = memoryPortsAt(noon);
    await storeReports(ports, [{ value: body(noon) }, { value: body(noon, { mapping: 'ITEM' }) }]);
    const { problems } = await findProblems(ports, {}, byLastSeen(10));
    const ids = problems.map(({ problem: { id, traits } }) => ({ id, mapping: traits.mapping }));
    for (const { id } of ids) await recordDecision(ports, id, { status: 'ignored' }, 'x', undefined);
    const again = ids.find(({ mapping }) => mapping === 'ITEM')?.id ?? '';
    const other = ids.find(({ id }) => id !== again)?.id ?? '';
    const decided = async (at: number) => {
      ports.clock.at = at;
      await run(ports);
      return [...(await ports.desk.state()).decisions.keys()].toSorted();
    };
    ports.clock.at = noon + 50 * dayMs;
    await storeReports(ports, [{ value: body(ports.clock.at, { mapping: 'ITEM' }) }]);
    expect(await decided(noon + 50 * dayMs)).toEqual([again, other].toSorted());
    expect(await decided(noon + 90 * dayMs - 1)).toEqual([again, other].toSorted());
    expect(await decided(noon + 90 * dayMs)).toEqual([again]);
    expect(await decided(noon + 140 * dayMs - 1)).toEqual([again]);
    expect(await decided(noon + 140 * dayMs)).toEqual([]);
  });

  it('forgets a decision on many after 90 days, once no history names it', async () => {
    const ports = memoryPortsAt(noon);
    await storeReports(ports, [{ value: body(noon) }, { value: body(noon, { mapping: 'ITEM' }) }]);
    const { problems } = await findProblems(ports, {}, byLastSeen(10));
    const ids = problems.map(({ problem: { id } }) => ({ id }));
    await decideJointly(ports, ids, { status: 'ignored', note: 'For all' }, 'x');
    const again = problems.find(({ problem }) => problem.traits.mapping === 'ITEM')?.problem.id ?? '';
    const forgottenAt = async (at: number) => {
      ports.clock.at = at;
      return (await run(ports)).get('forgetOldRecords');
    };
    const seenAgain = async (at: number) => {
      ports.clock.at = at;
      await storeReports(ports, [{ value: body(at, { mapping: 'ITEM' }) }]);
    };
    await seenAgain(noon + 50 * dayMs);
    expect(await forgottenAt(noon + 50 * dayMs)).toEqual({ forgotten: 0 });
    await seenAgain(noon + 90 * dayMs);
    // The other problem is forgotten; the history of this one names the decision still.
    expect(await forgottenAt(noon + 90 * dayMs)).toEqual({ forgotten: 1 });
    const { history } = await readProblemDetail(ports, again);
    expect(history.map(({ note }) => note)).toEqual(['For all']);
    expect(await forgottenAt(noon + 180 * dayMs)).toEqual({ forgotten: 2 });
    expect(await forgottenAt(noon + 181 * dayMs)).toEqual({ forgotten: 0 });
  });

  it('forgets records of clean-ups after 97 days', async () => {
    const ports = memoryPortsAt(noon);
    await beginCleanup(ports, { olderThanDays: 1, filter: undefined }, 'x', () => false);
    ports.clock.at = noon + 97 * dayMs - 1;
    await run(ports);
    expect(await retained(ports)).toHaveLength(1);
    ports.clock.at++;
    await run(ports);
    expect(await retained(ports)).toEqual([]);
  });
});
