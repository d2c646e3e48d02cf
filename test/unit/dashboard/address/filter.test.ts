import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Filter,
  isFiltered,
  readFilter,
  writeFilter,
} from '../../../../shared/dashboard/address/filter.ts';
import {
  Cause,
  Direction,
  GivenUpStatus,
  ProblemStatus,
  Resolver,
} from '../../../../shared/dashboard/api/generated-client.ts';

const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'binary' }), { minLength: 1, maxLength: 3 });
const someOf = <Word extends string>(words: readonly Word[]) =>
  fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
const time = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const filters = fc.record(
  {
    ...{ company: names, environment: names, mapping: names, record: names },
    direction: someOf(Object.values(Direction)),
    cause: someOf(Object.values(Cause)),
    resolver: someOf(Object.values(Resolver)),
    status: someOf(Object.values(ProblemStatus)),
    givenUp: someOf(Object.values(GivenUpStatus)),
    ...{ since: time, until: time, firstSeenSince: time },
    q: fc.string({ minLength: 1, maxLength: 512, unit: 'binary' }),
  },
  { requiredKeys: [] },
);

describe('the filter in the address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(filters, (filter: Filter) => {
        const query = new URLSearchParams();
        writeFilter(query, filter);
        const read = readFilter(new URLSearchParams(query.toString()));
        expect(read).toEqual({ filter, ignored: [] });
        expect(isFiltered(read.filter)).toBe(Object.keys(filter).length > 0);
      }),
    );
  });

  it('keeps names with commas whole, and takes a comma between words as or', () => {
    const { filter } = readFilter(
      new URLSearchParams('company=CRONUS USA, Inc.&cause=throttled,unclassified'),
    );
    expect(filter).toEqual({ company: ['CRONUS USA, Inc.'], cause: ['throttled', 'unclassified'] });
  });

  it.each([
    ['status=open,closed', { status: ['open'] }, ['status=closed']],
    ['cause=__proto__', {}, ['cause=__proto__']],
    ['since=yesterday', {}, ['since=yesterday']],
    ['since=2026-11-30', {}, ['since=2026-11-30']],
    ['status=&company=&q=', {}, []],
    ['since=2026-11-30T08:00:00%2B01:00', { since: '2026-11-30T07:00:00.000Z' }, []],
  ])('%s: takes what it knows, and names the rest', (text, filter, ignored) => {
    expect(readFilter(new URLSearchParams(text))).toEqual({ filter, ignored });
  });
});
