import { diagnose, rulesVersion } from '../../shared/domain/diagnosis/diagnose.ts';
import { pairIdOf, problemIdOf } from '../../shared/domain/problems/problem.ts';
import { entryIdOf } from '../../shared/domain/reports/entry-id.ts';
import { type ErrorEntry, factsOf } from '../../shared/domain/reports/error-entry.ts';
import { type ErrorReport, errorReport } from '../../shared/domain/reports/error-report.ts';

/** A plain report as a sender writes it, with `parts` in it. */
export function aReportBody(parts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    occurredAt: new Date().toISOString(),
    message: 'Cannot find Salesperson/Purchaser in table Salesperson.',
    company: 'CRONUS',
    mapping: 'CUSTOMER',
    direction: 'to-integration-table',
    ...parts,
  };
}

/** A checked report. */
export function anErrorReport(parts: Readonly<Record<string, unknown>> = {}): ErrorReport {
  return errorReport.parse(aReportBody(parts));
}

/** An entry as reporting makes it, received when it occurred. */
export function anErrorEntry(
  parts: Readonly<Record<string, unknown>> = {},
  { receivedAt, epoch = '' }: Partial<Pick<ErrorEntry, 'receivedAt' | 'epoch'>> = {},
): ErrorEntry {
  const report = anErrorReport(parts);
  const diagnosis = diagnose(report);
  const counted = factsOf(report, diagnosis);
  const pairId = pairIdOf(counted);
  const problemId = problemIdOf(pairId);
  return {
    id: entryIdOf(report),
    report,
    receivedAt: receivedAt ?? report.occurredAt,
    epoch,
    diagnosis,
    rulesVersion,
    counted,
    pairId,
    problemId,
  };
}

/** Entries of this moment with different error ids; `parts` changes each by its index. */
export function manyEntries(
  count: number,
  parts: (index: number) => Readonly<Record<string, unknown>> = () => ({}),
): ErrorEntry[] {
  return Array.from({ length: count }, (_, index) =>
    anErrorEntry({ errorId: `error-${index}`, ...parts(index) }),
  );
}
