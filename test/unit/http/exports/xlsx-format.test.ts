import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../shared/http/exports/export-table.ts';
import { xlsxFormat } from '../../../../shared/http/exports/xlsx-format.ts';
import { dateOfSerial, readWorkbook } from '../../../support/xlsx-reader.ts';

async function workbookOf(columns: readonly string[], rows: readonly (readonly Cell[])[], timeZone = 'UTC') {
  const file = await xlsxFormat(timeZone).open(columns, 'Test');
  for (const row of rows) expect(file.add(row, Infinity)).toBeGreaterThanOrEqual(0);
  return readWorkbook(await file.end());
}

describe('a workbook', () => {
  it('holds texts as texts, never as formulas', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '=HYPERLINK("http://x","y")',
      "'x",
      '12',
      '2026-11-22',
      'TRUE',
    ];
    const { rows, sheet } = await workbookOf(
      ['one'],
      texts.map((text) => [text]),
    );
    expect(rows).toEqual([['one'], ...texts.map((text) => [text])]);
    expect(sheet).not.toContain('<f');
  });

  it('keeps every character that XML can hold', async () => {
    const text = '<a href="x">&amp; \r\n\t 😀 é ]]> \u00a0';
    const { rows } = await workbookOf(['one'], [[text], ['a\u0001b\ud800c']]);
    expect(rows.slice(1)).toEqual([[text], ['abc']]);
  });

  it('shows dates by the clock of the time zone', async () => {
    const date = new Date('2026-07-22T22:12:03.120Z');
    const { rows } = await workbookOf(['date'], [[date]], 'Europe/Amsterdam');
    expect(dateOfSerial(Number(rows[1]?.[0]))).toEqual(new Date('2026-07-23T00:12:03.120Z'));
  });

  it('holds dates as dates and numbers as numbers', async () => {
    const date = new Date('2026-11-22T06:12:03.120Z');
    const { rows, styles } = await workbookOf(
      ['text', 'date', 'number'],
      [
        ['a', date, 12],
        [undefined, undefined, 0],
      ],
    );
    const [, first = [], second] = rows;
    expect(dateOfSerial(Number(first[1]))).toEqual(date);
    expect(first[2]).toBe(12);
    expect(second?.at(-1)).toBe(0);
    expect(styles).toContain('yyyy-mm-dd hh:mm:ss');
  });

  it('has its header row frozen and filters on every column', async () => {
    const { sheet, rows } = await workbookOf(
      Array.from({ length: 30 }, (_, index) => `c${index}`),
      [['x']],
    );
    expect(rows[0]).toHaveLength(30);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:AD1"');
  });

  it('cuts a text that is longer than a cell, and takes no row that does not fit', async () => {
    const { rows } = await workbookOf(['one'], [['x'.repeat(40_000)]]);
    expect(String(rows[1]?.[0])).toHaveLength(32_767);
    const file = await xlsxFormat('UTC').open(['one'], 'Test');
    expect(file.add(['é'], 1)).toBeUndefined();
    expect(file.add(['é'], 2)).toBe(2);
    expect(readWorkbook(await file.end()).rows).toEqual([['one'], ['é']]);
  });
});
