import * as z from 'zod';
import { AppError, type FailureCode } from '../domain/app-error.ts';

/** Status and title of each failure. */
export const problems: Readonly<Record<FailureCode, { readonly status: number; readonly title: string }>> = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'invalid-json': { status: 400, title: 'The body is not JSON in UTF-8' },
  'invalid-reports': { status: 400, title: 'None of the reports is valid' },
  'invalid-page-token': { status: 400, title: 'The page token does not belong to this list' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'This sign-in does not allow it' },
  'foreign-origin': { status: 403, title: 'Pages of other sites may not change anything' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'already-undone': { status: 409, title: 'It was undone before' },
  'not-continuable': { status: 409, title: 'There is nothing to continue' },
  'undo-expired': { status: 409, title: 'It can no longer be undone' },
  'length-required': { status: 411, title: 'The length of the body is missing' },
  'precondition-failed': { status: 412, title: 'It was changed in the meantime' },
  'payload-too-large': { status: 413, title: 'The body is too large' },
  'too-many-items': { status: 413, title: 'The body holds too many items' },
  'unsupported-media-type': { status: 415, title: 'The media type of the body is not supported' },
  'too-many-senders': { status: 429, title: 'There are too many senders' },
  'storage-unavailable': { status: 503, title: 'The error log cannot be reached' },
  'server-busy': { status: 503, title: 'Too many reports are waiting' },
  'unknown-format': { status: 503, title: 'Another version wrote the rows in storage' },
  'too-many-exports': { status: 503, title: 'Other exports are being made' },
};

/** One fault of a request. */
const failureDetail = z
  .strictObject({
    index: z.int().optional().describe('Item of the body, from 0'),
    pointer: z.string().optional().describe('RFC 6901, within the item; empty for the whole item'),
    parameter: z.string().optional().describe('Query or route parameter'),
    detail: z.string(),
  })
  .meta({ id: 'FailureDetail' });

/** Body of every failure, RFC 9457 `application/problem+json`. */
export const problemDetails = z
  .strictObject({
    type: z.string().describe('urn:error-desk:problem: and the code'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().describe('What is wrong, and what to change'),
    code: z.string().describe('Stable code of the failure'),
    traceId: z.string().describe('Finds this request in the logs'),
    errors: z.array(failureDetail).optional(),
    withoutDetails: z
      .int()
      .min(1)
      .optional()
      .describe('How many more items have faults that `errors` does not list'),
    problems: z
      .array(z.strictObject({ id: z.string(), etag: z.string().optional() }).meta({ id: 'ProblemNamed' }))
      .optional()
      .describe('Problems that a decision on several failed for'),
  })
  .meta({ id: 'ProblemDetails' });

export const problemMediaType = 'application/problem+json';

/** The answer for a failure, or for a bug when there is none: status, body and headers. */
export function problemOf(
  failure: AppError | undefined,
  traceId: string,
): {
  readonly status: number;
  readonly body: z.output<typeof problemDetails>;
  readonly headers: Readonly<Record<string, string>>;
} {
  const code = failure?.code ?? 'internal-error';
  const { status, title } = failure
    ? problems[failure.code]
    : { status: 500, title: 'Something went wrong here; report the trace id' };
  return {
    status,
    body: {
      type: `urn:error-desk:problem:${code}`,
      title,
      status,
      ...(failure ? { detail: failure.message } : {}),
      code,
      traceId,
      ...(failure?.errors ? { errors: failure.errors.map((error) => ({ ...error })) } : {}),
      ...(failure?.problems ? { problems: failure.problems.map((one) => ({ ...one })) } : {}),
      ...(failure?.withoutDetails ? { withoutDetails: failure.withoutDetails } : {}),
    },
    headers: {
      'x-ms-error-code': code,
      ...(failure?.retryAfterSeconds === undefined
        ? {}
        : { 'retry-after': String(failure.retryAfterSeconds) }),
      ...(failure?.etag === undefined ? {} : { etag: failure.etag }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  };
}

/** The failure that was thrown; undefined for a bug. */
export function failureOf(error: unknown): AppError | undefined {
  return error instanceof AppError ? error : undefined;
}
