import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../shared/domain/reports/days.ts';
import { TableErrorLog } from '../../../shared/storage/error-log/table-error-log.ts';
import { dayTable } from '../../../shared/storage/tables/table-names.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { countedEntries, tally } from '../../support/counting.ts';
import { portsAt } from '../../support/desk-ports.ts';
import { startFaultProxy } from '../../support/fault-proxy.ts';
import { Gate, isKilled } from '../../support/gate.ts';
import { entriesIn } from '../../support/recount.ts';
import { anErrorEntry, aReportBody, manyEntries } from '../../support/reports.ts';
import {
  anotherInstance,
  freshPrefix,
  freshStorage,
  memoryStorage,
  type Storage,
} from '../../support/storage.ts';

const now = Date.parse('2026-03-11T12:00:00Z');
const today = dayOf(now);
const sameMoment = () => ({ occurredAt: new Date(now).toISOString() });

const rowsOf = ({ tables, prefix }: Storage) => entriesIn(tables.table(dayTable(prefix, today)));

describe('a sender repeats all its reports', () => {
  it('gets the same ids, all duplicates, and no new row', async () => {
    const storage = freshStorage();
    const ports = portsAt(storage, now);
    const items = Array.from({ length: 1000 }, (_, index) => ({
      value: aReportBody({ errorId: `${index}`, occurredAt: new Date(now - index).toISOString() }),
    }));
    const first = await storeReports(ports, items);
    const again = await storeReports(ports, items);
    expect(tally(first.map(({ outcome }) => outcome))).toEqual({ stored: 1000 });
    expect(again).toEqual(first.map((result) => ({ ...result, outcome: 'duplicate' })));
    expect(await rowsOf(storage)).toHaveLength(1000);
    expect(await countedEntries(storage.errorLog)).toBe(1000);
  });
});

describe('a crash after some of the transactions', () => {
  const entries = manyEntries(1500, (index) => ({ occurredAt: new Date(now - index).toISOString() }));

  it.each([0, 1, 8, 15])('after %i of 16: sending again stores exactly the rest', async (calls) => {
    const storage = memoryStorage();
    await storage.errorLog.createDay(today);
    const gate = new Gate(
      () => 0,
      () => Promise.resolve(),
    );
    const dying = gate.tables(storage.tables, 1000, { call: calls + 1, moment: 'before' });
    await gate.run([
      async () => {
        const failure = await new TableErrorLog(dying, storage.prefix)
          .store(entries)
          .catch((error: unknown) => error);
        expect(isKilled(failure)).toBe(true);
      },
    ]);
    const before = await rowsOf(storage);
    // Storage may or may not have done the transactions that were in flight when the process was killed.
    expect(before.length).toBeGreaterThanOrEqual(Math.max(0, calls - 3) * 99);
    expect(before.length).toBeLessThanOrEqual(calls * 99);
    const outcomes = await storage.errorLog.store(entries);
    expect(tally(outcomes.values())).toEqual(
      tally(entries.map(({ id }) => (before.some((row) => row.id === id) ? 'duplicate' : 'stored'))),
    );
    expect(new Set((await rowsOf(storage)).map(({ id }) => id))).toEqual(
      new Set(entries.map(({ id }) => id)),
    );
    expect(await countedEntries(storage.errorLog)).toBe(1500);
  });
});

describe('the same errorId and moment with another text', () => {
  it('is a duplicate; the first text is kept', async () => {
    const storage = memoryStorage();
    const ports = portsAt(storage, now);
    const of = (message: string) => ({ value: aReportBody({ ...sameMoment(), errorId: 'one', message }) });
    const [first] = await storeReports(ports, [of('Something failed.')]);
    expect(await storeReports(ports, [of('Something failed!')])).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await storeReports(ports, [of('Other'), of('Another')])).toMatchObject([
      { outcome: 'duplicate' },
      { outcome: 'duplicate' },
    ]);
    const stored = first && 'id' in first ? await storage.errorLog.get(first.id) : undefined;
    expect(stored?.report.message).toBe('Something failed.');
  });

  it.each([
    ['another moment', { occurredAt: new Date(now - 1).toISOString() }],
    ['another company', { company: 'Adatum' }],
    ['another environment', { environment: 'Sandbox' }],
    ['another errorId', { errorId: 'two' }],
  ])('with %s is another entry', async (_, other) => {
    const ports = portsAt(memoryStorage(), now);
    const value = aReportBody({ ...sameMoment(), errorId: 'one' });
    const results = await storeReports(ports, [{ value }, { value: { ...value, ...other } }]);
    expect(results).toMatchObject([{ outcome: 'stored' }, { outcome: 'stored' }]);
  });
});

