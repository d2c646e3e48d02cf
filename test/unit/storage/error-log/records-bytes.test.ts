import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../shared/domain/problems/failures.ts';
import { countKey } from '../../../../shared/domain/problems/pair-counts.ts';
import type { RecordDay } from '../../../../shared/domain/problems/record-failures.ts';
import { dayMs, startOfDay } from '../../../../shared/domain/reports/days.ts';
import { base32, ulid } from '../../../../shared/domain/reports/ulid.ts';
import {
  ledgerRecordsBytes,
  ledgerRecordsIn,
  recordsBytes,
  recordsIn,
} from '../../../../shared/storage/error-log/records-bytes.ts';

const start = startOfDay('20261122');

const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('hex'));
const id = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => base32(bytes));
const epoch = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.integer({ min: 0, max: start }), id(10)).map(([time, tail]) => ulid(time, tail)),
);
const key = fc.tuple(id(10), id(5), epoch).map(([problem, place, of]) => countKey(problem + place, of));
const time = fc.integer({ min: start, max: start + dayMs - 1 });

const failure: fc.Arbitrary<Failure> = fc
  .record({
    from: time,
    to: time,
    job: fc.oneof(fc.constant(''), hex(4)),
    text: fc.oneof(fc.constant(''), fc.constant('0a0b0c0d'), hex(4)),
  })
  .map(({ from, to, ...rest }) => ({ from: Math.min(from, to), to: Math.max(from, to), ...rest }));

const single: fc.Arbitrary<RecordDay> = failure.map((one) => {
  const only = { ...one, to: one.from };
  return { count: 1, first: only.from, last: only.from, failures: [only], lostEntries: false };
});

const several: fc.Arbitrary<RecordDay> = fc
  .record({
    count: fc.integer({ min: -300, max: 300 }),
    times: fc.option(fc.tuple(time, time)),
    failures: fc.array(failure, { maxLength: 5 }),
    lostEntries: fc.boolean(),
  })
  .map(({ times, ...rest }) => ({
    ...rest,
    first: times ? Math.min(...times) : Infinity,
    last: times ? Math.max(...times) : -Infinity,
  }));

const pairRecords = fc
  .record({
    records: fc.uniqueArray(fc.tuple(hex(8), fc.oneof(single, several)), {
      selector: ([record]) => record,
      maxLength: 6,
    }),
    more: fc.boolean(),
  })
  .map(({ records, more }) => ({ records: new Map(records), more }));

const dayRecords = fc
  .uniqueArray(fc.tuple(key, pairRecords), { selector: ([of]) => of, maxLength: 8 })
  .map((all) => new Map(all));

describe('the bytes of records', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(dayRecords, (records) => {
        expect(recordsIn(recordsBytes(records, start), start)).toEqual(records);
      }),
    );
  });

  it('of a ledger row are read with its counts', () => {
    fc.assert(
      fc.property(dayRecords, (records) => {
        const noHours = { hours: new Map(), lastId: '', lostId: '' };
        const counts = new Map([...records.keys()].map((of) => [of, noHours]));
        const kept = new Map([...records].filter(([, pair]) => pair.records.size > 0));
        expect(ledgerRecordsIn(ledgerRecordsBytes(records, counts, start), counts, start)).toEqual(kept);
      }),
    );
  });

  it('of a ledger row take 16 for a record that failed once', () => {
    const at = start + 3_600_123;
    const record = (job: string): RecordDay => ({
      count: 1,
      first: at,
      last: at,
      failures: [{ from: at, to: at, job, text: '0a0b0c0d' }],
      lostEntries: false,
    });
    const pairs = (count: number) =>
      Array.from({ length: count }, (_, index) => countKey(String(index).padStart(24, '0'), ''));
    const bytes = (count: number) => {
      const keys = pairs(count);
      const hours = new Map([[1, { count: 1, first: at, last: at }]]);
      const counts = new Map(
        keys.map((of) => [of, { hours, lastId: ulid(at, '0123456789ABCDEF'), lostId: '' }]),
      );
      const records = new Map(
        keys.map((of) => [of, { records: new Map([['0011223344556677', record('01020304')]]), more: false }]),
      );
      return ledgerRecordsBytes(records, counts, start).length;
    };
    expect(bytes(11) - bytes(10)).toBe(16);
  });
});
