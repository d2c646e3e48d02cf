import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/app-error.ts';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup, previewCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { readError } from '../../../shared/use-cases/read-error.ts';
import { removeError } from '../../../shared/use-cases/remove-error.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { csvOfErrors } from '../../support/csv-of-errors.ts';
import { byLastSeen } from '../../support/desk-ports.ts';
import { type Instance, Instances, report, runTimer } from '../../support/instances.ts';
import { freshStorage } from '../../support/storage.ts';

const now = Date.parse('2026-03-11T12:30:00Z');
const minuteMs = 60_000;
const never = () => false;

/** Every id that a list gives, page by page. */
async function listed(instance: Instance): Promise<string[]> {
  const ids: string[] = [];
  let from: Parameters<typeof findErrors>[2];
  do {
    const page = await findErrors(instance, {}, from, 5);
    ids.push(...page.entries.map(({ entry }) => entry.id));
    from = page.next;
  } while (from);
  return ids;
}

async function countedInProblems(instance: Instance): Promise<number> {
  const { problems } = await findProblems(instance, {}, byLastSeen(200));
  return problems.reduce((sum, { problem }) => sum + problem.count, 0);
}

const all = (instance: Instance) =>
  beginCleanup(instance, { olderThanDays: undefined, filter: undefined }, 'tester', never);

/** Reports one error; gives its id. */
async function reportOne(instance: Instance, at: number, name: string): Promise<string> {
  const [result] = await report(instance, [
    { occurredAt: new Date(at).toISOString(), errorId: name, company: `Company ${name}` },
  ]);
  expect(result).toMatchObject({ outcome: 'stored' });
  return result && 'id' in result ? result.id : '';
}

it.each([
  { where: 'in memory', open: () => new Instances(now) },
  { where: 'on the storage service', open: () => new Instances(Date.now(), freshStorage()) },
])(
  '$where: an error that occurred before a clean-up of all and arrives after it is shown',
  async ({ open }) => {
    const instances = open();
    const [one, other] = [instances.open(), instances.open({ aheadMs: -3 * minuteMs })];
    const early = await reportOne(one, instances.at - 40_000, 'early');
    expect(await all(one)).toMatchObject({ deleted: 1 });
    expect(await listed(instances.open())).toEqual([]);
    // The other instance knows of the clean-up five seconds later at the latest.
    instances.at += 5000;
    const late = await reportOne(one, instances.at - 35_000, 'late');
    const later = await reportOne(other, instances.at - 36_000, 'later');
    for (const reader of [one, other, instances.open()]) {
      expect(await listed(reader)).toEqual([late, later]);
      expect(await countedInProblems(reader)).toBe(2);
      await expect(readError(reader, early)).rejects.toThrow(AppError);
      expect((await readError(reader, late)).entry.id).toBe(late);
    }
    expect(await csvOfErrors(other)).toHaveLength(3);
    // A second clean-up of all takes them, and its undo brings just them back.
    const second = await all(one);
    expect(second).toMatchObject({ deleted: 2 });
    expect(await listed(instances.open())).toEqual([]);
    await revertCleanup(one, second.id, never);
    expect(await listed(instances.open())).toEqual([late, later]);
  },
);

