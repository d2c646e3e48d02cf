import { describe, expect, it } from 'vitest';
import { causes } from '../../../../shared/domain/diagnosis/causes.ts';
import type { PairFacts } from '../../../../shared/domain/problems/problem.ts';
import {
  factsIn,
  pairProperties,
  pairsIn,
  storedFactsOf,
} from '../../../../shared/storage/error-log/pair-row.ts';

const facts: PairFacts = {
  environment: '',
  company: 'O\'Neil, \u2028 "Ltd"',
  mapping: 'CUSTOMER',
  direction: '',
  cause: 'missing-privilege',
  key: 'prvReadAccount',
  resolver: 'administrator',
};

describe('what is known of pairs', () => {
  it.each(causes)('is read as it was written: %s', (cause) => {
    const pairs = new Map([['a'.repeat(24), storedFactsOf({ ...facts, cause })]]);
    const read = pairsIn(pairProperties(pairs));
    expect(read).toEqual(pairs);
    expect(factsIn(read.get('a'.repeat(24)) ?? [])).toEqual({ ...facts, cause });
  });

  it('of a newer version is read as the nearest that says so, and handed on whole', () => {
    const texts = ['', 'CRONUS', '', 'both-ways', 'quota-exceeded', 'k', 'robot', 'one more'];
    const pairs = new Map([['p', texts]]);
    expect(factsIn(texts)).toEqual({
      environment: '',
      company: 'CRONUS',
      mapping: '',
      direction: '',
      cause: 'unclassified',
      key: 'k',
      resolver: 'unknown',
    });
    expect(pairsIn(pairProperties(pairsIn(pairProperties(pairs))))).toEqual(pairs);
  });

  it.each([{}, { facts0: 'x' }, { facts0: '{}' }, { facts0: '[[1]]' }])(
    'is refused where it is no such text: %j',
    (row) => {
      expect(() => pairsIn(row)).toThrow();
    },
  );
});
