import { describe, expect, it } from 'vitest';
import { buildExport, type ExportSource } from '../../../../shared/http/exports/build-export.ts';
import { csvFormat } from '../../../../shared/http/exports/csv-format.ts';
import { csvRecords } from '../../../support/csv-reader.ts';

const noLimits = { maxRows: 1_000_000, maxBytes: Infinity, isOver: () => false };

/** Numbers from 0 on, a page at a time; positions are the number that comes next. */
function numbers(count: number, pageSize = Infinity) {
  const asked: (number | undefined)[] = [];
  const source: ExportSource<number, number> = {
    read: (from = 0, max) => {
      asked.push(from);
      const size = Math.min(max, pageSize, count - from);
      const rows = Array.from({ length: size }, (_, index) => from + index);
      return Promise.resolve({ rows, next: from + size < count ? from + size : undefined });
    },
    after: (row) => row + 1,
    addressFrom: (position) => Promise.resolve(`https://desk/?from=${position}`),
  };
  return { source, asked };
}

async function exported(
  source: ExportSource<number, number>,
  limits: Parameters<typeof buildExport>[1] = noLimits,
  language: 'en' | 'nl' = 'en',
): Promise<string[][]> {
  const columns = [
    { name: 'number', value: (row: number) => row },
    { name: 'text', value: (row: number) => `row ${row}` },
  ];
  const order = { source, from: undefined, columns, format: csvFormat(','), name: 'Test', language };
  return csvRecords(
    Buffer.from(await buildExport(order, limits))
      .toString()
      .slice(1),
  );
}

describe('an export', () => {
  it('holds all rows of all pages, over empty ones too', async () => {
    const { source, asked } = numbers(5, 2);
    const pages = {
      ...source,
      read: async (from: number | undefined, max: number) =>
        from === undefined ? { rows: [], next: 0 } : source.read(from, max),
    };
    expect((await exported(pages)).slice(1)).toEqual([0, 1, 2, 3, 4].map((row) => [`${row}`, `row ${row}`]));
    expect(asked).toEqual([0, 2, 4]);
  });

  it.each([0, 2])('fails as a whole when the page at %d cannot be read', async (at) => {
    const { source } = numbers(5, 2);
    const broken = {
      ...source,
      read: (from = 0, max: number) =>
        from === at ? Promise.reject(new Error('no storage')) : source.read(from, max),
    };
    await expect(exported(broken)).rejects.toThrow('no storage');
  });

  it.each([
    { name: 'rows', limits: { ...noLimits, maxRows: 3 }, rows: 3 },
    { name: 'rows, at a page end', limits: { ...noLimits, maxRows: 4 }, rows: 4 },
    { name: 'bytes', limits: { ...noLimits, maxBytes: 3 * '1,"row 1"\r\n'.length }, rows: 3 },
    { name: 'time', limits: { ...noLimits, isOver: () => true }, rows: 2 },
  ])('ends at its limit of $name with a row that names the rest', async ({ limits, rows }) => {
    const records = await exported(numbers(9, 2).source, limits);
    expect(records.slice(1, -1)).toHaveLength(rows);
    const [first, rest] = records.at(-1) ?? [];
    expect(first).toBe('incomplete');
    expect(rest).toContain(`https://desk/?from=${rows}`);
  });

  it('says so in Dutch', async () => {
    const records = await exported(numbers(9).source, { ...noLimits, maxRows: 1 }, 'nl');
    expect(records.at(-1)?.[0]).toBe('onvolledig');
  });

  it.each([0, 1, 999, 1000, 2500])('of %d rows has no such row', async (count) => {
    const records = await exported(numbers(count).source, { ...noLimits, maxRows: Math.max(1, count) });
    expect(records).toHaveLength(count + 1);
    expect(records.flat()).not.toContain('incomplete');
  });

  it('gives others their turn after each page', async () => {
    let turns = 0;
    let done = false;
    const takeTurns = () => {
      turns++;
      if (!done) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    await exported(numbers(100, 10).source);
    done = true;
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});
