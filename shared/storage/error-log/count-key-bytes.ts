import { countKey, countKeyParts } from '../../domain/problems/pair-counts.ts';
import { base32, base32Bytes, ulid, ulidParts } from '../../domain/reports/ulid.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** Writes an id of 26 characters whose time lies on or after `start` (ms since 1970). */
export function writeId(writer: ByteWriter, id: string, start: number): void {
  const { time, tail } = ulidParts(id);
  writer.number(time - start);
  writer.raw(base32Bytes(tail));
}

/** Reads what {@link writeId} wrote. */
export function readId(reader: ByteReader, start: number): string {
  const time = start + reader.number();
  return ulid(time, base32(reader.raw(10)));
}

/** Writes the epochs of count keys, so that each key names its epoch by number. */
export function writeEpochs(writer: ByteWriter, keys: Iterable<string>): ReadonlyMap<string, number> {
  const epochs = new Map<string, number>();
  for (const key of keys) {
    const { epoch } = countKeyParts(key);
    if (!epochs.has(epoch)) epochs.set(epoch, epochs.size);
  }
  writer.number(epochs.size);
  for (const epoch of epochs.keys()) {
    writer.byte(epoch === '' ? 0 : 1);
    if (epoch !== '') writeId(writer, epoch, 0);
  }
  return epochs;
}

/** Reads what {@link writeEpochs} wrote: epochs by number. */
export function readEpochs(reader: ByteReader): readonly string[] {
  return Array.from({ length: reader.number() }, () => (reader.byte() === 0 ? '' : readId(reader, 0)));
}

/** Writes a count key: 15 bytes for the pair, and one for the epoch where there are several. */
export function writeKey(writer: ByteWriter, key: string, epochs: ReadonlyMap<string, number>): void {
  const { pairId, epoch } = countKeyParts(key);
  if (epochs.size > 1) writer.number(epochs.get(epoch) ?? 0);
  writer.raw(base32Bytes(pairId));
}

/** Reads what {@link writeKey} wrote. */
export function readKey(reader: ByteReader, epochs: readonly string[]): string {
  const epoch = epochs[epochs.length > 1 ? reader.number() : 0];
  if (epoch === undefined) throw new RangeError('A key names an unknown epoch');
  return countKey(base32(reader.raw(10)) + base32(reader.raw(5)), epoch);
}
