import { ulid, ulidParts } from '../../domain/reports/ulid.ts';
import { inverted, invertedWidth, uninverted } from '../tables/inverted-time.ts';

// The first letter of a row key says what the row is: `e` an entry, `k` the compaction mark, `l` ledger, `t` a tally.
// Mark, ledger and tallies follow each other, so that one range holds what readers add up.

/** The one partition of a day's table. */
export const partition = 'log';

/** Row key of the entry with this id: ascending is newest first. */
export function entryRowKey(id: string): string {
  const { time, tail } = ulidParts(id);
  return `e${inverted(time)}-${tail}`;
}

/** The id of the entry in the row with this key. */
export function idOfEntryRow(rowKey: string): string {
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

/** Row key of the mark, which changes with every compaction, so that a reader of several pages notices one. */
export const compactionMarkRowKey = 'k';

/** Row key of a ledger row: commit time (ms since 1970) and something random. */
export function ledgerRowKey(committedAt: number, random: string): string {
  return `l${inverted(committedAt)}-${random}`;
}

/** Row key of the tally of a problem. */
export function tallyRowKey(problemId: string): string {
  return `t${problemId}`;
}
