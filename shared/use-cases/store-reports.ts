import { AppError, type FailureDetail } from '../domain/app-error.ts';
import { undoWindowMs } from '../domain/cleanups/cleanup.ts';
import { finalHorizonAt } from '../domain/cleanups/horizon.ts';
import { diagnose, rulesVersion } from '../domain/diagnosis/diagnose.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import { entryIdOf } from '../domain/reports/entry-id.ts';
import { type ErrorEntry, entryDiagnosedLater } from '../domain/reports/error-entry.ts';
import type { ErrorReport } from '../domain/reports/error-report.ts';
import { checkReport, type ReportItem } from '../domain/reports/report-check.ts';
import type { ViewPorts } from './current-view.ts';

/** The outcome of one report. */
export type ReportResult =
  | { readonly index: number; readonly id: string; readonly outcome: 'stored' | 'duplicate' | 'expired' }
  | { readonly index: number; readonly outcome: 'invalid'; readonly errors: readonly FailureDetail[] };

export interface StoreReportsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'store'>;
}

/**
 * Stores the reports that are valid and new. Gives the outcome of each item, in order.
 * @throws {AppError} invalid-reports when none is valid; storage-unavailable, after which all can be sent again
 */
export async function storeReports(
  ports: StoreReportsPorts,
  items: readonly ReportItem[],
): Promise<ReportResult[]> {
  const now = ports.now();
  const checked = items.map((item) => checkReport(item, now));
  const reports = checked.flatMap((one) => ('report' in one ? [one.report] : []));
  if (reports.length === 0) throw noneValid(checked);
  const horizon = await finalHorizon(ports, reports, now);
  const entries = new Map<string, ErrorEntry>();
  const results = checked.map((one, index): ReportResult => {
    if ('errors' in one) return { index, outcome: 'invalid', errors: one.errors };
    const { report } = one;
    if (report.occurredAt.getTime() <= horizon) return { index, id: entryIdOf(report), outcome: 'expired' };
    const entry = entryDiagnosedLater(report, diagnose, rulesVersion, now);
    // Of several equal items the first is stored.
    const outcome = entries.has(entry.id) ? 'duplicate' : 'stored';
    if (outcome === 'stored') entries.set(entry.id, entry);
    return { index, id: entry.id, outcome };
  });
  const outcomes = await ports.errorLog.store([...entries.values()]);
  return results.map((result) =>
    result.outcome === 'stored' ? { ...result, outcome: outcomes.get(result.id) ?? result.outcome } : result,
  );
}

/**
 * Reports that occurred at or before this moment (ms since 1970) are expired. Clean-ups count once they cannot be
 * undone, so none of them matters when all reports are newer than the undo window.
 */
async function finalHorizon(
  { desk, retentionDays }: StoreReportsPorts,
  reports: readonly ErrorReport[],
  now: Date,
): Promise<number> {
  const isRecent = (report: ErrorReport) => now.getTime() - report.occurredAt.getTime() < undoWindowMs;
  const cleanups = reports.every(isRecent) ? [] : (await desk.state()).cleanups;
  return finalHorizonAt(now, retentionDays, cleanups);
}

function noneValid(checked: readonly ReturnType<typeof checkReport>[]): AppError {
  const errors = checked.flatMap((one, index) =>
    'errors' in one ? one.errors.map((error) => ({ index, ...error })) : [],
  );
  const detail =
    checked.length === 0
      ? 'There is no report in the body'
      : 'Nothing was stored; correct them and send them again';
  return new AppError('invalid-reports', detail, { errors });
}
