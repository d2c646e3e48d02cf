import type { FailureDetail } from '../app-error.ts';
import { pointerDetails } from '../failure-details.ts';
import { type ErrorReport, errorReport } from './error-report.ts';

/** One item of a body with many: what it is, or why it could not be read. */
export type ReportItem = { readonly value: unknown } | { readonly unreadable: string };

/** What an item of a body is: a report, or what is wrong with it. */
export type CheckedItem = { readonly report: ErrorReport } | { readonly errors: readonly FailureDetail[] };

/** Reports of one request at most. */
export const maxReports = 10_000;

/** How far ahead of our clock a report may be, ms: clocks differ by less. */
export const futureToleranceMs = 5 * 60_000;

/** The report in an item, or what is wrong with it. */
export function checkReport(item: ReportItem, now: Date): CheckedItem {
  if ('unreadable' in item) return { errors: [{ pointer: '', detail: item.unreadable }] };
  const parsed = errorReport.safeParse(item.value);
  if (!parsed.success) return { errors: pointerDetails(parsed.error) };
  const aheadMs = parsed.data.occurredAt.getTime() - now.getTime();
  if (aheadMs <= futureToleranceMs) return { report: parsed.data };
  const detail = `${durationText(aheadMs)} ahead of the server's clock: a clock is wrong, or local time was sent as UTC`;
  return { errors: [{ pointer: '/occurredAt', detail }] };
}

function durationText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
