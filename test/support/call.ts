import { HttpRequest, InvocationContext } from '@azure/functions';
import * as z from 'zod';
import { atBoundary } from '../../shared/http/boundary.ts';
import type { HttpFunction } from '../../shared/http/http-function.ts';
import type { Services } from '../../shared/services.ts';

const answer = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Uint8Array).default(new Uint8Array()),
});

/** What an HTTP function answered. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The value of a JSON body, undefined where there is none. */
  readonly body: unknown;
}

/** Calls an HTTP function without a host; `path` begins below `/api/`, a `body` is sent as JSON. */
export async function call(
  httpFunction: HttpFunction<Services>,
  services: Services,
  path: string,
  { body, params = {} }: { readonly body?: unknown; readonly params?: Readonly<Record<string, string>> } = {},
): Promise<CallAnswer> {
  const { handler } = atBoundary(httpFunction, services, 'keys');
  const { method, id } = httpFunction;
  const request = new HttpRequest({
    method,
    url: `http://localhost/api/${path}`,
    params: { ...params },
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: { string: JSON.stringify(body) } }),
  });
  const context = new InvocationContext({ functionName: id, logHandler: () => undefined });
  const { status, headers, body: bytes } = answer.parse(await handler(request, context));
  const text = Buffer.from(bytes).toString();
  return { status, headers, text, body: text === '' ? undefined : JSON.parse(text) };
}
