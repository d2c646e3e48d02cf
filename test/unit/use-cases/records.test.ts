import { beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import type { RecordFilter } from '../../../shared/use-cases/counted-records.ts';
import { decideOnRecord } from '../../../shared/use-cases/decide-on-record.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { findRecords } from '../../../shared/use-cases/find-records.ts';
import { readProblemDetail } from '../../../shared/use-cases/read-problem.ts';
import { removeError } from '../../../shared/use-cases/remove-error.ts';
import { memoryPortsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;

let ports: ReturnType<typeof memoryPortsAt>;
beforeEach(() => {
  ports = memoryPortsAt(now);
});

/** An error of a customer, so many minutes ago, in a job of its own. */
const failure = (customer: string, minutes: number, parts: Readonly<Record<string, unknown>> = {}) =>
  anErrorEntry({
    occurredAt: new Date(now - minutes * minute).toISOString(),
    jobId: `job ${minutes}`,
    source: {
      app: 'business-central',
      table: 'Customer',
      recordId: `Customer: ${customer}`,
      name: `Name ${customer}`,
    },
    destination: { app: 'dataverse', table: 'account' },
    ...parts,
  });

async function records(problemId: string, filter: RecordFilter = {}, most = 50) {
  return await findRecords(ports, problemId, filter, { from: undefined, most });
}

async function theProblem() {
  const options = { order: 'impact' as const, from: undefined, most: 10, withSamples: false };
  const { problems } = await findProblems(ports, {}, options);
  return problems[0]?.known;
}

describe('the records of a problem', () => {
  it('come with both sides, counts and times, newest failure first', async () => {
    const entries = [failure('1', 30), failure('2', 20), failure('1', 10)];
    await ports.errorLog.store(entries);
    const { records: found, next } = await records(entries[0]?.problemId ?? '');
    expect(found).toMatchObject([
      {
        count: 2,
        firstSeenAt: now - 30 * minute,
        lastSeenAt: now - 10 * minute,
        entry: { report: { source: { recordId: 'Customer: 1' }, destination: { table: 'account' } } },
        givenUp: { status: 'likely', since: now - 10 * minute },
      },
      { count: 1, entry: { report: { source: { recordId: 'Customer: 2' } } }, givenUp: undefined },
    ]);
    expect(next).toBeUndefined();
  });

  it('are the same before a fold and after, and over days', async () => {
    const entries = [failure('1', 30 * 60), failure('2', 20), failure('1', 10)];
    await ports.errorLog.store(entries);
    const id = entries[0]?.problemId ?? '';
    const before = await records(id);
    for (const day of (await ports.errorLog.days()).days) await ports.errorLog.fold(day, () => false);
    expect(await records(id)).toEqual(before);
    expect(before.records[0]).toMatchObject({ count: 2, firstSeenAt: now - 30 * hourMs });
  });

  it('are one in every language of the table', async () => {
    const one = failure('1', 20);
    const klant = failure('1', 10, { source: { app: 'business-central', recordId: 'Klant: 1' } });
    await ports.errorLog.store([one, klant]);
    expect((await records(one.problemId)).records).toHaveLength(1);
  });

  it('come in pages', async () => {
    const entries = Array.from({ length: 7 }, (_, index) => failure(`${index}`, index + 1));
    await ports.errorLog.store(entries);
    const id = entries[0]?.problemId ?? '';
    const seen: string[] = [];
    let from: Awaited<ReturnType<typeof records>>['next'];
    do {
      const page = await findRecords(ports, id, {}, { from, most: 3 });
      seen.push(...page.records.map(({ entry }) => entry.id));
      from = page.next;
    } while (from);
    expect(seen).toEqual(entries.map((entry) => entry.id));
  });

  it('are found where more entries than one read gives lie between them', async () => {
    const between = Array.from({ length: 1200 }, (_, index) =>
      failure('1', 30, {
        errorId: `${index}`,
        occurredAt: new Date(now - 30 * minute - index).toISOString(),
      }),
    );
    await ports.errorLog.store([...between, failure('2', 60), failure('3', 61), failure('1', 10)]);
    const found = await records(between[0]?.problemId ?? '');
    expect(found.records.map(({ count }) => count)).toEqual([1201, 1, 1]);
  });

  it('lose what is deleted, at once', async () => {
    const entries = [failure('1', 30), failure('1', 20), failure('2', 10)];
    await ports.errorLog.store(entries);
    const id = entries[0]?.problemId ?? '';
    await removeError(ports, entries[1]?.id ?? '');
    await removeError(ports, entries[2]?.id ?? '');
    expect((await records(id)).records).toMatchObject([{ count: 1, lastSeenAt: now - 30 * minute }]);
  });
});

describe('a problem that is read by itself', () => {
  it('counts the records that lost entries from what is left', async () => {
    // Older than a day at noon, and newer, on one day.
    const entries = [failure('1', 25 * 60), failure('1', 23 * 60), failure('2', 23 * 60)];
    await ports.errorLog.store(entries);
    const id = entries[0]?.problemId ?? '';
    await beginCleanup(ports, { olderThanDays: 1, filter: undefined }, 'Robin', () => false);
    await removeError(ports, entries[1]?.id ?? '');
    const { known, problem } = await readProblemDetail(ports, id);
    expect(problem.count).toBe(1);
    expect(known.records.ids.size).toBe(1);
    expect(known.impact).toBe(1);
    expect((await records(id)).records).toHaveLength(1);
  });
});

describe('a decision on one record', () => {
  it('takes it out of impact and given-up, and marks its errors; the counts stay', async () => {
    const entries = [failure('1', 30), failure('1', 20), failure('2', 10)];
    await ports.errorLog.store(entries);
    const id = entries[0]?.problemId ?? '';
    const record = (await records(id)).records[1]?.id ?? '';
    expect(await theProblem()).toMatchObject({ impact: 2 });
    const decided = await decideOnRecord(
      ports,
      { problemId: id, record },
      { status: 'ignored' },
      'Robin',
      undefined,
    );
    expect(decided).toMatchObject({ status: 'ignored', decision: { revision: 1, by: 'Robin' } });
    const known = await theProblem();
    expect(known?.impact).toBe(1);
    expect(known?.records.givenUp.size).toBe(0);
    expect(known?.records.ids.size).toBe(2);
    const { entries: listed } = await findErrors(ports, {}, undefined, 10);
    expect(listed.map(({ status }) => status)).toEqual(['open', 'ignored', 'ignored']);
    const ignored = await findErrors(ports, { status: ['ignored'] }, undefined, 10);
    expect(ignored.entries).toHaveLength(2);
    expect((await records(id, { status: ['open'] })).records).toHaveLength(1);
  });

  it('is refused when somebody decided since its ETag', async () => {
    const entry = failure('1', 30);
    await ports.errorLog.store([entry]);
    const about = {
      problemId: entry.problemId,
      record: (await records(entry.problemId)).records[0]?.id ?? '',
    };
    await decideOnRecord(ports, about, { status: 'ignored' }, 'Robin', '"0"');
    await expect(decideOnRecord(ports, about, { status: 'open' }, 'Kim', '"0"')).rejects.toMatchObject({
      code: 'precondition-failed',
      etag: '"1"',
    });
  });
});
