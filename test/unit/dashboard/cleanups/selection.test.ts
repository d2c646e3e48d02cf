import { describe, expect, it } from 'vitest';
import {
  cleanupFilterOf,
  daysOf,
  refusedParts,
  requestOf,
} from '../../../../shared/dashboard/cleanups/selection.ts';

const filter = { mapping: ['CUSTOMER'], cause: ['missing-privilege'] } as const;

describe('requestOf', () => {
  it('asks for errors of an age, for all, or for those of the filter', () => {
    expect(requestOf('age', '7', filter, undefined)).toEqual({ olderThanDays: 7 });
    expect(requestOf('all', '7', filter, undefined)).toEqual({ all: true });
    expect(requestOf('filter', '7', filter, undefined)).toEqual({
      all: true,
      filter: { mapping: ['CUSTOMER'], cause: ['missing-privilege'] },
    });
  });

  it('asks for the errors of one problem, within the filter', () => {
    expect(requestOf('filter', '', {}, 'P1')).toEqual({ all: true, filter: { problem: ['P1'] } });
    expect(requestOf('filter', '', { company: ['CRONUS'] }, 'P1')).toEqual({
      all: true,
      filter: { company: ['CRONUS'], problem: ['P1'] },
    });
  });

  it('never asks for more than the filter shows', () => {
    expect(requestOf('filter', '7', {}, undefined)).toBeUndefined();
    for (const part of [
      { status: ['open'] },
      { record: ['1'] },
      { since: '2026-11-30T00:00:00.000Z' },
      { until: '2026-11-30T00:00:00.000Z' },
      { firstSeenSince: '2026-11-30T00:00:00.000Z' },
      { q: 'x' },
      { givenUp: ['likely'] },
    ] as const) {
      expect(requestOf('filter', '7', { ...filter, ...part }, undefined)).toBeUndefined();
      expect(requestOf('filter', '7', part, 'P1')).toBeUndefined();
    }
  });
});

describe('refusedParts', () => {
  it('names what a clean-up does not take', () => {
    expect(refusedParts({ ...filter, q: 'x', status: ['open'] })).toEqual(['status', 'q']);
    expect(refusedParts(filter)).toEqual([]);
  });
});

describe('cleanupFilterOf', () => {
  it('is nothing where nothing is selected', () => {
    expect(cleanupFilterOf({ q: 'x' }, undefined)).toBeUndefined();
  });
});

describe('daysOf', () => {
  it('takes whole days from 1 to 90', () => {
    expect(['1', ' 90 '].map(daysOf)).toEqual([1, 90]);
    expect(['', '0', '91', '1.5', '-1', '1e1', 'seven'].map(daysOf)).toEqual(Array(7).fill(undefined));
  });
});
