import { describe, expect, it } from 'vitest';
import type { DaySummary } from '../../../../shared/domain/ports/error-log.ts';
import { SummaryCache, versionOf } from '../../../../shared/storage/error-log/summary-cache.ts';

const minute = 60_000;

function aCache() {
  const clock = { at: 0 };
  return { clock, cache: new SummaryCache(() => clock.at) };
}

/** A summary of so many records. */
function aSummary(size: number): DaySummary {
  const day = { count: 1, first: 0, last: 0, failures: [], lostEntries: false };
  const records = new Map(Array.from({ length: size }, (_, index) => [`${index}`, day]));
  return {
    facts: new Map(),
    counts: new Map(),
    records: new Map([['pair', { records, more: false }]]),
    complete: true,
    calls: 1,
  };
}

describe('summaries of days', () => {
  it('are found as long as no row changed', () => {
    const { cache } = aCache();
    const rows = [
      { rowKey: 'k', etag: '1' },
      { rowKey: 'l1', etag: '2' },
    ];
    const summary = aSummary(1);
    cache.keep('day', versionOf(rows), summary);
    expect(cache.find('day', versionOf(rows))).toBe(summary);
    expect(cache.find('another', versionOf(rows))).toBeUndefined();
    for (const changed of [
      rows.slice(1),
      [...rows, { rowKey: 'l2', etag: '3' }],
      [{ rowKey: 'k', etag: '4' }, ...rows.slice(1)],
    ])
      expect(cache.find('day', versionOf(changed))).toBeUndefined();
  });

  it('take the place of earlier ones of their day, and no more than there is room for', () => {
    const { cache } = aCache();
    for (let version = 0; version < 5; version++) cache.keep('1', `${version}`, aSummary(30_000));
    expect(cache.find('1', '4')).toBeDefined();
    cache.keep('2', '0', aSummary(30_000));
    expect(cache.find('2', '0')).toBeUndefined();
    cache.keep('3', '0', aSummary(20_000));
    expect(cache.find('3', '0')).toBeDefined();
    expect(cache.find('1', '4')).toBeDefined();
  });

  it('go when nobody asks for them', () => {
    const { clock, cache } = aCache();
    cache.keep('1', '0', aSummary(30_000));
    cache.keep('2', '0', aSummary(20_000));
    clock.at = 9 * minute;
    expect(cache.find('2', '0')).toBeDefined();
    clock.at = 11 * minute;
    cache.keep('3', '0', aSummary(30_000));
    expect(cache.find('1', '0')).toBeUndefined();
    expect(cache.find('2', '0')).toBeDefined();
    expect(cache.find('3', '0')).toBeDefined();
  });
});
