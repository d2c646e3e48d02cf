/** Part of the room of a column that stays empty. */
const gap = 0.15;

/** Columns of equal width, side by side; all in px. */
export interface Band {
  readonly start: number;
  readonly end: number;
  /** Width of one column, without the gap. */
  readonly width: number;
  left(column: number): number;
  /** The column at a place, the nearest one outside all. */
  at(x: number): number;
}

/** The columns between two places. */
export function bandOf(columns: number, start: number, end: number): Band {
  const step = Math.max(0, end - start) / Math.max(1, columns);
  return {
    start,
    end,
    width: step * (1 - gap),
    left: (column) => start + step * (column + gap / 2),
    at: (x) => Math.max(0, Math.min(columns - 1, Math.floor((x - start) / Math.max(1, step)))),
  };
}
