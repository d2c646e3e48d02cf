import { hourOfDay } from '../reports/days.ts';
import { occurredAtOf } from '../reports/entry-id.ts';
import { type ErrorEntry, entryTraits } from '../reports/error-entry.ts';
import { cut } from '../reports/text-limits.ts';
import type { ProblemTraits } from './problem.ts';

/** Longest sample message that counts carry, in UTF-16 units (Business Central's own Message field holds as many). */
export const sampleMessageLimit = 250;

/** Entries of one problem in one hour of a day. */
export interface HourCount {
  /** Entries added less entries removed; negative only while a change is looked at alone. */
  readonly count: number;
  /** When the first and the last one occurred, ms since 1970; Infinity and -Infinity where nothing was added. */
  readonly first: number;
  readonly last: number;
  /** Id of the last one, empty where nothing was added. */
  readonly lastId: string;
  /** Entries were removed from this hour: first and last may be those of removed ones. */
  readonly thinned: boolean;
}

/** One problem on one day: its traits, a sample message, and its hours (0–23). */
export interface ProblemDay {
  readonly traits: ProblemTraits;
  /** Message of the newest entry, cut; empty once entries were removed, as it may be of a removed one. */
  readonly sampleMessage: string;
  readonly hours: ReadonlyMap<number, HourCount>;
}

/** Counts by problem id; for one day unless said otherwise. */
export type ProblemCounts = ReadonlyMap<string, ProblemDay>;

const nothing: HourCount = { count: 0, first: Infinity, last: -Infinity, lastId: '', thinned: false };

/** What adding these entries of one day changes in the counts. */
export function countsOfAdded(entries: readonly ErrorEntry[]): ProblemCounts {
  return countsOf(entries, (entry, time) => ({
    count: 1,
    first: time,
    last: time,
    lastId: entry.id,
    thinned: false,
  }));
}

/** What removing these entries of one day changes in the counts. */
export function countsOfRemoved(entries: readonly ErrorEntry[]): ProblemCounts {
  return countsOf(entries, () => ({ ...nothing, count: -1, thinned: true }));
}

function countsOf(
  entries: readonly ErrorEntry[],
  change: (entry: ErrorEntry, time: number) => HourCount,
): ProblemCounts {
  const days = new Map<
    string,
    { traits: ProblemTraits; sample: ErrorEntry; hours: Map<number, HourCount> }
  >();
  for (const entry of entries) {
    const time = occurredAtOf(entry.id);
    let day = days.get(entry.problemId);
    if (!day) {
      day = { traits: entryTraits(entry), sample: entry, hours: new Map() };
      days.set(entry.problemId, day);
    }
    if (entry.id > day.sample.id) day.sample = entry;
    const hour = hourOfDay(time);
    day.hours.set(hour, mergeHours(day.hours.get(hour) ?? nothing, change(entry, time)));
  }
  return new Map(
    [...days].map(([id, { traits, sample, hours }]) => [
      id,
      { traits, hours, sampleMessage: sampleOf(hours, cut(sample.report.message, sampleMessageLimit)) },
    ]),
  );
}

/** Adds counts of the same day to `sum`; the order of additions does not matter. */
export function addCounts(sum: Map<string, ProblemDay>, counts: ProblemCounts): void {
  for (const [id, day] of counts) {
    const known = sum.get(id);
    sum.set(id, known ? addDays(known, day) : day);
  }
}

/** Two counts of the same problem on the same day added together. */
function addDays(one: ProblemDay, other: ProblemDay): ProblemDay {
  const hours = new Map(one.hours);
  for (const [hour, count] of other.hours) hours.set(hour, mergeHours(hours.get(hour) ?? nothing, count));
  const newer = lastOf(other) > lastOf(one) ? other : one;
  return { traits: newer.traits, hours, sampleMessage: sampleOf(hours, newer.sampleMessage) };
}

function mergeHours(one: HourCount, other: HourCount): HourCount {
  const newer = other.lastId > one.lastId ? other : one;
  return {
    count: one.count + other.count,
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    lastId: newer.lastId,
    thinned: one.thinned || other.thinned,
  };
}

function sampleOf(hours: ReadonlyMap<number, HourCount>, message: string): string {
  for (const hour of hours.values()) if (hour.thinned) return '';
  return message;
}

/** Id of the newest entry known, empty where there is none. */
function lastOf(day: ProblemDay): string {
  let last = '';
  for (const hour of day.hours.values()) if (hour.lastId > last) last = hour.lastId;
  return last;
}
