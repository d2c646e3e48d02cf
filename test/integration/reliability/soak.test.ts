import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/app-error.ts';
import { Horizon } from '../../../shared/domain/cleanups/horizon.ts';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import { TableDesk } from '../../../shared/storage/desk/table-desk.ts';
import { dayTable } from '../../../shared/storage/tables/table-names.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { removeError } from '../../../shared/use-cases/remove-error.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { workOnCleanup } from '../../../shared/use-cases/work-on-cleanup.ts';
import { byLastSeen, portsAt } from '../../support/desk-ports.ts';
import { type Fault, type FaultPlan, startFaultProxy } from '../../support/fault-proxy.ts';
import { seededNumbers } from '../../support/gate.ts';
import { entriesIn, type FoundEntry } from '../../support/recount.ts';
import { aReportBody } from '../../support/reports.ts';
import { freshStorage, storageThrough } from '../../support/storage.ts';

const startedAt = Date.parse('2026-03-11T12:00:00Z');
/** Calls that report, or try to. Each moves the desk's clock on, by 8.5 days in all. */
const reportCalls = 120;
const msPerCall = (8.5 * dayMs) / reportCalls;
const companies = ['Adatum', 'Contoso', 'Fabrikam'];

/** About one request in eight goes wrong, in every way there is. */
function trouble(seed: number): FaultPlan {
  const random = seededNumbers(seed);
  const busy = (status: number, inBatch: boolean): Fault => ({
    kind: 'answer',
    status,
    code: 'ServerBusy',
    inBatch,
  });
  return ({ kind }) => {
    const pages: Fault[] = kind === 'query' ? [{ kind: 'empty-page' }, { kind: 'short-page', rows: 3 }] : [];
    const faults: Fault[] = [
      { kind: 'cut' },
      { kind: 'cut-short' },
      { kind: 'refuse' },
      { kind: 'delay', ms: random(40) },
      busy(503, kind === 'transaction'),
      busy(500, false),
      busy(429, false),
      ...(random(20) === 0 ? [{ kind: 'silence' } as const, { kind: 'hang' } as const] : []),
      ...pages,
    ];
    return random(8) === 0 ? faults[random(faults.length)] : undefined;
  };
}

/** What the sender of an accepted report knows. */
interface Accepted {
  readonly company: string;
  readonly at: number;
}

