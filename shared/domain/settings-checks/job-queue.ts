import type { JobQueueEntry } from './business-central-facts.ts';
import type { Fact } from './facts.ts';
import { type Judgement, notApplicable, skippedFor } from './judgement.ts';
import type { FindingTexts } from './texts/finding-texts.ts';
import { senderCodeunit, synchronizationCodeunit } from './well-known-ids.ts';

/** Input of the job rules in addition to the facts. */
export interface JobQuestion {
  readonly now: Date;
  readonly texts: FindingTexts;
}

type Jobs = Fact<readonly JobQueueEntry[]>;
type JobCheck = 'synchronization-jobs' | 'sender-job';

/** How long a job may be ready after its earliest start. Later than that, the job queue does not run. */
const maxDelayMs = 60 * 60_000;

/** The year before which a time of Business Central counts as empty. */
const firstYear = 1753;

/** Checks that the jobs that synchronize exist and run. */
export function judgeSynchronizationJobs(jobs: Jobs, question: JobQuestion): Judgement[] {
  return judgeJobs('synchronization-jobs', synchronizationCodeunit, jobs, question);
}

/**
 * Checks that the job that sends errors to this desk exists and runs.
 * @param isExpected Whether the company ever sent a sign of life. If not, nothing says that it has such a job.
 */
export function judgeSenderJob(jobs: Jobs, isExpected: boolean, question: JobQuestion): Judgement[] {
  if (!isExpected) return [notApplicable('sender-job', question.texts.noSender())];
  return judgeJobs('sender-job', senderCodeunit, jobs, question);
}

function judgeJobs(check: JobCheck, codeunit: number, jobs: Jobs, { now, texts }: JobQuestion): Judgement[] {
  if (!jobs.known) return [skippedFor(check, jobs, texts)];
  const existing = jobs.value.filter(
    ({ objectIdToRun, recurringJob, status }) =>
      objectIdToRun === codeunit && recurringJob && statusOf(status) !== 'finished',
  );
  if (existing.length === 0) return [{ check, status: 'fail', ...texts.noRecurringJob(check, codeunit) }];
  const findings = existing.map((job) => ({
    check,
    subject: job.description?.trim() || String(codeunit),
    ...judgeJob(job, now, texts),
  }));
  const notGood = findings.filter(({ status }) => status !== 'pass');
  return notGood.length > 0 ? notGood : [{ check, status: 'pass', ...texts.jobsRun(existing.length) }];
}

function judgeJob(
  { status, errorMessage, userId, earliestStartDateTime }: JobQueueEntry,
  now: Date,
  texts: FindingTexts,
): Pick<Judgement, 'status' | 'reason' | 'seen' | 'remedy'> {
  switch (statusOf(status)) {
    case 'error':
      return { status: 'fail', ...texts.jobInError(errorMessage?.trim() ?? '', userId?.trim() ?? '') };
    case 'on hold':
      return { status: 'warn', ...texts.jobOnHold() };
    case 'ready':
      return earliestStartDateTime && isOverdue(earliestStartDateTime, now)
        ? { status: 'fail', ...texts.jobOverdue(earliestStartDateTime) }
        : { status: 'pass', ...texts.jobsRun(1) };
    // Business Central puts a job without work on hold by itself and wakes it up later.
    case 'on hold with inactivity timeout':
    case 'in process':
    case 'waiting':
      return { status: 'pass', ...texts.jobsRun(1) };
    default:
      return { status: 'skipped', reason: 'unexpected-answer', ...texts.jobStatusUnknown(status) };
  }
}

/** An option text in lower case. The API may escape characters by their code: `On_x0020_Hold`. */
function statusOf(text: string): string {
  return text
    .replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .trim()
    .toLowerCase();
}

function isOverdue(earliestStart: string, now: Date): boolean {
  const start = new Date(earliestStart);
  return start.getUTCFullYear() >= firstYear && now.getTime() - start.getTime() > maxDelayMs;
}
