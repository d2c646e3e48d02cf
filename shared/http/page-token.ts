import { createHmac, timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import { AppError } from '../domain/app-error.ts';

const macBytes = 16;

/** A page token holds the position of the next page. It is valid for one list and filter, and signed. */
export function pageToken(key: string, list: string, position: readonly (string | number)[]): string {
  const payload = Buffer.from(JSON.stringify(position));
  return Buffer.concat([macOf(key, list, payload), payload]).toString('base64url');
}

/**
 * The position in a page token that was made for this list and filter.
 * @throws {AppError} invalid-page-token for any other text
 */
export function positionIn<Position>(
  key: string,
  list: string,
  token: string,
  position: z.ZodType<Position>,
): Position {
  const bytes = Buffer.from(token, 'base64url');
  const payload = bytes.subarray(macBytes);
  const isOurs =
    bytes.toString('base64url') === token &&
    bytes.length > macBytes &&
    timingSafeEqual(bytes.subarray(0, macBytes), macOf(key, list, payload));
  // Another version of the app may have stored something else.
  const parsed = position.safeParse(isOurs ? JSON.parse(payload.toString()) : undefined);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-page-token', 'Follow nextLink unchanged, with the filter it was given for', {
    errors: [{ parameter: 'pagetoken', detail: 'Not a token of this list with this filter' }],
  });
}

function macOf(key: string, list: string, payload: Buffer): Buffer {
  return createHmac('sha256', key).update(list).update('\n').update(payload).digest().subarray(0, macBytes);
}

/** What a page token is valid for: a list and its filter. */
export function listName(list: string, filter: Readonly<Record<string, unknown>>): string {
  return `${list} ${JSON.stringify(filter)}`;
}

/** The address of the next page: this address with another token, and without a key. */
export function nextLinkOf(url: URL, token: string): string {
  const next = new URL(url);
  for (const name of [...next.searchParams.keys()])
    if (['code', 'clientid', 'pagetoken'].includes(name.toLowerCase())) next.searchParams.delete(name);
  next.searchParams.set('pagetoken', token);
  return next.toString();
}
