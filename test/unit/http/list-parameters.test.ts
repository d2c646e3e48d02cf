import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { namesParameter, wordsParameter } from '../../../shared/http/list-parameters.ts';

describe('a parameter of names', () => {
  const names = namesParameter(z.string(), 'x');

  it.each(['CRONUS USA, Inc.', '', ',', 'a\\,b', 'a\\', ' a , b ', '😀,é'])('takes %j as it is', (name) => {
    expect(names.parse(name)).toEqual([name]);
  });

  it('takes any names as they are when it is repeated', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 100 }), (values) => {
        expect(names.parse(values)).toEqual(values);
      }),
    );
  });

  it('holds at most 100', () => {
    expect(names.parse(undefined)).toBeUndefined();
    expect(names.safeParse(Array(100).fill('a')).success).toBe(true);
    expect(names.safeParse(Array(101).fill('a')).success).toBe(false);
  });
});

describe('a parameter of fixed words', () => {
  const words = wordsParameter(z.enum(['a', 'b', '']), 'x');

  it.each([
    { given: 'a', values: ['a'] },
    { given: 'a,b', values: ['a', 'b'] },
    { given: ['a,b', 'a'], values: ['a', 'b', 'a'] },
    { given: 'a,', values: ['a', ''] },
    { given: ',', values: ['', ''] },
  ])('reads $given as $values', ({ given, values }) => {
    expect(words.parse(given)).toEqual(values);
  });

  it.each(['a,c', 'a\\,b', ' a'])('refuses %j', (given) => {
    expect(words.safeParse(given).success).toBe(false);
  });

  it('holds at most 100', () => {
    expect(words.parse(undefined)).toBeUndefined();
    expect(words.safeParse(Array(100).fill('a').join()).success).toBe(true);
    expect(words.safeParse([Array(60).fill('a').join(), Array(41).fill('a').join()]).success).toBe(false);
  });
});
