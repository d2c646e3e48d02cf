import type { Failure } from '../../domain/problems/failures.ts';
import type { DayCounts } from '../../domain/problems/pair-counts.ts';
import type { DayRecords, PairRecords, RecordDay } from '../../domain/problems/record-failures.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readEpochs, readKey, writeEpochs, writeKey } from './count-key-bytes.ts';

// First byte of a record: what follows, and the number of its failures from the fourth bit on.
const isSingle = 1;
const lostEntries = 2;
const hasTimes = 4;
const failureFactor = 8;
// What is said of the text of a failure.
const newText = 0;
const sameText = 1;
const emptyText = 2;
const textKinds = 3;

/** Records of a day as bytes, with the keys of their pairs: what a fold writes. `start` is the first moment of the day. */
export function recordsBytes(records: DayRecords, start: number): Uint8Array {
  const writer = new ByteWriter();
  const jobs = writeJobs(writer, records);
  const epochs = writeEpochs(writer, records.keys());
  for (const [key, pair] of records) {
    writeKey(writer, key, epochs);
    writePair(writer, pair, jobs, start);
  }
  return writer.bytes();
}

/**
 * Records of one transaction as bytes. Pairs stand in the order of its counts, and times are relative to theirs: about
 * 16 bytes for a record that failed once.
 */
export function ledgerRecordsBytes(records: DayRecords, counts: DayCounts, start: number): Uint8Array {
  const writer = new ByteWriter();
  const jobs = writeJobs(writer, records);
  for (const [key, day] of counts)
    writePair(writer, records.get(key) ?? noRecords, jobs, baseOf(day.hours, start));
  return writer.bytes();
}

const noRecords: PairRecords = { records: new Map(), more: false };

/** The first time of a pair, which its records are counted from. */
function baseOf(hours: ReadonlyMap<number, { readonly first: number }>, start: number): number {
  const first = Math.min(...[...hours.values()].map((hour) => hour.first));
  return Number.isFinite(first) ? first : start;
}

function writeJobs(writer: ByteWriter, records: DayRecords): ReadonlyMap<string, number> {
  const jobs = new Map([['', 0]]);
  for (const pair of records.values())
    for (const { failures } of pair.records.values())
      for (const { job } of failures) if (!jobs.has(job)) jobs.set(job, jobs.size);
  writer.number(jobs.size - 1);
  for (const job of jobs.keys()) if (job) writer.hex(job);
  return jobs;
}

function writePair(
  writer: ByteWriter,
  { records, more }: PairRecords,
  jobs: ReadonlyMap<string, number>,
  base: number,
): void {
  writer.number(records.size * 2 + (more ? 1 : 0));
  for (const [record, day] of records) {
    writer.hex(record);
    writeRecord(writer, day, jobs, base);
  }
}

function writeRecord(
  writer: ByteWriter,
  day: RecordDay,
  jobs: ReadonlyMap<string, number>,
  base: number,
): void {
  const { count, first, last, failures } = day;
  const [only] = failures;
  if (
    count === 1 &&
    only &&
    failures.length === 1 &&
    only.from === first &&
    only.to === last &&
    first === last
  ) {
    writer.byte(isSingle + (day.lostEntries ? lostEntries : 0));
    writer.number(first - base);
    writeJobAndText(writer, only, '', jobs);
    return;
  }
  const isAdded = Number.isFinite(first);
  writer.byte(
    (day.lostEntries ? lostEntries : 0) + (isAdded ? hasTimes : 0) + failures.length * failureFactor,
  );
  writer.signed(count);
  if (isAdded) {
    writer.number(first - base);
    writer.number(last - first);
  }
  let at = base;
  let text = '';
  for (const failure of failures) {
    writer.signed(failure.from - at);
    writer.number(failure.to - failure.from);
    writeJobAndText(writer, failure, text, jobs);
    at = failure.to;
    text = failure.text;
  }
}

function writeJobAndText(
  writer: ByteWriter,
  { job, text }: Failure,
  textBefore: string,
  jobs: ReadonlyMap<string, number>,
): void {
  const kind = text === '' ? emptyText : text === textBefore ? sameText : newText;
  writer.number((jobs.get(job) ?? 0) * textKinds + kind);
  if (kind === newText) writer.hex(text);
}

/**
 * The records in bytes that {@link recordsBytes} made.
 * @throws {RangeError} when they are not such bytes
 */
export function recordsIn(bytes: Uint8Array, start: number): Map<string, PairRecords> {
  const reader = new ByteReader(bytes);
  const records = new Map<string, PairRecords>();
  if (reader.isAtEnd) return records;
  const jobs = readJobs(reader);
  const epochs = readEpochs(reader);
  while (!reader.isAtEnd) {
    const key = readKey(reader, epochs);
    records.set(key, readPair(reader, jobs, start));
  }
  return records;
}

/**
 * The records of a transaction whose counts are known; see {@link ledgerRecordsBytes}.
 * @throws {RangeError} when they are not such bytes
 */
export function ledgerRecordsIn(
  bytes: Uint8Array,
  counts: DayCounts,
  start: number,
): Map<string, PairRecords> {
  const reader = new ByteReader(bytes);
  const records = new Map<string, PairRecords>();
  if (reader.isAtEnd) return records;
  const jobs = readJobs(reader);
  for (const [key, day] of counts) {
    const pair = readPair(reader, jobs, baseOf(day.hours, start));
    if (pair.records.size > 0) records.set(key, pair);
  }
  return records;
}

function readJobs(reader: ByteReader): readonly string[] {
  return ['', ...Array.from({ length: reader.number() }, () => reader.hex(4))];
}

function readPair(reader: ByteReader, jobs: readonly string[], base: number): PairRecords {
  const head = reader.number();
  const records = new Map<string, RecordDay>();
  for (let left = Math.floor(head / 2); left > 0; left--) {
    const record = reader.hex(8);
    records.set(record, readRecord(reader, jobs, base));
  }
  return { records, more: head % 2 === 1 };
}

function readRecord(reader: ByteReader, jobs: readonly string[], base: number): RecordDay {
  const head = reader.byte();
  const lost = (head & lostEntries) !== 0;
  if (head & isSingle) {
    const at = base + reader.number();
    const failures = [{ from: at, to: at, ...readJobAndText(reader, jobs, '') }];
    return { count: 1, first: at, last: at, failures, lostEntries: lost };
  }
  const count = reader.signed();
  const first = head & hasTimes ? base + reader.number() : Infinity;
  const last = head & hasTimes ? first + reader.number() : -Infinity;
  const failures: Failure[] = [];
  for (let left = Math.floor(head / failureFactor); left > 0; left--) {
    const before = failures.at(-1);
    const from = (before?.to ?? base) + reader.signed();
    const to = from + reader.number();
    failures.push({ from, to, ...readJobAndText(reader, jobs, before?.text ?? '') });
  }
  return { count, first, last, failures, lostEntries: lost };
}

function readJobAndText(
  reader: ByteReader,
  jobs: readonly string[],
  textBefore: string,
): { readonly job: string; readonly text: string } {
  const head = reader.number();
  const job = jobs[Math.floor(head / textKinds)];
  if (job === undefined) throw new RangeError('A failure names an unknown job');
  const kind = head % textKinds;
  return { job, text: kind === emptyText ? '' : kind === sameText ? textBefore : reader.hex(4) };
}