const offsets = [0, -3 * minuteMs, 4 * minuteMs];
const which = fc.nat({ max: offsets.length - 1 });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('report' as const),
      which,
      back: fc.constantFrom(1, 30_000, 5 * minuteMs, 70 * minuteMs, 13 * hourMs, 25 * hourMs, 60 * hourMs),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('all' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('older' as const), which, days: fc.constantFrom(1, 2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('undo' as const), which, cleanup: fc.nat({ max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('delete' as const), which, entry: fc.nat({ max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      ms: fc.constantFrom(1, minuteMs, 61 * minuteMs, 25 * hourMs),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('timer' as const), which }) },
);

/** What DESIGN 5 says, by plain means. */
class Model {
  readonly entries: { readonly id: string; readonly at: number; readonly epoch: number; deleted: boolean }[] =
    [];
  /** Oldest first; their numbers are the epochs. */
  readonly cleanups: { readonly id: string; readonly cutoff: number; undone: boolean }[] = [];

  report(id: string, at: number): void {
    this.entries.push({ id, at, epoch: this.cleanups.length, deleted: false });
  }

  /** Ids of the entries that are shown at this moment, newest first. */
  shown(now: number): string[] {
    return this.entries
      .filter(({ at, epoch, deleted }) => {
        if (deleted || at <= now - 7 * dayMs) return false;
        return !this.cleanups.slice(epoch).some(({ cutoff, undone }) => !undone && at <= cutoff);
      })
      .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id);
  }
}

/** Expects every reader of this instance to agree with the model. */
async function expectAgreement(instance: Instance, model: Model): Promise<void> {
  const shown = model.shown(instance.now().getTime());
  expect(await listed(instance)).toEqual(shown);
  expect(await countedInProblems(instance)).toBe(shown.length);
  const preview = await previewCleanup(instance, { olderThanDays: undefined, filter: undefined }, 'tester');
  const meant = model.entries.filter(({ id, at }) => shown.includes(id) && at <= preview.cutoff.getTime());
  expect(preview.deleted).toBe(meant.length);
  const bodies = await findProblems(instance, {}, byLastSeen(200));
  for (const { sampleErrorId } of bodies.problems) if (sampleErrorId) expect(shown).toContain(sampleErrorId);
  for (const { id } of model.entries) {
    const found = await readError(instance, id).then(
      () => true,
      () => false,
    );
    expect(found).toBe(shown.includes(id));
  }
}

it('lists, counts, previews, samples and point reads agree with the plain rule, whatever comes late', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const instances = new Instances(now);
      const opened = offsets.map((aheadMs) => instances.open({ aheadMs }));
      const model = new Model();
      let names = 0;
      for (const one of steps) {
        // Everybody knows of what was done before.
        instances.at += 5000;
        if (one.act === 'wait') {
          instances.at += one.ms;
          continue;
        }
        const instance = opened[one.which];
        if (!instance) continue;
        if (one.act === 'report') {
          const at = Math.min(instances.at, instance.now().getTime()) - one.back;
          // Several errors of one problem, and several problems.
          const [result] = await report(instance, [
            {
              occurredAt: new Date(at).toISOString(),
              errorId: `${++names}`,
              company: `Company ${names % 2}`,
            },
          ]);
          if (result?.outcome === 'stored') model.report(result.id, at);
        } else if (one.act === 'all' || one.act === 'older') {
          const olderThanDays = one.act === 'older' ? one.days : undefined;
          const shown = model.shown(instance.now().getTime());
          const begun = await beginCleanup(instance, { olderThanDays, filter: undefined }, 'tester', never);
          const cutoff = begun.cutoff.getTime();
          expect(cutoff).toBeLessThan(instances.at + 1000);
          expect(begun.deleted).toBe(
            model.entries.filter(({ id, at }) => shown.includes(id) && at <= cutoff).length,
          );
          model.cleanups.push({ id: begun.id, cutoff, undone: false });
        } else if (one.act === 'undo') {
          const cleanup = model.cleanups.at(-1 - one.cleanup);
          if (!cleanup) continue;
          const undone = await revertCleanup(instance, cleanup.id, never).catch((error: unknown) => {
            if (error instanceof AppError) return undefined;
            throw error;
          });
          if (undone) cleanup.undone = true;
        } else if (one.act === 'delete') {
          const entry = model.entries[one.entry];
          if (!entry) continue;
          const isShown = model.shown(instance.now().getTime()).includes(entry.id);
          const removed = removeError(instance, entry.id);
          if (isShown) {
            await removed;
            entry.deleted = true;
          } else await expect(removed).rejects.toThrow(AppError);
        } else await runTimer(instance);
        instances.at += 5000;
        for (const reader of opened) await expectAgreement(reader, model);
      }
    }),
    { numRuns: 120, seed: 5 },
  );
});
