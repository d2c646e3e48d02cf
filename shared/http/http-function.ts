import type { HttpRequest } from '@azure/functions';
import type * as z from 'zod';
import { AppError } from '../domain/app-error.ts';
import { parameterDetails, pointerDetails } from '../domain/failure-details.ts';
import type { Language } from '../domain/language.ts';
import { acceptedLanguage } from './accept-language.ts';
import type { Operation } from './operation.ts';
import { type Item, readItems, readJson } from './request-body.ts';

/** What a handler gets: the checked parts of a request. */
export interface CheckedRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  /** The checked body of kind `json`. */
  readonly body: Body;
  /** The items of a body of kind `items`. */
  readonly items: readonly Item[];
  readonly language: Language;
  /** Who asks, as far as the platform tells. */
  readonly caller: string;
  readonly url: URL;
  /** A header by its name, in any case. */
  header(name: string): string | undefined;
  /** Writes one JSON line about what happened: ids and counts, never texts of entries. */
  log(event: string, facts: Readonly<Record<string, string | number | boolean>>): void;
}

/** What a handler answers: a status that the operation names, with a JSON value or a stream of bytes. */
export interface HandlerAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly stream?: ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An operation and what answers a request to it. */
export interface HttpFunction {
  readonly operation: Operation;
  answer(
    request: HttpRequest,
    caller: string,
    log: CheckedRequest<never, never, never>['log'],
  ): Promise<HandlerAnswer>;
}

/** Query names that belong to the Functions host: the key, and the client's name for itself. */
const hostParameters = new Set(['code', 'clientid']);

/** Ties an operation to its handler; what reaches the handler has been checked. */
export function httpFunction<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  operation: Operation<Params, Query, Body>,
  handle: (
    request: CheckedRequest<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<HandlerAnswer>,
): HttpFunction {
  return {
    operation,
    async answer(request, caller, log) {
      const url = new URL(request.url);
      const params = checkParameters(operation.params, paramsOf(request, operation.params));
      const query = checkParameters(operation.query, queryOf(url));
      const { body: description } = operation;
      const value =
        description.kind === 'json' ? await readJson(request, description.optional ?? false) : undefined;
      const items = description.kind === 'items' ? await readItems(request, description.most) : [];
      return handle({
        params,
        query,
        body: checkBody(description.schema, value),
        items,
        language: acceptedLanguage(request.headers.get('accept-language')),
        caller,
        url,
        header: (name) => request.headers.get(name) ?? undefined,
        log,
      });
    },
  };
}

/** Only what the route names: with HTTP streams, query and body values show up among the host's parameters. */
function paramsOf(request: HttpRequest, schema: z.ZodObject): Record<string, string> {
  const params: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = request.params[name];
    if (value !== undefined) params[name] = value;
  }
  return params;
}

/** Repeated names are joined by a comma, as the host does without HTTP streams: a comma means or. */
function queryOf(url: URL): Record<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (hostParameters.has(name.toLowerCase())) continue;
    const before = query.get(name);
    query.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(query);
}

function checkParameters<Schema extends z.ZodObject>(
  schema: Schema,
  values: Record<string, string>,
): z.output<Schema> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-request', 'One or more parameters are not valid', {
    errors: parameterDetails(parsed.error),
  });
}

function checkBody<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-request', 'The body is not valid', { errors: pointerDetails(parsed.error) });
}
