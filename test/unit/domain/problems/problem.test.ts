import { describe, expect, it } from 'vitest';
import { causes, causeTable } from '../../../../shared/domain/diagnosis/causes.ts';
import {
  type PairFacts,
  pairIdOf,
  problemId,
  problemIdOf,
  traitsOf,
} from '../../../../shared/domain/problems/problem.ts';

const facts: PairFacts = {
  environment: 'Production',
  company: 'CRONUS',
  mapping: 'CUSTOMER',
  direction: 'to-integration-table',
  cause: 'unclassified',
  key: 'k',
  resolver: 'unknown',
};
const elsewhere = {
  company: { company: 'Adatum' },
  mapping: { mapping: 'ITEM' },
  direction: { direction: 'from-integration-table' },
} as const;

const named = {
  environment: [],
  company: ['company'],
  mapping: ['company', 'mapping', 'direction'],
} as const;

describe('the id of a problem', () => {
  const ofCause = causes.map((cause) => ({ cause, scope: causeTable[cause].scope }));

  it.each(ofCause)('$cause: is the same wherever one act mends it ($scope)', ({ cause, scope }) => {
    const one = { ...facts, cause };
    const names: readonly string[] = named[scope];
    for (const [name, place] of Object.entries(elsewhere)) {
      const other = pairIdOf({ ...one, ...place });
      expect(other).not.toBe(pairIdOf(one));
      expect(problemIdOf(other) === problemIdOf(pairIdOf(one))).toBe(!names.includes(name));
    }
  });

  it.each(ofCause)('$cause: belongs to what its traits name ($scope)', ({ cause, scope }) => {
    const { environment, key, resolver, company, mapping, direction } = facts;
    const places = { company, mapping, direction };
    const place = Object.fromEntries(named[scope].map((name) => [name, places[name]]));
    expect(traitsOf({ ...facts, cause })).toEqual({ environment, cause, key, resolver, ...place });
  });

  it.each([
    ['environment', { environment: 'Sandbox' }],
    ['cause', { cause: 'throttled' }],
    ['key', { key: 'K' }],
    ['resolver', { resolver: 'support' }],
  ] as const)('differs by %s', (_, part) => {
    expect(problemIdOf(pairIdOf({ ...facts, ...part }))).not.toBe(problemIdOf(pairIdOf(facts)));
  });

  it('is the front of the ids of its pairs, which are one range', () => {
    const pairs = [facts, ...Object.values(elsewhere).map((place) => ({ ...facts, ...place }))].map(pairIdOf);
    expect(new Set(pairs).size).toBe(4);
    for (const pair of pairs) {
      expect(pair).toHaveLength(24);
      expect(problemId.parse(problemIdOf(pair))).toBe(problemIdOf(pairs[0] ?? ''));
    }
  });

  it('of a place is the same for every problem', () => {
    const placeOf = (key: string) => pairIdOf({ ...facts, key }).slice(16);
    expect(placeOf('one')).toBe(placeOf('two'));
  });

  it('does not confuse where one name ends and the next begins', () => {
    const one = pairIdOf({ ...facts, cause: 'record-missing', company: 'A', mapping: 'BC' });
    const other = pairIdOf({ ...facts, cause: 'record-missing', company: 'AB', mapping: 'C' });
    expect(problemIdOf(one)).not.toBe(problemIdOf(other));
    expect(one.slice(16)).not.toBe(other.slice(16));
  });
});
