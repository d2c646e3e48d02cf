import { describe, expect, it } from 'vitest';
import { acceptedLanguage } from '../../../shared/http/accept-language.ts';
import { weightedValues } from '../../../shared/http/quality-values.ts';

describe('Accept-Language', () => {
  it.each([
    [undefined, 'en'],
    [null, 'en'],
    ['', 'en'],
    ['nl', 'nl'],
    ['NL', 'nl'],
    ['nl-BE', 'nl'],
    ['nl-Latn-NL', 'nl'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['de, nl', 'nl'],
    ['nl, en', 'nl'],
    ['en, nl', 'en'],
    ['en;q=0.8, nl', 'nl'],
    ['nl;q=0.8, en;q=0.9', 'en'],
    ['nl;q=0.8,en;q=0.8', 'nl'],
    ['nl;q=0', 'en'],
    ['nl;q=0.000, en;q=0.1', 'en'],
    ['*', 'en'],
    ['*, nl;q=0.5', 'en'],
    ['*;q=0.1, nl;q=0.5', 'nl'],
    ['nl ; q = 0.5', 'nl'],
    ['nl;q=1;level=1', 'nl'],
    ['nl;q=x', 'en'],
    ['nlx', 'en'],
    ['nl_NL', 'en'],
    [',,;;==', 'en'],
  ])('%j gives %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  // With quadratic work these would reach the time limit of the test.
  it.each([`${'x;q=0.1,'.repeat(100_000)}nl`, `nl;${' '.repeat(1_000_000)}q`])(
    'reads a long header',
    (header) => {
      expect(acceptedLanguage(header)).toBe('nl');
    },
  );
});

describe('weights', () => {
  it('sort the values, keep the order of equal ones, and leave out those with weight 0', () => {
    expect(weightedValues('a;q=0.5, B ,c;q=0, d;x=1;q=0.5, ;q=1')).toEqual([
      { value: 'b', weight: 1 },
      { value: 'a', weight: 0.5 },
      { value: 'd', weight: 0.5 },
    ]);
  });
});
