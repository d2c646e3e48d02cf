import { hourOfDay } from '../reports/days.ts';
import { occurredAtOf } from '../reports/entry-id.ts';

/** Entries of one pair of problem and place in one hour. */
export interface HourCount {
  /** Entries added less entries removed; negative only while a change is looked at alone. */
  readonly count: number;
  /** When the first and the last one occurred, ms since 1970; Infinity and -Infinity where none was added. */
  readonly first: number;
  readonly last: number;
}

/** What is known of one pair of problem and place on one day. */
export interface PairDay {
  /** By hour of the UTC day, 0–23. */
  readonly hours: ReadonlyMap<number, HourCount>;
  /** Id of the newest entry added, and of the newest one removed; empty where there is none. */
  readonly lastId: string;
  readonly lostId: string;
}

/**
 * Counts of one day by pair and epoch (see {@link countKey}). Entries with different epochs are counted apart, since a
 * clean-up hides only those that had come in when it began.
 */
export type DayCounts = ReadonlyMap<string, PairDay>;

const pairIdLength = 24;

/** The key under which the entries of a pair with this epoch are counted. */
export function countKey(pairId: string, epoch: string): string {
  return pairId + epoch;
}

/** The pair and the epoch of a key. */
export function countKeyParts(key: string): { readonly pairId: string; readonly epoch: string } {
  return { pairId: key.slice(0, pairIdLength), epoch: key.slice(pairIdLength) };
}

/** An entry as far as counting is concerned. */
export interface CountedEntry {
  readonly id: string;
  readonly pairId: string;
  readonly epoch: string;
}

const noHour: HourCount = { count: 0, first: Infinity, last: -Infinity };

/** The counts that adding these entries of one day makes. */
export function countsOfAdded(entries: readonly CountedEntry[]): DayCounts {
  return countsOf(entries, (id, time) => ({
    hours: new Map([[hourOfDay(time), { count: 1, first: time, last: time }]]),
    lastId: id,
    lostId: '',
  }));
}

/** The counts that removing these entries of one day makes. */
export function countsOfRemoved(entries: readonly CountedEntry[]): DayCounts {
  return countsOf(entries, (id, time) => ({
    hours: new Map([[hourOfDay(time), { ...noHour, count: -1 }]]),
    lastId: '',
    lostId: id,
  }));
}

function countsOf(
  entries: readonly CountedEntry[],
  change: (id: string, time: number) => PairDay,
): DayCounts {
  const counts = new Map<string, PairDay>();
  for (const { id, pairId, epoch } of entries) {
    const key = countKey(pairId, epoch);
    const known = counts.get(key);
    const more = change(id, occurredAtOf(id));
    counts.set(key, known ? addPairDays(known, more) : more);
  }
  return counts;
}

/** Adds counts of the same day to `sum`; the order of additions does not matter. */
export function addCounts(sum: Map<string, PairDay>, counts: DayCounts): void {
  for (const [key, day] of counts) {
    const known = sum.get(key);
    sum.set(key, known ? addPairDays(known, day) : day);
  }
}

/** Counts of the same day added up: faster than {@link addCounts} for hundreds of them, since it copies each pair once. */
export function sumOfCounts(all: Iterable<DayCounts>): Map<string, PairDay> {
  const sum = new Map<string, SummedDay>();
  for (const counts of all)
    for (const [key, day] of counts) {
      const known = sum.get(key);
      if (known) addInto(known, day);
      else sum.set(key, { ...day, hours: new Map(day.hours) });
    }
  return sum;
}

/** Two counts of the same pair on the same day added together. */
export function addPairDays(one: PairDay, other: PairDay): PairDay {
  const sum: SummedDay = { ...one, hours: new Map(one.hours) };
  addInto(sum, other);
  return sum;
}

interface SummedDay extends PairDay {
  readonly hours: Map<number, HourCount>;
  lastId: string;
  lostId: string;
}

function addInto(sum: SummedDay, { hours, lastId, lostId }: PairDay): void {
  for (const [hour, more] of hours) {
    const known = sum.hours.get(hour);
    sum.hours.set(hour, known ? addHours(known, more) : more);
  }
  if (lastId > sum.lastId) sum.lastId = lastId;
  if (lostId > sum.lostId) sum.lostId = lostId;
}

function addHours(one: HourCount, other: HourCount): HourCount {
  return {
    count: one.count + other.count,
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
  };
}

/** Whether the newest entry of a pair that day is one that can still be read. */
export function isLastLiving({ lastId, lostId }: PairDay): boolean {
  return lastId !== '' && lastId !== lostId;
}

/** The counts without hours and pairs that have nothing left: what a complete sum need not keep. */
export function withoutEmpty(counts: DayCounts): Map<string, PairDay> {
  const kept = new Map<string, PairDay>();
  for (const [key, day] of counts) {
    const hours = new Map([...day.hours].filter(([, { count }]) => count !== 0));
    if (hours.size > 0) kept.set(key, { ...day, hours });
  }
  return kept;
}
