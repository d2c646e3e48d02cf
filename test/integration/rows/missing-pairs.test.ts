import { expect, it } from 'vitest';
import { dayOf } from '../../../shared/domain/reports/days.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { byLastSeen } from '../../support/desk-ports.ts';
import { type Instance, Instances, report, runTimer } from '../../support/instances.ts';
import { freshStorage } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');

/** So many errors, each of a problem of its own. */
function reportMany(instance: Instance, at: number, count: number, name: string) {
  return report(
    instance,
    Array.from({ length: count }, (_, index) => ({
      occurredAt: new Date(at - 60_000 - index).toISOString(),
      company: `Company ${index}`,
      errorId: `${name}${index}`,
    })),
  );
}

async function counted(instance: Instance): Promise<number> {
  const { problems } = await findProblems(instance, {}, byLastSeen(500));
  return problems.reduce((sum, { problem }) => sum + problem.count, 0);
}

it.each([
  { where: 'in memory', open: () => new Instances(noon), pairs: 75 },
  { where: 'on the storage service', open: () => new Instances(Date.now(), freshStorage()), pairs: 25 },
])(
  '$where: a fold tells pairs again that an instance took for known in a table made anew',
  async ({ open, pairs }) => {
    const instances = open();
    const [one, other] = [instances.open(), instances.open()];
    await reportMany(one, instances.at, pairs, 'a');
    // Another instance drops the day and makes it anew; the first one hears nothing of it.
    const day = dayOf(instances.at - 60_000);
    await other.errorLog.dropDay(day);
    await other.errorLog.createDay(day);
    await reportMany(one, instances.at, pairs, 'b');
    expect((await findErrors(other, {}, undefined, 200)).entries).toHaveLength(pairs);
    await runTimer(other);
    expect(await counted(instances.open())).toBe(pairs);
    // What is reported later of the same pairs is counted too.
    await reportMany(one, instances.at, pairs, 'c');
    expect(await counted(instances.open())).toBe(2 * pairs);
    await runTimer(other);
    expect(await counted(instances.open())).toBe(2 * pairs);
  },
);
