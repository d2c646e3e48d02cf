import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCounts,
  countsOfAdded,
  countsOfRemoved,
  type ProblemCounts,
  type ProblemDay,
  sampleMessageLimit,
} from '../../../../shared/domain/problems/problem-counts.ts';
import type { ErrorEntry } from '../../../../shared/domain/reports/error-entry.ts';
import { anErrorEntry } from '../../../support/reports.ts';

const at = (time: string) => `2026-11-22T${time}Z`;
const early = anErrorEntry({ errorId: 'a', occurredAt: at('05:00:00'), message: 'Failed 1' });
const late = anErrorEntry({ errorId: 'b', occurredAt: at('05:59:59.999'), message: 'Failed 2' });
const next = anErrorEntry({ errorId: 'c', occurredAt: at('06:00:00'), message: 'Failed 3' });
const other = anErrorEntry({ errorId: 'd', occurredAt: at('05:30:00'), mapping: 'ITEM' });

const sum = (...counts: readonly ProblemCounts[]) => {
  const total = new Map<string, ProblemDay>();
  for (const one of counts) addCounts(total, one);
  return total;
};
const timeOf = (entry: ErrorEntry) => entry.report.occurredAt.getTime();

describe('counts', () => {
  it('of added entries are by problem and hour', () => {
    const counts = countsOfAdded([late, early, other, next]);
    expect([...counts.keys()].sort()).toEqual([early.problemId, other.problemId].sort());
    const day = counts.get(early.problemId);
    expect(day?.traits).toMatchObject({ company: 'CRONUS', mapping: 'CUSTOMER' });
    expect(day?.sampleMessage).toBe('Failed 3');
    expect(day?.hours).toEqual(
      new Map([
        [5, { count: 2, first: timeOf(early), last: timeOf(late), lastId: late.id, thinned: false }],
        [6, { count: 1, first: timeOf(next), last: timeOf(next), lastId: next.id, thinned: false }],
      ]),
    );
  });

  it('of removed entries are negative, and mark first and last as uncertain', () => {
    const total = sum(countsOfAdded([early, late, next]), countsOfRemoved([late]));
    const day = total.get(early.problemId);
    expect(day?.hours.get(5)).toMatchObject({ count: 1, thinned: true });
    expect(day?.hours.get(6)).toMatchObject({ count: 1, thinned: false });
    expect(day?.sampleMessage).toBe('');
    expect(countsOfRemoved([late]).get(late.problemId)?.hours.get(5)).toEqual({
      count: -1,
      first: Infinity,
      last: -Infinity,
      lastId: '',
      thinned: true,
    });
  });

  it('carry a sample that is cut', () => {
    const counts = countsOfAdded([anErrorEntry({ message: 'x'.repeat(1000) })]);
    expect([...counts.values()][0]?.sampleMessage).toHaveLength(sampleMessageLimit);
  });

  it('add up the same in any order and any grouping', () => {
    const entries = fc.array(
      fc
        .record({
          errorId: fc.integer({ min: 0, max: 30 }).map(String),
          mapping: fc.constantFrom('A', 'B'),
          second: fc.integer({ min: 0, max: 86_399 }),
        })
        .map(({ errorId, mapping, second }) =>
          anErrorEntry({
            errorId,
            mapping,
            message: errorId,
            occurredAt: new Date(Date.UTC(2026, 10, 22) + second * 1000).toISOString(),
          }),
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
        const nothingLeft = sum(...singles, countsOfRemoved(unique));
        for (const { hours } of nothingLeft.values())
          for (const { count } of hours.values()) expect(count).toBe(0);
      }),
    );
  });
});
