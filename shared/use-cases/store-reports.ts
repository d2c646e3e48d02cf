import { AppError, type FailureDetail } from '../domain/app-error.ts';
import { diagnoseAgain, rulesVersion } from '../domain/diagnosis/diagnose.ts';
import type { ErrorLog, StoreOutcome } from '../domain/ports/error-log.ts';
import { entryIdOf } from '../domain/reports/entry-id.ts';
import { type ErrorEntry, entryDiagnosedLater } from '../domain/reports/error-entry.ts';
import type { CheckedItem, ReportItem } from '../domain/reports/report-check.ts';
import { checkReports } from './check-reports.ts';
import { currentView, type ViewPorts } from './current-view.ts';

/** The outcome of one report. */
export type ReportResult =
  | { readonly index: number; readonly id: string; readonly outcome: 'stored' | 'duplicate' | 'expired' }
  | {
      readonly index: number;
      readonly outcome: 'invalid';
      /** Undefined from the 201st invalid item on. */
      readonly errors: readonly FailureDetail[] | undefined;
    };

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
  const receivedAt = ports.now();
  const checked = await checkReports(items, receivedAt);
  if (checked.every((one) => 'errors' in one)) throw noneValid(checked);
  const { horizon, epoch } = await currentView(ports);
  const entries = new Map<string, ErrorEntry>();
  const results = checked.map((one, index): ReportResult => {
    if ('errors' in one) return { index, outcome: 'invalid', errors: one.errors };
    const { report } = one;
    if (report.occurredAt.getTime() <= horizon.retention)
      return { index, id: entryIdOf(report), outcome: 'expired' };
    const entry = entryDiagnosedLater(report, diagnoseAgain, { rulesVersion, receivedAt, epoch });
    // Of several equal items the first is stored.
    const outcome = entries.has(entry.id) ? 'duplicate' : 'stored';
    if (outcome === 'stored') entries.set(entry.id, entry);
    return { index, id: entry.id, outcome };
  });
  const outcomes = await ports.errorLog.store([...entries.values()]);
  const answered = results.map((result) => withOutcome(result, outcomes));
  if (answered.every(({ outcome }) => outcome === 'invalid')) throw noneValid(answered);
  return answered;
}

/** The result of one report, with what storage said. */
function withOutcome(result: ReportResult, outcomes: ReadonlyMap<string, StoreOutcome>): ReportResult {
  if (result.outcome === 'invalid' || result.outcome === 'expired') return result;
  const outcome = outcomes.get(result.id) ?? result.outcome;
  if (typeof outcome === 'string') return result.outcome === 'stored' ? { ...result, outcome } : result;
  const detail = `Storage does not take it: ${outcome.refused}`;
  return { index: result.index, outcome: 'invalid', errors: [{ pointer: '', detail }] };
}

function noneValid(items: readonly (CheckedItem | ReportResult)[]): AppError {
  const errors = items.flatMap((one, index) =>
    'errors' in one && one.errors ? one.errors.map((error) => ({ index, ...error })) : [],
  );
  const withoutDetails = items.filter((one) => 'errors' in one && !one.errors).length;
  const detail =
    items.length === 0
      ? 'There is no report in the body'
      : 'Nothing was stored; correct them and send them again';
  return new AppError('invalid-reports', detail, { errors, withoutDetails });
}
