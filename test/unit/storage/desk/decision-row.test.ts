import { describe, expect, it } from 'vitest';
import type { NewDecision } from '../../../../shared/domain/ports/decisions.ts';
import {
  decisionIn,
  decisionProperties,
  decisionRecordIn,
  decisionRowKey,
  decisionRowProperties,
  decisionSeenIn,
} from '../../../../shared/storage/desk/decision-row.ts';
import { stepIn, stepRowKey, stepRowProperties } from '../../../../shared/storage/desk/step-row.ts';
import { TableDesk } from '../../../../shared/storage/desk/table-desk.ts';
import {
  type EntityProperties,
  entityJson,
} from '../../../../shared/storage/tables/entity-group-transaction.ts';
import { countingStorageCalls } from '../../../../shared/storage/tables/storage-call-count.ts';
import { MemoryTables } from '../../../support/memory-tables.ts';
import { counted } from '../../../support/storage.ts';

const problemId = '0123456789ABCDEF';
const at = new Date('2026-03-11T12:00:00.000Z');
const step = { at, by: 'x', status: 'snoozed', until: new Date(at.getTime() + 1), note: 'n' } as const;
const decision: NewDecision = {
  decision: { problemId, ...step, resolvedAt: undefined, hasNote: true, revision: 3 },
  traits: {
    environment: 'Production',
    cause: 'exchange-rate-missing',
    key: 'USD',
    resolver: 'administrator',
    company: 'CRONUS',
  },
  seenAt: at,
  before: undefined,
};
const steps = [
  { id: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB', isJoint: false, isUndone: false },
  { id: '01KAMX8ZJ0E5QJZ4V6T3C0W2RC', isJoint: true, isUndone: false },
  { id: '01KAMX8ZJ0E5QJZ4V6T3C0W2RD', isJoint: true, isUndone: true },
];
const rowWith = (properties: EntityProperties) => ({
  rowKey: decisionRowKey(problemId),
  etag: '"1"',
  ...properties,
});
const row = rowWith(decisionRowProperties(decision, steps));

describe('the row of a decision', () => {
  it('is small: the state of the desk reads neither its note nor its traits', () => {
    for (const name of ['note', 'traits', 'steps', 'seenAt']) {
      expect(row).toHaveProperty(name);
      expect(decisionProperties).not.toContain(name);
    }
    const { note: _, ...rest } = decision.decision;
    expect(decisionIn(row)).toEqual(rest);
  });

  it('is read whole as it was written', () => {
    const { traits, seenAt } = decision;
    expect(decisionRecordIn(row)).toEqual({
      decision: decision.decision,
      traits,
      seenAt,
      steps,
      version: '"1"',
    });
    expect(decisionSeenIn(row)).toEqual({ key: problemId, seenAt: at, version: '"1"' });
  });

  it.each([
    ['an unknown status', { ...row, status: 'delegated' }],
    ['a time of another kind', { ...row, at: 1_700_000_000 }],
  ])('with %s counts as no decision, can be replaced by its version, and keeps the rest', (_, newer) => {
    const { traits, seenAt } = decision;
    expect(decisionRecordIn(newer)).toEqual({ decision: undefined, traits, steps, seenAt, version: '"1"' });
  });

  it.each(['{}', '{', '[]'])('with traits of another kind, %s, keeps the rest', (traits) => {
    expect(decisionRecordIn({ ...row, traits })).toEqual({ ...decisionRecordIn(row), traits: undefined });
  });

  it('holds each step apart', () => {
    const rowKey = stepRowKey('s1');
    expect(stepIn({ rowKey, ...stepRowProperties(problemId, step) })).toEqual({ id: 's1', step });
    const bare = { at, by: 'x', status: 'open', until: undefined, note: undefined } as const;
    expect(stepIn({ rowKey, ...stepRowProperties(problemId, bare) })).toEqual({ id: 's1', step: bare });
    // The step of a decision on several problems names that decision.
    const joint = stepIn({ rowKey, ...stepRowProperties(undefined, bare) });
    expect(joint).toEqual({ id: 's1', step: { ...bare, jointId: 's1' } });
  });
});

describe('a decision that a newer version wrote', () => {
  const write = async (tables: MemoryTables, rowKey: string, properties: EntityProperties) =>
    tables
      .table('errorsdesk')
      .transaction('desk', [{ kind: 'upsert', rowKey, json: entityJson('desk', rowKey, properties) }]);

  it('fails no reader, is counted, and is replaced by the next decision', async () => {
    const tables = new MemoryTables();
    const desk = new TableDesk(tables, 'errors', () => 0);
    await desk.state();
    const known = '0000000000000001';
    await desk.saveDecision({ ...decision, decision: { ...decision.decision, problemId: known } }, step);
    await write(tables, decisionRowKey(problemId), {
      ...decisionRowProperties(decision, []),
      status: 'delegated',
    });
    const count = { calls: 0, unreadableRows: 0 };
    const state = await countingStorageCalls(count, () => desk.freshState());
    expect([...state.decisions.keys()]).toEqual([known]);
    expect(count.unreadableRows).toBe(1);
    const record = await desk.decision(problemId);
    expect(record).toMatchObject({ decision: undefined, version: expect.any(String) });
    expect(await desk.saveDecision({ ...decision, before: record }, step)).toBe(true);
    expect((await desk.freshState()).decisions.get(problemId)).toMatchObject({ status: 'snoozed' });
    expect((await counted(() => desk.state())).calls).toBe(0);
  });
});
