import { describe, expect, it } from 'vitest';
import type { Cleanup } from '../../shared/domain/cleanups/cleanup.ts';
import { causes } from '../../shared/domain/diagnosis/causes.ts';
import type { DecisionRecord } from '../../shared/domain/ports/decisions.ts';
import type { Desk } from '../../shared/domain/ports/desk.ts';
import {
  type Decision,
  type DecisionStep,
  historyLimit,
  noteLimit,
} from '../../shared/domain/problems/decision.ts';
import { traitsOf } from '../../shared/domain/problems/problem.ts';
import { ulid, ulidPattern } from '../../shared/domain/reports/ulid.ts';
import { anErrorEntry } from './reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const entry = anErrorEntry();
const { problemId } = entry;

const aCleanup = (at: number, tail: string, parts: Partial<Cleanup> = {}): Cleanup => ({
  id: ulid(at, tail.padStart(16, '0')),
  kind: 'filtered',
  cutoff: new Date(at),
  filter: { company: ['Adatum', "O'Neil"], direction: ['to-integration-table'] },
  deleted: 3,
  stillOpen: 2,
  startedAt: new Date(at),
  by: 'tester',
  undoUntil: new Date(at + 1000),
  phase: 'done',
  undoneAt: undefined,
  settledAt: undefined,
  ...parts,
});

const aDecision = (parts: Partial<Decision> = {}): Decision => ({
  problemId,
  status: 'resolved',
  until: undefined,
  resolvedAt: new Date(noon),
  hasNote: true,
  note: 'Done',
  at: new Date(noon),
  by: 'tester',
  revision: 1,
  ...parts,
});

const traits = traitsOf(entry.counted);

/** Saves a decision as the next step of its history, in place of what was there before. */
function save(desk: Desk, decision: Decision, before?: DecisionRecord): Promise<boolean> {
  return desk.saveDecision({ decision, traits, seenAt: new Date(noon), before }, stepOf(decision));
}

function stepOf({ at, by, status, note }: Decision): DecisionStep {
  return { at, by, status, until: undefined, note };
}

/** The id of a problem that is no other's. */
const problemNumber = (index: number) => String(index).padStart(16, '0');

