import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  countsOf,
  firstOf,
  maxSeries,
  seriesOf,
} from '../../../../shared/dashboard/plot/stacks.ts';
import { trendOf } from '../../../../shared/dashboard/plot/trend.ts';

const column = (counts: Record<string, number>, at = 0) => ({ at, counts: new Map(Object.entries(counts)) });

describe('the series of a plot', () => {
  it('are the causes with most errors; the rest is other', () => {
    const counts = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`cause-${index}`, 9 - index]));
    const series = seriesOf([column(counts)]);
    expect(series).toEqual([...Object.keys(counts).slice(0, maxSeries), 'other']);
    expect(countsOf(column(counts), series).at(-1)).toBe(2 + 1);
  });

  it('have no other where nothing is left', () => {
    expect(seriesOf([column({ a: 1, b: 0 })])).toEqual(['a']);
  });

  it('lose no error', () => {
    const counts = fc.dictionary(fc.constantFrom(...'abcdefghijk', 'other'), fc.nat(100));
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1 }), (given) => {
        const columns = given.map((one) => column(one));
        const series = seriesOf(columns);
        for (const [index, one] of columns.entries()) {
          const sum = countsOf(one, series).reduce((all, count) => all + count, 0);
          expect(sum).toBe(Object.values(given[index] ?? {}).reduce((all, count) => all + count, 0));
        }
      }),
    );
  });
});

describe('the columns of a plot', () => {
  const noon = Date.parse('2026-11-30T12:00:00Z');

  it('are whole hours or days in UTC, empty ones too', () => {
    const points = [
      { at: '2026-11-30T10:00:00.000Z', cause: 'throttled', count: 2 },
      { at: '2026-11-30T10:00:00.000Z', cause: 'throttled', count: 1 },
      { at: '2026-11-29T10:00:00.000Z', cause: 'throttled', count: 5 },
    ];
    const hours = columnsOf(points, 'hour', noon - 3 * 3_600_000, noon);
    expect(hours.map(({ at, counts }) => [new Date(at).getUTCHours(), counts.get('throttled') ?? 0])).toEqual(
      [
        [9, 0],
        [10, 3],
        [11, 0],
      ],
    );
    const days = columnsOf(points, 'day', noon - 86_400_000, noon);
    expect(days.map(({ counts }) => counts.get('throttled'))).toEqual([5, 3]);
  });

  it('are never more than two weeks of hours', () => {
    expect(columnsOf([], 'hour', 0, noon)).toHaveLength(336);
  });
});

it.each([
  [[0, 0, 0, 0, 0, 0, 9], 'rising'],
  [[9, 9, 9, 9, 9, 0, 0], 'falling'],
  [[2, 2, 2, 2, 2, 2, 2], 'steady'],
  [[0, 0, 0, 0, 0, 0, 0], 'steady'],
] as const)('the trend of %j is %s', (days, trend) => {
  expect(trendOf(days)).toBe(trend);
});

it('finds the first of more points than a call takes arguments', () => {
  const time = Date.parse('2026-11-22T06:00:00Z');
  const points = Array.from({ length: 200_000 }, (_, index) => ({
    at: new Date(time + index * 1000).toISOString(),
  }));
  expect(firstOf(points, Infinity)).toBe(time);
  expect(firstOf(points, time - 1)).toBe(time - 1);
});
