/** How much a run does. */
export interface Scale {
  /** Rounds, in which each variant is measured once: where one takes seconds, and where it takes a minute. */
  readonly shortRounds: number;
  readonly rounds: number;
  /** Rounds for a variant that takes long, and for one that takes minutes. */
  readonly slowRounds: number;
  readonly slowestRounds: number;
  /** Duration of a constant load, ms. */
  readonly loadMs: number;
  /** Reports in one request of many. */
  readonly many: number;
  /** Errors in the log where it is read or cleaned up. */
  readonly rows: number;
}

/** The scale for which the targets are meant; a run of everything takes many minutes. */
export const fullScale: Scale = {
  shortRounds: 4,
  rounds: 2,
  slowRounds: 1,
  slowestRounds: 1,
  loadMs: 4000,
  many: 10_000,
  rows: 100_000,
};

/** Rough figures in a minute or two. */
export const quickScale: Scale = {
  shortRounds: 1,
  rounds: 1,
  slowRounds: 1,
  slowestRounds: 1,
  loadMs: 1500,
  many: 2000,
  rows: 10_000,
};