describe('the same reports at once on many instances', () => {
  it('are stored once each, and every caller is answered', async () => {
    const storage = freshStorage();
    const items = Array.from({ length: 120 }, (_, index) => ({
      value: aReportBody({ errorId: `${index}`, occurredAt: new Date(now - index).toISOString() }),
    }));
    const all = await Promise.all(
      Array.from({ length: 16 }, () => storeReports(portsAt(anotherInstance(storage), now), items)),
    );
    for (const index of items.keys())
      expect(tally(all.map((results) => results[index]?.outcome ?? ''))).toEqual({
        stored: 1,
        duplicate: 15,
      });
    expect(await rowsOf(storage)).toHaveLength(120);
    expect(await countedEntries(storage.errorLog)).toBe(120);
  });
});

describe('the same millisecond on many instances', () => {
  it('never makes two errors one', async () => {
    const storage = freshStorage();
    const perInstance = 100;
    await Promise.all(
      Array.from({ length: 16 }, (_, instance) =>
        anotherInstance(storage).errorLog.store(
          manyEntries(perInstance, (index) => ({ ...sameMoment(), errorId: `${instance} ${index}` })),
        ),
      ),
    );
    expect(await countedEntries(storage.errorLog)).toBe(16 * perInstance);
    expect(await rowsOf(storage)).toHaveLength(16 * perInstance);
  });
});

describe('one invalid item among many', () => {
  const faults: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['/occurredAt', { occurredAt: 'yesterday' }],
    ['/occurredAt', { occurredAt: undefined }],
    ['/company', { company: '' }],
    ['/direction', { direction: 'both' }],
    ['/source/app', { source: { app: 'outlook' } }],
    ['/message', { message: 42 }],
    ['/errorId', { errorId: 'x'.repeat(513) }],
  ];

  it('is reported by index and pointer; all others are stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 149 }), fc.constantFrom(...faults), async (at, [pointer, fault]) => {
        const ports = portsAt(memoryStorage(), now);
        const items = Array.from({ length: 150 }, (_, index) => ({
          value: aReportBody({ ...sameMoment(), errorId: `${index}`, ...(index === at ? fault : {}) }),
        }));
        const results = await storeReports(ports, items);
        expect(results[at]).toMatchObject({ index: at, outcome: 'invalid', errors: [{ pointer }] });
        expect(tally(results.map(({ outcome }) => outcome))).toEqual({ stored: 149, invalid: 1 });
        expect(await countedEntries(ports.errorLog)).toBe(149);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});

describe('texts at the limits', () => {
  it.each([8191, 8192, 8193, 8200, 20_000])(
    'a message of %i characters is stored, cut with a marker if it has to be',
    async (length) => {
      const ports = portsAt(freshStorage(), now);
      for (const unit of ['x', '\u{1f600}', 'x\u{1f600}']) {
        const message = unit.repeat(length).slice(0, length).toWellFormed();
        const [result] = await storeReports(ports, [{ value: aReportBody({ ...sameMoment(), message }) }]);
        const stored = result && 'id' in result ? await ports.errorLog.get(result.id) : undefined;
        const text = stored?.report.message ?? '';
        expect(text.length).toBeLessThanOrEqual(8192);
        expect(text.isWellFormed()).toBe(true);
        if (length <= 8192) expect(text).toBe(message);
        else {
          const [, kept = '', left] = /^(.*)…\[cut (\d+)\]$/su.exec(text) ?? [];
          expect(message.startsWith(kept)).toBe(true);
          expect(kept.length + Number(left)).toBe(length);
        }
      }
    },
  );
});

describe('fewer than 100 rows of more than 4 MiB', () => {
  it('are sent in several transactions', async () => {
    await using proxy = await startFaultProxy();
    const { errorLog } = freshStorage({ connectionString: proxy.connectionString });
    const entries = manyEntries(99, () => ({
      ...sameMoment(),
      callStack: '漢'.repeat(30_000),
      message: '漢'.repeat(8192),
    }));
    expect(tally((await errorLog.store(entries)).values())).toEqual({ stored: 99 });
    const sent = proxy.requests.filter(({ kind, steps }) => kind === 'transaction' && steps.length > 0);
    expect(sent.length).toBeGreaterThanOrEqual(3);
    for (const { body } of sent) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(await countedEntries(errorLog)).toBe(99);
  });
});

describe('many writers to a day without a table', () => {
  it('create the table and store everything, in few calls', async () => {
    await using proxy = await startFaultProxy();
    const prefix = freshPrefix();
    const { connectionString } = proxy;
    const all = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        freshStorage({ connectionString, prefix }).errorLog.store([
          anErrorEntry({ ...sameMoment(), errorId: `${index}` }),
        ]),
      ),
    );
    expect(tally(all.flatMap((outcomes) => [...outcomes.values()]))).toEqual({ stored: 16 });
    expect(await countedEntries(freshStorage({ prefix }).errorLog)).toBe(16);
    expect(proxy.requests.length).toBeLessThanOrEqual(48);
  });
});
