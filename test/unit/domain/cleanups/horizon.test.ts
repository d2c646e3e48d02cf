import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cleanup,
  cleanupKinds,
  cleanupPhases,
  isUndoable,
  movesHorizon,
  retentionCleanupId,
} from '../../../../shared/domain/cleanups/cleanup.ts';
import { epochOf, Horizon, retentionHorizon } from '../../../../shared/domain/cleanups/horizon.ts';
import { dayMs } from '../../../../shared/domain/reports/days.ts';
import { ulid, ulidParts, ulidPattern } from '../../../../shared/domain/reports/ulid.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const before = (ms: number) => new Date(now.getTime() - ms);

const idAt = (time: number) => ulid(time, '0000000000000000');

function aCleanup(startedAgo: number, cutoffAgo: number, parts: Partial<Cleanup> = {}): Cleanup {
  return {
    id: idAt(now.getTime() - startedAgo),
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

describe('the horizon of entries whose writer knew no clean-up', () => {
  it.each([
    { name: 'no clean-up', cleanups: [], horizon: retention },
    { name: 'one just made', cleanups: [aCleanup(0, 1000)], horizon: now.getTime() - 1000 },
    {
      name: 'one past its undo window',
      cleanups: [aCleanup(dayMs + 1, dayMs + 1)],
      horizon: now.getTime() - dayMs - 1,
    },
    { name: 'one of what is past retention', cleanups: [aCleanup(0, 8 * dayMs)], horizon: retention },
    {
      name: 'the one with the latest cut-off of several',
      cleanups: [aCleanup(2 * dayMs, 2 * dayMs), aCleanup(3 * dayMs, 5 * dayMs), aCleanup(1000, dayMs)],
      horizon: now.getTime() - dayMs,
    },
    { name: 'one taken back', cleanups: [aCleanup(0, 0, { phase: 'undone' })], horizon: retention },
    { name: 'a filtered one', cleanups: [aCleanup(0, 0, { kind: 'filtered' })], horizon: retention },
    {
      name: 'one of the timer',
      cleanups: [aCleanup(0, 0, { kind: 'retention', undoUntil: undefined })],
      horizon: retention,
    },
  ])('with $name', ({ cleanups, horizon }) => {
    expect(new Horizon(now, 7, cleanups).at('')).toBe(horizon);
  });

  it('is moved by unfiltered clean-ups that are done', () => {
    const moving = cleanupKinds.flatMap((kind) =>
      cleanupPhases.filter((phase) => movesHorizon({ kind, phase })).map((phase) => `${kind} ${phase}`),
    );
    expect(moving).toEqual(['older-than done', 'all done']);
  });
});

describe('the horizon of entries whose writer knew a clean-up', () => {
  const older = aCleanup(2 * dayMs, 2 * dayMs);
  const newer = aCleanup(1000, 3 * dayMs);
  const horizon = new Horizon(now, 7, [newer, older]);

  it.each([
    { name: 'neither', epoch: '', at: now.getTime() - 2 * dayMs },
    { name: 'another one before both', epoch: idAt(retention), at: now.getTime() - 2 * dayMs },
    { name: 'the older one', epoch: older.id, at: now.getTime() - 3 * dayMs },
    { name: 'both', epoch: newer.id, at: retention },
    { name: 'a later one too', epoch: idAt(now.getTime()), at: retention },
  ])('follows from the newer ones alone: $name', ({ epoch, at }) => {
    expect(horizon.at(epoch)).toBe(at);
    expect(horizon.hides(at, epoch)).toBe(true);
    expect(horizon.hides(at + 1, epoch)).toBe(false);
  });

  it('is the retention at least, whatever the writer knew', () => {
    expect(horizon.retention).toBe(retention);
    expect(retentionHorizon(now, 7)).toBe(retention);
    expect(horizon.hides(retention, newer.id)).toBe(true);
    expect(horizon.hides(retention + 1, newer.id)).toBe(false);
  });
});

describe('the parts of a stretch that may be shown', () => {
  // Hours of a week and a half: clean-ups, entries and stretches meet at the same moments.
  const hours = fc.integer({ min: 0, max: 10 * 24 });
  const at = (hoursAgo: number) => now.getTime() - hoursAgo * 3_600_000;
  const moving = fc
    .tuple(hours, hours)
    .map(([started, cutoff]) => aCleanup(started * 3_600_000, cutoff * 3_600_000));
  const cleanups = fc.uniqueArray(moving, { selector: ({ id }) => id, maxLength: 5 });

  it('hold an entry exactly where the horizon does not hide it, in one of them', () => {
    fc.assert(
      fc.property(cleanups, hours, hours, fc.array(fc.tuple(hours, hours)), (all, one, other, entries) => {
        const horizon = new Horizon(now, 7, all);
        const newest = at(Math.min(one, other));
        const oldest = at(Math.max(one, other));
        const parts = horizon.visibleParts(newest, oldest);
        for (const [hoursAgo, knownAgo] of entries) {
          const time = at(hoursAgo);
          const epoch = knownAgo === 0 ? '' : idAt(at(knownAgo));
          const holding = parts.filter(
            ({ newest: to, oldest: from, epochFrom = '' }) =>
              time <= to && time >= from && epoch >= epochFrom,
          );
          const isShown = time <= newest && time >= oldest && !horizon.hides(time, epoch);
          expect(holding).toHaveLength(isShown ? 1 : 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are in order, newest first, and do not overlap', () => {
    fc.assert(
      fc.property(cleanups, hours, hours, (all, one, other) => {
        const parts = new Horizon(now, 7, all).visibleParts(
          at(Math.min(one, other)),
          at(Math.max(one, other)),
        );
        for (const [index, { newest, oldest }] of parts.entries()) {
          expect(oldest).toBeLessThanOrEqual(newest);
          expect(newest).toBeLessThan(parts[index - 1]?.oldest ?? Infinity);
        }
      }),
    );
  });

  it('begin behind the retention in the hour that it cuts through, after an old clean-up too', () => {
    const old = aCleanup(20 * dayMs, 21 * dayMs);
    const newest = retention + 1_800_000;
    const parts = new Horizon(now, 7, [old]).visibleParts(newest, retention - 1_800_000);
    expect(parts).toEqual([{ newest, oldest: retention + 1, epochFrom: undefined }]);
  });

  it('are one where nothing was cleaned up, and none past the retention', () => {
    const horizon = new Horizon(now, 7, []);
    expect(horizon.visibleParts(now.getTime(), retention + 5)).toEqual([
      { newest: now.getTime(), oldest: retention + 5, epochFrom: undefined },
    ]);
    expect(horizon.visibleParts(retention, retention - 5)).toEqual([]);
  });
});

describe('the epoch of what is stored now', () => {
  it.each([
    { name: 'none', cleanups: [], epoch: '' },
    {
      name: 'the newest by id, in whatever order',
      cleanups: [aCleanup(3000, 0), aCleanup(1000, 0, { kind: 'all' }), aCleanup(2000, 0)],
      epoch: idAt(now.getTime() - 1000),
    },
    {
      name: 'neither a filtered one nor the timer’s',
      cleanups: [
        aCleanup(1000, 0, { kind: 'filtered' }),
        aCleanup(2000, 0, { kind: 'retention' }),
        aCleanup(3000, 0),
      ],
      epoch: idAt(now.getTime() - 3000),
    },
    {
      name: 'one that was undone: another instance may not know that yet',
      cleanups: [aCleanup(1000, 0, { phase: 'undone' }), aCleanup(2000, 0)],
      epoch: idAt(now.getTime() - 1000),
    },
  ])('is $name', ({ cleanups, epoch }) => {
    expect(epochOf(cleanups)).toBe(epoch);
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
