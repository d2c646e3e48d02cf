import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvOf } from '../../../shared/http/csv.ts';
import { csvRecords } from '../../support/csv-reader.ts';
import { anErrorEntry } from '../../support/reports.ts';

describe('a cell', () => {
  it.each([
    ['', ''],
    ['CRONUS', 'CRONUS'],
    ['2026-11-22T06:12:03.120Z', '2026-11-22T06:12:03.120Z'],
    ['a b', '"a b"'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['é', '"é"'],
    ['=1', '"\'=1"'],
    ['-1', '"\'-1"'],
    ['+31 20', '"\'+31 20"'],
    ['@x', '"\'@x"'],
    ['\t', '"\'\t"'],
    [' =1', '"\' =1"'],
    ['\ufeff=1', '"\'\ufeff=1"'],
    ['＝1', '"\'＝1"'],
    ['"=1"', '"""=1"""'],
    ['1=1', '"1=1"'],
  ])('%j is written as %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('reads back unchanged except for the apostrophe, and never begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
        const [record = []] = csvRecords(`${values.map(csvCell).join()}\r\n`);
        expect(record.map((cell, index) => (cell === values[index] ? cell : cell.replace(/^'/, '')))).toEqual(
          values,
        );
        for (const cell of record) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });
});

describe('the export', () => {
  const entries = Array.from({ length: 5 }, (_, index) => ({
    entry: anErrorEntry({ errorId: `${index}` }),
    status: 'open' as const,
  }));

  it('holds page after page, over empty ones too', async () => {
    const asked: (number | undefined)[] = [];
    const pages = [entries.slice(0, 2), [], [], entries.slice(2)];
    const bytes = await csvOf(
      (from: number | undefined) => {
        asked.push(from);
        const at = from ?? 0;
        return Promise.resolve({
          entries: pages[at] ?? [],
          next: at + 1 < pages.length ? at + 1 : undefined,
        });
      },
      undefined,
      {},
    );
    const records = csvRecords(Buffer.from(bytes).toString().slice(1));
    expect(records.slice(1).map(([id]) => id)).toEqual(entries.map(({ entry }) => entry.id));
    expect(asked).toEqual([undefined, 1, 2, 3]);
  });

  it.each([0, 2])('fails as a whole when page %d cannot be read', async (at) => {
    const pageFrom = (from: number | undefined) =>
      (from ?? 0) === at
        ? Promise.reject(new Error('no storage'))
        : Promise.resolve({ entries: entries.slice(0, 1), next: (from ?? 0) + 1 });
    await expect(csvOf(pageFrom, undefined, {})).rejects.toThrow('no storage');
  });
});
