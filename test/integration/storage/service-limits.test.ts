import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Horizon } from '../../../shared/domain/cleanups/horizon.ts';
import { noteLimit } from '../../../shared/domain/problems/decision.ts';
import { dayMs, dayOf, hourMs } from '../../../shared/domain/reports/days.ts';
import { textLimits } from '../../../shared/domain/reports/error-report.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { problemsInReach } from '../../../shared/use-cases/problems-in-reach.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { portsAt } from '../../support/desk-ports.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { anErrorEntry, aReportBody } from '../../support/reports.ts';
import type { SentRequest } from '../../support/sent-request.ts';
import { freshStorage } from '../../support/storage.ts';

// Azurite enforces hardly any of these limits, so the test checks what is sent.
const limits = {
  entityBytes: 1024 * 1024,
  properties: 255,
  stringUnits: 32_768,
  keyUnits: 512,
  rowsOfTransaction: 100,
  bytesOfTransaction: 4 * 1024 * 1024,
  top: 1000,
  comparisons: 15,
  // The service's web server takes request lines of 16 KiB.
  urlCharacters: 8 * 1024,
};

/** The hardest units to store: two that are one character, three bytes, six as JSON, six by our own rule, two. */
const fillings = {
  astral: '\u{1f600}',
  cjk: '漢',
  control: '\u0001',
  quote: '"',
  backslash: '\\',
  separator: '\u2028',
};

/** The two that take most bytes when sent, and most units when stored. */
const hardest = Object.entries(fillings).filter(([name]) => ['cjk', 'control'].includes(name));

const full = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

let proxy: FaultProxy;
beforeAll(async () => {
  proxy = await startFaultProxy();
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
});

const storage = () => freshStorage({ connectionString: proxy.connectionString });

/** The largest possible report; `parts` replaces some of it. */
function largestReport(unit: string, parts: Readonly<Record<string, unknown>> = {}) {
  const text = full(unit, textLimits.other);
  const side = { table: text, recordId: text, name: text, url: full(unit, textLimits.url) };
  return aReportBody({
    message: full(unit, textLimits.message + 1),
    callStack: full(unit, textLimits.callStack + 1),
    company: text,
    environment: text,
    mapping: text,
    errorId: text,
    jobId: text,
    language: text,
    source: { app: 'dataverse', ...side },
    destination: { app: 'business-central', ...side },
    ...parts,
  });
}

/** As the service counts: 4 bytes, the keys, and for each property 8 bytes, its name, its value. */
function entityBytes(entity: Readonly<Record<string, unknown>>): number {
  let bytes = 4;
  for (const [name, value] of Object.entries(entity)) {
    const text = typeof value === 'string' ? value.length * 2 : 0;
    bytes += name.endsWith('Key') ? text : 8 + name.length * 2 + (text ? text + 4 : 8);
  }
  return bytes;
}

function checkSent({ kind, steps, body, url, parameters, filter }: SentRequest): void {
  expect(url.length).toBeLessThanOrEqual(limits.urlCharacters);
  expect(Number(parameters.get('$top') ?? 0)).toBeLessThanOrEqual(limits.top);
  const comparisons = filter.replaceAll(/'[^']*'/g, "''").match(/ (eq|ne|gt|ge|lt|le) /g) ?? [];
  expect(comparisons.length).toBeLessThanOrEqual(limits.comparisons);
  if (kind !== 'transaction') return;
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.length).toBeLessThanOrEqual(limits.rowsOfTransaction);
  expect(new Set(steps.map(({ rowKey }) => rowKey)).size).toBe(steps.length);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(limits.bytesOfTransaction);
  for (const { entity, rowKey } of steps) {
    expect(rowKey.length).toBeLessThanOrEqual(limits.keyUnits);
    expect(Object.keys(entity).length).toBeLessThanOrEqual(limits.properties);
    expect(entityBytes(entity)).toBeLessThanOrEqual(limits.entityBytes);
    for (const value of Object.values(entity))
      if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(limits.stringUnits);
  }
}

/** Runs work and checks every request that it sent. */
async function checked<Result>(work: () => Promise<Result>): Promise<Result> {
  proxy.forget();
  const result = await work();
  expect(proxy.requests.length).toBeGreaterThan(0);
  for (const sent of proxy.requests) checkSent(sent);
  return result;
}

