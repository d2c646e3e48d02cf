import { describe, expect, it } from 'vitest';
import { jsonPlaces, lineOf, placeOf } from '../../../../shared/dashboard/settings-check/json-places.ts';

describe('jsonPlaces', () => {
  it('finds each value by its pointer', () => {
    const text = ' {"a": [1, {"b/c": "x"}],\n "~": null}';
    const { places } = jsonPlaces(text);
    expect([...(places ?? [])].map(([pointer, place]) => [pointer, text[place]])).toEqual([
      ['', '{'],
      ['/a', '['],
      ['/a/0', '1'],
      ['/a/1', '{'],
      ['/a/1/b~1c', '"'],
      ['/~0', 'n'],
    ]);
  });

  it('takes what JSON.parse takes, and nothing else', () => {
    const texts = [
      ...[
        '{}',
        '[]',
        '[[],{}]',
        '"a\\u00e9\\n"',
        '-0.5e+3',
        'true',
        ' null ',
        '{"a":{"a":1}}',
        '[1,2]',
        '""',
      ],
      ...[
        '',
        ' ',
        '{',
        '[',
        '{"a"}',
        '{"a":}',
        '{a:1}',
        "{'a':1}",
        '[1,]',
        '{"a":1,}',
        '[1 2]',
        '01',
        '1.',
        '+1',
      ],
      ...[
        '"',
        '"\n"',
        '"\\x"',
        '"\\u12"',
        'nul',
        'truex',
        '{}}',
        '{"a":1 "b":2}',
        '/**/1',
        'NaN',
        '\u00a01',
        '.5',
      ],
    ];
    const isTaken = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    for (const text of texts)
      expect([text, jsonPlaces(text).fault === undefined]).toEqual([text, isTaken(text)]);
  });

  it('says where a text stops being JSON', () => {
    expect(jsonPlaces('{"a": 1,\n  b: 2}').fault).toBe(11);
    expect(jsonPlaces('[1, 2').fault).toBe(5);
    expect(jsonPlaces('{"a": tru}').fault).toBe(6);
    expect(jsonPlaces('{} x').fault).toBe(3);
  });

  it('refuses a text that is nested too deep', () => {
    expect(jsonPlaces('['.repeat(200_000)).fault).toBeDefined();
  });
});

describe('lineOf', () => {
  it('counts from 1', () => {
    expect(lineOf('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(lineOf('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  });
});

describe('placeOf', () => {
  const places = new Map([
    ['', 0],
    ['/a', 5],
  ]);

  it('is the place of the value, or of what has it inside', () => {
    expect(placeOf(places, '/a')).toBe(5);
    expect(placeOf(places, '/a/missing/0')).toBe(5);
    expect(placeOf(places, '/other')).toBe(0);
  });
});
