import type { ComparedFigures, Measure } from './comparison.ts';
import { markdownTable, readable, withValues } from './results.ts';
import { median } from './statistics.ts';
import type { AppName } from './variant.ts';

/** A comparison as a Markdown table: medians with all values, ratios, and whether the ratios reach their targets. */
export function comparisonTable(
  measures: readonly Measure[],
  figures: ComparedFigures,
  judged: boolean,
): string {
  const isWithNothing = figures.nothing.length > 0;
  const names: readonly AppName[] = [
    'desk',
    'plain',
    'batch-aware',
    ...(isWithNothing ? (['nothing'] as const) : []),
  ];
  return markdownTable(
    [
      'work',
      'desk',
      'plain way',
      'batch-aware way',
      ...(isWithNothing ? ['nothing stored'] : []),
      'against plain',
      'against batch-aware',
    ],
    measures.map((measure) => {
      const against = (name: 'plain' | 'batch-aware') => {
        const theirs = valuesOf(measure, figures, name);
        if (theirs.length === 0) return '–';
        const ratio = ratioOf(measure, median(valuesOf(measure, figures, 'desk')), median(theirs));
        const target = measure.targets?.[name];
        if (target === undefined || !judged) return `${readable(ratio)} ×`;
        return `${readable(ratio)} × (≥ ${target} ×: ${ratio >= target ? 'met' : 'missed'})`;
      };
      return [
        measure.name,
        ...names.map((name) => withValues(valuesOf(measure, figures, name), measure.unit)),
        against('plain'),
        against('batch-aware'),
      ];
    }),
  );
}

function valuesOf({ name, ownPartOf }: Measure, figures: ComparedFigures, app: AppName): number[] {
  if (ownPartOf === undefined) return named(name, figures, app);
  if (app === 'nothing') return [];
  const ofHost = median(named(ownPartOf, figures, 'nothing'));
  return named(ownPartOf, figures, app).map((value) => value - ofHost);
}

function named(name: string, figures: ComparedFigures, app: AppName): number[] {
  return figures[app].flatMap((one) => one[name] ?? []);
}

function ratioOf({ unit }: Measure, ours: number, theirs: number): number {
  return unit === 'errors/s' ? ours / theirs : theirs / ours;
}
