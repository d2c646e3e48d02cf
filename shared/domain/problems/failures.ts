import { hash } from 'node:crypto';
import type { ErrorReport } from '../reports/error-report.ts';

/** One run of Business Central that failed for a record. Several rows of one job are one failure: the last one tells its text. */
export interface Failure {
  /** When its first and its last row occurred, ms since 1970. */
  readonly from: number;
  readonly to: number;
  /** Hash of the job's id; empty where the report names no job. */
  readonly job: string;
  /** Hash of what Business Central compares of the message; empty for an empty message. */
  readonly text: string;
}

/** What Business Central compares: the first 250 UTF-16 units of its message. */
const comparedUnits = 250;

/** Without job ids, rows at most this far apart are of one run, ms. */
export const sameRunMs = 10 * 60_000;

/** The failure that a report tells of; none where its job was no synchronization. `hashOf` hashes ids of jobs. */
export function failureOf(
  { occurredAt, jobId, jobType, message }: ErrorReport,
  hashOf: (jobId: string) => string = hashOfJob,
): Failure | undefined {
  if (jobType !== undefined && jobType !== 'synchronization') return undefined;
  const at = occurredAt.getTime();
  return {
    from: at,
    to: at,
    job: jobId ? hashOf(jobId) : '',
    text: message === '' ? '' : shortHash(message.slice(0, comparedUnits)),
  };
}

/** The hash by which a job is known. */
export function hashOfJob(jobId: string): string {
  return shortHash(jobId);
}

function shortHash(text: string): string {
  return hash('sha256', JSON.stringify(text), 'hex').slice(0, 8);
}

/**
 * Of failures in the order of time those that tell whether and since when a record is given up: the last two, the first
 * two of the unbroken row of equal texts that ends with the last, and the one that broke it before.
 */
export function keptFailures(failures: readonly Failure[]): Failure[] {
  const begin = rowBegin(failures);
  return failures.filter(
    (_, index) => index >= failures.length - 2 || (index >= begin - 1 && index <= begin + 1),
  );
}

/** Where the unbroken row of equal texts begins that ends with the last failure. */
export function rowBegin(failures: readonly Failure[]): number {
  let begin = failures.length - 1;
  while (begin > 0 && isRepeated(failures[begin - 1], failures[begin])) begin--;
  return Math.max(begin, 0);
}

function isRepeated(earlier: Failure | undefined, later: Failure | undefined): boolean {
  return earlier !== undefined && earlier.text !== '' && earlier.text === later?.text;
}

/** Failures in the order of time, rows of one run joined. */
export function joinFailures(failures: readonly Failure[]): Failure[] {
  if (failures.length < 2) return [...failures];
  const joined: Failure[] = [];
  for (const failure of [...failures].sort((one, other) => one.from - other.from || one.to - other.to)) {
    const last = joined.at(-1);
    if (last && isSameRun(last, failure)) joined[joined.length - 1] = joinTwo(last, failure);
    else joined.push(failure);
  }
  return joined;
}

function isSameRun(earlier: Failure, later: Failure): boolean {
  if (earlier.job && later.job) return earlier.job === later.job;
  return later.from - earlier.to <= sameRunMs;
}

function joinTwo(earlier: Failure, later: Failure): Failure {
  const last = later.to >= earlier.to ? later : earlier;
  return { from: earlier.from, to: last.to, job: last.job || earlier.job, text: last.text };
}
