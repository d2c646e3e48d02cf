import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvStream } from '../../../shared/http/csv.ts';
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
  ])('%j is written %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('reads as it was, but for the guard, and never begins like a formula', () => {
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

describe('the stream', () => {
  const entries = Array.from({ length: 5 }, (_, index) => ({
    entry: anErrorEntry({ errorId: `${index}` }),
    status: 'open' as const,
  }));
  const text = async (stream: ReadableStream<Uint8Array>) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  it('reads page after page as it is taken, over empty ones too', async () => {
    const asked: (number | undefined)[] = [];
    const pages = [entries.slice(0, 2), [], [], entries.slice(2)];
    const stream = await csvStream(
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
    // The first page is there before the answer begins; the others wait for the reader.
    expect(asked.length).toBeLessThanOrEqual(2);
    const records = csvRecords((await text(stream)).slice(1));
    expect(records.slice(1).map(([id]) => id)).toEqual(entries.map(({ entry }) => entry.id));
    expect(asked).toEqual([undefined, 1, 2, 3]);
  });

  it('fails before it begins when the first page does, and breaks off when a later one does', async () => {
    const failing = (at: number) => (from: number | undefined) =>
      (from ?? 0) === at
        ? Promise.reject(new Error('gone'))
        : Promise.resolve({ entries: entries.slice(0, 1), next: (from ?? 0) + 1 });
    await expect(csvStream(failing(0), undefined, {})).rejects.toThrow('gone');
    await expect(text(await csvStream(failing(2), undefined, {}))).rejects.toThrow('gone');
  });
});
