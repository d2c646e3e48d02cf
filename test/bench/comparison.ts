import {
  type Bundles,
  type RunningVariant,
  startVariant,
  type VariantName,
  type VariantOptions,
  variantNames,
} from './variant.ts';

/** One measure of a comparison, with its targets. */
export interface Measure {
  readonly name: string;
  readonly unit: 'errors/s' | 'ms' | 'µs' | 'MiB';
  /** Minimum ratio to the plain way and to the batch-aware way; absent where there is no target. */
  readonly targets?: { readonly plain: number; readonly 'batch-aware': number };
}

/** The figures of one run of one variant, by the name of the measure. */
export type Figures = Readonly<Record<string, number>>;

/** Work that every variant does. */
export interface Comparison {
  readonly measures: readonly Measure[];
  readonly rounds: number;
  /** Fewer rounds for the variants that take long. */
  readonly roundsOf?: Partial<Record<VariantName, number>>;
  options?(name: VariantName): VariantOptions;
  measure(variant: RunningVariant<VariantName>): Promise<Figures>;
}

/** All figures of a comparison, in the order in which they were measured. */
export type ComparedFigures = Readonly<Record<VariantName, readonly Figures[]>>;

/** Measures every variant in turn, each time in a fresh process with a fresh storage. */
export async function compare(comparison: Comparison, bundles: Bundles): Promise<ComparedFigures> {
  const figures: Record<VariantName, Figures[]> = { desk: [], plain: [], 'batch-aware': [] };
  for (let round = 0; round < comparison.rounds; round++) {
    // The variants take turns, because the machine gets hotter, or busier, during a run.
    const turn = variantNames.map(
      (_, index) => variantNames[(index + round) % variantNames.length] ?? 'desk',
    );
    for (const name of turn) {
      if (round >= (comparison.roundsOf?.[name] ?? comparison.rounds)) continue;
      const variant = await startVariant(name, bundles, comparison.options?.(name));
      try {
        figures[name].push(await comparison.measure(variant));
      } finally {
        await variant.close();
      }
    }
  }
  return figures;
}
