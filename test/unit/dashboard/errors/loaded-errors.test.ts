import { describe, expect, it } from 'vitest';
import {
  loadedErrors,
  neighbours,
  newerThan,
  shortened,
  withoutError,
} from '../../../../shared/dashboard/errors/loaded-errors.ts';

const rows = (text: string) => [...text].map((id) => ({ id }));
const page = (text: string) => ({ value: rows(text) });
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');

describe('errors of several pages', () => {
  it('are there once, in the order of their pages', () => {
    expect(idsOf(loadedErrors([page('abc'), page(''), page('cde')]))).toBe('abcde');
    expect(loadedErrors([])).toEqual([]);
  });

  it('lose one that was deleted; other pages stay the same objects', () => {
    const pages = [page('ab'), page('cd')];
    const left = withoutError(pages, 'c');
    expect(left.map(({ value }) => idsOf(value))).toEqual(['ab', 'd']);
    expect(left[0]).toBe(pages[0]);
  });

  it('keep what a page says besides its errors', () => {
    expect(withoutError([{ ...page('ab'), nextLink: '/next' }], 'a')).toEqual([
      { ...page('b'), nextLink: '/next' },
    ]);
  });

  it('are cut to their first pages, with the parameters of these', () => {
    const data = { pages: ['a', 'b', 'c'], pageParams: ['', '1', '2'] };
    expect(shortened(data, 2)).toEqual({ pages: ['a', 'b'], pageParams: ['', '1'] });
  });
});

describe('the newest errors', () => {
  it.each([
    ['abc', 'abc', 0],
    ['abc', 'xyab', 2],
    ['abc', 'xy', 2],
    ['', 'a', 1],
  ])('%s loaded, %s newest: %i wait', (loaded, newest, waiting) => {
    expect(newerThan(rows(loaded), rows(newest))).toBe(waiting);
  });
});

describe('the errors before and after one', () => {
  it.each([
    ['a', undefined, 'b'],
    ['b', 'a', 'c'],
    ['c', 'b', undefined],
    ['x', undefined, undefined],
  ])('%s: %s and %s', (id, previous, next) => {
    const found = neighbours(rows('abc'), id);
    expect([found.previous, found.next]).toEqual([previous, next]);
  });
});
