import { beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../../shared/domain/reports/days.ts';
import { decideJointly } from '../../../shared/use-cases/decide-jointly.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { readProblemDetail } from '../../../shared/use-cases/read-problem.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { revertDecision } from '../../../shared/use-cases/revert-decision.ts';
import { memoryPortsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';

const now = Date.UTC(2026, 10, 22, 12);

let ports: ReturnType<typeof memoryPortsAt>;
beforeEach(() => {
  ports = memoryPortsAt(now);
});

/** Stores one error for each of so many problems, and gives the ids of the problems. */
async function problems(count: number): Promise<string[]> {
  const entries = Array.from({ length: count }, (_, index) =>
    anErrorEntry({ occurredAt: new Date(now - hourMs).toISOString(), mapping: `MAPPING ${index}` }),
  );
  await ports.errorLog.store(entries);
  return [...new Set(entries.map(({ problemId }) => problemId))];
}

const decide = (ids: readonly string[], status: 'resolved' | 'ignored' = 'resolved', note = 'Done') =>
  decideJointly(
    ports,
    ids.map((id) => ({ id })),
    { status, note },
    'Robin',
  );

async function statuses() {
  const options = { order: 'lastSeenAt' as const, from: undefined, most: 200, withSamples: false };
  const { problems: all } = await findProblems(ports, {}, options);
  return new Map(all.map(({ known, problem }) => [known.id, problem.status]));
}

describe('a decision on several problems', () => {
  it('decides on 99 of them in one transaction', async () => {
    const ids = await problems(99);
    const decided = await decide(ids);
    expect(decided.problems).toEqual(ids.map((id) => ({ id, etag: '"1"' })));
    expect(new Set((await statuses()).values())).toEqual(new Set(['resolved']));
  });

  it('shows in the history of each, with its id', async () => {
    const [id = ''] = await problems(1);
    await recordDecision(ports, id, { note: 'First' }, 'Robin', undefined);
    const { id: joint } = await decide([id]);
    const { history } = await readProblemDetail(ports, id);
    expect(history.map(({ note, jointId }) => [note, jointId])).toEqual([
      ['First', undefined],
      ['Done', joint],
    ]);
  });

  it('is taken on none of them when one does not exist, and names it', async () => {
    const [id = ''] = await problems(1);
    const unknown = '0000000000000000';
    await expect(decide([id, unknown])).rejects.toMatchObject({
      code: 'not-found',
      problems: [{ id: unknown }],
    });
    expect((await statuses()).get(id)).toBe('open');
  });

  it('is taken on none of them when somebody decided on one since its ETag', async () => {
    const [first = '', second = ''] = await problems(2);
    await recordDecision(ports, second, { status: 'ignored' }, 'Robin', undefined);
    const asked = [
      { id: first, etag: '"0"' },
      { id: second, etag: '"0"' },
    ];
    await expect(decideJointly(ports, asked, { status: 'resolved' }, 'Robin')).rejects.toMatchObject({
      code: 'precondition-failed',
      problems: [{ id: second, etag: '"1"' }],
    });
    expect((await statuses()).get(first)).toBe('open');
  });

  it('takes problems with long histories', async () => {
    const [id = ''] = await problems(1);
    const note = 'x'.repeat(2000);
    for (let index = 0; index < 105; index++)
      await recordDecision(ports, id, { note: `${index} ${note}`.slice(0, 2000) }, 'Robin', undefined);
    await decide([id]);
    const { history } = await readProblemDetail(ports, id);
    expect(history).toHaveLength(99);
    expect(history.at(-1)).toMatchObject({ status: 'resolved', note: 'Done' });
  });
});

describe('its undo', () => {
  it('restores what each problem had before', async () => {
    const [first = '', second = ''] = await problems(2);
    await recordDecision(ports, first, { status: 'ignored', note: 'Not ours' }, 'Kim', undefined);
    const { id } = await decide([first, second]);
    const undone = await revertDecision(ports, id);
    expect(undone).toEqual({
      restored: [
        { id: first, etag: '"3"' },
        { id: second, etag: '"2"' },
      ],
      left: [],
    });
    expect(await statuses()).toEqual(
      new Map([
        [first, 'ignored'],
        [second, 'open'],
      ]),
    );
    const { problem, history } = await readProblemDetail(ports, first);
    expect(problem.decision).toMatchObject({ status: 'ignored', note: 'Not ours', by: 'Kim' });
    expect(history.at(-1)).toMatchObject({ jointId: id, undoneAt: new Date(now) });
  });

  it('leaves what somebody decided on since, and names it', async () => {
    const [first = '', second = ''] = await problems(2);
    const { id } = await decide([first, second]);
    await recordDecision(ports, second, { status: 'ignored' }, 'Kim', undefined);
    const { restored, left } = await revertDecision(ports, id);
    expect(restored.map((one) => one.id)).toEqual([first]);
    expect(left).toEqual([{ id: second, etag: '"2"' }]);
    expect((await statuses()).get(second)).toBe('ignored');
  });

  it('of one decision after that of a later one restores the first state', async () => {
    const [id = ''] = await problems(1);
    const { id: one } = await decide([id], 'ignored');
    const { id: other } = await decide([id], 'resolved');
    await revertDecision(ports, other);
    expect((await statuses()).get(id)).toBe('ignored');
    const { restored } = await revertDecision(ports, one);
    expect(restored).toHaveLength(1);
    expect((await statuses()).get(id)).toBe('open');
  });

  it('is possible once, within 24 hours, and for such decisions only', async () => {
    const [id = ''] = await problems(1);
    const { id: decision } = await decide([id]);
    await revertDecision(ports, decision);
    await expect(revertDecision(ports, decision)).rejects.toMatchObject({ code: 'already-undone' });
    const { id: later } = await decide([id]);
    ports.clock.at = now + 24 * hourMs + 1;
    await expect(revertDecision(ports, later)).rejects.toMatchObject({ code: 'undo-expired' });
    await expect(revertDecision(ports, '01KAMX8ZJ0E5QJZ4V6T3C0W2RB')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
