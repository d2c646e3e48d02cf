import { describe, expect, it } from 'vitest';
import {
  type FoldedKind,
  FoldedRows,
  newFoldedRowKey,
} from '../../../../shared/storage/error-log/folded-rows.ts';

/** Rows of numbers; each takes one unit, and a row holds ten. */
const numbers: FoldedKind<Set<number>> = {
  prefix: 'x',
  maxSize: 10,
  sizeOf: (properties) => String(properties['numbers']).split(',').filter(Boolean).length,
  propertiesOf: (value) => ({ numbers: [...value].sort((one, other) => one - other).join() }),
  nothing: () => new Set(),
  add: (sum, value) => {
    for (const number of value) sum.add(number);
  },
  isEmpty: ({ size }) => size === 0,
};

const range = (from: number, length: number) => new Set(Array.from({ length }, (_, index) => from + index));

/** Rows that were read: `r0`, `r1`, … with so many numbers each. */
function rowsOf(...sizes: readonly number[]) {
  const rows = new FoldedRows(numbers);
  for (const [index, size] of sizes.entries()) rows.note(`r${index}`, `"${index}"`, range(index * 100, size));
  return rows;
}

const chosen = (rows: FoldedRows<Set<number>>, maxRows: number, reserved: number) =>
  rows.choose(maxRows, reserved).map(({ rowKey }) => rowKey);

describe('rows that a fold takes away', () => {
  it.each([
    { name: 'the smallest that fit', sizes: [5, 1, 4, 2], maxRows: 9, reserved: 0, keys: ['r1', 'r3', 'r2'] },
    { name: 'with room for what comes', sizes: [5, 1, 4, 2], maxRows: 9, reserved: 6, keys: ['r1', 'r3'] },
    { name: 'no more than so many', sizes: [1, 1, 1], maxRows: 2, reserved: 0, keys: ['r0', 'r1'] },
    { name: 'none that is full', sizes: [10, 9], maxRows: 9, reserved: 2, keys: [] },
    { name: 'none where there is none', sizes: [], maxRows: 9, reserved: 0, keys: [] },
  ])('are $name', ({ sizes, maxRows, reserved, keys }) => {
    const rows = rowsOf(...sizes);
    expect(rows.count).toBe(sizes.length);
    expect(chosen(rows, maxRows, reserved)).toEqual(keys);
  });
});

describe('a merge', () => {
  it('replaces the rows by their sum, and what is added, in one row of another key', () => {
    const rows = rowsOf(2, 3);
    const merge = rows.merge(rows.choose(9, 0), new Set([900]));
    const [first, second, insert, ...others] = merge.operations;
    expect(others).toEqual([]);
    expect([first, second]).toEqual([
      { kind: 'delete', rowKey: 'r0', etag: '"0"' },
      { kind: 'delete', rowKey: 'r1', etag: '"1"' },
    ]);
    expect(insert).toMatchObject({ kind: 'insert', rowKey: expect.stringMatching(/^x[0-9A-Z]{16}$/) });
    expect(insert && 'json' in insert && JSON.parse(insert.json)).toMatchObject({
      numbers: '0,1,100,101,102,900',
    });
  });

  it('is remembered once it was done: the next one takes the row that it wrote', () => {
    const rows = rowsOf(2, 3);
    const merge = rows.merge(rows.choose(9, 0), new Set([900]));
    expect(rows.count).toBe(2);
    const rowKey = merge.written?.rowKey ?? '';
    rows.merged(merge, new Map([[rowKey, '"new"']]));
    expect(rows.values()).toEqual([new Set([0, 1, 100, 101, 102, 900])]);
    const next = rows.merge(rows.choose(9, 0), new Set([901]));
    expect(next.operations[0]).toEqual({ kind: 'delete', rowKey, etag: '"new"' });
  });

  it('does nothing where it would write one row again', () => {
    const rows = rowsOf(2);
    expect(rows.merge(rows.choose(9, 0), new Set()).operations).toEqual([]);
    expect(rowsOf().merge([], new Set()).operations).toEqual([]);
    expect(rowsOf(1, 1).merge(rowsOf(1, 1).choose(9, 0), new Set()).operations).toHaveLength(3);
  });

  it('leaves out what is not worth keeping, and the row where nothing is left', () => {
    const rows = rowsOf(2, 1);
    const even = (sum: Set<number>) => new Set([...sum].filter((number) => number % 2 === 0));
    const merge = rows.merge(rows.choose(9, 0), new Set([7]), even);
    expect(merge.written?.value).toEqual(new Set([0, 100]));
    const nothing = rows.merge(rows.choose(9, 0), new Set([7]), () => new Set());
    expect(nothing.operations.map(({ kind }) => kind)).toEqual(['delete', 'delete']);
    rows.merged(nothing, new Map());
    expect(rows.count).toBe(0);
  });
});

it('keys of new rows differ', () => {
  expect(new Set(Array.from({ length: 100 }, () => newFoldedRowKey('t'))).size).toBe(100);
});
