import { describe, expect, it } from 'vitest';
import { comparisonTable } from '../../bench/comparison-table.ts';
import { readable, rowsTable } from '../../bench/results.ts';
import { median } from '../../bench/statistics.ts';

it.each([
  { name: 'one value', values: [7], expected: 7 },
  { name: 'an odd number, out of order', values: [9, 1, 5], expected: 5 },
  { name: 'an even number', values: [4, 1, 2, 9], expected: 3 },
])('the median of $name', ({ values, expected }) => {
  expect(median(values)).toBe(expected);
});

it.each([
  [12_345.6, '12,346'],
  [99.94, '99.9'],
  [10, '10'],
  [1.5, '1.50'],
  [0.0456, '0.046'],
])('%d is written as %s', (value, text) => {
  expect(readable(value)).toBe(text);
});

describe('the table of a comparison', () => {
  const targets = { plain: 3, 'batch-aware': 2 };
  const figures = (desk: number[], plain: number[], batchAware: number[]) => ({
    desk: desk.map((x) => ({ x })),
    plain: plain.map((x) => ({ x })),
    'batch-aware': [{ x: batchAware }],
    nothing: [],
  });

  it('divides rates by the others, and says which target is missed', () => {
    const table = comparisonTable(
      [{ name: 'x', unit: 'errors/s', targets }],
      figures([300, 100, 200], [50], [150]),
      true,
    );
    expect(table.split('\n').at(-1)).toBe(
      '| x | 200 errors/s (300; 100; 200) | 50 errors/s | 150 errors/s | 4 × (≥ 3 ×: met) | 1.33 × (≥ 2 ×: missed) |',
    );
  });

  it('divides the time of others by ours', () => {
    const table = comparisonTable([{ name: 'x', unit: 'ms', targets }], figures([10], [20], [20]), true);
    expect(table).toContain('| 2 × (≥ 3 ×: missed) | 2 × (≥ 2 ×: met) |');
  });

  it('takes the cost of the host from the cost of each app', () => {
    const table = comparisonTable(
      [{ name: 'own', unit: 'µs', ownPartOf: 'x', targets: { plain: 3 } }],
      { ...figures([30, 50], [100], [80]), nothing: [{ x: 20 }] },
      true,
    );
    expect(table.split('\n').at(-1)).toBe(
      '| own | 20 µs (10; 30) | 80 µs | 60 µs | – | 4 × (≥ 3 ×: met) | 3 × |',
    );
  });

  it('judges nothing that was measured on a small scale', () => {
    const table = comparisonTable([{ name: 'x', unit: 'ms', targets }], figures([10], [20], [20]), false);
    expect(table).toContain('| 2 × | 2 × |');
    expect(rowsTable([{ name: 'x', unit: 'µs', values: [90], max: 75 }], false)).not.toContain('75');
    expect(rowsTable([{ name: 'x', unit: 'µs', values: [90], max: 75 }], true)).toContain('≤ 75 µs: missed');
  });
});
