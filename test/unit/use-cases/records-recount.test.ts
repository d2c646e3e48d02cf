import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordOf } from '../../../shared/domain/problems/record-failures.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { currentView } from '../../../shared/use-cases/current-view.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findRecords } from '../../../shared/use-cases/find-records.ts';
import { readProblemDetail } from '../../../shared/use-cases/read-problem.ts';
import { removeError } from '../../../shared/use-cases/remove-error.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { memoryPortsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const message = 'Principal user is missing prvReadAccount privilege';

type Ports = ReturnType<typeof memoryPortsAt>;

const operation = fc.oneof(
  fc.record({
    kind: fc.constant('report' as const),
    customer: fc.integer({ min: 0, max: 2 }),
    company: fc.constantFrom('C', 'D'),
    hours: fc.constantFrom(0, 1, 21, 23, 25, 27, 47, 49, 100),
  }),
  fc.record({ kind: fc.constant('delete' as const), index: fc.nat() }),
  fc.record({
    kind: fc.constant('clean up' as const),
    filter: fc.constantFrom({ company: ['C'] }, undefined),
  }),
  fc.record({ kind: fc.constant('clean up older' as const), days: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('undo' as const), index: fc.nat() }),
  fc.record({ kind: fc.constant('fold' as const) }),
);

/** Every visible entry of a problem. */
async function livingEntries(ports: Ports, problem: string): Promise<ErrorEntry[]> {
  const entries: ErrorEntry[] = [];
  let from: Parameters<typeof findErrors>[2];
  do {
    const page = await findErrors(ports, { problem: [problem] }, from, 200);
    entries.push(...page.entries.map(({ entry }) => entry));
    from = page.next;
  } while (from);
  return entries;
}

/** The records of entries, counted one entry after the other. */
function recount(entries: readonly ErrorEntry[]) {
  return [...Map.groupBy(entries, ({ report }) => recordOf(report) ?? '')].map(([id, own]) => {
    const times = own.map(({ report }) => report.occurredAt.getTime());
    return { id, count: own.length, firstSeenAt: Math.min(...times), lastSeenAt: Math.max(...times) };
  });
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

it('records agree with a recount after any deletions, clean-ups, undos and folds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 3, maxLength: 25 }), async (operations) => {
      const ports = memoryPortsAt(noon);
      await ports.desk.state();
      let problem = '';
      const stored: ErrorEntry[] = [];
      const cleanups: string[] = [];
      for (const [number, one] of operations.entries()) {
        ports.clock.at = noon + number * 1000;
        if (one.kind === 'report') {
          const at = ports.clock.at - one.hours * hourMs;
          const { epoch } = await currentView(ports);
          const parts = {
            message,
            company: one.company,
            errorId: `${number}`,
            occurredAt: new Date(at).toISOString(),
            source: { app: 'business-central', recordId: `Customer: ${one.customer}` },
          };
          const entry = anErrorEntry(parts, { epoch });
          problem = entry.problemId;
          stored.push(entry);
          await ports.errorLog.store([entry]);
        } else if (one.kind === 'delete') {
          const { id } = stored[one.index % Math.max(1, stored.length)] ?? {};
          if (id) await removeError(ports, id).catch(() => undefined);
        } else if (one.kind === 'undo') {
          const id = cleanups[one.index % Math.max(1, cleanups.length)];
          if (id) await revertCleanup(ports, id, never).catch(() => undefined);
        } else if (one.kind === 'fold') {
          for (const day of (await ports.errorLog.days()).days) await ports.errorLog.fold(day, never);
        } else {
          const olderThanDays = one.kind === 'clean up older' ? one.days : undefined;
          const filter = one.kind === 'clean up' ? one.filter : undefined;
          cleanups.push((await beginCleanup(ports, { olderThanDays, filter }, 'tester', never)).id);
        }
      }
      if (problem === '') return;
      ports.clock.at += dayMs / 24 / 60;
      const expected = recount(await livingEntries(ports, problem)).sort(byId);
      const found =
        expected.length === 0
          ? []
          : (await findRecords(ports, problem, {}, { from: undefined, most: 200 })).records;
      const told = found.map(({ id, count, firstSeenAt, lastSeenAt }) => ({
        id,
        count,
        firstSeenAt,
        lastSeenAt,
      }));
      expect(told.sort(byId)).toEqual(expected);
      if (expected.length === 0) return;
      const { known } = await readProblemDetail(ports, problem);
      expect([...known.records.ids].sort()).toEqual(expected.map(({ id }) => id));
      expect(known.impact).toBe(expected.length);
    }),
    { numRuns: 150, seed: 13 },
  );
});
