/** A value in an export. */
export type Cell = string | number | Date | undefined;

/** One column of an export: its name in the header row, and its value for a row. */
export interface Column<Row> {
  readonly name: string;
  value(row: Row): Cell;
}

/** A file that is being written row by row. */
export interface ExportFile {
  /** Adds a row if it takes at most so many bytes. Gives the bytes it took; undefined where it was too long. */
  add(cells: readonly Cell[], room: number): number | undefined;
  /** The whole file. */
  end(): Uint8Array | Promise<Uint8Array>;
}

/** A file format of exports. */
export interface ExportFormat {
  readonly mediaType: string;
  readonly fileExtension: string;
  /** Rows of one file at most. */
  readonly maxRows: number;
  /** A new file with this header row. `name` is a short title of its content. */
  open(columns: readonly string[], name: string): ExportFile | Promise<ExportFile>;
}

/** A cell with a moment, given in ms since 1970. */
export function dateOf(time: number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}

/** A cell with the different values of several, such as the companies of a problem. */
export function joined(values: readonly (string | undefined)[]): string {
  return [...new Set(values.filter(Boolean))].join('; ');
}
