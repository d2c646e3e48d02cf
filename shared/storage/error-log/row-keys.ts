import { latestUlidTime, ulid, ulidParts } from '../../domain/reports/ulid.ts';

/**
 * Row keys by kind; each kind is one range. `e` entries, `k` the compaction mark, `l` ledger, `t` tallies.
 * The mark comes before the ledger, and the ledger before the tallies, so that one range holds what readers add up.
 */
export const partition = 'log';

const width = String(latestUlidTime).length;

/** A moment (ms since 1970) written so that later moments sort first. */
export function inverted(time: number): string {
  return String(latestUlidTime - Math.min(Math.max(time, 0), latestUlidTime)).padStart(width, '0');
}

/** The moment (ms since 1970) that {@link inverted} wrote. */
export function uninverted(text: string): number {
  return latestUlidTime - Number(text);
}

/** Row key of the entry with this id: ascending is newest first. */
export function entryRowKey(id: string): string {
  const { time, tail } = ulidParts(id);
  return `e${inverted(time)}-${tail}`;
}

/** The id of the entry in the row with this key. */
export function idOfEntryRow(rowKey: string): string {
  return ulid(uninverted(rowKey.slice(1, 1 + width)), rowKey.slice(2 + width));
}

/** Keys of all entries that occurred at or before `time` (ms since 1970) are at or after this one. */
export function entryKeyFrom(time: number): string {
  return `e${inverted(time)}`;
}

/** Keys of all entries that occurred at or after `time` (ms since 1970) are before this one. */
export function entryKeyUntil(time: number): string {
  return `e${inverted(time - 1)}`;
}

/** Row key of the mark that every compaction moves. */
export const compactionMarkRowKey = 'k';

/** Row key of a ledger row: commit time (ms since 1970) and something random. */
export function ledgerRowKey(committedAt: number, random: string): string {
  return `l${inverted(committedAt)}-${random}`;
}

/** Row key of the tally of a problem. */
export function tallyRowKey(problemId: string): string {
  return `t${problemId}`;
}
