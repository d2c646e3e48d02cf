import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countKey, type PairDay } from '../../../../shared/domain/problems/pair-counts.ts';
import { hourMs, startOfDay } from '../../../../shared/domain/reports/days.ts';
import { base32, ulid } from '../../../../shared/domain/reports/ulid.ts';
import { countsBytes, countsIn } from '../../../../shared/storage/error-log/counts-bytes.ts';

const start = startOfDay('20261122');

const id = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => base32(bytes));
const entryIdIn = (oldest: number, newest: number) =>
  fc.tuple(fc.integer({ min: oldest, max: newest }), id(10)).map(([time, tail]) => ulid(time, tail));
const epoch = fc.oneof(fc.constant(''), entryIdIn(0, start));
const key = fc.tuple(id(10), id(5), epoch).map(([problem, place, of]) => countKey(problem + place, of));

const hour = fc.integer({ min: 0, max: 23 }).chain((at) =>
  fc.record({
    at: fc.constant(at),
    count: fc.integer({ min: -5000, max: 5000 }),
    times: fc.option(
      fc.tuple(fc.integer({ min: 0, max: hourMs - 1 }), fc.integer({ min: 0, max: hourMs - 1 })),
    ),
  }),
);

const pairDay: fc.Arbitrary<PairDay> = fc
  .record({
    hours: fc.uniqueArray(hour, { selector: ({ at }) => at, maxLength: 24 }),
    lastId: fc.oneof(fc.constant(''), entryIdIn(start, start + 24 * hourMs - 1)),
    lostId: fc.oneof(fc.constant(''), entryIdIn(start, start + 24 * hourMs - 1)),
  })
  .map(({ hours, lastId, lostId }) => ({
    lastId,
    lostId,
    hours: new Map(
      hours.map(({ at, count, times }) => {
        const [one, other] = times ?? [0, 0];
        const from = start + at * hourMs;
        return [
          at,
          times
            ? { count, first: from + Math.min(one, other), last: from + Math.max(one, other) }
            : { count, first: Infinity, last: -Infinity },
        ];
      }),
    ),
  }));

describe('the bytes of counts', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(key, pairDay), { selector: ([of]) => of, maxLength: 20 }),
        (all) => {
          const counts = new Map(all);
          expect(countsIn(countsBytes(counts, start), start)).toEqual(counts);
        },
      ),
    );
  });

  it('tell the newest entry of a pair though its time stands in no hour', () => {
    const lastId = ulid(start + 5, '0123456789ABCDEF');
    const counts = new Map([
      [
        countKey('0'.repeat(24), ''),
        { hours: new Map([[3, { count: -1, first: Infinity, last: -Infinity }]]), lastId, lostId: '' },
      ],
    ]);
    expect(countsIn(countsBytes(counts, start), start)).toEqual(counts);
  });

  it('take 29 for a pair that was seen once', () => {
    const at = start + 7 * hourMs + 1234;
    const one = {
      hours: new Map([[7, { count: 1, first: at, last: at }]]),
      lastId: ulid(at, '0123456789ABCDEF'),
      lostId: '',
    };
    const of = (pairs: number) =>
      new Map(
        Array.from({ length: pairs }, (_, index) => [countKey(String(index).padStart(24, '0'), ''), one]),
      );
    expect(countsBytes(of(11), start).length - countsBytes(of(10), start).length).toBe(29);
  });

  it('that end too early are refused', () => {
    const lastId = ulid(start, '0123456789ABCDEF');
    const hours = new Map([[0, { count: 1, first: start, last: start }]]);
    const bytes = countsBytes(
      new Map([[countKey('0'.repeat(24), ''), { hours, lastId, lostId: '' }]]),
      start,
    );
    expect(() => countsIn(bytes.subarray(0, bytes.length - 1), start)).toThrow(RangeError);
  });
});
