import type { IncomingMessage } from 'node:http';
import type { HttpData, Nullable, TypedData } from '../app/core-types.ts';

/** The headers of a request, by the name as sent; what was sent more than once is joined with a comma. */
export function headersOf(request: IncomingMessage): Record<string, string> {
  const headers = new CaseInsensitive();
  for (let index = 0; index < request.rawHeaders.length; index += 2)
    headers.join(request.rawHeaders[index] ?? '', request.rawHeaders[index + 1] ?? '');
  return headers.toObject();
}

/** The query of a request; names are the same in any case, and repeated ones are joined with a comma. */
export function queryOf(target: string): Record<string, string> {
  const query = new CaseInsensitive();
  for (const [name, value] of new URLSearchParams(target.slice(queryStart(target)))) query.join(name, value);
  return query.toObject();
}

/** The address of a request with scheme and host. */
function urlOf(request: IncomingMessage): string {
  const target = request.url ?? '/';
  return /^[a-z]+:\/\//i.test(target) ? target : `http://${hostOf(request)}${target}`;
}

/** The host and port that the caller named. */
export function hostOf(request: IncomingMessage): string {
  return request.headers.host ?? 'localhost';
}

/** A request as the worker gets it when streams are off. */
export function httpData(
  request: IncomingMessage,
  params: Record<string, string>,
  body: Uint8Array | undefined,
): HttpData {
  return {
    method: request.method ?? 'GET',
    url: urlOf(request),
    nullableHeaders: nullable(headersOf(request)),
    nullableQuery: nullable(queryOf(request.url ?? '')),
    nullableParams: nullable(params),
    ...(body === undefined ? {} : { body: { bytes: body } }),
  };
}

/**
 * The trigger metadata of a request, from which the library takes headers and parameters when streams are on:
 * top-level properties of a JSON body, then the query, then the route, later ones winning. Names are the same in
 * any case and keep their first spelling, and a property or query called `Headers` takes the place of the
 * headers, as it does in the real host.
 */
export function triggerMetadata(
  request: IncomingMessage,
  params: Record<string, string>,
  body: Uint8Array | undefined,
): Record<string, TypedData> {
  const metadata = new CaseInsensitive<TypedData>();
  for (const [name, value] of propertiesOf(body)) metadata.set(name, value);
  const query = queryOf(request.url ?? '');
  for (const [name, value] of Object.entries(query)) {
    // The key of a function is not the function's business.
    if (name.toLowerCase() !== 'code') metadata.set(name, { string: value });
  }
  for (const [name, value] of Object.entries(params)) metadata.set(name, { string: value });
  if (!metadata.has('Query')) metadata.set('Query', { json: JSON.stringify(query) });
  if (!metadata.has('Headers')) metadata.set('Headers', { json: JSON.stringify(headersOf(request)) });
  return metadata.toObject();
}

const whitespace = new Set([...Buffer.from(' \t\r\n')]);
const openingBrace = 0x7b;

function propertiesOf(body: Uint8Array | undefined): [string, TypedData][] {
  // What is no object need not be read at all: it may be long.
  const first = body?.find((byte) => !whitespace.has(byte));
  if (body === undefined || first !== openingBrace) return [];
  try {
    const properties: Record<string, unknown> = JSON.parse(Buffer.from(body).toString('utf8'));
    return Object.entries(properties)
      .filter(([, value]) => !Array.isArray(value))
      .map(([name, value]) => [
        name,
        typeof value === 'string' ? { string: value } : { json: JSON.stringify(value) },
      ]);
  } catch {
    // Not JSON, or nested so deep that it cannot be written again: the function will say so.
    return [];
  }
}

function queryStart(target: string): number {
  const mark = target.indexOf('?');
  return mark < 0 ? target.length : mark;
}

function nullable(values: Record<string, string>): Record<string, Nullable<string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}

/** A dictionary that ignores case and keeps the spelling of the first key, as .NET's do. */
class CaseInsensitive<T = string> {
  readonly #entries = new Map<string, { name: string; value: T }>();
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }
  set(name: string, value: T): void {
    const known = this.#entries.get(name.toLowerCase());
    this.#entries.set(name.toLowerCase(), { name: known?.name ?? name, value });
  }
  join(this: CaseInsensitive<string>, name: string, value: string): void {
    const known = this.#entries.get(name.toLowerCase());
    this.set(name, known === undefined ? value : `${known.value},${value}`);
  }
  toObject(): Record<string, T> {
    return Object.fromEntries([...this.#entries.values()].map(({ name, value }) => [name, value]));
  }
}
