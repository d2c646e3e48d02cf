import type { FailureDetail } from '../app-error.ts';
import { pointerDetails } from '../failure-details.ts';
import { type ErrorReport, errorReport } from './error-report.ts';

/** One item of a body with many: what it is, or why it could not be read. */
export type ReportItem = { readonly value: unknown } | { readonly unreadable: string };

/** Reports of one request at most. */
export const maxReports = 10_000;

/** How far a report may be ahead of the server's clock, ms: clocks differ by less. */
export const futureToleranceMs = 5 * 60_000;

/** Before this moment a date is an empty one: Business Central's is 0001-01-01. */
const earliest = Date.UTC(2000, 0, 1);

/** Invalid items of one request that get details; an answer with more would be many megabytes long. */
export const maxItemsWithDetails = 200;

/** The report in an item, or what is wrong with it; `errors` is undefined where nobody asked for details. */
export type CheckedItem =
  | { readonly report: ErrorReport }
  | { readonly errors: readonly FailureDetail[] | undefined };

/** Checks one item. */
export function checkReport(item: ReportItem, now: Date, withDetails = true): CheckedItem {
  if ('unreadable' in item) return fault('', item.unreadable, withDetails);
  const parsed = errorReport.safeParse(item.value);
  if (!parsed.success) return { errors: withDetails ? pointerDetails(parsed.error) : undefined };
  const { occurredAt } = parsed.data;
  if (occurredAt.getTime() < earliest)
    return fault('/occurredAt', 'Before the year 2000: the date is empty or wrong', withDetails);
  const aheadMs = occurredAt.getTime() - now.getTime();
  if (aheadMs <= futureToleranceMs) return { report: parsed.data };
  const detail = `${durationText(aheadMs)} ahead of the server's clock: a clock is wrong, or local time was sent as UTC`;
  return fault('/occurredAt', detail, withDetails);
}

function fault(pointer: string, detail: string, withDetails: boolean): CheckedItem {
  return { errors: withDetails ? [{ pointer, detail }] : undefined };
}

function durationText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
