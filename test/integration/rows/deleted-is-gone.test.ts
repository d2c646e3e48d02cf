import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { readProblemDetail } from '../../../shared/use-cases/read-problem.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { removeError } from '../../../shared/use-cases/remove-error.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { byLastSeen } from '../../support/desk-ports.ts';
import { type Instance, Instances, report, runTimer } from '../../support/instances.ts';
import { placesOf } from '../../support/raw-rows.ts';
import { freshStorage } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const name = 'Canaryson';

/** Texts that name a person, recognized or not. */
const messages = [
  `Something that nobody has described happened to ${name}.`,
  `Salesperson/Purchaser ${name} is coupled to a deleted record.`,
  `Cannot find ${name} in table Salesperson/Purchaser.`,
  `There is no Salesperson/Purchaser within the filter. Filters: Code: ${name}`,
  `The Customer already exists. Identification fields and values: No.='${name}'`,
  `The field Salesperson Code of table Customer contains a value (${name}) that cannot be found in the related table (Salesperson/Purchaser).`,
  `E-Mail must have a value in Contact: No.=${name}. It cannot be zero or empty.`,
  `'${name}' is not a valid e-mail address`,
  `Blocked must be equal to ' ' in Customer: No.=${name}. Current value is 'All'.`,
  `Principal user (Id=8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5, type=8, ${name}) is missing prvReadAccount privilege`,
  `The user ${name} cannot sign in: AADSTS50055: The password is expired.`,
  `${name}`,
  '',
];

/** Reports with the name in every field that may not outlive them. */
function canaries(at: number, company: string) {
  return messages.map((message, index) => ({
    occurredAt: new Date(at - index).toISOString(),
    company,
    message,
    errorId: `${name}-${index}`,
    jobId: `${name}-job`,
    callStack: `${name}(CodeUnit 1).Run line 7`,
    source: {
      app: 'business-central',
      table: 'Customer',
      recordId: `Customer: ${name}`,
      name,
      url: `https://businesscentral.dynamics.com/${name}`,
    },
    destination: {
      app: 'dataverse',
      table: 'account',
      recordId: `account: ${name}`,
      name,
      url: `https://contoso.crm4.dynamics.com/${name}`,
    },
  }));
}

/** Hours pass, and the timer runs in each quarter of a day. */
async function pass(instances: Instances, hours: number): Promise<void> {
  const end = instances.at + hours * hourMs;
  for (; instances.at < end; instances.at += 6 * hourMs) await runTimer(instances.open());
  await runTimer(instances.open());
}

interface Way {
  readonly how: string;
  readonly remove: (instance: Instance, ids: readonly string[]) => Promise<unknown>;
  readonly hours: number;
}

const ways: readonly Way[] = [
  {
    how: 'one by one',
    remove: async (instance, ids) => {
      for (const id of ids) await removeError(instance, id);
    },
    hours: 1,
  },
  {
    how: 'by a filtered clean-up',
    remove: (instance) =>
      beginCleanup(instance, { olderThanDays: undefined, filter: { company: ['Gone'] } }, 'tester', never),
    hours: 26,
  },
  {
    how: 'by a clean-up of all',
    remove: (instance) =>
      beginCleanup(instance, { olderThanDays: undefined, filter: undefined }, 'tester', never),
    hours: 26,
  },
  { how: 'by the retention', remove: () => Promise.resolve(), hours: 9 * 24 + 6 },
];

it.each(ways)('after a deletion $how, nothing of an entry stands in any row', async ({ remove, hours }) => {
  const instances = new Instances(noon);
  const [one, other] = [instances.open(), instances.open()];
  const results = await report(one, canaries(noon - 60_000, 'Gone'));
  const ids = results.flatMap((result) => ('id' in result ? [result.id] : []));
  expect(ids).toHaveLength(messages.length);
  // What is folded, decided and asked for leaves traces too.
  await runTimer(other);
  for (const { problem } of (await findProblems(one, {}, byLastSeen(100))).problems)
    await recordDecision(one, problem.id, { status: 'ignored' }, 'tester', undefined);
  expect(await placesOf(instances.storage, name)).not.toEqual([]);
  instances.at += 10_000;
  await remove(other, ids);
  // Something stays, so that the table is kept: an error of a sender's queue.
  instances.at += 10_000;
  await report(one, [{ occurredAt: new Date(noon - 120_000).toISOString(), company: 'Kept' }]);
  await pass(instances, hours);
  expect(await placesOf(instances.storage, name)).toEqual([]);
  const { problems } = await findProblems(instances.open(), {}, byLastSeen(100));
  expect(JSON.stringify(problems)).not.toContain(name);
  if (hours < 100) expect(problems.map(({ problem }) => problem.count)).toEqual([1]);
});

