import * as z from 'zod';
import type { FailureCode } from '../domain/app-error.ts';

/** What a caller must be allowed to do; `public` asks for nothing. */
export type Scope = 'public' | 'report' | 'read' | 'manage' | 'validate';

/** HTTP methods our operations use. */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One possible answer of an operation: its body's schema and media type (JSON unless said otherwise). */
export interface Answer {
  readonly description: string;
  readonly body?: z.ZodType;
  readonly mediaTypes?: readonly string[];
  /** Names of headers this answer carries besides those that every answer has. */
  readonly headers?: readonly string[];
  readonly example?: unknown;
}

/** How the body of a request is read; `schema` is what the handler gets as `body`. */
export type RequestBody<Schema extends z.ZodType = z.ZodType> =
  | { readonly kind: 'none'; readonly schema: Schema }
  | {
      readonly kind: 'json';
      readonly schema: Schema;
      readonly optional?: boolean;
      readonly example?: unknown;
    }
  /** One object, an array, or NDJSON; each item is checked by whoever handles it. */
  | {
      readonly kind: 'items';
      readonly schema: Schema;
      readonly item: z.ZodType;
      readonly most: number;
      readonly example?: unknown;
    };

/** For operations that take no body. */
export const noBody = { kind: 'none', schema: z.undefined() } as const;

/** For operations without parameters of the route or the query. */
export const noParameters = z.strictObject({});

/** An HTTP function described once: it registers the function, checks requests, types the handler, and writes OpenAPI. */
export interface Operation<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> {
  /** Operation id and function name. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly method: Method;
  /** Route below `/api`, such as `errors/{id}`. */
  readonly route: string;
  readonly scope: Scope;
  readonly params: Params;
  readonly query: Query;
  readonly body: RequestBody<Body>;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes of the problems it can answer besides those that every operation can. */
  readonly problems: readonly FailureCode[];
}

/** Describes an operation, and keeps the types of its parts. */
export function operation<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  description: Operation<Params, Query, Body>,
): Operation<Params, Query, Body> {
  return description;
}
