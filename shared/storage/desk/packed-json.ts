import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** Longest packed text that fits into a row, UTF-16 units: an entity holds 1 MiB, two bytes a unit. */
export const maxPacked = 450_000;

/** A value as JSON, compressed, as text: many findings, or a long heartbeat, exceed an entity (1 MiB) otherwise. */
export async function packed(value: unknown): Promise<string> {
  return (await promisify(gzip)(JSON.stringify(value))).toString('base64');
}

/** The value in a text that {@link packed} made. */
export async function unpacked(text: string): Promise<unknown> {
  return JSON.parse((await promisify(gunzip)(Buffer.from(text, 'base64'))).toString());
}
