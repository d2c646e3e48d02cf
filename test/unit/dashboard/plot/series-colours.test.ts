import { expect, it } from 'vitest';
import { coloursOf } from '../../../../shared/dashboard/plot/series-colours.ts';

const causes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

it('a cause keeps its colour, however many others are shown beside it, and in whatever order', () => {
  const known = new Map<string, number>();
  const all = coloursOf([...causes, 'other'], known);
  expect(new Set(all.values()).size).toBe(8);
  const some = coloursOf(['c', 'a'], known);
  expect([some.get('a'), some.get('c')]).toEqual([all.get('a'), all.get('c')]);
  // One that was among the others before takes a free colour, and everybody keeps theirs.
  const withNew = coloursOf(['new', 'c', 'a'], known);
  expect([withNew.get('a'), withNew.get('c')]).toEqual([all.get('a'), all.get('c')]);
  expect(coloursOf([...causes, 'other'], known)).toEqual(all);
});

it('no two causes of a plot have one colour, and what is other has the last one', () => {
  const known = new Map([
    ['a', 0],
    ['b', 0],
  ]);
  const colours = coloursOf(['b', 'a', 'other'], known);
  expect(colours.get('b')).toBe(0);
  expect(colours.get('a')).toBe(1);
  expect(colours.get('other')).toBe(7);
});
