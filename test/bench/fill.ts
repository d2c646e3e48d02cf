import type { HttpCaller } from './http-caller.ts';
import { expectCreated } from './reporting.ts';
import { manyReports, rareReport } from './reports.ts';

/** The number of errors to put into a log, and the time they span (ms since 1970). */
export interface Filling {
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

const perPost = 10_000;
/** Errors of the rare company among all of them. */
export const rareErrors = 20;

/** Fills the log of a variant through its API, oldest first; 20 of the errors are of a rare company. */
export async function fill(caller: HttpCaller, { rows, from, to }: Filling): Promise<void> {
  const rareEvery = rows / rareErrors;
  const timeOf = (index: number) => from + ((to - from) * index) / rows;
  for (let start = 0; start < rows; start += perPost) {
    const end = Math.min(start + perPost, rows);
    const reports = manyReports(end - start, timeOf(start), timeOf(end), `f${start}`);
    for (let index = start; index < end; index++)
      if (index % rareEvery === Math.floor(rareEvery / 2))
        reports[index - start] = rareReport(Math.floor(timeOf(index)), `f${index}`);
    const body = Buffer.from(JSON.stringify(reports));
    const { stored } = expectCreated(await caller.call('POST', '/api/errors', body));
    if (stored !== end - start) throw new Error(`${stored} errors of ${end - start} were stored`);
  }
}
