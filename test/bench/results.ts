import { median } from './statistics.ts';

/** One measure: its name, its unit, and every value. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** Upper limit, where there is one. */
  readonly max?: number;
}

/** A number for people: three digits, or no decimals. */
export function readable(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(value < 1 ? 2 : 3).replace(/\.0+$/, '');
}

/** The median with all values behind it. */
export function withValues(values: readonly number[], unit: string): string {
  if (values.length === 0) return '–';
  const middle = `${readable(median(values))} ${unit}`;
  return values.length === 1 ? middle : `${middle} (${values.map(readable).join('; ')})`;
}

/** Rows as a Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table of single measures, and whether they meet their targets. */
export function rowsTable(rows: readonly Row[], judged: boolean): string {
  return markdownTable(
    ['what', 'median (all values)', 'target'],
    rows.map(({ name, unit, values, max }) => [
      name,
      withValues(values, unit),
      max === undefined || !judged ? '' : `≤ ${max} ${unit}: ${median(values) <= max ? 'met' : 'missed'}`,
    ]),
  );
}