describe('the largest report', () => {
  it.each(Object.entries(fillings))(
    'of %s characters is stored within the limits of an entity and read back as it was cut',
    async (_, unit) => {
      const { errorLog } = storage();
      const entry = anErrorEntry(largestReport(unit));
      expect([...(await checked(() => errorLog.store([entry]))).values()]).toEqual(['stored']);
      expect(await errorLog.get(entry.id)).toEqual(entry);
    },
  );
});

describe.each(hardest)('the largest texts, of %s characters:', (_, unit) => {
  it('60 reports of 60 problems are stored, counted, folded, cleaned up and restored', async () => {
    const fresh = storage();
    const { errorLog } = fresh;
    const now = Date.now();
    const at = Math.floor((now - dayMs) / dayMs) * dayMs + 5 * hourMs;
    const entries = Array.from({ length: 60 }, (_, index) =>
      anErrorEntry(
        largestReport(unit, {
          occurredAt: new Date(at + index).toISOString(),
          company: `${index} ${full(unit, textLimits.other - 4)}`,
          callStack: undefined,
        }),
      ),
    );
    const day = dayOf(at);
    const count = async () => {
      let sum = 0;
      const at = { horizon: new Horizon(new Date(now), 7, []), now: new Date(now) };
      for (const { counts } of (await problemsInReach(errorLog, at)).values())
        for (const { hours } of counts) for (const hour of hours.values()) sum += hour.count;
      return sum;
    };
    await checked(() => errorLog.store(entries));
    expect(await checked(count)).toBe(60);
    expect(await checked(() => errorLog.fold(day, () => false))).toMatchObject({ finished: true });
    expect(await checked(count)).toBe(60);
    const ports = portsAt(fresh, now);
    const filter = { mapping: [full(unit, textLimits.other)] };
    const cleanup = await checked(() =>
      beginCleanup(ports, { olderThanDays: undefined, filter }, 'tester', () => false),
    );
    expect(cleanup).toMatchObject({ deleted: 60, phase: 'done' });
    expect(await checked(count)).toBe(0);
    await checked(() => revertCleanup(ports, cleanup.id, () => false));
    expect(await checked(() => errorLog.fold(day, () => false))).toMatchObject({ finished: true });
    expect(await checked(count)).toBe(60);
  });

  it('90 call stacks are sent in transactions of 4 MiB at most', async () => {
    const { errorLog } = storage();
    const entries = Array.from({ length: 90 }, (_, index) =>
      anErrorEntry({ errorId: `${index}`, callStack: full(unit, textLimits.callStack) }),
    );
    const outcomes = await checked(() => errorLog.store(entries));
    expect([...outcomes.values()].filter((outcome) => outcome === 'stored')).toHaveLength(90);
  });

  it('a history of the longest notes is kept whole', async () => {
    const fresh = storage();
    const { errorLog, desk } = fresh;
    const ports = portsAt(fresh, Date.now());
    const entry = anErrorEntry();
    await errorLog.store([entry]);
    const note = full(unit, noteLimit);
    const testers = Array.from({ length: 30 }, (_value, index) => `tester ${index + 1}`);
    for (let step = 1; step <= 30; step++) {
      const { history } = await recordDecision(ports, entry.problemId, { note }, `tester ${step}`, undefined);
      expect(history.map(({ by }) => by)).toEqual(testers.slice(0, step));
      expect(history.at(-1)?.note).toBe(note);
    }
    for (const sent of proxy.requests) checkSent(sent);
    const record = await desk.decision(entry.problemId);
    expect(record && (await checked(() => desk.history(entry.problemId, record)))).toHaveLength(30);
  });

  it('filters by records and by many problems keep the address short enough', async () => {
    const fresh = storage();
    const { errorLog } = fresh;
    const ports = portsAt(fresh, Date.now());
    const recordId = (index: number) => `${index} ${full(unit, textLimits.other - 4)}`;
    const entries = Array.from({ length: 16 }, (_, index) =>
      anErrorEntry({ company: `${index}`, source: { app: 'dataverse', recordId: recordId(index) } }),
    );
    await errorLog.store(entries);
    const problem = entries.map(({ problemId }) => problemId);
    for (const wanted of [1, 3, 16]) {
      const record = Array.from({ length: wanted }, (_, index) => recordId(index));
      const byRecord = await checked(() => findErrors(ports, { record }, undefined, 50));
      expect(byRecord.entries).toHaveLength(wanted);
      const both = await checked(() => findErrors(ports, { record, problem }, undefined, 50));
      expect(both.entries).toHaveLength(wanted);
    }
  });
});
