import { describe, expect, it } from 'vitest';
import type { Cleanup } from '../../shared/domain/cleanups/cleanup.ts';
import type { Desk, NewDecisionRecord } from '../../shared/domain/ports/desk.ts';
import type { Decision } from '../../shared/domain/problems/decision.ts';
import { entryTraits } from '../../shared/domain/reports/error-entry.ts';
import { ulid } from '../../shared/domain/reports/ulid.ts';
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
  note: 'Done',
  at: new Date(noon),
  by: 'tester',
  revision: 1,
  ...parts,
});

const aRecord = (parts: Partial<Decision> = {}): NewDecisionRecord => ({
  decision: aDecision(parts),
  traits: entryTraits(entry),
  history: [{ at: new Date(noon), by: 'tester', status: 'resolved', note: 'Done' }],
  seenAt: new Date(noon),
});

/** What use cases rely on in a desk, wherever it is. */
export function describeDesk(name: string, open: () => Desk): void {
  describe(`the desk ${name}: clean-ups`, () => {
    it('are added once, and read as they were written', async () => {
      const desk = open();
      const cleanup = aCleanup(noon, '1');
      expect(await desk.cleanup(cleanup.id)).toBeUndefined();
      expect(await desk.addCleanup(cleanup)).toBe(true);
      expect(await desk.addCleanup({ ...cleanup, deleted: 7 })).toBe(false);
      expect((await desk.cleanup(cleanup.id))?.cleanup).toEqual(cleanup);
      expect((await desk.state()).cleanups).toEqual([cleanup]);
    });

    it('change only as long as nobody else changed them', async () => {
      const desk = open();
      const cleanup = aCleanup(noon, '1');
      await desk.addCleanup(cleanup);
      const { version = '' } = (await desk.cleanup(cleanup.id)) ?? {};
      const changed = { ...cleanup, deleted: 7 };
      expect(await desk.changeCleanup(changed, version)).toBe(true);
      expect(await desk.changeCleanup({ ...cleanup, deleted: 8 }, version)).toBe(false);
      expect((await desk.cleanup(cleanup.id))?.cleanup).toEqual(changed);
    });

    it('are listed newest first, page by page, also from after a clean-up', async () => {
      const desk = open();
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
      const desk = open();
      const cleanup = aCleanup(noon, '1');
      await desk.addCleanup(cleanup);
      await desk.forgetCleanup(cleanup.id);
      await desk.forgetCleanup(cleanup.id);
      expect(await desk.cleanups(10)).toEqual([]);
    });
  });

  describe(`the desk ${name}: decisions`, () => {
    it('are saved by one of two who know the same, and read as they were written', async () => {
      const desk = open();
      expect(await desk.decision(problemId)).toBeUndefined();
      expect(await desk.saveDecision(aRecord(), undefined)).toBe(true);
      expect(await desk.saveDecision(aRecord(), undefined)).toBe(false);
      const first = await desk.decision(problemId);
      expect(first).toEqual({ ...aRecord(), version: expect.any(String) });
      expect(await desk.saveDecision(aRecord({ revision: 2 }), first?.version)).toBe(true);
      expect(await desk.saveDecision(aRecord({ revision: 3 }), first?.version)).toBe(false);
      expect((await desk.decision(problemId))?.decision.revision).toBe(2);
      expect((await desk.state()).decisions).toEqual(new Map([[problemId, aDecision({ revision: 2 })]]));
    });

    it('are marked as seen, and forgotten, unless somebody changed them', async () => {
      const desk = open();
      await desk.saveDecision(aRecord(), undefined);
      const [first] = await desk.decisionsSeen();
      expect(first).toMatchObject({ problemId, seenAt: new Date(noon) });
      await desk.noteSeen(problemId, new Date(noon + 1), first?.version ?? '');
      await desk.noteSeen(problemId, new Date(noon + 2), first?.version ?? '');
      await desk.forgetDecision(problemId, first?.version ?? '');
      const [second] = await desk.decisionsSeen();
      expect(second).toMatchObject({ problemId, seenAt: new Date(noon + 1) });
      expect((await desk.decision(problemId))?.decision).toEqual(aDecision());
      await desk.forgetDecision(problemId, second?.version ?? '');
      expect(await desk.decisionsSeen()).toEqual([]);
      expect((await desk.state()).decisions.size).toBe(0);
    });
  });

  it(`the desk ${name} has one key for page tokens, of 32 bytes at least`, async () => {
    const desk = open();
    const keys = await Promise.all([desk.tokenKey(), desk.tokenKey()]);
    expect(new Set(keys).size).toBe(1);
    expect(Buffer.from(keys[0] ?? '', 'base64url').length).toBeGreaterThanOrEqual(32);
  });
}
