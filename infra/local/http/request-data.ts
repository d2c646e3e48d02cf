import type { IncomingMessage } from 'node:http';
import type { HttpData, NullableValues } from '../app/core-types.ts';
import { queryOf, targetOf } from './request-head.ts';

/** A request as the worker gets it. The query is joined as in the real host; the address stays as it was sent. */
export function httpData(
  request: IncomingMessage,
  params: Record<string, string>,
  body: Uint8Array | undefined,
): HttpData {
  const target = targetOf(request);
  return {
    method: request.method ?? 'GET',
    url: `http://${request.headers.host ?? 'localhost'}${target}`,
    nullableHeaders: joined(headersOf(request)),
    nullableQuery: joined(queryOf(target)),
    nullableParams: joined(Object.entries(params)),
    ...(body === undefined ? {} : { body: { bytes: body } }),
  };
}

function* headersOf({ rawHeaders }: IncomingMessage): Generator<[string, string]> {
  for (let index = 0; index < rawHeaders.length; index += 2)
    yield [rawHeaders[index] ?? '', rawHeaders[index + 1] ?? ''];
}

/** Joins the values of one name with a comma. Names ignore case and keep their first spelling, as in .NET. */
function joined(pairs: Iterable<[string, string]>): NullableValues {
  const values = new Map<string, { name: string; value: string }>();
  for (const [name, value] of pairs) {
    const known = values.get(name.toLowerCase());
    if (known) known.value += `,${value}`;
    else values.set(name.toLowerCase(), { name, value });
  }
  return Object.fromEntries([...values.values()].map(({ name, value }) => [name, { value }]));
}
