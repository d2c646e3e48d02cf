import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRecords,
  type DayRecords,
  maxRecords,
  type PairRecords,
  recordsOfAdded,
  recordsOfRemoved,
  sumOfRecords,
} from '../../../../shared/domain/problems/record-failures.ts';
import { anErrorEntry } from '../../../support/reports.ts';

const start = Date.parse('2026-03-11T00:00:00Z');

const entry = fc
  .record({
    record: fc.integer({ min: 1, max: 4 }),
    minute: fc.integer({ min: 0, max: 600 }),
    company: fc.constantFrom('Adatum', 'Contoso'),
    job: fc.option(fc.constantFrom('j1', 'j2', 'j3'), { nil: undefined }),
  })
  .map(({ record, minute, company, job }) =>
    anErrorEntry({
      occurredAt: new Date(start + minute * 60_000).toISOString(),
      errorId: `${record}-${minute}-${job}`,
      company,
      jobId: job,
      source: { app: 'business-central', recordId: `Customer: ${record}` },
    }),
  );
const change = fc
  .record({ entries: fc.array(entry, { minLength: 1, maxLength: 6 }), isAdded: fc.boolean() })
  .map(({ entries, isAdded }) => (isAdded ? recordsOfAdded(entries) : recordsOfRemoved(entries)));

function oneByOne(all: readonly DayRecords[]): Map<string, PairRecords> {
  const sum = new Map<string, PairRecords>();
  for (const one of all) addRecords(sum, one);
  return sum;
}

/** Records by their hash: the order in which they were added tells nothing. */
function sorted(records: DayRecords) {
  return [...records]
    .map(([key, pair]) => ({ key, more: pair.more, records: [...pair.records].sort() }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

describe('records added up in place', () => {
  it('are those added one by one, and what was added stays as it was', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (all) => {
        const before = structuredClone(all);
        expect(sorted(sumOfRecords(all))).toEqual(sorted(oneByOne(all)));
        expect(all).toEqual(before);
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  it('are bounded in the same way', () => {
    const day = { count: 1, first: 1, last: 1, failures: [], lostEntries: false };
    const some = (from: number): DayRecords => {
      const records = Array.from(
        { length: 700 },
        (_, index) => [`${from + ((index * 37) % 700)}`, day] as const,
      );
      return new Map([['pair', { records: new Map(records), more: false }]]);
    };
    const all = [some(1500), some(1000), some(1200)];
    const sum = sumOfRecords(all).get('pair');
    expect(sum?.records.size).toBe(maxRecords);
    expect(sum?.more).toBe(true);
    expect(sorted(sumOfRecords(all))).toEqual(sorted(oneByOne(all)));
  });
});
