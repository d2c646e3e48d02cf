import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commaList, listParameter } from '../../../shared/http/comma-list.ts';

describe('a list in a query', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [',', ['', '']],
    ['a,', ['a', '']],
    ['a\\,b', ['a,b']],
    ['a\\,b,c', ['a,b', 'c']],
    ['a\\\\,b', ['a\\', 'b']],
    ['a\\\\\\,b', ['a\\,b']],
    ['a\\b', ['a\\b']],
    ['C:\\x', ['C:\\x']],
    ['a\\', ['a\\']],
    ['\\,', [',']],
    [' a , b ', [' a ', ' b ']],
    ['😀,é', ['😀', 'é']],
  ])('%j is read as %j', (text, parts) => {
    expect(commaList(text)).toEqual(parts);
  });

  it('reads any values that were written with escapes', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        const text = values.map((value) => value.replaceAll('\\', '\\\\').replaceAll(',', '\\,')).join();
        expect(commaList(text)).toEqual(values);
      }),
    );
  });

  it('holds at most 100 values, each as its schema says', () => {
    const schema = listParameter(z.enum(['a', 'b']), 'x');
    expect(schema.parse('a,b,a')).toEqual(['a', 'b', 'a']);
    expect(schema.parse(undefined)).toBeUndefined();
    expect(schema.safeParse('a,c').success).toBe(false);
    expect(schema.safeParse(Array(100).fill('a').join()).success).toBe(true);
    expect(schema.safeParse(Array(101).fill('a').join()).success).toBe(false);
  });
});
