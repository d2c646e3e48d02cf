import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxDepth, maxNames, maxTokens, scanJson } from '../../../shared/http/json-scan.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const object = (names: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: names }, (_, index) => [`n${index}`, index])));
const tooDeep = `Nested deeper than ${maxDepth} levels`;
const tooManyNames = `An object with more than ${maxNames} names`;

/** Scans a text; gives what the scan found and what is left to parse. */
function scan(text: string, itemsOfArray = true) {
  const bytes = Buffer.from(text);
  const { items, oversized } = scanJson(bytes, itemsOfArray);
  return { items, oversized, text: bytes.toString() };
}

describe('a scan of JSON', () => {
  it.each([
    { name: 'one value', text: '{}', items: 1 },
    { name: 'a list', text: ' [1, "a,b", {"x":[1,2]}, [1,2,3]] ', items: 4 },
    { name: 'commas, colons and brackets in texts', text: '["[{,:", "\\"],[", "\\\\", 1]', items: 4 },
    { name: 'the deepest item', text: `[1,${nested(maxDepth)}]`, items: 2 },
    { name: 'the largest object', text: `[${object(maxNames)}]`, items: 1 },
    { name: 'two large objects in one item', text: `[[${object(60)},${object(60)}]]`, items: 1 },
  ])('leaves $name as it is', ({ text, items }) => {
    expect(scan(text)).toEqual({ items, oversized: [], text });
  });

  it.each([
    { name: 'a list that is too deep', item: nested(maxDepth + 1), detail: tooDeep },
    { name: 'an object that is too deep', item: '{"a":'.repeat(17) + 1 + '}'.repeat(17), detail: tooDeep },
    { name: 'a deep place among others', item: `{"a":1,"b":[${nested(16)}],"c":"]"}`, detail: tooDeep },
    { name: 'an object with too many names', item: object(maxNames + 1), detail: tooManyNames },
    { name: 'such an object within', item: `{"a":[1,${object(101)}],"b":1}`, detail: tooManyNames },
  ])('takes out $name, and no other item', ({ item, detail }) => {
    const { items, oversized, text } = scan(`[{"a":1}, ${item} ,"x",${item}]`);
    expect(items).toBe(4);
    expect(oversized).toEqual([
      { index: 1, detail },
      { index: 3, detail },
    ]);
    expect(JSON.parse(text)).toEqual([{ a: 1 }, 0, 'x', 0]);
    expect(scan(item, false)).toMatchObject({ oversized: [{ index: 0, detail }] });
  });

  it('begins after a byte-order mark, as the parser does', () => {
    const bytes = Buffer.from(`\uFEFF [1,${nested(maxDepth)},${nested(maxDepth + 1)}]`);
    expect(scanJson(bytes, true)).toMatchObject({ items: 3, oversized: [{ index: 2, detail: tooDeep }] });
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual([1, JSON.parse(nested(maxDepth)), 0]);
  });

  it('leaves what is not JSON to the parser', () => {
    for (const text of ['', ' ', ']]]]', '["abc', '[1}', '{]', `[${nested(20)}`, '[1,', '"\\'])
      expect(() => JSON.parse(scan(text).text)).toThrow(SyntaxError);
  });

  it.each([
    { name: 'values', text: (count: number) => `[${Array(count).fill('1').join()}]` },
    {
      name: 'names and values',
      text: (count: number) =>
        `[${Array(Math.floor(count / 3))
          .fill('{"a":1}')
          .join()}]`,
    },
  ])('refuses more than a million $name', ({ text }) => {
    expect(() => scan(text(maxTokens))).not.toThrow();
    expect(() => scan(text(maxTokens + 4))).toThrow(expect.objectContaining({ code: 'payload-too-large' }));
  });

  it('counts on from the tokens of earlier lines', () => {
    const { tokens } = scanJson(Buffer.from('[1,2]'), false, 10);
    expect(tokens).toBe(12);
    expect(() => scanJson(Buffer.from('[1,2]'), false, maxTokens - 1)).toThrow('send it in parts');
  });

  it('finds what a walk through the parsed value finds', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'max', maxDepth: 22 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('any'), { maxLength: 2 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 2 }),
        fc.constantFrom(JSON.parse(object(100)), JSON.parse(object(101)), JSON.parse(nested(16))),
      ),
    })).any;
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.constantFrom(undefined, 1), (values, indent) => {
        const text = JSON.stringify(values, undefined, indent);
        const found = scan(text);
        const expected = values.map((one) => isOversized(one, 0));
        expect(found.oversized.map(({ index }) => index)).toEqual(
          expected.flatMap((oversized, index) => (oversized ? [index] : [])),
        );
        expect(JSON.parse(found.text)).toEqual(
          JSON.parse(text).map((one: unknown, index: number) => (expected[index] ? 0 : one)),
        );
      }),
    );
  });
});

function isOversized(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === maxDepth) return true;
  const tooMany = !Array.isArray(value) && Object.keys(value).length > maxNames;
  return tooMany || Object.values(value).some((one) => isOversized(one, depth + 1));
}
