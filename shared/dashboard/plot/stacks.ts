import { dayMs, hourMs } from '../shell/durations.ts';

/** The most causes with a colour of their own. */
export const maxSeries = 7;

export interface PlotColumn {
  /** Start of the hour or day, ms. */
  readonly at: number;
  /** Counts by cause. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Causes by their sum, largest first; those beyond the limit are one, `other`. */
export function seriesOf(columns: readonly PlotColumn[]): string[] {
  const sums = new Map<string, number>();
  for (const { counts } of columns)
    for (const [cause, count] of counts) sums.set(cause, (sums.get(cause) ?? 0) + count);
  const causes = [...sums]
    .filter(([cause, sum]) => sum > 0 && cause !== 'other')
    .toSorted((one, other) => other[1] - one[1])
    .map(([cause]) => cause);
  const isMore = causes.length > maxSeries || (sums.get('other') ?? 0) > 0;
  return [...causes.slice(0, maxSeries), ...(isMore ? ['other'] : [])];
}

/** Counts of a column in the order of the series; what has no series of its own counts as `other`. */
export function countsOf({ counts }: PlotColumn, series: readonly string[]): number[] {
  const named = series.map((cause) => (cause === 'other' ? 0 : (counts.get(cause) ?? 0)));
  const rest = [...counts].reduce(
    (sum, [cause, count]) => (cause !== 'other' && series.includes(cause) ? sum : sum + count),
    0,
  );
  return series.map((cause, index) => (cause === 'other' ? rest : (named[index] ?? 0)));
}

/** The time of the first point, or an earlier one that is given, ms since 1970. */
export function firstOf(points: readonly { readonly at: string }[], atTheLatest: number): number {
  // A loop: many problems have more points than a call takes arguments.
  return points.reduce((first, { at }) => Math.min(first, Date.parse(at)), atTheLatest);
}

/** Columns from a first to a last hour or day, those without errors too; at most 24 × 14. */
export function columnsOf(
  points: readonly { readonly at: string; readonly cause: string; readonly count: number }[],
  unit: 'hour' | 'day',
  since: number,
  until: number,
): PlotColumn[] {
  const step = unit === 'hour' ? hourMs : dayMs;
  const startOf = (time: number) => Math.floor(time / step) * step;
  const last = startOf(until - 1);
  const first = Math.max(startOf(since), last - 335 * step);
  const columns: { at: number; counts: Map<string, number> }[] = [];
  for (let at = first; at <= last; at += step) columns.push({ at, counts: new Map() });
  for (const { at, cause, count } of points) {
    const column = columns[(startOf(Date.parse(at)) - first) / step];
    if (column) column.counts.set(cause, (column.counts.get(cause) ?? 0) + count);
  }
  return columns;
}
