import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { type ProblemTraits, problemIdOf, traitsOf } from '../problems/problem.ts';
import { entryIdOf } from './entry-id.ts';
import type { ErrorReport } from './error-report.ts';

/** What we store for one report. */
export interface ErrorEntry {
  readonly id: string;
  readonly report: ErrorReport;
  readonly receivedAt: Date;
  readonly problemId: string;
  readonly diagnosis: Diagnosis;
  /** Version of the rules that made the diagnosis: a changed rule never moves old entries. */
  readonly rulesVersion: number;
}

/**
 * The entry of a report. It is diagnosed when its diagnosis is first read. So duplicates are never diagnosed, and the
 * first of many entries can be sent to storage before the last are diagnosed.
 */
export function entryDiagnosedLater(
  report: ErrorReport,
  diagnose: (report: ErrorReport) => Diagnosis,
  rulesVersion: number,
  receivedAt: Date,
): ErrorEntry {
  return new LazyEntry(report, diagnose, rulesVersion, receivedAt);
}

class LazyEntry implements ErrorEntry {
  readonly id: string;
  readonly report: ErrorReport;
  readonly rulesVersion: number;
  readonly receivedAt: Date;
  readonly #diagnose: (report: ErrorReport) => Diagnosis;
  #diagnosis: Diagnosis | undefined;
  #problemId: string | undefined;

  constructor(
    report: ErrorReport,
    diagnose: (report: ErrorReport) => Diagnosis,
    rulesVersion: number,
    receivedAt: Date,
  ) {
    this.id = entryIdOf(report);
    this.report = report;
    this.rulesVersion = rulesVersion;
    this.receivedAt = receivedAt;
    this.#diagnose = diagnose;
  }

  get diagnosis(): Diagnosis {
    this.#diagnosis ??= this.#diagnose(this.report);
    return this.#diagnosis;
  }

  get problemId(): string {
    this.#problemId ??= problemIdOf(traitsOf(this.report, this.diagnosis));
    return this.#problemId;
  }
}

/** The traits of the problem an entry belongs to. */
export function entryTraits(entry: ErrorEntry): ProblemTraits {
  return traitsOf(entry.report, entry.diagnosis);
}
