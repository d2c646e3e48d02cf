import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvFormat, type Separator } from '../../../../shared/http/exports/csv-format.ts';
import { csvRecords } from '../../../support/csv-reader.ts';

describe('a cell', () => {
  it.each([
    ['', ''],
    [undefined, ''],
    [12, '12'],
    [new Date('2026-11-22T06:12:03.120Z'), '2026-11-22T06:12:03.120Z'],
    ['CRONUS', 'CRONUS'],
    ['a b', '"a b"'],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['é', '"é"'],
    ['=1', '"\'=1"'],
    ['x;=1+1', '"x;\'=1+1"'],
    ['1=1', '"1=1"'],
  ])('%j is written as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

/** The cells that a spreadsheet finds when it splits a file at a separator; quotes count at the start of a cell only. */
function cellsAt(text: string, separator: Separator): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') value += text[at];
        else if (text[at + 1] === '"') value += text[++at];
        else break;
      }
      at++;
    }
    for (; at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n'; at++)
      value += text[at];
    cells.push(value);
    at++;
  }
  return cells;
}

describe('a file', () => {
  const fileOf = async (separator: Separator, rows: readonly (readonly string[])[]) => {
    const file = await csvFormat(separator).open(['one', 'two'], 'Test');
    for (const row of rows) expect(file.add(row, Infinity)).toBeGreaterThan(0);
    return Buffer.from(await file.end()).toString();
  };

  it.each([',', ';'] as const)('reads back unchanged but for the guard, with %j', async (separator) => {
    const row = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(row), async (rows) => {
        const text = await fileOf(separator, rows);
        const [head, ...records] = csvRecords(text.slice(1), separator);
        expect(text.startsWith('\uFEFF')).toBe(true);
        expect(head).toEqual(['one', 'two']);
        const plain = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll("'", ''));
        expect(records.map(plain)).toEqual(rows.map(plain));
      }),
    );
  });

  it('holds no formula, whichever separator a spreadsheet splits it at', async () => {
    const unit = fc.constantFrom('=', '-', '@', '"', ' ', '\r', '\n', ',', ';', 'x');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',' as const, ';' as const),
        fc.array(fc.tuple(fc.string({ unit }), fc.string({ unit }))),
        async (separator, rows) => {
          const text = (await fileOf(separator, rows)).slice(1);
          for (const reader of [',', ';'] as const)
            for (const cell of cellsAt(text, reader)) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
        },
      ),
    );
  });

  it('takes no row that does not fit', async () => {
    const file = await csvFormat(',').open(['one'], 'Test');
    expect(file.add(['é'], 5)).toBeUndefined();
    expect(file.add(['é'], 6)).toBe(6);
    expect(Buffer.from(await file.end()).toString()).toBe('\uFEFFone\r\n"é"\r\n');
  });
});
