import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base32,
  latestUlidTime,
  ulid,
  ulidParts,
  ulidPattern,
} from '../../../../shared/domain/reports/ulid.ts';

const tail = '0123456789ABCDEF';

describe('ULIDs', () => {
  it.each([
    { time: 0, head: '0000000000' },
    { time: 1, head: '0000000001' },
    { time: 31, head: '000000000Z' },
    { time: 32, head: '0000000010' },
    // The example of the ULID specification.
    { time: 1469918176385, head: '01ARYZ6S41' },
    { time: latestUlidTime, head: '7ZZZZZZZZZ' },
    { time: -1, head: '0000000000' },
    { time: latestUlidTime + 1, head: '7ZZZZZZZZZ' },
  ])('$time begins with $head', ({ time, head }) => {
    expect(ulid(time, tail)).toBe(head + tail);
  });

  it('give back their time and sort by it', () => {
    const times = fc.integer({ min: 0, max: latestUlidTime });
    fc.assert(
      fc.property(times, times, (one, other) => {
        expect(ulidParts(ulid(one, tail))).toEqual({ time: one, tail });
        expect(ulid(one, tail)).toMatch(ulidPattern);
        expect(ulid(one, tail) < ulid(other, tail)).toBe(one < other);
      }),
    );
  });

  it.each([
    '',
    '0'.repeat(25),
    '0'.repeat(27),
    '8'.padEnd(26, '0'),
    '0'.repeat(25).concat('U'),
    '0'.repeat(25).concat('l'),
    ` ${'0'.repeat(25)}`,
  ])('are not %j', (text) => {
    expect(text).not.toMatch(ulidPattern);
  });
});

describe('base 32', () => {
  it.each([
    { bytes: Array(10).fill(0), text: '0'.repeat(16) },
    { bytes: Array(10).fill(255), text: 'Z'.repeat(16) },
    { bytes: [0, 0, 0, 0, 1, 0, 0, 0, 0, 2], text: '0000000100000002' },
    { bytes: [0x84, 0x21, 0x08, 0x42, 0x10, ...Array(20).fill(255)], text: 'GGGGGGGGZZZZZZZZ' },
  ])('$text', ({ bytes, text }) => {
    expect(base32(Uint8Array.from(bytes))).toBe(text);
  });
});
