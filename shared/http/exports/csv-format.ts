import type { Cell, ExportFormat } from './export-table.ts';
import { guardFormulas } from './formula-guard.ts';

/** What separates the cells of a line. */
export type Separator = ',' | ';';

/** Excel reads a file as UTF-8 when it begins with this mark. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** Lines that are encoded together: bytes take less memory than texts. */
const linesPerChunk = 1000;

/** CSV (RFC 4180) in UTF-8 with a byte-order mark. */
export function csvFormat(separator: Separator): ExportFormat {
  return {
    mediaType: 'text/csv; charset=utf-8',
    fileExtension: 'csv',
    maxRows: 100_000,
    open(columns) {
      const chunks = [Buffer.from(`${byteOrderMark}${csvLine(columns, separator)}`)];
      let lines: string[] = [];
      const encodeLines = () => {
        chunks.push(Buffer.from(lines.join('')));
        lines = [];
      };
      return {
        add(cells, room) {
          const line = csvLine(cells, separator);
          const bytes = Buffer.byteLength(line);
          if (bytes > room) return undefined;
          lines.push(line);
          if (lines.length === linesPerChunk) encodeLines();
          return bytes;
        },
        end() {
          encodeLines();
          return Buffer.concat(chunks);
        },
      };
    },
  };
}

function csvLine(cells: readonly Cell[], separator: Separator): string {
  return cells.map(csvCell).join(separator) + lineEnd;
}

/** A cell of a CSV; all but plain words are quoted. */
export function csvCell(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'number') return String(cell);
  const guarded = guardFormulas(cell ?? '');
  return /^[\w.:-]*$/.test(guarded) ? guarded : `"${guarded.replaceAll('"', '""')}"`;
}