it('on the storage service: an entry that was deleted is gone at once, from counts that were folded too', async () => {
  const instances = new Instances(Date.now(), freshStorage());
  const one = instances.open();
  const results = await report(one, canaries(instances.at - 60_000, 'Gone'));
  await runTimer(one);
  for (const result of results) if ('id' in result) await removeError(one, result.id);
  await runTimer(instances.open());
  expect(await placesOf(instances.storage, name)).toEqual([]);
});

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('report' as const),
      company: fc.nat({ max: 1 }),
      text: fc.nat({ max: 1 }),
      back: fc.constantFrom(0, 1, 61, 122, 60 * 30),
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('delete' as const), which: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('clean' as const), company: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('all' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('undo' as const), which: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('timer' as const) }) },
);
const companies = ['Adatum', 'Contoso'];
const texts = ['Nobody knows this text.', 'Salesperson/Purchaser JO is coupled to a deleted record.'];

it('a sample is always the newest entry that is shown, of the places that are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 16 }), async (steps) => {
      const instances = new Instances(noon);
      const instance = instances.open();
      let names = 0;
      for (const one of steps) {
        instances.at += 5001;
        if (one.act === 'report')
          await report(instance, [
            {
              occurredAt: new Date(instances.at - one.back * 60_000).toISOString(),
              company: companies[one.company],
              message: texts[one.text],
              errorId: `${++names}`,
            },
          ]);
        else if (one.act === 'delete') {
          const entry = (await findErrors(instance, {}, undefined, 200)).entries[one.which];
          if (entry) await removeError(instance, entry.entry.id);
        } else if (one.act === 'clean') {
          const filter = { company: [companies[one.company] ?? ''] };
          await beginCleanup(instance, { olderThanDays: undefined, filter }, 'tester', never);
        } else if (one.act === 'all')
          await beginCleanup(instance, { olderThanDays: undefined, filter: undefined }, 'tester', never);
        else if (one.act === 'undo') {
          const cleanup = (await instance.desk.cleanups(5))[one.which];
          if (cleanup?.phase === 'done') await revertCleanup(instance, cleanup.id, never);
        } else await runTimer(instance);
        for (const filter of [{}, { company: ['Adatum'] }]) {
          const { entries } = await findErrors(instance, filter, undefined, 200);
          const { problems } = await findProblems(instance, filter, byLastSeen(50));
          for (const { problem, sampleErrorId, sampleMessage } of problems) {
            const own = entries.filter(({ entry }) => entry.problemId === problem.id);
            expect(problem.count).toBe(own.length);
            expect(sampleErrorId).toBe(own[0]?.entry.id);
            if (sampleMessage !== undefined) expect(sampleMessage).toBe(own[0]?.entry.report.message);
            const { samples } = await readProblemDetail(instance, problem.id);
            const shown = new Set(
              (await findErrors(instance, {}, undefined, 200)).entries.map(({ entry }) => entry.id),
            );
            for (const { entry } of samples) expect(shown).toContain(entry.id);
          }
        }
      }
    }),
    { numRuns: 60, seed: 9 },
  );
});

it('a sample of yesterday does not name an entry that was deleted today', async () => {
  const instances = new Instances(noon);
  const instance = instances.open();
  const [older, newer] = await report(
    instance,
    [noon - dayMs, noon - 60_000].map((at) => ({ occurredAt: new Date(at).toISOString() })),
  );
  if (!older || !newer || !('id' in older) || !('id' in newer)) throw new Error('Not stored');
  await removeError(instance, newer.id);
  for (const folds of [0, 1]) {
    if (folds) await runTimer(instance);
    const [problem] = (await findProblems(instance, {}, byLastSeen(5))).problems;
    expect(problem?.sampleErrorId).toBe(older.id);
  }
});
