import type { ComparedFigures, Measure } from './comparison.ts';
import { markdownTable, readable, withValues } from './results.ts';
import { median } from './statistics.ts';
import type { VariantName } from './variant.ts';

/** A comparison as a Markdown table: medians with all values, ratios, and whether the ratios reach their targets. */
export function comparisonTable(
  measures: readonly Measure[],
  figures: ComparedFigures,
  judged: boolean,
): string {
  return markdownTable(
    ['work', 'desk', 'plain way', 'batch-aware way', 'against plain', 'against batch-aware'],
    measures.map((measure) => {
      const values = (name: VariantName) =>
        figures[name].map((one) => one[measure.name]).filter((value) => value !== undefined);
      const cell = (name: VariantName) => withValues(values(name), measure.unit);
      const against = (name: 'plain' | 'batch-aware') => {
        const ratio = ratioOf(measure, median(values('desk')), median(values(name)));
        const target = measure.targets?.[name];
        if (target === undefined || !judged) return `${readable(ratio)} ×`;
        return `${readable(ratio)} × (≥ ${target} ×: ${ratio >= target ? 'met' : 'missed'})`;
      };
      return [
        measure.name,
        cell('desk'),
        cell('plain'),
        cell('batch-aware'),
        against('plain'),
        against('batch-aware'),
      ];
    }),
  );
}

function ratioOf({ unit }: Measure, ours: number, theirs: number): number {
  return unit === 'errors/s' ? ours / theirs : theirs / ours;
}
