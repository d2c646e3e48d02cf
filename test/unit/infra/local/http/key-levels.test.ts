import { describe, expect, it } from 'vitest';
import { parseKeys } from '../../../../../infra/local/http/key-levels.ts';

describe('parseKeys', () => {
  it.each([
    { text: undefined, keys: undefined },
    { text: '', keys: undefined },
    { text: '{"master":"m"}', keys: { master: 'm' } },
    {
      text: '{"master":"m","default":"d","functions":{"a":"k"}}',
      keys: { master: 'm', default: 'd', functions: { a: 'k' } },
    },
  ])('reads $text', ({ text, keys }) => {
    expect(parseKeys(text)).toEqual(keys);
  });

  it.each([
    '{',
    '[]',
    'null',
    '{}',
    '{"master":1}',
    '{"master":""}',
    '{"master":"m","functions":{"a":1}}',
    '{"master":"m","default":1}',
  ])('refuses %s, without showing it', (text) => {
    expect(() => parseKeys(text)).toThrow(/^LOCAL_KEYS is not/);
  });
});
