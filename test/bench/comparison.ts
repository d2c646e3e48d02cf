import {
  type AppName,
  appNames,
  type Bundles,
  type RunningVariant,
  startVariant,
  type VariantName,
  variantNames,
} from './variant.ts';

/** One measure of a comparison, with its targets. */
export interface Measure {
  readonly name: string;
  readonly unit: 'errors/s' | 'ms' | 'µs' | 'MiB' | 'calls' | 'kB';
  /** Minimum ratio to the plain way and to the batch-aware way; absent where there is no target. */
  readonly targets?: { readonly plain?: number; readonly 'batch-aware'?: number };
  /** The measure without what it costs the app that stores nothing. */
  readonly ownPartOf?: string;
}

/** The figures of one run of one app, by the name of the measure: one or several values each. */
export type Figures = Readonly<Record<string, number | readonly number[]>>;

/** Work that every variant does. */
export interface Comparison {
  readonly measures: readonly Measure[];
  readonly rounds: number;
  /** Fewer rounds for the variants that take long. */
  readonly roundsOf?: Partial<Record<VariantName, number>>;
  /** Whether the app that stores nothing does the work as well. */
  readonly withNothing?: boolean;
  measure(app: RunningVariant): Promise<Figures>;
}

/** All figures of a comparison, in the order in which they were measured. */
export type ComparedFigures = Readonly<Record<AppName, readonly Figures[]>>;

/** Measures every app in turn, each time in a fresh process with a fresh storage. */
export async function compare(comparison: Comparison, bundles: Bundles): Promise<ComparedFigures> {
  const figures: Record<AppName, Figures[]> = { desk: [], plain: [], 'batch-aware': [], nothing: [] };
  const names = comparison.withNothing ? appNames : variantNames;
  for (let round = 0; round < comparison.rounds; round++) {
    // They take turns, because the machine gets hotter, or busier, during a run.
    const turn = names.map((_, index) => names[(index + round) % names.length] ?? 'desk');
    for (const name of turn) {
      if (name !== 'nothing' && round >= (comparison.roundsOf?.[name] ?? comparison.rounds)) continue;
      const app = await startVariant(name, bundles);
      try {
        figures[name].push(await comparison.measure(app));
      } finally {
        await app.close();
      }
    }
  }
  return figures;
}
