import { describe, expect, it } from 'vitest';
import type { JobQueueEntry } from '../../../../shared/domain/settings-checks/business-central-facts.ts';
import { aJob, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const jobs = (...value: JobQueueEntry[]) => aSnapshot({ businessCentral: { jobQueueEntries: { value } } });
const item = 'ITEM - Dataverse synchronization job.';

describe('synchronization-jobs', () => {
  // The facts are judged at 12:00 UTC.
  it.each([
    {
      name: 'ready, due in an hour',
      job: { status: 'Ready', earliestStartDateTime: '2026-11-22T13:00:00Z' },
      status: 'pass',
    },
    {
      name: 'ready for an hour',
      job: { status: 'Ready', earliestStartDateTime: '2026-11-22T11:00:00Z' },
      status: 'pass',
    },
    {
      name: 'ready for longer',
      job: { status: 'Ready', earliestStartDateTime: '2026-11-22T10:59:59Z' },
      status: 'fail',
    },
    {
      name: 'ready for longer, in another zone',
      job: { status: 'Ready', earliestStartDateTime: '2026-11-22T12:59:59+02:00' },
      status: 'fail',
    },
    {
      name: 'ready without an earliest start',
      job: { status: 'Ready', earliestStartDateTime: null },
      status: 'pass',
    },
    {
      name: 'ready with the empty time',
      job: { status: 'Ready', earliestStartDateTime: '0001-01-01T00:00:00Z' },
      status: 'pass',
    },
    {
      name: 'in process since yesterday',
      job: { status: 'In Process', earliestStartDateTime: '2026-11-21T12:00:00Z' },
      status: 'pass',
    },
    { name: 'in process, escaped', job: { status: 'In_x0020_Process' }, status: 'pass' },
    { name: 'waiting', job: { status: 'Waiting' }, status: 'pass' },
    { name: 'asleep', job: { status: 'On Hold with Inactivity Timeout' }, status: 'pass' },
    {
      name: 'asleep, escaped',
      job: { status: 'On_x0020_Hold_x0020_with_x0020_Inactivity_x0020_Timeout' },
      status: 'pass',
    },
    { name: 'on hold', job: { status: 'On Hold' }, status: 'warn' },
    { name: 'on hold, escaped', job: { status: 'On_x0020_Hold' }, status: 'warn' },
    { name: 'on hold, escaped with capitals', job: { status: 'ON_X0020_HOLD' }, status: 'warn' },
    { name: 'in error', job: { status: 'Error' }, status: 'fail' },
    { name: 'finished', job: { status: 'Finished' }, status: 'fail' },
    { name: 'not recurring', job: { recurringJob: false }, status: 'fail' },
    { name: 'of another codeunit', job: { objectIdToRun: 50102 }, status: 'fail' },
    {
      name: 'in a status of a later version',
      job: { status: 'Paused' },
      status: 'skipped',
      reason: 'unexpected-answer',
    },
  ])('a job $name: $status', ({ job, status, reason }) => {
    const findings = findingsOf('synchronization-jobs', jobs(aJob(job)));
    expect(findings).toMatchObject([{ status, ...(reason && { reason }) }]);
  });

  it('without any job fails', () => {
    expect(findingsOf('synchronization-jobs', jobs())).toMatchObject([
      { status: 'fail', seen: expect.stringContaining('5339') },
    ]);
  });

  it('names each job that is not good, and no other', () => {
    const findings = findingsOf(
      'synchronization-jobs',
      jobs(
        aJob(),
        aJob({ status: 'On Hold', description: item }),
        aJob({ status: 'Error', description: '' }),
      ),
    );
    expect(findings.map(({ status, subject }) => [status, subject])).toEqual([
      ['warn', item],
      ['fail', '5339'],
    ]);
  });

  it('shows the message of a job in error, and whom it runs as', () => {
    const errorMessage = 'Could not acquire an access token';
    const [finding] = findingsOf('synchronization-jobs', jobs(aJob({ status: 'Error', errorMessage })));
    expect(finding?.seen).toBe(
      'The job is in status Error; it runs as SYNC. Its message: Could not acquire an access token.',
    );
    const [bare] = findingsOf(
      'synchronization-jobs',
      jobs(aJob({ status: 'Error', errorMessage: null, userId: null })),
    );
    expect(bare?.seen).toBe('The job is in status Error.');
  });

  it('is skipped if the jobs cannot be read', () => {
    const snapshot = aSnapshot({
      businessCentral: { jobQueueEntries: { unavailable: { reason: 'not-permitted' } } },
    });
    expect(findingsOf('synchronization-jobs', snapshot)).toMatchObject([
      { status: 'skipped', reason: 'not-permitted' },
    ]);
  });
});

describe('sender-job', () => {
  const sender = aJob({ objectIdToRun: 50102, status: 'Error', description: 'Error Desk Sender' });

  it('is not applicable before any sender gave a sign of life', () => {
    expect(findingsOf('sender-job', jobs(sender))).toMatchObject([
      { status: 'skipped', reason: 'not-applicable' },
    ]);
  });

  it('is judged as the other jobs are, once a sender did', () => {
    expect(findingsOf('sender-job', jobs(sender), [], ['CRONUS NL'])).toMatchObject([
      { status: 'fail', subject: 'Error Desk Sender' },
    ]);
    expect(findingsOf('sender-job', jobs(aJob()), [], ['CRONUS NL'])).toMatchObject([
      { status: 'fail', seen: expect.stringContaining('50102') },
    ]);
  });

  it('is judged only for the companies that did', () => {
    const company = (name: string) => ({ company: name, jobQueueEntries: { value: [sender] } });
    const snapshot = { businessCentral: { companies: [company('A'), company('B')] } };
    expect(findingsOf('sender-job', snapshot, [], ['B'])).toMatchObject([
      { company: 'A', reason: 'not-applicable' },
      { company: 'B', status: 'fail' },
    ]);
  });
});
