import { describe, expect, it } from 'vitest';
import { routeConstraint } from '../../../../../infra/local/http/route-constraints.ts';

describe('routeConstraint', () => {
  it.each([
    {
      constraint: 'int',
      takes: ['0', '-5', '+7', ' 8 ', '2147483647', '-2147483648'],
      refuses: ['', 'x', '1.0', '2147483648', '1e3', '0x1'],
    },
    {
      constraint: 'long',
      takes: ['9223372036854775807', '-9223372036854775808'],
      refuses: ['9223372036854775808', '1.5'],
    },
    { constraint: 'bool', takes: ['true', 'FALSE', ' True '], refuses: ['1', 'yes', ''] },
    {
      constraint: 'datetime',
      takes: ['2026-11-22', '2026-11-22T06:01:35Z', '2026-11-22 06:01', '11/22/2026', '2028-02-29'],
      refuses: ['2026-02-30', '22/11/2026', 'today', '2026-13-01', ''],
    },
    {
      constraint: 'decimal',
      takes: ['1', '-1.5', '.5', '1,000.25', '1.5-', '7.9e0'.slice(0, 3)],
      refuses: ['1e3', 'NaN', '', '99999999999999999999999999999'],
    },
    {
      constraint: 'double',
      takes: ['1', '-1.5e-3', '.5', 'NaN', 'Infinity', '1,000'],
      refuses: ['', '1.5.2', 'one'],
    },
    { constraint: 'float', takes: ['1.5', '1E10'], refuses: ['', '0x10'] },
    {
      constraint: 'guid',
      takes: [
        '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
        '6F9619FF8B86D011B42D00CF4FC964FF',
        '{6f9619ff-8b86-d011-b42d-00cf4fc964ff}',
        '(6f9619ff-8b86-d011-b42d-00cf4fc964ff)',
      ],
      refuses: ['', '6f9619ff-8b86-d011-b42d-00cf4fc964f', '{6f9619ff-8b86-d011-b42d-00cf4fc964ff', 'latest'],
    },
    { constraint: 'alpha', takes: ['abc', 'XyZ'], refuses: ['a1', 'é', 'a-b'] },
    { constraint: 'required', takes: ['a'], refuses: [''] },
    { constraint: 'length(3)', takes: ['abc'], refuses: ['ab', 'abcd'] },
    { constraint: 'length(2, 3)', takes: ['ab', 'abc'], refuses: ['a', 'abcd'] },
    { constraint: 'minlength(8)', takes: ['12345678', '123456789'], refuses: ['1234567'] },
    { constraint: 'maxlength(2)', takes: ['', 'ab'], refuses: ['abc'] },
    { constraint: 'min(5)', takes: ['5', '6'], refuses: ['4', 'x'] },
    { constraint: 'max(5)', takes: ['5', '-6'], refuses: ['6', '4.5'] },
    { constraint: 'range(1,3)', takes: ['1', '3'], refuses: ['0', '4', 'two'] },
    { constraint: 'regex(^a.c$)', takes: ['abc', 'AXC'], refuses: ['abcd'] },
    { constraint: 'regex(b)', takes: ['abc'], refuses: ['ac'] },
    { constraint: 'INT', takes: ['1'], refuses: ['a'] },
  ])('$constraint takes $takes and refuses $refuses', ({ constraint, takes, refuses }) => {
    const holds = routeConstraint(constraint);
    expect(takes.filter((value) => !holds(value))).toEqual([]);
    expect(refuses.filter((value) => holds(value))).toEqual([]);
  });

  it.each(['uuid', 'string', '', 'length', 'min()', 'range(1)', 'length(a)', 'regex', 'regex((', 'int(3)'])(
    'does not know "%s"',
    (constraint) => {
      expect(() => routeConstraint(constraint)).toThrow();
    },
  );
});
