import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose, rulesVersion } from '../../../shared/domain/diagnosis/diagnose.ts';
import type { ProblemFilter } from '../../../shared/domain/problems/problem-filter.ts';
import { maxPairsPerDay } from '../../../shared/domain/problems/too-many-problems.ts';
import { entryDiagnosedLater } from '../../../shared/domain/reports/error-entry.ts';
import { TableErrorLog } from '../../../shared/storage/error-log/table-error-log.ts';
import { beginCleanup, previewCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { readError } from '../../../shared/use-cases/read-error.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { byLastSeen } from '../../support/desk-ports.ts';
import { type Instance, Instances, report, runTimer } from '../../support/instances.ts';
import { anErrorReport } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const all = { olderThanDays: undefined, filter: undefined };

/** Instances that tell only so many pairs apart. */
function bounded(instances: Instances, maxPairs: number): Instance {
  const { tables, prefix } = instances.storage;
  return { ...instances.open(), errorLog: new TableErrorLog(tables, prefix, { maxPairs }) };
}

/** A text like no other, of letters only: numbers and names would make it the same problem. */
function text(index: number): string {
  const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return `Nobody knows what ${letters} means here`;
}

async function listedIds(instance: Instance, filter: ProblemFilter): Promise<string[]> {
  const ids: string[] = [];
  let from: Parameters<typeof findErrors>[2];
  do {
    const page = await findErrors(instance, filter, from, 200);
    ids.push(...page.entries.map(({ entry }) => entry.id));
    from = page.next;
  } while (from);
  return ids;
}

const companies = ['Adatum', 'Contoso', 'Fabrikam'];
const mappings = ['CUSTOMER', 'VENDOR', undefined];
const known = 'Salesperson/Purchaser JO is coupled to a deleted record.';
const filters: readonly ProblemFilter[] = [
  {},
  ...companies.map((company) => ({ company: [company] })),
  { mapping: ['CUSTOMER'] },
  { company: ['Adatum'], mapping: ['VENDOR'] },
  { cause: ['unclassified'] },
  { cause: ['coupled-record-deleted'] },
  { resolver: ['unknown'] },
  { direction: ['to-integration-table'] },
];

const reports = fc.array(
  fc.record({
    company: fc.constantFrom(...companies),
    mapping: fc.constantFrom(...mappings),
    message: fc.oneof(fc.constant(known), fc.nat({ max: 40 }).map(text)),
    instance: fc.nat({ max: 1 }),
  }),
  { minLength: 5, maxLength: 40 },
);

it('counts add up to the entries for every filter, however many problems are beyond the bound', async () => {
  await fc.assert(
    fc.asyncProperty(reports, fc.nat({ max: 8 }), async (bodies, maxPairs) => {
      const instances = new Instances(noon);
      const opened = [bounded(instances, maxPairs), bounded(instances, maxPairs)];
      for (const [index, { instance, ...body }] of bodies.entries()) {
        const one = opened[instance];
        if (one)
          await report(one, [
            { ...body, occurredAt: new Date(noon - (index + 1) * 60_000).toISOString(), errorId: `${index}` },
          ]);
      }
      for (const folds of [0, 1]) {
        if (folds) await runTimer(instances.open());
        for (const filter of filters) {
          const reader = instances.open();
          const { problems } = await findProblems(reader, filter, byLastSeen(200));
          const ids = await listedIds(reader, filter);
          expect(problems.reduce((sum, { problem }) => sum + problem.count, 0)).toBe(ids.length);
          const filtered = { olderThanDays: undefined, filter };
          expect(await previewCleanup(reader, filtered, 'x')).toMatchObject({ deleted: ids.length });
          for (const { problem } of problems) {
            const own = await listedIds(reader, { ...filter, problem: [problem.id] });
            expect(own).toHaveLength(problem.count);
          }
        }
      }
      // Each entry shows its own diagnosis.
      const reader = instances.open();
      for (const id of await listedIds(reader, {})) {
        const { entry } = await readError(reader, id);
        expect(entry.diagnosis).toEqual(diagnose(entry.report));
      }
      for (const filter of filters.slice(1)) {
        const meant = (await listedIds(reader, filter)).length;
        const before = (await listedIds(reader, {})).length;
        const cleanup = await beginCleanup(reader, { olderThanDays: undefined, filter }, 'x', never);
        expect(cleanup).toMatchObject({ deleted: meant, phase: 'done' });
        expect(await listedIds(reader, {})).toHaveLength(before - meant);
        await revertCleanup(reader, cleanup.id, never);
        expect(await listedIds(reader, {})).toHaveLength(before);
      }
    }),
    { numRuns: 15, seed: 4 },
  );
});

it('places beyond what the bound leaves room for count as one problem of their environment', async () => {
  const instances = new Instances(noon);
  const one = bounded(instances, 1);
  await report(
    one,
    Array.from({ length: 700 }, (_, index) => ({
      occurredAt: new Date(noon - 60_000).toISOString(),
      company: `Company ${index}`,
      message: text(index),
      errorId: `${index}`,
    })),
  );
  const { problems } = await findProblems(one, {}, byLastSeen(200));
  expect(problems.map(({ problem: { traits, count } }) => [traits.key.split(':')[0], count])).toEqual(
    expect.arrayContaining([
      ['too-many-problems', 500],
      ['too-many-problems', 199],
      ['text', 1],
    ]),
  );
  for (const company of ['Company 0', 'Company 3', 'Company 699']) {
    const { problems: own } = await findProblems(one, { company: [company] }, byLastSeen(200));
    const sum = own.reduce((counted, { problem }) => counted + problem.count, 0);
    expect(await listedIds(one, { company: [company] })).toHaveLength(sum);
    const filter = { company: [company] };
    expect(await previewCleanup(one, { olderThanDays: undefined, filter }, 'x')).toMatchObject({
      deleted: sum,
    });
    const cleanup = await beginCleanup(one, { olderThanDays: undefined, filter }, 'x', never);
    expect(cleanup.deleted).toBe(sum);
    await revertCleanup(one, cleanup.id, never);
  }
});

it('a day of 20,000 different problems is counted within the bound, and all of it can be deleted', {
  timeout: 120_000,
}, async () => {
  const instances = new Instances(noon);
  const [one, other] = [instances.open(), instances.open()];
  const count = 20_000;
  const entries = Array.from({ length: count }, (_, index) =>
    entryDiagnosedLater(
      anErrorReport({
        occurredAt: new Date(noon - 60_000 - index).toISOString(),
        message: text(index),
        mapping: ['CUSTOMER', 'VENDOR'][index % 2],
        errorId: `${index}`,
      }),
      diagnose,
      { rulesVersion, receivedAt: new Date(noon), epoch: '' },
    ),
  );
  for (let start = 0; start < count; start += 10_000)
    await one.errorLog.store(entries.slice(start, start + 10_000));
  for (const folds of [0, 1]) {
    if (folds) await runTimer(other);
    const { facts, counts, calls } = await other.errorLog.summary('20260311', 200);
    expect(facts.size).toBe(maxPairsPerDay + 2);
    expect(counts.size).toBe(maxPairsPerDay + 2);
    expect(calls).toBeLessThanOrEqual(5);
    expect(await previewCleanup(other, all, 'x')).toMatchObject({ deleted: count, stillOpen: count });
  }
  const keys = (await findProblems(other, { cause: ['unclassified'] }, byLastSeen(6000))).problems
    .filter(({ problem }) => problem.count > 1)
    .map(({ problem: { traits, count: own } }) => [traits.key, own]);
  expect(keys.sort()).toEqual([
    ['too-many-problems:CUSTOMER', 7500],
    ['too-many-problems:VENDOR', 7500],
  ]);
  expect(await beginCleanup(other, all, 'x', never)).toMatchObject({ deleted: count });
  expect(await listedIds(other, {})).toEqual([]);
});
