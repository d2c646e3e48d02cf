import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, wellFormed } from '../../../../shared/domain/reports/text-limits.ts';

describe('cutting', () => {
  it.each([
    { name: 'nothing', text: '', limit: 20, expected: '' },
    { name: 'a text at the limit', text: 'a'.repeat(20), limit: 20, expected: 'a'.repeat(20) },
    { name: 'one unit too many', text: 'a'.repeat(21), limit: 20, expected: `${'a'.repeat(12)}…[cut 9]` },
    { name: 'ten times too long', text: 'a'.repeat(200), limit: 20, expected: `${'a'.repeat(10)}…[cut 190]` },
    {
      name: 'where the number gets a digit more by its own marker',
      text: 'a'.repeat(28),
      limit: 20,
      expected: `${'a'.repeat(11)}…[cut 17]`,
    },
    { name: '99 left out', text: 'a'.repeat(110), limit: 20, expected: `${'a'.repeat(11)}…[cut 99]` },
    { name: '101 left out', text: 'a'.repeat(111), limit: 20, expected: `${'a'.repeat(10)}…[cut 101]` },
    {
      name: 'a pair right before the cut',
      text: `${'a'.repeat(9)}😀${'b'.repeat(20)}`,
      limit: 20,
      expected: `${'a'.repeat(9)}😀…[cut 20]`,
    },
    {
      name: 'a pair across the cut',
      text: `${'a'.repeat(10)}😀${'b'.repeat(20)}`,
      limit: 20,
      expected: `${'a'.repeat(10)}…[cut 22]`,
    },
    {
      name: 'a pair behind the cut',
      text: `${'a'.repeat(11)}😀${'b'.repeat(20)}`,
      limit: 20,
      expected: `${'a'.repeat(11)}…[cut 22]`,
    },
  ])('$name', ({ text, limit, expected }) => {
    expect(cut(text, limit)).toBe(expected);
  });

  it('keeps to the limit, says exactly how much is left out, and splits no pair', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '😀', 'é', '𝄞'), { maxLength: 400 }).map((parts) => parts.join('')),
        fc.integer({ min: 20, max: 250 }),
        (text, limit) => {
          const short = cut(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(short.isWellFormed()).toBe(true);
          if (text.length <= limit) {
            expect(short).toBe(text);
            return;
          }
          const [marker = '', left] = /…\[cut (\d+)\]$/.exec(short) ?? [];
          const kept = short.slice(0, -marker.length);
          expect(text.startsWith(kept)).toBe(true);
          expect(kept.length + Number(left)).toBe(text.length);
          // Nothing that had room was left out: one unit for a pair, one where the number changes its length.
          expect(short.length).toBeGreaterThanOrEqual(limit - 2);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('lone surrogates', () => {
  it.each([
    ['a\ud83d', 'a\ufffd'],
    ['\ude00b', '\ufffdb'],
    ['\ude00\ud83d', '\ufffd\ufffd'],
    ['\ud83d\ud83d\ude00', '\ufffd😀'],
    ['😀', '😀'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(wellFormed(text)).toBe(expected);
  });
});
