import type { EntityProperties } from './entity-group-transaction.ts';
import type { Row } from './table-service.ts';

/** A binary property holds 64 KiB. */
const bytesPerProperty = 64_000;

/** Long bytes as numbered properties (`name0`, `name1`, …), each within the limit of one property. */
export function splitBytes(name: string, bytes: Uint8Array): EntityProperties {
  const properties: Record<string, Uint8Array> = {};
  for (let index = 0; index * bytesPerProperty < bytes.length; index++)
    properties[`${name}${index}`] = bytes.subarray(index * bytesPerProperty, (index + 1) * bytesPerProperty);
  return properties;
}

/** The bytes that {@link splitBytes} took apart; none where a row has none of them. */
export function joinBytes(name: string, row: Row): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let index = 0; ; index++) {
    const part = row[`${name}${index}`];
    if (!(part instanceof Uint8Array))
      return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    parts.push(part);
  }
}

/** The names of the properties that hold up to this many bytes. */
export function splitNames(name: string, properties: number): string[] {
  return Array.from({ length: properties }, (_, index) => `${name}${index}`);
}
