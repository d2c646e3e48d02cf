import * as z from 'zod';
import type { FailureCode } from '../domain/app-error.ts';

/** What a caller can be allowed to do. */
export const grantedScopes = ['report', 'read', 'manage', 'validate'] as const;

export type GrantedScope = (typeof grantedScopes)[number];

/** What an operation asks of its caller: to be allowed something, any sign-in or key, or nothing (`public`). */
export type Scope = GrantedScope | 'signed-in' | 'public';

/** One possible answer of an operation. */
export interface Answer {
  readonly description: string;
  /** Schema of the JSON body; an answer without one has no body. */
  readonly body?: z.ZodType;
  /** Media types that callers can ask for instead of JSON. */
  readonly mediaTypes?: readonly string[];
  /** Headers of this answer, besides those that the boundary sets. */
  readonly headers?: readonly string[];
}

/** How the body of a request is read. */
export type RequestBody<Schema extends z.ZodType = z.ZodType> =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly schema: Schema; readonly optional?: boolean }
  /** One object, an array, or NDJSON, at most `max` items; the handler checks each item. */
  | { readonly kind: 'items'; readonly item: z.ZodType; readonly max: number };

/** The description of an HTTP function. */
export interface OperationDescription<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> {
  /** Operation id and function name. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Route below `/api`, such as `errors/{id}`. */
  readonly route: string;
  readonly scope: Scope;
  /** Parameters of the route; none by default. */
  readonly params?: Params;
  /** Parameters of the query; none by default. */
  readonly query?: Query;
  /** No body by default. */
  readonly body?: RequestBody<Body>;
  /** True when answers hold texts in the language of `Accept-Language`. */
  readonly translated?: boolean;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Failures besides those that every operation has and those that its kind of body brings. */
  readonly problems?: readonly FailureCode[];
}

/** A description with its defaults and all of its problems. */
export interface Operation<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> extends OperationDescription<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: RequestBody<Body>;
  readonly translated: boolean;
  /** Every failure it can answer, except those that every operation has. */
  readonly problems: readonly FailureCode[];
}

export const noParameters = z.strictObject({});

const problemsOfJson: readonly FailureCode[] = [
  'invalid-json',
  'length-required',
  'unsupported-media-type',
  'payload-too-large',
];

const problemsOfBody: Readonly<Record<RequestBody['kind'], readonly FailureCode[]>> = {
  none: [],
  json: problemsOfJson,
  items: [...problemsOfJson, 'too-many-items'],
};

/** Fills in what a description leaves out, and adds the failures that its kind of body brings. */
export function withDefaults(description: OperationDescription): Operation {
  const body = description.body ?? { kind: 'none' };
  const own = description.problems ?? [];
  // Whatever asks storage meets the format of its rows.
  const ofStorage = own.includes('storage-unavailable') ? (['unknown-format'] as const) : [];
  return {
    params: noParameters,
    query: noParameters,
    translated: false,
    ...description,
    body,
    problems: [...problemsOfBody[body.kind], ...own, ...ofStorage],
  };
}

/** Headers for the language of an answer, and for the request headers it depends on. */
export function negotiationHeaders(
  { answers, translated }: Operation,
  { status, body, bytes }: { readonly status: number; readonly body?: unknown; readonly bytes?: unknown },
  language: string,
): Record<string, string> {
  // What a 304 confirms depends on the language as well.
  const isTranslated = translated && ((body ?? bytes) !== undefined || status === 304);
  const vary = [
    ...(answers[status]?.mediaTypes ? ['Accept'] : []),
    ...(isTranslated ? ['Accept-Language'] : []),
  ];
  return {
    ...(isTranslated ? { 'content-language': language } : {}),
    ...(vary.length > 0 ? { vary: vary.join(', ') } : {}),
  };
}
