import { describe, expect, it } from 'vitest';
import { heldRows, movesRows, withoutGone } from '../../../../shared/dashboard/list/use-held-rows.ts';

const rows = (text: string) => [...text].map((id) => ({ id, seen: text.length }));

describe('rows that are held', () => {
  it.each([
    ['abc', 'abc', false],
    ['abc', 'abcd', false],
    ['abc', 'xabc', true],
    ['abc', 'acb', true],
    ['abc', 'ab', true],
  ])('%s then %s: moves rows %s', (held, fresh, moves) => {
    expect(movesRows(rows(held), rows(fresh))).toBe(moves);
  });

  it('stay in place, with what the later reading says of them', () => {
    expect(heldRows(rows('abc'), rows('xcba')).map(({ id, seen }) => [id, seen])).toEqual([
      ['a', 4],
      ['b', 4],
      ['c', 4],
    ]);
    expect(heldRows(rows('ab'), rows('bcd')).map(({ id, seen }) => [id, seen])).toEqual([
      ['a', 2],
      ['b', 3],
      ['c', 3],
      ['d', 3],
    ]);
  });

  it('go once they are gone, and are the same rows where none is', () => {
    const held = rows('abc');
    expect(withoutGone(held, rows('xca')).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(withoutGone(held, rows('xcab'))).toBe(held);
  });
});
