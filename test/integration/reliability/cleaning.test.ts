import { describe, expect, it } from 'vitest';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import { TableDesk } from '../../../shared/storage/desk/table-desk.ts';
import { TableErrorLog } from '../../../shared/storage/error-log/table-error-log.ts';
import { dayTable } from '../../../shared/storage/tables/table-names.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { workOnCleanup } from '../../../shared/use-cases/work-on-cleanup.ts';
import { countedEntries, tally } from '../../support/counting.ts';
import { byLastSeen, memoryDeskAt, portsAt, serviceDeskAt } from '../../support/desk-ports.ts';
import { type Death, Gate, isKilled } from '../../support/gate.ts';
import { entriesIn } from '../../support/recount.ts';
import { aReportBody, manyEntries } from '../../support/reports.ts';
import { anotherInstance, freshStorage, memoryStorage, type Storage } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const all = { olderThanDays: undefined, filter: undefined };
const ofAdatum = { olderThanDays: undefined, filter: { company: ['Adatum'] } };

type Ports = ReturnType<typeof portsAt>;

const rowsOf = ({ tables, prefix }: Storage, at = noon) =>
  entriesIn(tables.table(dayTable(prefix, dayOf(at))));

const some = (count: number, company = 'Adatum', at = noon): ErrorEntry[] =>
  manyEntries(count, (index) => ({ company, occurredAt: new Date(at - index).toISOString() }));

async function listed(ports: Ports): Promise<string[]> {
  const ids: string[] = [];
  let next: Parameters<typeof findErrors>[2];
  do {
    const page = await findErrors(ports, {}, next, 200);
    ids.push(...page.entries.map(({ entry }) => entry.id));
    next = page.next;
  } while (next);
  return ids;
}

const counted = async (ports: Ports) =>
  (await findProblems(ports, {}, byLastSeen(200))).problems.reduce(
    (sum, { problem }) => sum + problem.count,
    0,
  );

/** Ports whose storage calls end at some point. */
function dyingPorts(storage: Storage, at: number, death: Death) {
  const gate = new Gate(
    () => 0,
    () => Promise.resolve(),
  );
  const tables = gate.tables(storage.tables, 1000, death);
  const ports = {
    ...portsAt(storage, at),
    errorLog: new TableErrorLog(tables, storage.prefix),
    desk: new TableDesk(tables, storage.prefix, () => at),
  };
  return { gate, ports };
}

describe('the timer on several hosts at once', () => {
  it('does what one run does, and records each removal once', async () => {
    const { storage, ports } = serviceDeskAt(noon);
    await storage.errorLog.store([...some(50), ...some(30, 'Contoso', noon - 6 * dayMs)]);
    await beginCleanup(ports, ofAdatum, 'tester', never);
    // The first runs mark the expired day, those a day later drop it.
    for (const days of [2, 3]) {
      ports.clock.at = noon + days * dayMs + hourMs;
      const runs = await Promise.all(
        [1, 2, 3, 4].map(() => runMaintenance(portsAt(anotherInstance(storage), ports.clock))),
      );
      for (const { failure } of runs.flat()) expect(failure).toBeUndefined();
    }
    const { cleanups } = await ports.desk.state();
    expect(cleanups.map(({ kind, deleted, phase }) => [kind, deleted, phase]).sort()).toEqual([
      ['filtered', 50, 'done'],
      ['retention', 30, 'done'],
    ]);
    expect((await rowsOf(storage)).map(({ isTombstone }) => isTombstone)).toEqual(
      Array.from({ length: 50 }, () => true),
    );
    expect(await countedEntries(storage.errorLog)).toBe(0);
  });
});