/** What use cases rely on in a desk, wherever it is; `another` is one of another instance on the same tables. */
export function describeDesk(
  name: string,
  openTwo: () => { readonly desk: Desk; readonly another: Desk },
): void {
  async function open(): Promise<Desk> {
    const { desk } = openTwo();
    // Every use case reads the state before it writes: the first reader tells the format of the rows.
    await desk.state();
    return desk;
  }

  describe(`the desk ${name}: clean-ups`, () => {
    it('are added once, and read as they were written', async () => {
      const desk = await open();
      const cleanup = aCleanup(noon, '1');
      expect(await desk.cleanup(cleanup.id)).toBeUndefined();
      expect(await desk.addCleanup(cleanup)).toBe(true);
      expect(await desk.addCleanup({ ...cleanup, deleted: 7 })).toBe(false);
      expect((await desk.cleanup(cleanup.id))?.cleanup).toEqual(cleanup);
      expect((await desk.state()).cleanups).toEqual([cleanup]);
    });

    it('change only as long as nobody else changed them', async () => {
      const desk = await open();
      const cleanup = aCleanup(noon, '1');
      await desk.addCleanup(cleanup);
      const { version = '' } = (await desk.cleanup(cleanup.id)) ?? {};
      const changed = { ...cleanup, deleted: 7 };
      expect(await desk.changeCleanup(changed, version)).toBe(true);
      expect(await desk.changeCleanup({ ...cleanup, deleted: 8 }, version)).toBe(false);
      expect((await desk.cleanup(cleanup.id))?.cleanup).toEqual(changed);
    });

    it('are listed newest first, page by page, also from after a clean-up', async () => {
      const desk = await open();
      const all = [1, 2, 3, 4, 5].map((hour) => aCleanup(noon + hour, `${hour}`));
      for (const cleanup of all) await desk.addCleanup(cleanup);
      const newestFirst = all.toReversed().map(({ id }) => id);
      const ids = async (most: number, before?: string) =>
        (await desk.cleanups(most, before)).map(({ id }) => id);
      expect(await ids(10)).toEqual(newestFirst);
      expect(await ids(2)).toEqual(newestFirst.slice(0, 2));
      expect(await ids(2, newestFirst[1])).toEqual(newestFirst.slice(2, 4));
      expect(await ids(2, newestFirst[4])).toEqual([]);
    });

    it('can be forgotten, twice as well', async () => {
      const desk = await open();
      const cleanup = aCleanup(noon, '1');
      await desk.addCleanup(cleanup);
      await desk.forgetCleanup(cleanup.id);
      await desk.forgetCleanup(cleanup.id);
      expect(await desk.cleanups(10)).toEqual([]);
    });
  });

  describe(`the desk ${name}: decisions`, () => {
    it('are saved by one of two who know the same, and read as they were written', async () => {
      const desk = await open();
      expect(await desk.decision(problemId)).toBeUndefined();
      expect(await save(desk, aDecision())).toBe(true);
      expect(await save(desk, aDecision())).toBe(false);
      const first = await desk.decision(problemId);
      expect(first).toEqual({
        decision: aDecision(),
        traits,
        seenAt: new Date(noon),
        steps: [{ id: expect.stringMatching(ulidPattern), isJoint: false, isUndone: false }],
        version: expect.any(String),
      });
      expect(await save(desk, aDecision({ revision: 2 }), first)).toBe(true);
      expect(await save(desk, aDecision({ revision: 3 }), first)).toBe(false);
      expect((await desk.decision(problemId))?.decision?.revision).toBe(2);
    });

    it.each(causes)('keep what makes the identity of a problem, and no more: %s', async (cause) => {
      const desk = await open();
      const own = traitsOf({ ...entry.counted, environment: 'Production', cause, key: 'k' });
      const decision = aDecision();
      await desk.saveDecision(
        { decision, traits: own, seenAt: decision.at, before: undefined },
        stepOf(decision),
      );
      expect((await desk.decision(problemId))?.traits).toEqual(own);
    });

    it('are read with the state, without their notes, and notes for the problems asked for', async () => {
      const desk = await open();
      const noted = Array.from({ length: 30 }, (_, index) => problemNumber(index));
      for (const [index, id] of noted.entries())
        await save(desk, aDecision({ problemId: id, note: `Note ${index}` }));
      await save(desk, aDecision({ note: undefined, hasNote: false }));
      const { decisions } = await desk.state();
      expect(decisions.size).toBe(31);
      expect(decisions.get(problemId)).toEqual(aDecision({ hasNote: false, note: undefined }));
      expect(decisions.get(problemNumber(7))).toEqual(
        aDecision({ problemId: problemNumber(7), note: undefined }),
      );
      const asked = [...noted.slice(1), problemId, problemNumber(99)];
      const notes = noted.slice(1).map((id, index): [string, string] => [id, `Note ${index + 1}`]);
      expect(await desk.notes(asked)).toEqual(new Map(notes));
      expect(await desk.notes([])).toEqual(new Map());
    });

    it.each([
      ['a moment apart', [0, 1, 2]],
      ['at one moment', [0, 0, 0]],
      ['by instances whose clocks differ', [5, 3, 4]],
    ])('have a history of their own, oldest first: %s', async (_, times) => {
      const desk = await open();
      const decisions = times.map((time, index) =>
        aDecision({ at: new Date(noon + time), note: index === 1 ? undefined : `${index}` }),
      );
      const other = problemNumber(1);
      for (const decision of decisions) {
        await save(desk, decision, await desk.decision(problemId));
        await save(desk, aDecision({ problemId: other }), await desk.decision(other));
      }
      const record = await desk.decision(problemId);
      expect(record && (await desk.history(problemId, record))).toEqual(decisions.map(stepOf));
    });

    it('keep the newest steps of a history, the longest notes as well', async () => {
      const desk = await open();
      const notes = Array.from({ length: historyLimit + 3 }, (_, index) =>
        `${index} `.padEnd(noteLimit, '\u0001'),
      );
      for (const [index, note] of notes.entries()) {
        const decision = aDecision({ note, at: new Date(noon + index) });
        expect(await save(desk, decision, await desk.decision(problemId))).toBe(true);
      }
      const record = await desk.decision(problemId);
      const history = record ? await desk.history(problemId, record) : [];
      expect(history.map(({ note }) => note)).toEqual(notes.slice(-historyLimit));
    });

    it('are marked as seen, unless they changed meanwhile', async () => {
      const desk = await open();
      await save(desk, aDecision());
      const [first] = await desk.decisionsSeen();
      expect(first).toMatchObject({ key: problemId, seenAt: new Date(noon) });
      await desk.noteSeen(problemId, new Date(noon + 1), first?.version ?? '');
      await desk.noteSeen(problemId, new Date(noon + 2), first?.version ?? '');
      const [second] = await desk.decisionsSeen();
      expect(second).toMatchObject({ key: problemId, seenAt: new Date(noon + 1) });
      expect((await desk.decision(problemId))?.decision).toEqual(aDecision());
    });

    it('are forgotten with their history, twice as well', async () => {
      const desk = await open();
      await save(desk, aDecision());
      const record = await desk.decision(problemId);
      await desk.forgetDecision(problemId);
      await desk.forgetDecision(problemId);
      expect(await desk.decisionsSeen()).toEqual([]);
      expect(record && (await desk.history(problemId, record))).toEqual([]);
      expect((await desk.state()).decisions.size).toBe(0);
    });
  });

  describe(`the desk ${name}: its state`, () => {
    it('is fresh on request, though another instance changed it a moment ago', async () => {
      const { desk, another } = openTwo();
      await another.state();
      await desk.state();
      await another.addCleanup(aCleanup(noon, '1'));
      expect((await desk.state()).cleanups).toEqual([]);
      expect((await desk.freshState()).cleanups).toHaveLength(1);
      expect((await desk.state()).cleanups).toHaveLength(1);
    });
  });

  it(`the desk ${name} keeps marks of days that are to be dropped, the last of each day`, async () => {
    const desk = await open();
    expect(await desk.dropMarks()).toEqual([]);
    const mark = { day: '20260310', markedAt: new Date(noon) };
    await desk.markForDrop({ ...mark, markedAt: new Date(noon - 1) });
    await desk.markForDrop(mark);
    await desk.markForDrop({ day: '20260309', markedAt: new Date(noon + 2) });
    expect(await desk.dropMarks()).toEqual([{ day: '20260309', markedAt: new Date(noon + 2) }, mark]);
    await desk.unmarkForDrop('20260310');
    await desk.unmarkForDrop('20260310');
    expect((await desk.dropMarks()).map(({ day }) => day)).toEqual(['20260309']);
  });

  it(`the desk ${name} has one key for page tokens, of 32 bytes at least`, async () => {
    const desk = await open();
    const keys = await Promise.all([desk.tokenKey(), desk.tokenKey()]);
    expect(new Set(keys).size).toBe(1);
    expect(Buffer.from(keys[0] ?? '', 'base64url').length).toBeGreaterThanOrEqual(32);
  });
}
