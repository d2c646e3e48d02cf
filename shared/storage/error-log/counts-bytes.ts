import type { DayCounts, HourCount, PairDay } from '../../domain/problems/pair-counts.ts';
import { hourMs } from '../../domain/reports/days.ts';
import { base32, base32Bytes, ulid, ulidParts } from '../../domain/reports/ulid.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readEpochs, readId, readKey, writeEpochs, writeId, writeKey } from './count-key-bytes.ts';

// First byte of a pair: the number of its hours, and what follows them.
const hoursMask = 31;
const hasLast = 32;
const isLastOfNewestHour = 64;
const hasLost = 128;
// First byte of an hour: 0-23, whether anything was added in it, and whether that was one entry and no more.
const hasTimes = 32;
const isSingle = 64;

/**
 * Counts of one day as bytes: about 30 for a pair with one entry, 6 for each further hour. `start` is the first moment of
 * the day, ms since 1970.
 */
export function countsBytes(counts: DayCounts, start: number): Uint8Array {
  const writer = new ByteWriter();
  const epochs = writeEpochs(writer, counts.keys());
  for (const [key, day] of counts) {
    writeKey(writer, key, epochs);
    writePairDay(writer, day, start);
  }
  return writer.bytes();
}

function writePairDay(writer: ByteWriter, { hours, lastId, lostId }: PairDay, start: number): void {
  const newest = Math.max(...[...hours.values()].map(({ last }) => last));
  const isOfNewest = lastId !== '' && ulidParts(lastId).time === newest;
  writer.byte(
    hours.size + (lastId ? hasLast : 0) + (isOfNewest ? isLastOfNewestHour : 0) + (lostId ? hasLost : 0),
  );
  for (const [hour, { count, first, last }] of hours) {
    const isAdded = Number.isFinite(first);
    const isOne = count === 1 && first === last;
    writer.byte(hour + (isAdded ? hasTimes : 0) + (isOne ? isSingle : 0));
    if (!isOne) writer.signed(count);
    if (!isAdded) continue;
    writer.number(first - start - hour * hourMs);
    if (!isOne) writer.number(last - first);
  }
  if (isOfNewest) writer.raw(base32Bytes(ulidParts(lastId).tail));
  else if (lastId) writeId(writer, lastId, start);
  if (lostId) writeId(writer, lostId, start);
}

/**
 * The counts in bytes that {@link countsBytes} made.
 * @throws {RangeError} when they are not such bytes
 */
export function countsIn(bytes: Uint8Array, start: number): Map<string, PairDay> {
  const reader = new ByteReader(bytes);
  const counts = new Map<string, PairDay>();
  if (reader.isAtEnd) return counts;
  const epochs = readEpochs(reader);
  while (!reader.isAtEnd) {
    const key = readKey(reader, epochs);
    counts.set(key, readPairDay(reader, start));
  }
  return counts;
}

function readPairDay(reader: ByteReader, start: number): PairDay {
  const head = reader.byte();
  const hours = new Map<number, HourCount>();
  let newest = -Infinity;
  for (let left = head & hoursMask; left > 0; left--) {
    const byte = reader.byte();
    const hour = byte & hoursMask;
    const isOne = (byte & isSingle) !== 0;
    const isAdded = (byte & hasTimes) !== 0;
    const count = isOne ? 1 : reader.signed();
    const first = isAdded ? start + hour * hourMs + reader.number() : Infinity;
    const last = isOne ? first : isAdded ? first + reader.number() : -Infinity;
    if (last > newest) newest = last;
    hours.set(hour, { count, first, last });
  }
  let lastId = '';
  if (head & isLastOfNewestHour) lastId = ulid(newest, base32(reader.raw(10)));
  else if (head & hasLast) lastId = readId(reader, start);
  const lostId = head & hasLost ? readId(reader, start) : '';
  return { hours, lastId, lostId };
}
