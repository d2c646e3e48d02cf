import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../shared/domain/problems/failures.ts';
import { givenUpRecords } from '../../../../shared/domain/problems/given-up.ts';
import { addRecordDays, type RecordDay } from '../../../../shared/domain/problems/record-failures.ts';
import { anErrorReport } from '../../../support/reports.ts';

const minute = 60_000;
const begin = Date.UTC(2026, 10, 22);

/** One row that Business Central writes for a failure. */
interface Row {
  readonly record: string;
  readonly direction: 'to-integration-table' | 'from-integration-table';
  readonly at: number;
  readonly job: string | undefined;
  readonly message: string;
  readonly stopsRuns?: boolean;
}

/** What the desk makes of rows: the days of a record added up in any order. */
function givenUp(rows: readonly Row[], noneAt?: number) {
  const groups = Map.groupBy(rows, ({ record, direction, stopsRuns = false }) =>
    JSON.stringify([record, direction, stopsRuns]),
  );
  const failed = [...groups].map(([group, own]) => {
    const [record, direction, stopsRuns] = JSON.parse(group);
    return {
      pair: {
        pairId: `${stopsRuns} ${direction}`,
        facts: { environment: '', company: 'CRONUS', mapping: 'CUSTOMER', direction },
        stopsRuns,
      },
      record,
      failures: own.map(dayOf).reduce(addRecordDays).failures,
    };
  });
  return givenUpRecords(failed, () => ({ mapping: 'CUSTOMER', count: undefined, noneAt })).givenUp;
}

function dayOf({ at, job, message, direction }: Row): RecordDay {
  const report = anErrorReport({
    occurredAt: new Date(at).toISOString(),
    message,
    direction,
    ...(job ? { jobId: job } : {}),
  });
  const failure = failureOf(report);
  return { count: 1, first: at, last: at, failures: failure ? [failure] : [], lostEntries: false };
}

const row = (parts: Partial<Row> = {}): Row => ({
  record: '10000',
  direction: 'to-integration-table',
  at: begin,
  job: 'job 1',
  message: 'It failed',
  ...parts,
});
const other = (parts: Partial<Row>): Row => row({ record: '20000', message: 'It failed too', ...parts });

describe('a heartbeat that says that none is given up', () => {
  const failed = (...minutes: number[]) =>
    minutes.map((one) => row({ at: begin + one * minute, job: `job ${one}` }));

  it.each([
    { name: 'ends what was given up before', rows: failed(0, 15, 30), since: undefined },
    { name: 'says nothing of later failures', rows: failed(0, 45, 60), since: 45 },
    { name: 'lets one more failure with the same text be enough', rows: failed(0, 15, 30, 45), since: 45 },
    {
      name: 'is no failure with another text',
      rows: [...failed(0, 15), row({ at: begin + 45 * minute, job: 'x', message: 'Else' })],
      since: undefined,
    },
  ])('$name', ({ rows, since }) => {
    expect(givenUp(rows, begin + 40 * minute).map((one) => (one.since - begin) / minute)).toEqual(
      since === undefined ? [] : [since],
    );
  });
});

describe('a record is given up', () => {
  it('after two runs with the same text, since the second', () => {
    expect(givenUp([row(), row({ at: begin + 5 * minute, job: 'job 2' })])).toEqual([
      expect.objectContaining({ record: '10000', status: 'likely', since: begin + 5 * minute }),
    ]);
  });

  it('since the second of a longer row', () => {
    const rows = [0, 5, 10, 15].map((minutes) =>
      row({ at: begin + minutes * minute, job: `job ${minutes}` }),
    );
    expect(givenUp(rows.reverse())).toEqual([expect.objectContaining({ since: begin + 5 * minute })]);
  });

  it.each([
    { name: 'two rows of one run', rows: [row(), row({ at: begin + minute })] },
    { name: 'another text', rows: [row(), row({ at: begin + minute, job: 'job 2', message: 'Else' })] },
    { name: 'no text', rows: [row({ message: '' }), row({ at: begin + minute, job: 'job 2', message: '' })] },
    {
      name: 'a later failure with another text',
      rows: [0, 1, 2].map((run) =>
        row({ at: begin + run * minute, job: `job ${run}`, message: run === 2 ? 'Else' : 'It failed' }),
      ),
    },
    {
      name: 'another direction',
      rows: [row(), row({ at: begin + minute, job: 'job 2', direction: 'from-integration-table' })],
    },
    {
      name: 'a gap of ten minutes without job ids',
      rows: [row({ job: undefined }), row({ at: begin + 10 * minute, job: undefined })],
    },
    {
      name: 'a gap of ten minutes where one row names no job',
      rows: [row(), row({ at: begin + 10 * minute, job: undefined })],
    },
  ])('not by $name', ({ rows }) => {
    expect(givenUp(rows)).toEqual([]);
  });

  it('without job ids, more than ten minutes later', () => {
    expect(
      givenUp([row({ job: undefined }), row({ at: begin + 10 * minute + 1, job: undefined })]),
    ).toHaveLength(1);
  });

  it.each([
    { same: 250, isGivenUp: true },
    { same: 249, isGivenUp: false },
  ])('by the first 250 characters: $same equal ones', ({ same, isGivenUp }) => {
    const message = 'é'.repeat(same);
    const rows = [
      row({ message: `${message}A` }),
      row({ at: begin + minute, job: 'job 2', message: `${message}B` }),
    ];
    expect(givenUp(rows)).toHaveLength(isGivenUp ? 1 : 0);
  });

  it('by Dutch texts as well', () => {
    const message = 'De Debiteur 10000 moet aan een record in Dynamics 365 zijn gekoppeld.';
    expect(givenUp([row({ message }), row({ message, at: begin + minute, job: 'job 2' })])).toHaveLength(1);
  });
});

