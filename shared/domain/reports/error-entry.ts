import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { type PairFacts, pairIdOf, problemIdOf } from '../problems/problem.ts';
import { entryIdOf } from './entry-id.ts';
import type { ErrorReport } from './error-report.ts';

/** What we store for one report. */
export interface ErrorEntry {
  readonly id: string;
  readonly report: ErrorReport;
  readonly receivedAt: Date;
  /** Id of the newest unfiltered clean-up that the writer knew; empty where there was none. */
  readonly epoch: string;
  readonly diagnosis: Diagnosis;
  /** Version of the rules that made the diagnosis: a changed rule never moves old entries. */
  readonly rulesVersion: number;
  /** The problem and the place that it is counted under, and the id of the two. */
  readonly counted: PairFacts;
  readonly pairId: string;
  readonly problemId: string;
}

/**
 * The entry of a report. It is diagnosed when its diagnosis is first read. So duplicates are never diagnosed, and the
 * first of many entries can be sent to storage before the last are diagnosed.
 */
export function entryDiagnosedLater(
  report: ErrorReport,
  diagnose: (report: ErrorReport) => Diagnosis,
  { rulesVersion, receivedAt, epoch }: Pick<ErrorEntry, 'rulesVersion' | 'receivedAt' | 'epoch'>,
): ErrorEntry {
  return new LazyEntry(report, diagnose, rulesVersion, receivedAt, epoch);
}

class LazyEntry implements ErrorEntry {
  readonly id: string;
  readonly report: ErrorReport;
  readonly rulesVersion: number;
  readonly receivedAt: Date;
  readonly epoch: string;
  readonly #diagnose: (report: ErrorReport) => Diagnosis;
  #diagnosis: Diagnosis | undefined;
  #pairId: string | undefined;

  constructor(
    report: ErrorReport,
    diagnose: (report: ErrorReport) => Diagnosis,
    rulesVersion: number,
    receivedAt: Date,
    epoch: string,
  ) {
    this.id = entryIdOf(report);
    this.report = report;
    this.rulesVersion = rulesVersion;
    this.receivedAt = receivedAt;
    this.epoch = epoch;
    this.#diagnose = diagnose;
  }

  get diagnosis(): Diagnosis {
    this.#diagnosis ??= this.#diagnose(this.report);
    return this.#diagnosis;
  }

  get counted(): PairFacts {
    return factsOf(this.report, this.diagnosis);
  }

  get pairId(): string {
    this.#pairId ??= pairIdOf(this.counted);
    return this.#pairId;
  }

  get problemId(): string {
    return problemIdOf(this.pairId);
  }
}

/** What is known of the problem and the place of a report with this diagnosis. */
export function factsOf(report: ErrorReport, { cause, key, resolver }: Diagnosis): PairFacts {
  const { environment = '', company, mapping = '', direction = '' } = report;
  return { environment, company, mapping, direction, cause, key, resolver };
}

/** An entry that is counted under another problem or place than its own. */
export function entryCountedAs(entry: ErrorEntry, counted: PairFacts): ErrorEntry {
  const { id, report, receivedAt, epoch, diagnosis, rulesVersion } = entry;
  const pairId = pairIdOf(counted);
  const problemId = problemIdOf(pairId);
  return { id, report, receivedAt, epoch, diagnosis, rulesVersion, counted, pairId, problemId };
}
