import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/app-error.ts';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { removeError } from '../../../shared/use-cases/remove-error.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { countedEntries } from '../../support/counting.ts';
import { byLastSeen, portsAt } from '../../support/desk-ports.ts';
import { type Fault, type FaultPlan, type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { anErrorEntry, aReportBody, manyEntries } from '../../support/reports.ts';
import { storageThrough } from '../../support/storage.ts';

const never = () => false;

/** The first attempt of each change meets the fault, the second does not. */
function onceEach(fault: Fault): FaultPlan {
  const seen = new Set<string>();
  return ({ kind, body, url }) => {
    if (kind === 'query' || kind === 'get' || kind === 'list-tables') return undefined;
    if (seen.has(body + url)) return undefined;
    seen.add(body + url);
    return fault;
  };
}

function transactionsSent(proxy: FaultProxy): number {
  return proxy.requests.filter(({ kind }) => kind === 'transaction').length;
}

/** A week at the desk: reports, a decision, clean-ups of each kind, an undo, the timer; gives what readers see then. */
async function aWeek(proxy: FaultProxy, today: number) {
  const clock = { at: today };
  const storage = storageThrough(proxy, { time: () => new Date(clock.at) });
  const ports = portsAt(storage, clock);
  const values = Array.from({ length: 40 }, (_, index) =>
    aReportBody({
      errorId: `${index}`,
      company: index % 4 === 0 ? 'Adatum' : 'Contoso',
      occurredAt: new Date(today - index * 2 * hourMs).toISOString(),
    }),
  );
  const items = values.map((value) => ({ value }));
  const outcomes = [await storeReports(ports, items), await storeReports(ports, items)];
  const [first] = (await findProblems(ports, {}, byLastSeen(10))).problems;
  const decided = await recordDecision(
    ports,
    first?.problem.id ?? '',
    { status: 'ignored' },
    'tester',
    '"0"',
  );
  const { entries } = await findErrors(ports, {}, undefined, 50);
  await removeError(ports, entries[3]?.entry.id ?? '');
  const filtered = await beginCleanup(
    ports,
    { olderThanDays: 1, filter: { company: ['Adatum'] } },
    'tester',
    never,
  );
  const older = await beginCleanup(ports, { olderThanDays: 2, filter: undefined }, 'tester', never);
  const undone = await revertCleanup(ports, filtered.id, never);
  const steps = await runMaintenance(ports);
  ports.clock.at = today + dayMs + hourMs;
  const stepsLater = await runMaintenance(ports);
  ports.clock.at = today;
  const problems = await findProblems(ports, {}, byLastSeen(10));
  const list = await findErrors(ports, {}, undefined, 50);
  return {
    outcomes: outcomes.map((results) => results.map((result) => result.outcome)),
    history: decided.history.map(({ status, by }) => [status, by]),
    cleanups: [filtered, older, undone].map(({ kind, deleted, stillOpen, phase }) => [
      kind,
      deleted,
      stillOpen,
      phase,
    ]),
    failures: [...steps, ...stepsLater].map(({ failure }) => failure),
    days: (await storage.errorLog.days()).days,
    problems: problems.problems.map(({ problem: { count, status, series, places } }) => [
      count,
      status,
      series,
      places,
    ]),
    list: list.entries.map(({ entry, status }) => [entry.id, status]),
  };
}

describe('an answer that is lost', () => {
  it.each([
    ['resets the connection', { kind: 'cut' }],
    ['ends in the middle', { kind: 'cut-short' }],
    ['never comes', { kind: 'silence' }],
  ] as const)('means stored where it %s', async (_, fault) => {
    await using proxy = await startFaultProxy();
    const { errorLog } = storageThrough(proxy);
    const entries = manyEntries(250);
    await errorLog.createDay(dayOf(entries[0]?.report.occurredAt.getTime() ?? 0));
    proxy.plan(onceEach(fault));
    expect(new Set((await errorLog.store(entries)).values())).toEqual(new Set(['stored']));
    expect(transactionsSent(proxy)).toBeGreaterThanOrEqual(6);
    expect(await countedEntries(errorLog)).toBe(250);
  });

  it('changes nothing in a week of work', async () => {
    await using proxy = await startFaultProxy();
    const today = Date.parse('2026-03-11T12:00:00Z');
    const expected = await aWeek(proxy, today);
    expect(expected.failures.filter((failure) => failure !== undefined)).toEqual([]);
    expect(expected.list.length).toBeGreaterThan(20);
    proxy.plan(onceEach({ kind: 'cut' }));
    expect(await aWeek(proxy, today)).toEqual(expected);
  });

  it('is not confused with entries of others in the same transaction', async () => {
    await using proxy = await startFaultProxy();
    const { errorLog } = storageThrough(proxy);
    const [known, ...others] = manyEntries(5);
    if (known) await errorLog.store([known]);
    // The transaction is refused because of the known one; its rest is stored, and the answer to that is lost.
    const faults: (Fault | undefined)[] = [undefined, { kind: 'cut' }];
    proxy.plan(({ kind }) => (kind === 'transaction' ? faults.shift() : undefined));
    const outcomes = await errorLog.store([known, ...others].filter((one) => one !== undefined));
    expect([...outcomes.values()].sort()).toEqual(['duplicate', 'stored', 'stored', 'stored', 'stored']);
    expect(await countedEntries(errorLog)).toBe(5);
  });
});

const busy = (status: number, retryAfter?: string, inBatch = false): Fault => ({
  kind: 'answer',
  status,
  code: status === 500 ? 'OperationTimedOut' : 'ServerBusy',
  inBatch,
  ...(retryAfter ? { retryAfter } : {}),
});

describe('storage is busy', () => {
  it.each<[string, Fault[]]>([
    ['503 three times', [busy(503), busy(503), busy(503)]],
    ['500 twice', [busy(500), busy(500)]],
    ['429 without Retry-After, which the SDK does not repeat', [busy(429), busy(429)]],
    ['429 with Retry-After', [busy(429, '0')]],
    ['503 within the answer to a transaction', [busy(503, undefined, true), busy(503, undefined, true)]],
    ['500 within the answer to a transaction', [busy(500, undefined, true)]],
    [
      'a reset, a delay, 503 and a lost answer',
      [{ kind: 'refuse' }, { kind: 'delay', ms: 20 }, busy(503), { kind: 'cut' }],
    ],
  ])('%s is repeated until it is done', async (_, faults) => {
    await using proxy = await startFaultProxy();
    const { errorLog } = storageThrough(proxy);
    await errorLog.createDay(dayOf(Date.now()));
    const left = [...faults];
    proxy.plan(() => left.shift());
    expect([...(await errorLog.store([anErrorEntry()])).values()]).toEqual(['stored']);
    expect(await countedEntries(errorLog)).toBe(1);
  });

  it.each([
    ['503', busy(503), 5, 5],
    ['429 and longer than the time there is', busy(429, '60'), 60, 60],
    ['503 until a date', busy(503, new Date(Date.now() + hourMs).toUTCString()), 1800, 3600],
    ['503 within the answers to transactions', busy(503, undefined, true), 5, 5],
    ['refusing connections', { kind: 'refuse' }, 5, 5],
    ['never answering', { kind: 'hang' }, 5, 5],
  ] as const)(
    '%s: the sender learns when to try again, and then everything is stored once',
    async (_, fault, min, max) => {
      await using proxy = await startFaultProxy();
      const { errorLog } = storageThrough(proxy);
      await errorLog.createDay(dayOf(Date.now()));
      const entries = manyEntries(150);
      const sendings = [0];
      proxy.plan(({ kind }) =>
        kind === 'transaction' && sendings.shift() === undefined ? fault : undefined,
      );
      const failure = await errorLog.store(entries).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'storage-unavailable' });
      const seconds = failure instanceof AppError ? failure.retryAfterSeconds : undefined;
      expect(seconds).toBeGreaterThanOrEqual(min);
      expect(seconds).toBeLessThanOrEqual(max);
      proxy.plan();
      const again = await errorLog.store(entries);
      expect(again.size).toBe(150);
      expect(await countedEntries(errorLog)).toBe(150);
    },
  );
});

describe('a table that is being deleted', () => {
  it('asks the sender to try again', async () => {
    await using proxy = await startFaultProxy();
    const { errorLog } = storageThrough(proxy);
    proxy.plan(() => ({ kind: 'answer', status: 409, code: 'TableBeingDeleted' }));
    await expect(errorLog.store([anErrorEntry()])).rejects.toMatchObject({
      code: 'storage-unavailable',
      retryAfterSeconds: 5,
    });
    expect(transactionsSent(proxy)).toBe(1);
    proxy.plan();
    expect([...(await errorLog.store([anErrorEntry()])).values()]).toEqual(['stored']);
  });
});