describe('a clean-up is killed', () => {
  it('after any call: the next worker finishes it, and no other entry is lost', async () => {
    let killed = true;
    for (let call = 1; killed; call++) {
      const storage = memoryStorage();
      const ports = portsAt(storage, noon);
      await storage.errorLog.store([...some(150), ...some(20, 'Contoso')]);
      const moment = call % 2 === 1 ? 'before' : 'after';
      const dying = dyingPorts(storage, noon, { call, moment });
      killed = false;
      await dying.gate.run([
        async () => {
          await beginCleanup(dying.ports, ofAdatum, 'tester', never).catch((error: unknown) => {
            killed = isKilled(error);
            if (!killed) throw error;
          });
        },
      ]);
      const [cleanup] = await ports.desk.cleanups(10);
      if (!cleanup) {
        expect(await counted(ports)).toBe(170);
        continue;
      }
      const finished = await workOnCleanup(ports, cleanup.id, never);
      expect(finished).toMatchObject({ phase: 'done', deleted: 150, kind: 'filtered' });
      expect(await counted(ports)).toBe(20);
      expect(await listed(ports)).toHaveLength(20);
      await revertCleanup(ports, cleanup.id, never);
      expect(await counted(ports)).toBe(170);
    }
  });

  it('the same for the timer: its next run does the rest', async () => {
    let killed = true;
    const marked = noon + 8 * dayMs;
    const later = marked + dayMs;
    for (let call = 1; killed; call++) {
      const { storage, ports } = memoryDeskAt(noon);
      await storage.errorLog.store([...some(20), ...some(10, 'Contoso', noon + dayMs)]);
      ports.clock.at = marked;
      for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
      ports.clock.at = later;
      const dying = dyingPorts(storage, later, { call, moment: call % 2 === 0 ? 'before' : 'after' });
      killed = false;
      await dying.gate.run([
        async () => {
          const results = await runMaintenance(dying.ports);
          killed = results.some(({ failure }) => isKilled(failure));
        },
      ]);
      for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
      const { cleanups } = await ports.desk.state();
      expect(cleanups.map(({ kind, deleted, phase }) => [kind, deleted, phase])).toEqual([
        ['retention', 20, 'done'],
      ]);
      expect((await storage.errorLog.days()).days).toEqual([
        dayOf(noon + dayMs),
        dayOf(marked),
        dayOf(later),
        dayOf(later + dayMs),
      ]);
      expect(await countedEntries(storage.errorLog)).toBe(10);
    }
  });
});

describe('reports during a clean-up', () => {
  it.each([
    ['all', all],
    ['a filter', ofAdatum],
  ])('of %s: every accepted report is listed, or the undo restores it', async (_, request) => {
    const storage = freshStorage();
    const ports = portsAt(storage, noon);
    await storage.errorLog.store(some(120));
    const late = some(400, 'Adatum', noon - 200);
    const instances = [0, 1, 2, 3].map(() => anotherInstance(storage).errorLog);
    const [cleanup, ...reports] = await Promise.all([
      beginCleanup(ports, request, 'tester', never),
      ...late.map((entry, index) => instances[index % 4]?.store([entry])),
    ]);
    expect(reports.every((outcomes) => outcomes?.size === 1)).toBe(true);
    expect(new Set(await listed(ports)).size).toBe(await counted(ports));
    await revertCleanup(ports, cleanup.id, never);
    const everything = new Set([...some(120), ...late].map(({ id }) => id));
    expect(new Set(await listed(ports))).toEqual(everything);
    expect(await counted(ports)).toBe(everything.size);
  });
});

describe('undoing a clean-up', () => {
  it('brings everything back, including errors reported after it; a second or late undo is refused', async () => {
    const { storage, ports } = memoryDeskAt(noon);
    await storage.errorLog.store([...some(60), ...some(40, 'Contoso', noon - 3 * dayMs)]);
    const first = await beginCleanup(ports, all, 'tester', never);
    expect(first).toMatchObject({ deleted: 100, phase: 'done' });
    expect(await counted(ports)).toBe(0);
    const arrived = [noon + 1, noon - hourMs].map((at) => ({
      value: aReportBody({ occurredAt: new Date(at).toISOString() }),
    }));
    expect(tally((await storeReports(ports, arrived)).map(({ outcome }) => outcome))).toEqual({ stored: 2 });
    // The clean-up could not know of what arrived after it, whenever that occurred.
    expect(await listed(ports)).toHaveLength(2);
    const second = await beginCleanup(ports, ofAdatum, 'tester', never);
    expect(second.deleted).toBe(0);
    ports.clock.at = noon + dayMs;
    for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
    expect(await revertCleanup(ports, first.id, never)).toMatchObject({ phase: 'undone' });
    expect(await counted(ports)).toBe(102);
    expect(await listed(ports)).toHaveLength(102);
    await expect(revertCleanup(ports, first.id, never)).rejects.toMatchObject({ code: 'already-undone' });
    ports.clock.at = noon + dayMs + 1;
    await expect(revertCleanup(ports, second.id, never)).rejects.toMatchObject({ code: 'undo-expired' });
  });

  it('works in any order: the horizon is the latest one in force', async () => {
    const storage = memoryStorage();
    const ports = portsAt(storage, noon);
    await storage.errorLog.store([0, 1, 2, 3].flatMap((back) => some(1, `${back}`, noon - back * dayMs)));
    const older = await beginCleanup(ports, { olderThanDays: 2, filter: undefined }, 'tester', never);
    const newer = await beginCleanup(ports, { olderThanDays: 1, filter: undefined }, 'tester', never);
    expect(await counted(ports)).toBe(1);
    await revertCleanup(ports, older.id, never);
    expect(await counted(ports)).toBe(1);
    await revertCleanup(ports, newer.id, never);
    expect(await counted(ports)).toBe(4);
  });
});
