import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../shared/domain/reports/days.ts';
import { decideJointly } from '../../shared/use-cases/decide-jointly.ts';
import { findRecords } from '../../shared/use-cases/find-records.ts';
import { readOverview } from '../../shared/use-cases/read-overview.ts';
import { recordDecision } from '../../shared/use-cases/record-decision.ts';
import { revertDecision } from '../../shared/use-cases/revert-decision.ts';
import { runMaintenance } from '../../shared/use-cases/run-maintenance.ts';
import { memoryDeskAt } from '../support/desk-ports.ts';
import { anErrorEntry } from '../support/reports.ts';
import { counted } from '../support/storage.ts';

// A full hour: the horizon cuts through none.
const now = Date.parse('2026-03-11T08:00:00.000Z') - 1;
const { ports } = memoryDeskAt(now);
const problemCount = 1100;

/** The mapping of a problem with 1,000 records. */
const busyMapping = 'MAPPING 0';

beforeAll(async () => {
  const source = (number: number) => ({ app: 'business-central', recordId: `Customer: ${number}` });
  const many = Array.from({ length: problemCount }, (_, index) =>
    anErrorEntry({
      mapping: `MAPPING ${index}`,
      occurredAt: new Date(now - (index % 7) * dayMs - hourMs).toISOString(),
      source: source(index),
    }),
  );
  const records = Array.from({ length: 1000 }, (_, index) =>
    anErrorEntry({
      mapping: busyMapping,
      occurredAt: new Date(now - index * 10 * 60_000 - 1).toISOString(),
      source: source(index),
    }),
  );
  await ports.errorLog.store([...many, ...records]);
  await ports.desk.state();
  const ids = [...new Set(many.map(({ problemId }) => problemId))];
  // Notes, a part of the decisions by itself, and long histories.
  for (let start = 99; start < problemCount - 2; start += 99)
    await decideJointly(
      ports,
      ids.slice(start, start + 99).map((id) => ({ id })),
      { status: start % 2 ? 'ignored' : 'open', note: 'n'.repeat(2000) },
      'tester',
    );
  for (let number = 0; number < 500; number++)
    await ports.heartbeats.keep({ company: `C${number}`, sentAt: new Date(now) }, new Date(now));
  for (const { failure } of await runMaintenance(ports)) expect(failure).toBeUndefined();
});

describe('with 1,000 decisions and 500 senders, folded', () => {
  it('an overview takes at most 16 storage calls, though nothing is cached', async () => {
    ports.clock.at += 6000;
    const { result, calls } = await counted(() => readOverview(ports));
    expect((await ports.desk.state()).decisions.size).toBeGreaterThanOrEqual(1000);
    expect(result.next).toHaveLength(7);
    // One more reads the last validation.
    expect(calls).toBeLessThanOrEqual(15);
  });

  it('a page of 50 of 1,000 records takes at most 60, each page', async () => {
    const [{ known } = { known: undefined }] = (await readOverview(ports)).next;
    expect(known?.traits).toMatchObject({ mapping: busyMapping });
    const id = known?.id ?? '';
    const seen: string[] = [];
    let from: Parameters<typeof findRecords>[3]['from'];
    do {
      ports.clock.at += 6000;
      const { result, calls } = await counted(() => findRecords(ports, id, {}, { from, most: 50 }));
      expect(calls).toBeLessThanOrEqual(60);
      seen.push(...result.records.map((record) => record.id));
      from = result.next;
    } while (from);
    expect(new Set(seen).size).toBe(1000);
    expect(seen).toHaveLength(1000);
  });

  it('a decision on one problem takes at most 12, one on 99 at most 20, its undo at most 12', async () => {
    const { next } = await readOverview(ports);
    const one = await counted(() =>
      recordDecision(ports, next[0]?.known.id ?? '', { note: 'Seen' }, 'tester', undefined),
    );
    expect(one.calls).toBeLessThanOrEqual(12);
    const ids = [...(await ports.desk.state()).decisions.keys()].slice(0, 99).map((id) => ({ id }));
    const many = await counted(() => decideJointly(ports, ids, { status: 'resolved' }, 'tester'));
    expect(many.result.problems).toHaveLength(99);
    expect(many.calls).toBeLessThanOrEqual(20);
    const undone = await counted(() => revertDecision(ports, many.result.id));
    expect(undone.result.restored).toHaveLength(99);
    expect(undone.calls).toBeLessThanOrEqual(12);
  });
});
