import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCounts,
  countKey,
  countKeyParts,
  countsOfAdded,
  countsOfRemoved,
  type DayCounts,
  isLastLiving,
  type PairDay,
  withoutEmpty,
} from '../../../../shared/domain/problems/pair-counts.ts';
import type { ErrorEntry } from '../../../../shared/domain/reports/error-entry.ts';
import { anErrorEntry } from '../../../support/reports.ts';

const at = (time: string) => `2026-11-22T${time}Z`;
const early = anErrorEntry({ errorId: 'a', occurredAt: at('05:00:00') });
const late = anErrorEntry({ errorId: 'b', occurredAt: at('05:59:59.999') });
const next = anErrorEntry({ errorId: 'c', occurredAt: at('06:00:00') });
const other = anErrorEntry({ errorId: 'd', occurredAt: at('05:30:00'), mapping: 'ITEM' });
const epoch = '01KKEC98G00000000000000001';

const sum = (...counts: readonly DayCounts[]) => {
  const total = new Map<string, PairDay>();
  for (const one of counts) addCounts(total, one);
  return total;
};
const timeOf = (entry: ErrorEntry) => entry.report.occurredAt.getTime();

describe('count keys', () => {
  it.each(['', epoch])('name a pair and the epoch: "%s"', (of) => {
    const key = countKey(early.pairId, of);
    expect(countKeyParts(key)).toEqual({ pairId: early.pairId, epoch: of });
  });
});

describe('counts', () => {
  it('of added entries are by pair and hour, with the first and the last of each', () => {
    const counts = countsOfAdded([late, early, other, next]);
    expect([...counts.keys()].sort()).toEqual([early.pairId, other.pairId].sort());
    expect(counts.get(early.pairId)).toEqual({
      hours: new Map([
        [5, { count: 2, first: timeOf(early), last: timeOf(late) }],
        [6, { count: 1, first: timeOf(next), last: timeOf(next) }],
      ]),
      lastId: next.id,
      lostId: '',
    });
  });

  it('are apart for each epoch', () => {
    const known = { ...late, epoch };
    const counts = countsOfAdded([early, known]);
    expect([...counts.keys()]).toEqual([early.pairId, early.pairId + epoch]);
    expect(counts.get(countKey(early.pairId, epoch))?.lastId).toBe(late.id);
  });

  it('of removed entries are negative, and name the newest that was lost', () => {
    expect(countsOfRemoved([late, early]).get(late.pairId)).toEqual({
      hours: new Map([[5, { count: -2, first: Infinity, last: -Infinity }]]),
      lastId: '',
      lostId: late.id,
    });
  });

  it.each([
    { removed: 'none', entries: [], left: [5, 6], living: true },
    { removed: 'an older one', entries: [early], left: [5, 6], living: true },
    { removed: 'the newest', entries: [next], left: [5], living: false },
    { removed: 'the newest, and then an older one', entries: [next, late], left: [5], living: false },
    { removed: 'all', entries: [early, late, next], left: [], living: false },
  ])('tell whether the newest entry is still there: removed $removed', ({ entries, left, living }) => {
    const total = sum(countsOfAdded([early, late, next]), ...entries.map((one) => countsOfRemoved([one])));
    const day = total.get(early.pairId);
    expect(day && isLastLiving(day)).toBe(living);
    const kept = withoutEmpty(total).get(early.pairId);
    expect([...(kept?.hours.keys() ?? [])]).toEqual(left);
    // Times may be those of removed entries while a living one lies in the same hour.
    if (left.includes(5)) expect(kept?.hours.get(5)?.first).toBe(timeOf(early));
  });

  it('whose removal comes before the entry itself are nothing in the sum', () => {
    const total = sum(countsOfRemoved([early]), countsOfAdded([early]));
    expect(withoutEmpty(total)).toEqual(new Map());
  });

  it('add up the same in any order and any grouping', () => {
    const entries = fc.array(
      fc
        .record({
          errorId: fc.integer({ min: 0, max: 30 }).map(String),
          mapping: fc.constantFrom('A', 'B'),
          epoch: fc.constantFrom('', epoch),
          second: fc.integer({ min: 0, max: 86_399 }),
        })
        .map(({ errorId, mapping, second, epoch: of }) =>
          anErrorEntry(
            {
              errorId,
              mapping,
              occurredAt: new Date(Date.UTC(2026, 10, 22) + second * 1000).toISOString(),
            },
            { epoch: of },
          ),
        ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 12 }), (all, cut) => {
        const unique = [...new Map(all.map((entry) => [entry.id, entry])).values()];
        const whole = sum(countsOfAdded(unique));
        expect(sum(countsOfAdded(unique.slice(cut)), countsOfAdded(unique.slice(0, cut)))).toEqual(whole);
        const singles = unique.toReversed().map((entry) => countsOfAdded([entry]));
        expect(sum(...singles)).toEqual(whole);
        const removed = countsOfRemoved(unique.slice(0, cut));
        const rest = countsOfAdded(unique.slice(cut));
        const left = withoutEmpty(sum(removed, ...singles));
        const counted = (counts: DayCounts) =>
          new Map(
            [...counts].map(([key, { hours }]) => [
              key,
              new Map([...hours].map(([hour, { count }]) => [hour, count])),
            ]),
          );
        expect(counted(left)).toEqual(counted(rest));
      }),
    );
  });
});
