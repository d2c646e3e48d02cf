import { describe, expect, it } from 'vitest';
import { KnownPairs } from '../../../../shared/storage/error-log/known-pairs.ts';
import { anErrorEntry } from '../../../support/reports.ts';

const entryOf = (index: number, company = 'CRONUS') =>
  anErrorEntry({ company, message: `Failed ${'very '.repeat(index)}oddly.` });
const known = (pairs: KnownPairs, index: number, company?: string) =>
  pairs.counted(entryOf(index, company)).counted.key;

describe('the pairs of a day that one instance knows', () => {
  it('are those that were stored', () => {
    const pairs = new KnownPairs();
    expect(pairs.has('a')).toBe(false);
    pairs.add(['a', 'b']);
    expect([pairs.has('a'), pairs.has('b'), pairs.has('c')]).toEqual([true, true, false]);
    pairs.clear();
    expect(pairs.has('a')).toBe(false);
  });

  it('leave an entry as it is below the bound, and where its pair is known', () => {
    const pairs = new KnownPairs(2);
    const [first, second, third] = [entryOf(1), entryOf(2), entryOf(3)];
    expect(pairs.counted(first)).toBe(first);
    pairs.add([first.pairId]);
    expect(pairs.counted(second)).toBe(second);
    // What is about to be stored counts as well.
    pairs.reserve(second.pairId);
    expect(pairs.counted(third)).not.toBe(third);
    expect(pairs.counted(second)).toBe(second);
    expect(pairs.counted(first)).toBe(first);
    pairs.release([second.pairId]);
    expect(pairs.counted(third)).toBe(third);
  });

  it('count what is beyond the bound under another problem, with its own diagnosis', () => {
    const pairs = new KnownPairs(0);
    const entry = entryOf(1);
    const counted = pairs.counted(entry);
    const { id, report, diagnosis, receivedAt, epoch, rulesVersion } = entry;
    expect(counted).toMatchObject({ id, report, diagnosis, receivedAt, epoch, rulesVersion });
    expect(counted.counted.key).toBe('too-many-problems:CUSTOMER');
    expect(counted.problemId).not.toBe(entry.problemId);
    // Counting it again changes nothing.
    pairs.add([counted.pairId]);
    expect(pairs.counted(counted)).toBe(counted);
  });

  it('keep the places of what is beyond apart for 500 of them, and no more', () => {
    const pairs = new KnownPairs(1);
    pairs.add([entryOf(0).pairId]);
    for (let index = 0; index < 500; index++) {
      const { pairId, counted } = pairs.counted(entryOf(1, `Company ${index}`));
      expect(counted).toMatchObject({ company: `Company ${index}`, key: 'too-many-problems:CUSTOMER' });
      pairs.add([pairId]);
    }
    expect(known(pairs, 1, 'One more')).toBe('too-many-problems:');
    expect(pairs.counted(entryOf(1, 'One more')).counted.company).toBe('');
    expect(known(pairs, 7, 'Company 3')).toBe('too-many-problems:CUSTOMER');
    expect(known(pairs, 0)).toMatch(/^text:/);
  });
});
