import { type Failure, sameRunMs } from './failures.ts';
import type { PairFacts } from './problem.ts';

/** A pair of problem and place in which records failed. */
export interface FailedPair {
  readonly pairId: string;
  readonly facts: Pick<PairFacts, 'environment' | 'company' | 'mapping' | 'direction'>;
  /** Whether the cause of the pair stops whole runs, so that its failures do not show a run at work. */
  readonly stopsRuns: boolean;
}

/** A record that failed in a pair, with the failures that readers see. */
export interface FailedRecord {
  readonly pair: FailedPair;
  readonly record: string;
  readonly failures: readonly Failure[];
}

/** A run that failed for one record or more. Times in ms since 1970. */
interface FailedRun {
  readonly job: string;
  /** The record that failed last, and when. */
  record: string;
  at: number;
  /** When another record last failed; -Infinity for none. */
  otherAt: number;
}

/** The runs of each place in which some record failed for its own sake. */
export class FailedRuns {
  readonly #byPlace: ReadonlyMap<string, readonly FailedRun[]>;

  constructor(failed: readonly FailedRecord[]) {
    const places = new Map<string, Map<string, FailedRun>>();
    // Thousands of records share their pair.
    for (const [pair, own] of Map.groupBy(failed, (one) => one.pair)) {
      if (pair.stopsRuns) continue;
      const place = placeKey(pair);
      const runs = places.get(place) ?? new Map<string, FailedRun>();
      places.set(place, runs);
      for (const { record, failures } of own)
        for (const failure of failures) addFailure(runs, record, failure);
    }
    this.#byPlace = new Map([...places].map(([place, runs]) => [place, newestFirst(runs)]));
  }

  /** Whether a run after a record's last failure failed for others: silence about the record means that it is skipped. */
  hasLater(pair: FailedPair, record: string, last: Failure): boolean {
    for (const { job, record: newest, at, otherAt } of this.#byPlace.get(placeKey(pair)) ?? []) {
      if (at <= last.to) return false;
      const failedAt = newest === record ? otherAt : at;
      const isLater =
        job && last.job ? job !== last.job && failedAt > last.to : failedAt - last.to > sameRunMs;
      if (isLater) return true;
    }
    return false;
  }
}

function placeKey({ facts: { environment, company, mapping, direction } }: FailedPair): string {
  return JSON.stringify([environment, company, mapping, direction]);
}

function addFailure(runs: Map<string, FailedRun>, record: string, { job, from }: Failure): void {
  // Failures without a job are runs of their own.
  const key = job || `${from}`;
  const run = runs.get(key);
  if (!run) runs.set(key, { job, record, at: from, otherAt: -Infinity });
  else if (run.record === record) run.at = Math.max(run.at, from);
  else if (from > run.at) {
    run.otherAt = run.at;
    run.record = record;
    run.at = from;
  } else run.otherAt = Math.max(run.otherAt, from);
}

function newestFirst(runs: ReadonlyMap<string, FailedRun>): FailedRun[] {
  return [...runs.values()].sort((one, other) => other.at - one.at);
}
