import type { ErrorReport } from '../../shared/domain/reports/error-report.ts';

/** The columns of one error, as both comparison variants keep them. */
export type ReportRow = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly occurredAt: string;
  readonly company: string;
  readonly message: string;
  readonly mapping?: string | undefined;
  readonly direction?: string | undefined;
  readonly sourceRecordId?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly destinationRecordId?: string | undefined;
  readonly destinationName?: string | undefined;
};

/** The plain row of a report: a partition per company, the sender's id as the key. */
export function plainRow(report: ErrorReport): ReportRow {
  return { partitionKey: report.company, rowKey: report.errorId ?? crypto.randomUUID(), ...columns(report) };
}

/** The batch-aware row of a report: a partition per day, and keys that sort the newest first. */
export function dayRow(report: ErrorReport): ReportRow {
  const { occurredAt, errorId = crypto.randomUUID() } = report;
  return {
    partitionKey: dayPartition(occurredAt),
    rowKey: `${newestFirst(occurredAt)}-${errorId}`,
    ...columns(report),
  };
}

/** Whether a row has a word in its message, or in the ids or names of its records, in any case. */
export function rowContains(row: ReportRow, word: string): boolean {
  const { message, sourceRecordId, sourceName, destinationRecordId, destinationName } = row;
  return [message, sourceRecordId, sourceName, destinationRecordId, destinationName].some((text) =>
    text?.toLowerCase().includes(word),
  );
}

const farFuture = 9_999_999_999_999;

/** The partition of the day of a moment; later days sort first. */
export function dayPartition(at: Date): string {
  return String(99_999_999 - Number(at.toISOString().slice(0, 10).replaceAll('-', '')));
}

/** A moment as text; later moments sort first. */
export function newestFirst(at: Date): string {
  return String(farFuture - at.getTime()).padStart(13, '0');
}

function columns({ occurredAt, source, destination, ...texts }: ErrorReport) {
  return {
    ...texts,
    occurredAt: occurredAt.toISOString(),
    sourceApp: source?.app,
    sourceTable: source?.table,
    sourceRecordId: source?.recordId,
    sourceName: source?.name,
    destinationApp: destination?.app,
    destinationTable: destination?.table,
    destinationRecordId: destination?.recordId,
    destinationName: destination?.name,
  };
}

/** Errors with one message in one mapping, counted by hour: what both comparison variants call a problem. */
export interface CountedProblem {
  readonly sample: Pick<ReportRow, 'company' | 'mapping' | 'direction' | 'message'>;
  count: number;
  readonly hours: Record<string, number>;
}

/** Counts rows since a moment (ISO 8601) by problem and hour; the 50 most frequent. */
export function countProblems(
  rows: Iterable<Pick<ReportRow, 'company' | 'mapping' | 'direction' | 'message' | 'occurredAt'>>,
  since: string,
): CountedProblem[] {
  const problems = new Map<string, CountedProblem>();
  for (const row of rows) {
    if (row.occurredAt < since) continue;
    const { company, mapping, direction, message } = row;
    const key = `${company}|${mapping}|${direction}|${message}`;
    let problem = problems.get(key);
    if (!problem) {
      problem = { sample: { company, mapping, direction, message }, count: 0, hours: {} };
      problems.set(key, problem);
    }
    const hour = row.occurredAt.slice(0, 13);
    problem.count++;
    problem.hours[hour] = (problem.hours[hour] ?? 0) + 1;
  }
  return [...problems.values()].sort((one, other) => other.count - one.count).slice(0, 50);
}

/** The moment a number of days ago, as ISO 8601. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 3_600_000).toISOString();
}
