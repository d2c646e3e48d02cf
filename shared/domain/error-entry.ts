import type { Diagnosis } from './diagnosis/diagnosis.ts';
import { entryIdOf } from './entry-id.ts';
import type { ErrorReport } from './error-report.ts';
import { type ProblemTraits, problemIdOf, traitsOf } from './problem.ts';

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

/** The entry that a report with its diagnosis becomes. */
export function entryOf(
  report: ErrorReport,
  diagnosis: Diagnosis,
  rulesVersion: number,
  receivedAt: Date,
): ErrorEntry {
  return {
    id: entryIdOf(report),
    report,
    receivedAt,
    problemId: problemIdOf(traitsOf(report, diagnosis)),
    diagnosis,
    rulesVersion,
  };
}

/** The traits of the problem an entry belongs to. */
export function entryTraits(entry: ErrorEntry): ProblemTraits {
  return traitsOf(entry.report, entry.diagnosis);
}
