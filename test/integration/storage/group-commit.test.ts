import { describe, expect, it } from 'vitest';
import type { StoreOutcome } from '../../../shared/domain/ports/error-log.ts';
import { dayOf } from '../../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import { startFaultProxy } from '../../support/fault-proxy.ts';
import { anErrorEntry, manyEntries } from '../../support/reports.ts';
import { counted, freshPrefix, freshStorage, storageThrough } from '../../support/storage.ts';

async function aLog(attempts = 2) {
  const proxy = await startFaultProxy();
  const { errorLog } = storageThrough(proxy, { attempts });
  await errorLog.createDay(dayOf(Date.now()));
  proxy.forget();
  return {
    errorLog,
    proxy,
    sent: () => proxy.requests.filter(({ kind }) => kind === 'transaction').length,
    /** One call of `store` each, all at once. */
    each: (entries: readonly ErrorEntry[]) =>
      Promise.allSettled(entries.map((entry) => errorLog.store([entry]))),
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}

const outcomeOf = (settled: PromiseSettledResult<ReadonlyMap<string, StoreOutcome>>) => {
  if (settled.status === 'rejected') return 'failed';
  const [outcome = 'none', ...others] = settled.value.values();
  expect(others).toEqual([]);
  return typeof outcome === 'string' ? outcome : outcome.refused;
};

describe('group commit', () => {
  it('takes at most 10 transactions for 100 callers at once with one error each', async () => {
    await using log = await aLog();
    const entries = manyEntries(100);
    const all = await Promise.all(entries.map((entry) => counted(() => log.errorLog.store([entry]))));
    expect(log.sent()).toBeLessThanOrEqual(10);
    expect(log.proxy.requests).toHaveLength(log.sent());
    all.forEach(({ result, calls }, index) => {
      expect([...result]).toEqual([[entries[index]?.id, 'stored']]);
      expect(calls).toBe(1);
    });
  });

  it('takes one transaction for a lone report', async () => {
    await using log = await aLog();
    expect(await counted(() => log.errorLog.store([anErrorEntry()]))).toMatchObject({ calls: 1 });
    expect(log.proxy.requests).toHaveLength(1);
  });

  it('answers each caller for its own entries, whatever duplicates others send', async () => {
    await using log = await aLog();
    const entries = manyEntries(60);
    const known = entries.filter((_, index) => index % 3 === 0);
    await log.errorLog.store(known);
    const outcomes = (await log.each(entries)).map(outcomeOf);
    expect(outcomes).toEqual(entries.map((_, index) => (index % 3 === 0 ? 'duplicate' : 'stored')));
  });

  it('stores the same entry of several callers once; the others get a duplicate', async () => {
    await using log = await aLog();
    const [first, ...rest] = manyEntries(20);
    if (!first) return;
    const outcomes = (await log.each([...rest, first, first, first])).map(outcomeOf);
    expect(outcomes.slice(-3)).toEqual(['stored', 'duplicate', 'duplicate']);
    expect(new Set(outcomes.slice(0, -3))).toEqual(new Set(['stored']));
  });

  it('refuses only the entry that storage refuses, with its reason', async () => {
    await using log = await aLog();
    const entries = manyEntries(30);
    const tooLong = anErrorEntry({ errorId: 'too long' });
    const refused = { ...tooLong, report: { ...tooLong.report, message: 'x'.repeat(40_000) } };
    const outcomes = (await log.each([...entries.slice(0, 10), refused, ...entries.slice(10)])).map(
      outcomeOf,
    );
    expect(outcomes[10]).toMatch(/^PropertyValueTooLarge/);
    expect(outcomes.toSpliced(10, 1)).toEqual(entries.map(() => 'stored'));
  });

  it('sends an entry again for the other callers when the first one failed', async () => {
    await using log = await aLog(1);
    const shared = anErrorEntry({ errorId: 'shared' });
    const faults = [{ kind: 'refuse' }] as const;
    log.proxy.plan((_, count) => faults[count]);
    const outcomes = (await log.each([shared, shared, shared])).map(outcomeOf);
    expect(outcomes).toEqual(['failed', 'stored', 'duplicate']);
  });

  it('fills a transaction from several callers', async () => {
    await using log = await aLog();
    const many = manyEntries(3000);
    const halves = [many.slice(0, 1500), many.slice(1500)].map((half) => log.errorLog.store(half));
    expect((await Promise.all(halves)).map(({ size }) => size)).toEqual([1500, 1500]);
    expect(log.sent()).toBe(31);
  });

  it('stores the entries of many instances at once, each by one of them', async () => {
    const prefix = freshPrefix();
    const entries = manyEntries(150);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => freshStorage({ prefix }).errorLog.store(entries)),
    );
    for (const { id } of entries)
      expect(all.filter((outcomes) => outcomes.get(id) === 'stored')).toHaveLength(1);
  });
});
