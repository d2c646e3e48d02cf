import { describe, expect, it } from 'vitest';
import { changedQuery, readAddress } from '../../../../shared/dashboard/address/use-address.ts';

const read = (text: string) => readAddress(new URLSearchParams(text));
const changed = (text: string, change: Parameters<typeof changedQuery>[1]) =>
  changedQuery(new URLSearchParams(text), change).toString();

describe('the address', () => {
  it('is Do now without a view, and with an unknown one, which it names', () => {
    expect(read('')).toMatchObject({ view: 'do-now', ignored: [] });
    expect(read('view=nowhere&x=1')).toMatchObject({ view: 'do-now', ignored: ['x', 'view=nowhere'] });
  });

  it('names view, panels and filter', () => {
    expect(read('view=errors&problem=P&error=E&company=A&lang=nl')).toEqual({
      view: 'errors',
      problem: 'P',
      error: 'E',
      filter: { company: ['A'] },
      ignored: [],
    });
    expect(read('panel=alerts')).toMatchObject({ panel: 'alerts', ignored: [] });
    expect(read('panel=other')).toMatchObject({ panel: undefined, ignored: ['panel=other'] });
  });
});

describe('a change of the address', () => {
  it('takes no dots for an id: they would lead to a list of the API', () => {
    for (const dots of ['.', '..', '%2e', '%2E%2e']) {
      const { problem, error, ignored } = read(`view=errors&problem=${dots}&error=${dots}`);
      expect([problem, error]).toEqual([undefined, undefined]);
      expect(ignored.map((one) => one.replaceAll('.', ''))).toEqual(['problem=', 'error=']);
    }
  });

  it('of the view closes panels and keeps filter and language', () => {
    expect(changed('view=do-now&problem=P&company=A&lang=nl', { view: 'problems' })).toBe(
      'view=problems&company=A&lang=nl',
    );
  });

  it('of a panel keeps all else, and drops what meant nothing', () => {
    expect(changed('view=problems&company=A&x=1', { problem: 'P' })).toBe(
      'view=problems&company=A&problem=P',
    );
    expect(changed('view=problems&problem=P', { problem: undefined })).toBe('view=problems');
    expect(changed('view=problems&problem=P', { panel: 'alerts' })).toBe(
      'view=problems&problem=P&panel=alerts',
    );
    expect(changed('panel=alerts', { view: 'errors' })).toBe('view=errors');
  });

  it('drops an unknown view', () => {
    expect(changed('view=nowhere&company=A', { filter: { company: ['A'] } })).toBe('company=A');
  });

  it('of the filter replaces all of it', () => {
    expect(changed('view=problems&company=A&status=open', { filter: { mapping: ['ITEM'] } })).toBe(
      'view=problems&mapping=ITEM',
    );
  });
});
