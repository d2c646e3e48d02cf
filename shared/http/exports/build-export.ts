import { setImmediate } from 'node:timers/promises';
import type { Language, Translated } from '../../domain/language.ts';
import type { Column, ExportFormat } from './export-table.ts';

/** Rows read at a time. One more is read to see whether there are more; storage gives 1,000 in a call. */
const rowsPerRead = 999;

/** Rows after which other requests get their turn: they take some 25 ms as xlsx. */
const rowsPerTurn = 250;

/** Bytes of rows in one export. */
const maxBytes = 64 * 1024 * 1024;

/** Time of one export, ms. The platform ends a request after 230 seconds. */
const maxMs = 150_000;

/** Where the rows of an export come from. */
export interface ExportSource<Row, Position> {
  /** At most `max` rows from a position on, the start where it is undefined; no `next` at the end. */
  read(
    from: Position | undefined,
    max: number,
  ): Promise<{ readonly rows: readonly Row[]; readonly next: Position | undefined }>;
  /** The position after a row. */
  after(row: Row): Position;
  /** The address of the export that begins at a position. */
  addressFrom(position: Position): Promise<string>;
}

/** What to export, and how. */
export interface ExportOrder<Row, Position> {
  readonly source: ExportSource<Row, Position>;
  readonly from: Position | undefined;
  readonly columns: readonly Column<Row>[];
  readonly format: ExportFormat;
  /** A short title of the content. */
  readonly name: string;
  readonly language: Language;
}

/** The limits of an export. */
export interface ExportLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
  /** True once the export has taken too long. */
  readonly isOver: () => boolean;
}

/**
 * A whole file of rows. At a limit it ends with a row that says so and where the rest is. Other requests get their turn
 * on the way.
 * @throws what reading throws: nothing has left by then
 */
export async function buildExport<Row, Position>(
  { source, from, columns, format, name, language }: ExportOrder<Row, Position>,
  { maxRows, maxBytes: bytesLimit, isOver }: ExportLimits = defaultLimits(format),
): Promise<Uint8Array> {
  const file = await format.open(
    columns.map((column) => column.name),
    name,
  );
  const endAt = async (rest: Position | undefined) => {
    if (rest !== undefined) file.add(incompleteRow(language, await source.addressFrom(rest)), Infinity);
    return file.end();
  };
  let position = from;
  let rows = 0;
  let bytes = 0;
  do {
    const page = await source.read(position, Math.min(rowsPerRead, maxRows - rows));
    let rest = position;
    for (const row of page.rows) {
      const added = file.add(
        columns.map((column) => column.value(row)),
        bytesLimit - bytes,
      );
      if (added === undefined) return endAt(rest ?? source.after(row));
      bytes += added;
      rows++;
      rest = source.after(row);
      if (rows % rowsPerTurn === 0) await setImmediate();
    }
    await setImmediate();
    position = page.next;
  } while (position !== undefined && rows < maxRows && !isOver());
  return endAt(position);
}

function defaultLimits({ maxRows }: ExportFormat): ExportLimits {
  const end = performance.now() + maxMs;
  return { maxRows, maxBytes, isOver: () => performance.now() > end };
}

const incompleteTexts: Translated<(address: string) => readonly string[]> = {
  en: (address) => ['incomplete', `There are more rows. The rest, with the same Accept header: ${address}`],
  nl: (address) => ['onvolledig', `Er zijn meer rijen. De rest, met dezelfde Accept-header: ${address}`],
};

function incompleteRow(language: Language, address: string): readonly string[] {
  return incompleteTexts[language](address);
}
