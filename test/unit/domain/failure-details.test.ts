import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parameterDetails, pointerDetails } from '../../../shared/domain/failure-details.ts';

function errorOf(schema: z.ZodType, value: unknown): z.ZodError {
  const { error } = schema.safeParse(value);
  if (!error) throw new Error('It is valid');
  return error;
}

const deep = z.strictObject({ list: z.array(z.strictObject({ 'a/b~c': z.string() })) });

describe('details', () => {
  it.each([
    { name: 'the whole', value: 1, pointer: '', detail: /object/ },
    { name: 'a field', value: { list: 1 }, pointer: '/list', detail: /array/ },
    { name: 'a missing field', value: {}, pointer: '/list', detail: /^Required$/ },
    {
      name: 'a field of an item',
      value: { list: [{ 'a/b~c': 1 }] },
      pointer: '/list/0/a~1b~0c',
      detail: /string/,
    },
    {
      name: 'an unknown field',
      value: { list: [], 'x/y': 1 },
      pointer: '/x~1y',
      detail: /^Unknown: "x\/y"$/,
    },
    {
      name: 'an unknown field within',
      value: { list: [{ 'a/b~c': '', z: 1 }] },
      pointer: '/list/0/z',
      detail: /"z"/,
    },
    { name: 'an empty name', value: { list: [], '': 1 }, pointer: '/', detail: /^Unknown: ""$/ },
  ])('point to $name', ({ value, pointer, detail }) => {
    expect(pointerDetails(errorOf(deep, value))).toEqual([
      { pointer, detail: expect.stringMatching(detail) },
    ]);
  });

  it('are at most 5, with names of at most 40 characters', () => {
    const names = Array.from({ length: 50 }, (_, index) => [`${index}`.padEnd(5000, 'x'), 1]);
    const details = pointerDetails(errorOf(z.strictObject({}), Object.fromEntries(names)));
    expect(details).toHaveLength(5);
    for (const { pointer, detail } of details) {
      expect(pointer?.length).toBeLessThan(45);
      expect(detail.length).toBeLessThan(60);
    }
  });

  it('name parameters', () => {
    const query = z.strictObject({
      cause: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.enum(['a']))),
    });
    expect(
      parameterDetails(errorOf(query, { cause: 'a,b', x: '' })).map(({ parameter }) => parameter),
    ).toEqual(['x', 'cause'].toSorted());
  });
});
