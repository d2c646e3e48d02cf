import type { Band } from './band.ts';

interface CountAxisProps {
  readonly ticks: readonly number[];
  readonly yOf: (count: number) => number;
  /** Where the axis is, px. */
  readonly left: number;
  readonly textOf: (count: number) => string;
}

/** The axis of counts, at the left. */
export function CountAxis({ ticks, yOf, left, textOf }: CountAxisProps) {
  return (
    <g className="axis">
      <line x1={left} x2={left} y1={yOf(ticks.at(-1) ?? 0)} y2={yOf(0)} />
      {ticks.map((count) => (
        <g key={count}>
          <line x1={left - 6} x2={left} y1={yOf(count)} y2={yOf(count)} />
          <text x={left - 9} y={yOf(count)} dy="0.32em" textAnchor="end">
            {textOf(count)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface TimeAxisProps {
  readonly band: Band;
  /** Columns that have a text. */
  readonly ticks: readonly number[];
  /** Where the axis is, px. */
  readonly top: number;
  readonly textOf: (column: number) => string;
}

/** The axis of hours or days, below. */
export function TimeAxis({ band, ticks, top, textOf }: TimeAxisProps) {
  return (
    <g className="axis">
      <line x1={band.start} x2={band.end} y1={top} y2={top} />
      {ticks.map((column) => {
        const middle = band.left(column) + band.width / 2;
        return (
          <g key={column}>
            <line x1={middle} x2={middle} y1={top} y2={top + 6} />
            <text x={middle} y={top + 18} textAnchor="middle">
              {textOf(column)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
