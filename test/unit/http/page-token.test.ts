import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listName, nextLinkOf, pageToken, positionIn } from '../../../shared/http/page-token.ts';

const key = 'k'.repeat(43);
const position = z.tuple([z.number(), z.string()]);
const token = pageToken(key, 'list', [5, 'é😀']);
const failure = expect.objectContaining({
  code: 'invalid-page-token',
  errors: [{ parameter: 'pagetoken', detail: expect.any(String) }],
});
const read =
  (text: string, list = 'list', own = key) =>
  () =>
    positionIn(own, list, text, position);

describe('page tokens', () => {
  it('give back the position, and are safe in an address', () => {
    expect(read(token)()).toEqual([5, 'é😀']);
    expect(token).toMatch(/^[\w-]+$/);
  });

  it.each([
    { name: 'another list', from: read(token, 'other') },
    { name: 'another key', from: read(token, 'list', 'K'.repeat(43)) },
    { name: 'nothing', from: read('') },
    { name: 'a signature alone', from: read(Buffer.alloc(16).toString('base64url')) },
    { name: 'padding', from: read(`${token}=`) },
    {
      name: 'another alphabet',
      from: read(pageToken(key, 'list', [1, '\u{3ffff}?>~']).replaceAll('_', '/').concat('/')),
    },
    { name: 'a position of another kind', from: read(pageToken(key, 'list', ['x'])) },
  ])('are refused: $name', ({ from }) => {
    expect(from).toThrow(failure);
  });

  it('are refused with any character changed, left out or added', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_'), (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        if (changed !== token) expect(read(changed)).toThrow(failure);
        expect(read(token.slice(0, at) + token.slice(at + 1))).toThrow(failure);
        expect(read(token.slice(0, at) + character + token.slice(at))).toThrow(failure);
      }),
    );
  });

  it('are bound to the list and every part of its filter', () => {
    const names = [
      listName('listErrors', {}),
      listName('listProblems', {}),
      listName('listErrors', { company: ['a'] }),
      listName('listErrors', { company: ['a', 'b'] }),
      listName('listErrors', { company: ['a,b'] }),
      listName('listErrors', { q: 'a' }),
      listName('listErrors', { since: new Date(0) }),
      listName('listErrors', { until: new Date(0) }),
      listName('listErrors', { since: new Date(1) }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('nextLink', () => {
  it.each([
    ['http://h/api/errors?q=a%20b&code=k', 'http://h/api/errors?q=a+b&pagetoken=T'],
    ['http://h/api/errors?Code=k&ClientId=c&pagetoken=old', 'http://h/api/errors?pagetoken=T'],
    [
      'http://h/api/errors?code=1&code=2&company=a%5C%2Cb',
      'http://h/api/errors?company=a%5C%2Cb&pagetoken=T',
    ],
    ['https://h:8443/api/errors', 'https://h:8443/api/errors?pagetoken=T'],
  ])('of %s is %s', (url, next) => {
    expect(nextLinkOf(new URL(url), 'T')).toBe(next);
  });
});
