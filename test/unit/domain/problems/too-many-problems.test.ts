import { describe, expect, it } from 'vitest';
import { type PairFacts, pairIdOf, problemIdOf } from '../../../../shared/domain/problems/problem.ts';
import { lastResortOf, overflowOf } from '../../../../shared/domain/problems/too-many-problems.ts';

const facts: PairFacts = {
  environment: 'Production',
  company: 'CRONUS',
  mapping: 'CUSTOMER',
  direction: 'to-integration-table',
  cause: 'record-missing',
  key: 'Salesperson',
  resolver: 'record-user',
};

const problemOf = (pair: PairFacts) => problemIdOf(pairIdOf(pair));

describe('what is counted for a pair beyond the bound', () => {
  it('is one problem for each mapping, in the place where it occurs', () => {
    const overflow = overflowOf(facts);
    expect(overflow).toEqual({
      ...facts,
      cause: 'unclassified',
      key: 'too-many-problems:CUSTOMER',
      resolver: 'unknown',
    });
    const others = [{ company: 'Adatum' }, { key: 'Currency' }, { direction: '' }] as const;
    for (const other of others)
      expect(problemOf(overflowOf({ ...facts, ...other }))).toBe(problemOf(overflow));
    for (const other of [{ mapping: 'ITEM' }, { environment: 'Sandbox' }])
      expect(problemOf(overflowOf({ ...facts, ...other }))).not.toBe(problemOf(overflow));
    expect(overflowOf({ ...facts, mapping: '' }).key).toBe('too-many-problems:');
  });

  it('is one pair for each environment where even the places are too many', () => {
    const last = lastResortOf(facts);
    expect(last).toMatchObject({ environment: 'Production', company: '', mapping: '', direction: '' });
    expect(lastResortOf({ ...facts, company: 'Adatum', mapping: 'ITEM', cause: 'throttled' })).toEqual(last);
    expect(pairIdOf(lastResortOf({ ...facts, environment: 'Sandbox' }))).not.toBe(pairIdOf(last));
  });
});
