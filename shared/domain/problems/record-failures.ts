import { hash } from 'node:crypto';
import { guidOf } from '../links/record-key.ts';
import { englishTableName } from '../links/table-names.ts';
import { occurredAtOf } from '../reports/entry-id.ts';
import type { ErrorReport } from '../reports/error-report.ts';
import { type Failure, failureOf, hashOfJob, joinFailures, keptFailures } from './failures.ts';
import { type CountedEntry, countKey } from './pair-counts.ts';

/** What is known of one record in one pair of problem and place on one day. */
export interface RecordDay {
  /** Entries added less entries removed. */
  readonly count: number;
  /** When its first and last entry occurred, ms since 1970; Infinity and -Infinity where none was added. */
  readonly first: number;
  readonly last: number;
  /** The failures that count for giving up, oldest first; see {@link keptFailures}. Uncouplings and couplings are none. */
  readonly failures: readonly Failure[];
  /** It lost entries since it was last counted from them. */
  readonly lostEntries: boolean;
}

/** Records of one pair: by hash, at most {@link maxRecords}; `more` where there are others. */
export interface PairRecords {
  readonly records: ReadonlyMap<string, RecordDay>;
  readonly more: boolean;
}

/** Records of one day by the keys of their counts. */
export type DayRecords = ReadonlyMap<string, PairRecords>;

/** Records that are told apart. */
export const maxRecords = 1000;

/**
 * The record that a report is about, as a hash of 16 hexadecimal digits: the source, else the destination, in its
 * company and environment. The name of its table counts in English, so that `Klant: 10000` is `Customer: 10000`.
 */
export function recordOf(report: ErrorReport): string | undefined {
  const side = report.source?.recordId ? report.source : report.destination;
  if (!side?.recordId) return undefined;
  const [, table, key] = /^([^:]{1,100}):\s*(.+)$/s.exec(side.recordId) ?? [];
  const id =
    guidOf(side) ??
    (table && key ? `${englishTableName(table) ?? table.toLowerCase()}: ${key}` : side.recordId);
  return hash(
    'sha256',
    JSON.stringify([report.environment ?? '', report.company, side.app, id]),
    'hex',
  ).slice(0, 16);
}

/** An entry as far as records are concerned. */
export interface RecordEntry extends CountedEntry {
  readonly report: ErrorReport;
}

/** What adding these entries of one day tells of records. */
export function recordsOfAdded(entries: readonly RecordEntry[]): DayRecords {
  // Many entries are of one job.
  const jobs = new Map<string, string>();
  const hashOf = (jobId: string) => {
    const job = jobs.get(jobId) ?? hashOfJob(jobId);
    jobs.set(jobId, job);
    return job;
  };
  return recordsOf(entries, ({ id, report }) => {
    const failure = failureOf(report, hashOf);
    const time = occurredAtOf(id);
    return {
      count: 1,
      first: time,
      last: time,
      failures: failure ? [failure] : [],
      lostEntries: false,
    };
  });
}

/** What removing these entries of one day tells of records: their failures happened all the same. */
export function recordsOfRemoved(entries: readonly RecordEntry[]): DayRecords {
  return recordsOf(entries, () => ({
    count: -1,
    first: Infinity,
    last: -Infinity,
    failures: [],
    lostEntries: true,
  }));
}

function recordsOf(entries: readonly RecordEntry[], change: (entry: RecordEntry) => RecordDay): DayRecords {
  const pairs = new Map<string, Map<string, RecordDay>>();
  for (const entry of entries) {
    const record = recordOf(entry.report);
    if (!record) continue;
    const key = countKey(entry.pairId, entry.epoch);
    const records = pairs.get(key) ?? new Map<string, RecordDay>();
    pairs.set(key, records);
    const known = records.get(record);
    records.set(record, known ? addRecordDays(known, change(entry)) : change(entry));
  }
  return new Map([...pairs].map(([key, records]) => [key, withinBound(records, false)]));
}

/** Records of the same day added up in place: faster than {@link addRecords} for hundreds of them. */
export class SumOfRecords {
  readonly #pairs = new Map<string, { readonly records: Map<string, RecordDay>; more: boolean }>();

  add(added: DayRecords): void {
    for (const [key, { records, more }] of added) {
      const known = this.#pairs.get(key);
      if (known) {
        addInto(known.records, records);
        known.more ||= more;
      } else this.#pairs.set(key, { records: new Map(records), more });
    }
  }

  /** The records added so far. */
  records(): Map<string, PairRecords> {
    return new Map([...this.#pairs].map(([key, { records, more }]) => [key, withinBound(records, more)]));
  }
}

/** Records of the same day added up. */
export function sumOfRecords(all: Iterable<DayRecords>): Map<string, PairRecords> {
  const sum = new SumOfRecords();
  for (const added of all) sum.add(added);
  return sum.records();
}

/** Adds records of the same day to `sum`; the order of additions does not matter. */
export function addRecords(sum: Map<string, PairRecords>, added: DayRecords): void {
  for (const [key, pair] of added) {
    const known = sum.get(key);
    sum.set(key, known ? addPairRecords(known, pair) : pair);
  }
}

function addPairRecords(one: PairRecords, other: PairRecords): PairRecords {
  const records = new Map(one.records);
  addInto(records, other.records);
  return withinBound(records, one.more || other.more);
}

function addInto(sum: Map<string, RecordDay>, records: ReadonlyMap<string, RecordDay>): void {
  for (const [record, day] of records) {
    const known = sum.get(record);
    sum.set(record, known ? addRecordDays(known, day) : day);
  }
}

function withinBound(records: ReadonlyMap<string, RecordDay>, more: boolean): PairRecords {
  if (records.size <= maxRecords) return { records, more };
  // The same ones are kept whatever the order of additions.
  const kept = [...records].sort(([first], [second]) => (first < second ? -1 : 1)).slice(0, maxRecords);
  return { records: new Map(kept), more: true };
}

/** What two sources know of one record, added together. */
export function addRecordDays(one: RecordDay, other: RecordDay): RecordDay {
  return {
    count: one.count + other.count,
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    failures: keptFailures(joinFailures([...one.failures, ...other.failures])),
    lostEntries: one.lostEntries || other.lostEntries,
  };
}

/** The records without those that have no entries left. */
export function withoutEmptyRecords(records: DayRecords): Map<string, PairRecords> {
  const kept = new Map<string, PairRecords>();
  for (const [key, pair] of records) {
    const living = new Map([...pair.records].filter(([, { count }]) => count > 0));
    if (living.size > 0 || pair.more) kept.set(key, { ...pair, records: living });
  }
  return kept;
}
