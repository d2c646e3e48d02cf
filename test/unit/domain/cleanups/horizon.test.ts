import { describe, expect, it } from 'vitest';
import {
  type Cleanup,
  cleanupKinds,
  cleanupPhases,
  isUndoable,
  movesHorizon,
  retentionCleanupId,
} from '../../../../shared/domain/cleanups/cleanup.ts';
import { finalHorizonAt, horizonAt } from '../../../../shared/domain/cleanups/horizon.ts';
import { dayMs } from '../../../../shared/domain/reports/days.ts';
import { ulidParts, ulidPattern } from '../../../../shared/domain/reports/ulid.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const before = (ms: number) => new Date(now.getTime() - ms);

function aCleanup(startedAgo: number, cutoffAgo: number, parts: Partial<Cleanup> = {}): Cleanup {
  return {
    id: 'c',
    kind: 'older-than',
    cutoff: before(cutoffAgo),
    deleted: 0,
    stillOpen: 0,
    startedAt: before(startedAgo),
    by: 'x',
    undoUntil: before(startedAgo - dayMs),
    phase: 'done',
    ...parts,
  };
}

const retention = now.getTime() - 7 * dayMs;

describe('the horizon', () => {
  it.each([
    { name: 'no clean-up', cleanups: [], horizon: retention, final: retention },
    { name: 'one just made', cleanups: [aCleanup(0, 1000)], horizon: now.getTime() - 1000, final: retention },
    {
      name: 'one at the last moment of its undo window',
      cleanups: [aCleanup(dayMs, dayMs)],
      horizon: now.getTime() - dayMs,
      final: retention,
    },
    {
      name: 'one a millisecond past its undo window',
      cleanups: [aCleanup(dayMs + 1, dayMs + 1)],
      horizon: now.getTime() - dayMs - 1,
      final: now.getTime() - dayMs - 1,
    },
    {
      name: 'one of what is past retention',
      cleanups: [aCleanup(0, 8 * dayMs)],
      horizon: retention,
      final: retention,
    },
    {
      name: 'the latest of several, final or not',
      cleanups: [aCleanup(2 * dayMs, 2 * dayMs), aCleanup(3 * dayMs, 5 * dayMs), aCleanup(1000, dayMs)],
      horizon: now.getTime() - dayMs,
      final: now.getTime() - 2 * dayMs,
    },
    {
      name: 'one that was undone',
      cleanups: [aCleanup(0, 0, { phase: 'undone' })],
      horizon: retention,
      final: retention,
    },
    {
      name: 'a filtered one',
      cleanups: [aCleanup(0, 0, { kind: 'filtered' })],
      horizon: retention,
      final: retention,
    },
    {
      name: 'one of the timer',
      cleanups: [aCleanup(0, 0, { kind: 'retention', undoUntil: undefined })],
      horizon: retention,
      final: retention,
    },
  ])('with $name', ({ cleanups, horizon, final }) => {
    expect(horizonAt(now, 7, cleanups)).toBe(horizon);
    expect(finalHorizonAt(now, 7, cleanups)).toBe(final);
  });

  it('is moved by unfiltered clean-ups that are done', () => {
    const moving = cleanupKinds.flatMap((kind) =>
      cleanupPhases.filter((phase) => movesHorizon({ kind, phase })).map((phase) => `${kind} ${phase}`),
    );
    expect(moving).toEqual(['older-than done', 'all done']);
  });
});

describe('undoing', () => {
  it.each([
    { name: 'at once', cleanup: aCleanup(0, 0), can: true },
    { name: 'after 24 hours to the millisecond', cleanup: aCleanup(dayMs, 0), can: true },
    { name: 'a millisecond later', cleanup: aCleanup(dayMs + 1, 0), can: false },
    { name: 'while it works', cleanup: aCleanup(0, 0, { phase: 'deleting' }), can: true },
    { name: 'while it is being undone', cleanup: aCleanup(0, 0, { phase: 'undoing' }), can: false },
    { name: 'twice', cleanup: aCleanup(0, 0, { phase: 'undone' }), can: false },
    { name: 'retention', cleanup: aCleanup(0, 0, { undoUntil: undefined }), can: false },
  ])('$name: $can', ({ cleanup, can }) => {
    expect(isUndoable(cleanup, now)).toBe(can);
  });
});

describe('the record of what retention removed', () => {
  it('has the same id on every instance, in the order of days', () => {
    const ids = ['20261113', '20261114', '20261115'].map((day) => retentionCleanupId(day, 7));
    expect(ids).toEqual(ids.toSorted());
    expect(ids[0]).toBe(retentionCleanupId('20261113', 7));
    for (const id of ids) expect(id).toMatch(ulidPattern);
    expect(ulidParts(ids[0] ?? '').time).toBe(Date.parse('2026-11-20T23:59:59.999Z'));
  });
});