describe('reporting, listing and cleaning together under faults', () => {
  it('every accepted report is stored, expired, or deleted by a recorded clean-up', async () => {
    await using proxy = await startFaultProxy();
    let calls = 0;
    const clock = () => startedAt + Math.floor(calls * msPerCall);
    const time = () => new Date(clock());
    const storage = freshStorage({ time });
    const isOver = () => calls >= reportCalls;
    const accepted = new Map<string, Accepted>();
    const deleted = new Set<string>();
    const failures: unknown[] = [];
    const done: Record<string, number> = {};

    /** An instance of the app: it caches for itself and reaches the same storage through the faults. */
    const instance = () => {
      const { errorLog, tables } = storageThrough(proxy, { prefix: storage.prefix, attempts: 4, time });
      return {
        ...portsAt(storage, startedAt),
        errorLog,
        desk: new TableDesk(tables, storage.prefix, clock),
        now: () => new Date(clock()),
      };
    };
    const first = instance();
    const second = instance();

    /** Repeats some work; failures of storage are expected. */
    async function worker(
      name: string,
      seed: number,
      work: (random: (bound: number) => number) => Promise<void>,
    ) {
      const random = seededNumbers(seed);
      while (!isOver() && failures.length === 0) {
        await work(random).then(
          () => {
            done[name] = (done[name] ?? 0) + 1;
          },
          (error: unknown) => {
            if (!(error instanceof AppError) || error.code === 'invalid-request') failures.push(error);
          },
        );
        await new Promise((resolve) => setImmediate(resolve));
      }
    }

    const report = (ports: typeof first) => async (random: (bound: number) => number) => {
      calls++;
      const now = clock();
      const sent = Array.from({ length: 1 + random(random(4) === 0 ? 150 : 5) }, () => ({
        company: companies[random(3)] ?? '',
        at: Math.floor(now - (random(3) === 0 ? random(8 * dayMs) : random(hourMs))),
        errorId: `${random(500)}`,
      }));
      const results = await storeReports(
        ports,
        sent.map(({ company, at, errorId }) => ({
          value: aReportBody({ company, errorId, occurredAt: new Date(at).toISOString() }),
        })),
      );
      for (const [index, result] of results.entries()) {
        expect(result.outcome).not.toBe('invalid');
        const item = sent[index];
        if (item && 'id' in result && result.outcome !== 'expired') accepted.set(result.id, item);
      }
    };

    proxy.plan(trouble(21));
    await Promise.all([
      worker('report', 1, report(first)),
      worker('report', 2, report(first)),
      worker('report', 3, report(second)),
      worker('list', 4, async (random) => {
        const filter = random(2) === 0 ? {} : { company: [companies[random(3)] ?? ''] };
        const { entries } = await findErrors(second, filter, undefined, 50);
        await findProblems(first, filter, byLastSeen(10));
        const unlucky = entries[random(60)]?.entry.id;
        if (unlucky === undefined) return;
        deleted.add(unlucky);
        await removeError(second, unlucky);
      }),
      worker('clean', 5, async (random) => {
        const filter = random(4) === 0 ? undefined : { company: [companies[random(3)] ?? ''] };
        const { id } = await beginCleanup(
          first,
          { olderThanDays: filter ? random(4) : 3 + random(4), filter },
          'tester',
          () => random(4) === 0,
        );
        if (random(3) === 0) await revertCleanup(second, id, () => random(4) === 0);
      }),
      worker('timer', 6, async () => {
        const results = await runMaintenance(second);
        for (const { failure } of results)
          if (failure && !(failure instanceof AppError)) failures.push(failure);
      }),
      worker('timer', 7, async () => {
        await runMaintenance(first);
      }),
    ]);
    proxy.plan();
    if (failures.length > 0) throw failures[0];
    for (const name of ['report', 'list', 'clean', 'timer'])
      expect([name, (done[name] ?? 0) > 0]).toEqual([name, true]);

    const ports = portsAt(storage, Math.ceil(clock()));
    for (const { id, kind } of await ports.desk.cleanups(500))
      if (kind === 'filtered') await workOnCleanup(ports, id, () => false);
    for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
    const { cleanups } = await ports.desk.state();
    const horizon = new Horizon(ports.now(), ports.retentionDays, cleanups);
    const found = new Map<string, FoundEntry>();
    for (const day of (await storage.errorLog.days()).days)
      for (const entry of await entriesIn(storage.tables.table(dayTable(storage.prefix, day))))
        found.set(entry.id, entry);
    const inForce = cleanups.filter(({ phase }) => phase === 'done');
    const lost: string[] = [];
    const fates: Record<string, number> = {};
    const note = (fate: string) => {
      fates[fate] = (fates[fate] ?? 0) + 1;
    };
    for (const [id, { company, at }] of accepted) {
      const entry = found.get(id);
      const cleanup = inForce.find(
        ({ kind, cutoff, filter }) =>
          kind !== 'retention' && at <= cutoff.getTime() && (filter?.company?.includes(company) ?? true),
      );
      if (entry?.live) note(horizon.hides(at, entry.epoch) ? 'behind the horizon' : 'listed');
      else if (!entry && at <= ports.clock.at - ports.retentionDays * dayMs) note('expired');
      else if (entry && inForce.some((one) => one.id === entry.cleanup)) note('hidden by a clean-up');
      else if (cleanup) note(entry ? 'stripped by a clean-up' : 'dropped by a clean-up');
      else if (entry?.isTombstone && deleted.has(id)) note('deleted one by one');
      else lost.push(`${id} ${company} ${new Date(at).toISOString()} ${JSON.stringify(entry)}`);
    }
    expect(lost).toEqual([]);
    expect(accepted.size).toBeGreaterThan(1000);
    expect(fates).toMatchObject({ listed: expect.any(Number), expired: expect.any(Number) });

    // The counts agree with the rows.
    const listable = [...found.values()].filter(
      ({ live, time: at, epoch }) => live && !horizon.hides(at, epoch) && at <= ports.clock.at,
    );
    const { problems } = await findProblems(ports, {}, byLastSeen(200));
    expect(problems.reduce((sum, { problem }) => sum + problem.count, 0)).toBe(listable.length);
    const retained = cleanups.filter(({ kind }) => kind === 'retention');
    expect(new Set(retained.map(({ cutoff }) => dayOf(cutoff.getTime()))).size).toBe(retained.length);
    expect(retained.filter(({ phase }) => phase !== 'done')).toEqual([]);
  });
});
