import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes, splitBytes, splitNames } from '../../../../shared/storage/tables/split-bytes.ts';

describe('bytes in several properties', () => {
  it.each([0, 1, 63_999, 64_000, 64_001, 128_000, 960_000])(
    'hold %i, each property at most 64 KiB, and are read whole',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
      const properties = splitBytes('counts', bytes);
      expect(Object.keys(properties)).toEqual(splitNames('counts', Math.ceil(length / 64_000)));
      for (const value of Object.values(properties))
        expect(value instanceof Uint8Array && value.length <= 65_536).toBe(true);
      expect(Buffer.from(joinBytes('counts', properties)).equals(bytes)).toBe(true);
    },
  );

  it('are those of their own name, as far as they follow each other', () => {
    const [one, two] = [Uint8Array.of(1), Uint8Array.of(2)];
    expect([...joinBytes('a', { a0: one, a1: two, b0: two, a3: one })]).toEqual([1, 2]);
    expect([...joinBytes('a', { b0: two, a0: null })]).toEqual([]);
    expect([...joinBytes('a', { a0: 'AQ==' })]).toEqual([]);
  });

  it('are the same after splitting and joining', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([...joinBytes('x', splitBytes('x', bytes))]).toEqual([...bytes]);
      }),
    );
  });
});
