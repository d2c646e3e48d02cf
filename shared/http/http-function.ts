import type { HttpRequest } from '@azure/functions';
import type * as z from 'zod';
import { AppError } from '../domain/app-error.ts';
import { parameterDetails, pointerDetails } from '../domain/failure-details.ts';
import type { Language } from '../domain/language.ts';
import type { ReportItem } from '../domain/reports/report-check.ts';
import { acceptedLanguage } from './accept-language.ts';
import type { EventFacts } from './event-line.ts';
import {
  type GrantedScope,
  negotiationHeaders,
  type noParameters,
  type Operation,
  type OperationDescription,
  withDefaults,
} from './operation.ts';
import type { Caller } from './principal.ts';
import { readItems, readJson } from './request-body.ts';

/** Writes one JSON line to the log: ids and counts, never texts of entries. */
export type LogEvent = (event: string, facts: EventFacts) => void;

/** The checked parts of a request. */
export interface CheckedRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  /** The checked body of kind `json`. */
  readonly body: Body;
  /** The items of a body of kind `items`, unchecked. */
  readonly items: readonly ReportItem[];
  /** Bytes of a body of kind `items`. */
  readonly itemBytes: number;
  readonly language: Language;
  /** Name of the caller, as far as the platform knows it. */
  readonly caller: string;
  /** What the caller may do. */
  readonly scopes: readonly GrantedScope[];
  readonly url: URL;
  /** A header by its name, in any letter case. */
  header(name: string): string | undefined;
  readonly log: LogEvent;
}

/** What a handler answers, with a status that the operation lists. */
export interface HandlerAnswer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** A body of another media type, which `headers` names. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An operation with what answers its requests. */
export type HttpFunction<
  Services,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> = Operation<Params, Query, Body> & {
  /**
   * Checks a request and answers it.
   * @throws {AppError} for requests that are not valid, and what the handler throws
   */
  answer(services: Services, request: HttpRequest, caller: Caller, log: LogEvent): Promise<HandlerAnswer>;
};

interface Handler<Services, Params, Query, Body> {
  handle(
    services: Services,
    request: CheckedRequest<Params, Query, Body>,
  ): HandlerAnswer | Promise<HandlerAnswer>;
}

/** Query names that belong to the Functions host: the key, and the name of the client that sent it. */
const hostParameters = new Set(['code', 'clientid']);

/** An HTTP function from one description, which registers it, checks its requests and is written to OpenAPI. */
export function httpFunction<
  Services,
  Params extends z.ZodObject = typeof noParameters,
  Query extends z.ZodObject = typeof noParameters,
  Body extends z.ZodType = z.ZodUndefined,
>(
  description: OperationDescription<Params, Query, Body> &
    Handler<Services, z.output<Params>, z.output<Query>, z.output<Body>>,
): HttpFunction<Services, Params, Query, Body>;
export function httpFunction<Services>({
  handle,
  ...description
}: OperationDescription & Handler<Services, unknown, unknown, unknown>): HttpFunction<Services> {
  const operation = withDefaults(description);
  return {
    ...operation,
    async answer(services, request, caller, log) {
      const url = new URL(request.url);
      const params = checkParameters(operation.params, request.params);
      const query = checkParameters(operation.query, queryOf(url));
      const { body } = operation;
      const json =
        body.kind === 'json'
          ? checkBody(body.schema, await readJson(request, body.optional ?? false))
          : undefined;
      const { items, bytes: itemBytes } =
        body.kind === 'items' ? await readItems(request, body.max) : { items: [], bytes: 0 };
      const language = acceptedLanguage(request.headers.get('accept-language'));
      const answer = await handle(services, {
        params,
        query,
        body: json,
        items,
        itemBytes,
        language,
        caller: caller.name,
        scopes: caller.scopes,
        url,
        header: (name) => request.headers.get(name) ?? undefined,
        log,
      });
      return {
        ...answer,
        headers: { ...negotiationHeaders(operation, answer, language), ...answer.headers },
      };
    },
  };
}

/** Values by name; a name that is repeated has an array. */
function queryOf(url: URL): Record<string, string | string[]> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(
    names
      .filter((name) => !hostParameters.has(name.toLowerCase()))
      .map((name) => {
        const [first = '', ...others] = url.searchParams.getAll(name);
        return [name, others.length > 0 ? [first, ...others] : first];
      }),
  );
}

function checkParameters(schema: z.ZodObject, values: Readonly<Record<string, unknown>>): unknown {
  const parsed = schema.safeParse(values, {
    error: ({ code, input }) =>
      code === 'invalid_type' && Array.isArray(input) ? 'Can be given only once' : undefined,
  });
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-request', 'One or more parameters are not valid', {
    errors: parameterDetails(parsed.error),
  });
}

function checkBody(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-request', 'The body is not valid', { errors: pointerDetails(parsed.error) });
}
