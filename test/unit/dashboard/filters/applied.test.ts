import { describe, expect, it } from 'vitest';
import { pillsOf, withoutPill } from '../../../../shared/dashboard/filters/applied.ts';
import { addView, readViews, removeView } from '../../../../shared/dashboard/filters/stored-views.ts';

const filter = { company: ['A', 'B'], status: ['open', 'regressed'], q: 'text', record: ['R'] } as const;

describe('the pills of a filter', () => {
  it('say what a list of problems does not take', () => {
    const idle = pillsOf(filter, 'problems').filter(({ isApplied }) => !isApplied);
    expect(idle.map(({ name }) => name)).toEqual(['q', 'record']);
  });

  it('say what a list of errors does not take', () => {
    const idle = pillsOf({ ...filter, givenUp: ['likely'] }, 'errors').filter(({ isApplied }) => !isApplied);
    expect(idle.map(({ name, value }) => `${name} ${value}`)).toEqual(['status regressed', 'givenUp likely']);
  });

  it('are taken away one by one', () => {
    expect(withoutPill(filter, { name: 'company', value: 'A' }).company).toEqual(['B']);
    expect(withoutPill({ company: ['A'] }, { name: 'company', value: 'A' })).toEqual({});
    expect(withoutPill(filter, { name: 'q', value: 'text' })).not.toHaveProperty('q');
  });
});

/** A storage as browsers have it. */
function aStorage(first?: string): Storage {
  const items = new Map(first === undefined ? [] : [['error-desk-views', first]]);
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}

describe('views of this browser', () => {
  it('are kept by name', () => {
    const storage = aStorage();
    addView(storage, { name: 'mine', query: 'view=errors' });
    addView(storage, { name: 'mine', query: 'view=problems' });
    addView(storage, { name: 'other', query: '' });
    expect(readViews(storage)).toEqual([
      { name: 'mine', query: 'view=problems' },
      { name: 'other', query: '' },
    ]);
    removeView(storage, 'mine');
    expect(readViews(storage).map(({ name }) => name)).toEqual(['other']);
  });

  it.each(['{', '{"name":1}', '[{"name":1}]'])('what is not theirs counts as none: %s', (text) => {
    expect(readViews(aStorage(text))).toEqual([]);
  });
});
