import {
  type CheckedItem,
  checkReport,
  maxItemsWithDetails,
  type ReportItem,
} from '../domain/reports/report-check.ts';

/** Reports checked before other requests have their turn: a few milliseconds. */
const checkedAtATime = 250;

/** Checks the items of one request. The first 200 invalid ones get details. */
export async function checkReports(items: readonly ReportItem[], now: Date): Promise<CheckedItem[]> {
  const checked: CheckedItem[] = [];
  let invalid = 0;
  for (const item of items) {
    if (checked.length % checkedAtATime === checkedAtATime - 1) await otherRequests();
    const one = checkReport(item, now, invalid < maxItemsWithDetails);
    if ('errors' in one) invalid++;
    checked.push(one);
  }
  return checked;
}

/** Lets the requests that wait for the processor go first. */
function otherRequests(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
