import { ulid, ulidParts } from '../../domain/reports/ulid.ts';
import { inverted, invertedWidth, uninverted } from '../tables/inverted-time.ts';

/**
 * Row keys by kind; each kind is one range: `e` entries, `g` guards of clean-ups, `k` the mark of folds, `l` ledger,
 * `p` pairs of problem and place, `t` tallies, `u` records. What counts need is one range, from `k` to `t`; the records
 * come behind it, so that lists need not read them.
 */
export const partition = 'log';

/** Row key of the entry with this id: ascending is newest first. */
export function entryRowKey(id: string): string {
  const { time, tail } = ulidParts(id);
  return `e${inverted(time)}-${tail}`;
}

const entryKeyPattern = /^e\d{15}-[0-9A-HJKMNP-TV-Z]{16}$/;

/** Whether a row key is one of an entry, as this version writes them. */
export function isEntryRowKey(rowKey: string): boolean {
  return entryKeyPattern.test(rowKey);
}

/**
 * The id of the entry in the row with this key.
 * @throws {RangeError} when it is not such a key
 */
export function idOfEntryRow(rowKey: string): string {
  if (!isEntryRowKey(rowKey)) throw new RangeError('Not the key of an entry');
  return ulid(uninverted(rowKey.slice(1, 1 + invertedWidth)), rowKey.slice(2 + invertedWidth));
}

/** Keys of all entries that occurred at or before `time` (ms since 1970) are at or after this one. */
export function entryKeyFrom(time: number): string {
  return `e${inverted(time)}`;
}

/** Keys of all entries that occurred at or after `time` (ms since 1970) are before this one. */
export function entryKeyUntil(time: number): string {
  return `e${inverted(time - 1)}`;
}

/** Row key of the mark that every fold changes, so that a reader of several pages notices one. */
export const foldMarkRowKey = 'k';

/** Row key of a ledger row: commit time (ms since 1970) and something random. */
export function ledgerRowKey(committedAt: number, random: string): string {
  return `l${inverted(committedAt)}-${random}`;
}

/** The name of the transaction that wrote a ledger row. */
export function commitOfLedgerRow(rowKey: string): string {
  return rowKey.slice(2 + invertedWidth);
}

/** Row key of the row that tells whether a clean-up may flag entries of this day. */
export function cleanupGuardRowKey(cleanup: string): string {
  return `g${cleanup}`;
}
