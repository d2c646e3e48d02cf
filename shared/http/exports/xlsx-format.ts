import { Writable } from 'node:stream';
import type { Cell, ExportFormat } from './export-table.ts';
import { wallClock } from './wall-clock.ts';

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Characters of one cell that Excel takes. */
const maxCellLength = 32_767;
/** How Excel shows a date; it follows the language of its user. */
const dateFormat = 'yyyy-mm-dd hh:mm:ss';

/**
 * Excel workbooks with one sheet: dates as dates by the clock of a time zone (IANA name), texts as texts, the header row
 * frozen and with filters. Rows are compressed as they come, so that one page of them is in memory beside the file.
 */
export const xlsxFormat = (timeZone: string): ExportFormat => ({
  mediaType: xlsxMediaType,
  fileExtension: 'xlsx',
  maxRows: 50_000,
  async open(columns, name) {
    // Loaded by the first export: the library has 450 kB.
    const { WorkbookWriter } = await import('@cj-tech-master/excelts');
    const chunks: Buffer[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map((header) => ({ header, width: widthOf(header) }));
    sheet.getRow(1).font = { bold: true };
    sheet.autoFilter = `A1:${sheet.getRow(1).getCell(columns.length).address}`;
    return {
      add(cells, room) {
        const length = lengthOf(cells);
        if (length > room) return undefined;
        const row = sheet.addRow(cells.map((cell) => sheetCell(cell, timeZone)));
        cells.forEach((cell, index) => {
          if (cell instanceof Date) row.getCell(index + 1).numFmt = dateFormat;
        });
        row.commit();
        return length;
      },
      async end() {
        sheet.commit();
        await workbook.commit();
        return Buffer.concat(chunks);
      },
    };
  },
});

function widthOf(header: string): number {
  return { message: 80, title: 40, steps: 80 }[header] ?? 20;
}

function sheetCell(cell: Cell, timeZone: string): Cell {
  if (cell instanceof Date) return wallClock(cell, timeZone);
  return typeof cell === 'string' ? textCell(cell) : cell;
}

/** A text as Excel takes it, never a formula: it is stored as a text, and only a formula is stored as one. */
function textCell(text: string): string {
  return text.length > maxCellLength ? `${text.slice(0, maxCellLength - 1)}…` : text;
}

/** Bytes of the cells before compression, without markup. */
function lengthOf(cells: readonly Cell[]): number {
  return cells.reduce<number>(
    (sum, cell) => sum + (typeof cell === 'string' ? Buffer.byteLength(cell) : 8),
    0,
  );
}