describe('silence confirms it', () => {
  const twice = [row(), row({ at: begin + 5 * minute, job: 'job 2' })];

  it('when a later run fails for another record', () => {
    const rows = [...twice, other({ at: begin + 10 * minute, job: 'job 3' })];
    expect(givenUp(rows)).toEqual([expect.objectContaining({ record: '10000', status: 'confirmed' })]);
  });

  it.each([
    {
      name: 'a run that failed as a whole',
      later: other({ at: begin + 10 * minute, job: 'job 3', stopsRuns: true }),
    },
    { name: 'another failure of the same run', later: other({ at: begin + 6 * minute, job: 'job 2' }) },
    { name: 'an earlier run', later: other({ at: begin + 2 * minute, job: 'job 0' }) },
    {
      name: 'a failure without job id within ten minutes',
      later: other({ at: begin + 15 * minute, job: undefined }),
    },
    {
      name: 'the other direction',
      later: other({ at: begin + 10 * minute, job: 'job 3', direction: 'from-integration-table' }),
    },
  ])('but not $name', ({ later }) => {
    expect(givenUp([...twice, later])).toEqual([
      expect.objectContaining({ record: '10000', status: 'likely' }),
    ]);
  });
});

describe("held against Business Central's own rule", () => {
  /** 40 runs over 200 records: each record succeeds or fails with one of two texts, until it is skipped. */
  const simulation = fc.record({
    outcomes: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 }), {
      minLength: 200,
      maxLength: 200,
    }),
    withJobs: fc.boolean(),
    retryBefore: fc.option(fc.integer({ min: 1, max: 39 }), { nil: undefined }),
    order: fc.infiniteStream(fc.nat()),
  });

  it('every record it gave up is found, and a wrong one succeeded unseen', () => {
    fc.assert(
      fc.property(simulation, ({ outcomes, withJobs, retryBefore }) => {
        const { rows, skipped, succeeded } = simulate(outcomes, withJobs, retryBefore);
        const noneAt = retryBefore === undefined ? undefined : begin + retryBefore * 15 * minute - minute;
        const found = new Map(givenUp(rows, noneAt).map((one) => [one.record, one]));
        for (const record of skipped) expect(found.has(record)).toBe(true);
        for (const record of found.keys()) if (!skipped.has(record)) expect(succeeded.has(record)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

/**
 * Business Central's rule: two runs in a row that fail with the same text make it skip the record from then on. _Retry
 * All_, before the run `retryBefore`, only makes it try again: it still knows the last failure.
 */
function simulate(
  outcomes: readonly (readonly number[])[],
  withJobs: boolean,
  retryBefore: number | undefined,
) {
  const rows: Row[] = [];
  const skipped = new Set<string>();
  /** Records that succeeded between their last two failures, or after the last: nobody reports that. */
  const succeeded = new Set<string>();
  for (const [index, runs] of outcomes.entries()) {
    const record = String(10_000 + index);
    let last: string | undefined;
    let successSince = false;
    for (const [run, outcome] of runs.entries()) {
      if (run === retryBefore) skipped.delete(record);
      if (skipped.has(record)) continue;
      if (outcome < 2) {
        last = undefined;
        successSince = true;
        continue;
      }
      const message = `Text ${outcome}`;
      rows.push(
        row({ record, message, at: begin + run * 15 * minute, job: withJobs ? `run ${run}` : undefined }),
      );
      if (last === message) skipped.add(record);
      if (!skipped.has(record) && successSince) succeeded.add(record);
      last = message;
      successSince = false;
    }
    if (successSince) succeeded.add(record);
  }
  return { rows, skipped, succeeded };
}
