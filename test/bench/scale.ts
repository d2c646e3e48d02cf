/** How much a run does. */
export interface Scale {
  /** Times that each variant is measured, in turn with the others. */
  readonly rounds: number;
  /** Times that a variant is measured which takes long for it, and one which takes minutes. */
  readonly slowRounds: number;
  readonly slowestRounds: number;
  /** How long load is kept up, ms. */
  readonly loadMs: number;
  /** Reports in one request of many. */
  readonly many: number;
  /** Errors in the log where it is read or cleaned up. */
  readonly rows: number;
}

/** What targets are judged by; a run of everything takes many minutes. */
export const fullScale: Scale = {
  rounds: 3,
  slowRounds: 2,
  slowestRounds: 1,
  loadMs: 4000,
  many: 10_000,
  rows: 100_000,
};

/** A quick look, in a minute or two; its figures are rough. */
export const quickScale: Scale = {
  rounds: 1,
  slowRounds: 1,
  slowestRounds: 1,
  loadMs: 1500,
  many: 2000,
  rows: 10_000,
};
