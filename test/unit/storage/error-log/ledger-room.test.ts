import { describe, expect, it } from 'vitest';
import { LedgerRoom } from '../../../../shared/storage/error-log/ledger-room.ts';
import { anErrorEntry } from '../../../support/reports.ts';

const taken = (parts: (index: number) => Readonly<Record<string, unknown>>) => {
  const room = new LedgerRoom();
  let count = 0;
  while (count < 99 && room.takes(anErrorEntry(parts(count)))) count++;
  return count;
};

describe('the room of a ledger row', () => {
  it.each([
    ['one problem', () => ({}), 99],
    ['99 problems with names as they are', (index: number) => ({ company: `CRONUS ${index}` }), 99],
    [
      'one problem with the longest names',
      () => ({ company: '\u0001'.repeat(512), mapping: '\u0001'.repeat(512) }),
      99,
    ],
  ])('holds a whole transaction of %s', (_, parts, count) => {
    expect(taken(parts)).toBe(count);
  });

  it('holds fewer problems whose names take six units a character', () => {
    const count = taken((index) => ({
      company: `${index}${'\u0001'.repeat(500)}`,
      environment: '\u2028'.repeat(512),
      mapping: '\u0001'.repeat(512),
    }));
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(40);
  });
});
