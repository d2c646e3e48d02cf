import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filterMatchesEntry } from '../../../../shared/domain/reports/error-filter.ts';
import { entryPropertiesJson } from '../../../../shared/storage/error-log/entry-row.ts';
import { entryRowKey } from '../../../../shared/storage/error-log/row-keys.ts';
import { searchedEntryOf } from '../../../../shared/storage/error-log/searched-entry.ts';
import { countingStorageCalls } from '../../../../shared/storage/tables/storage-call-count.ts';
import { anErrorEntry } from '../../../support/reports.ts';

/** The row of an entry, as storage gives it. */
function rowOf(entry: ReturnType<typeof anErrorEntry>) {
  const properties: Record<string, unknown> = JSON.parse(entryPropertiesJson(entry));
  return { rowKey: entryRowKey(entry.id), etag: 'W/"1"', ...properties };
}

const entry = anErrorEntry({
  message: 'Über 100% FAILED',
  source: { app: 'business-central', recordId: 'Customer: 1', name: 'Adatum "North" \\ Co' },
  destination: { app: 'dataverse', recordId: 'a', name: 'ÅNGSTRÖM\tAB', url: 'https://a.example/hidden' },
});

it.each([
  { name: 'a part of the message', q: '100% f', found: true },
  { name: 'a part of a record id', q: 'customer: 1', found: true },
  { name: 'a name with quotes', q: 'datum "nor', found: true },
  { name: 'a name with a backslash', q: '" \\ co', found: true },
  { name: 'a name with a control character', q: 'ström\tab', found: true },
  { name: 'an escape of JSON', q: '\\"', found: false },
  { name: 'a word of the stored JSON', q: '"name"', found: false },
  { name: 'an address, which is not searched', q: 'hidden', found: false },
])('$name: $found', ({ q, found }) => {
  const [seen] = searchedEntryOf(rowOf(entry), q);
  expect(seen?.entry).toEqual(found ? entry : undefined);
  expect(seen?.id).toBe(entry.id);
  expect(seen?.characters).toBe('Über 100% FAILEDCustomer: 1Adatum "North" \\ CoaÅNGSTRÖM\tAB'.length);
});

const character = fc.constantFrom(...'aAsSßΣσςiİ"\\/\n\t\u2028\u0001 {}:,é');
const text = fc.string({ unit: character, maxLength: 6 });
const side = (app: 'business-central' | 'dataverse') =>
  fc.option(
    fc.record(
      { app: fc.constant(app), recordId: text.map((id) => `${id}.`), name: text, url: text },
      { requiredKeys: ['app'] },
    ),
    { nil: undefined },
  );
const report = fc.record({
  message: text,
  source: side('business-central'),
  destination: side('dataverse'),
});

it('a row says what its entry says, whatever is escaped in it', () => {
  fc.assert(
    fc.property(report, fc.string({ unit: character, minLength: 1, maxLength: 3 }), (parts, q) => {
      const whole = anErrorEntry(parts);
      const [seen] = searchedEntryOf(rowOf(whole), q);
      expect(seen?.entry !== undefined).toBe(filterMatchesEntry({ q }, whole, 'open'));
    }),
    { numRuns: 500, seed: 12 },
  );
});

it('what is no entry is left out and noted', () => {
  const count = { calls: 0, unreadableRows: 0 };
  const seen = countingStorageCalls(count, () => searchedEntryOf({ rowKey: 'e1', message: 'x' }, 'x'));
  expect(seen).toEqual([]);
  expect(count.unreadableRows).toBe(1);
});

it('a side that cannot be read has no name', () => {
  for (const source of ['{', 'null', '[]', 7, null]) {
    const [seen] = searchedEntryOf({ ...rowOf(entry), source }, 'north');
    expect(seen?.entry).toBeUndefined();
  }
});
