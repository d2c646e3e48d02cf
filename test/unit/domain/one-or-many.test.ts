import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { pointerDetails } from '../../../shared/domain/failure-details.ts';
import { oneOrMany } from '../../../shared/domain/one-or-many.ts';

const subjects = oneOrMany(z.strictObject({ text: z.string() }), { max: 3 });
const words = z.strictObject({ list: oneOrMany(z.enum(['a', 'b']), { max: 3 }).optional() });

describe('one value or many', () => {
  it.each([
    { given: { text: 'x' }, values: [{ text: 'x' }] },
    { given: [{ text: 'x' }, { text: 'y' }], values: [{ text: 'x' }, { text: 'y' }] },
  ])('reads $given as $values', ({ given, values }) => {
    expect(subjects.parse(given)).toEqual(values);
  });

  it('may be absent where it is optional', () => {
    expect(words.parse({})).toEqual({});
    expect(words.parse({ list: 'a' })).toEqual({ list: ['a'] });
  });

  it.each([
    { schema: subjects, given: { text: 1 }, pointers: ['/text'] },
    { schema: subjects, given: {}, pointers: ['/text'] },
    { schema: subjects, given: { text: '', x: 1 }, pointers: ['/x'] },
    { schema: subjects, given: [{ text: '' }, { text: 1 }], pointers: ['/1/text'] },
    { schema: subjects, given: [], pointers: [''] },
    { schema: subjects, given: null, pointers: [''] },
    { schema: words, given: { list: 'c' }, pointers: ['/list'] },
    { schema: words, given: { list: ['a', 'c'] }, pointers: ['/list/1'] },
    { schema: words, given: { list: [] }, pointers: ['/list'] },
    { schema: words, given: { list: 1 }, pointers: ['/list'] },
  ])('points to the fault in $given: $pointers', ({ schema, given, pointers }) => {
    const { error } = schema.safeParse(given);
    expect(error && pointerDetails(error).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('refuses too many before it checks any', () => {
    let checked = 0;
    const item = z.string().refine(() => ++checked > 0);
    expect(oneOrMany(item, { max: 3 }).safeParse(['a', 'b', 'c', 'd']).success).toBe(false);
    expect(checked).toBe(0);
  });
});
