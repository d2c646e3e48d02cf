import type * as z from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { AppError, type FailureCode } from '../../shared/domain/app-error.ts';
import type { Operation } from '../../shared/http/operation.ts';
import { problemDetails, problemMediaType, problemOf, problems } from '../../shared/http/problem.ts';
import { headersOf, headersOfBody } from './headers.ts';

type ProblemCode = FailureCode | 'internal-error';

/** What each problem means and what to do about it, for its description and the table in docs/operations.md. */
export const problemAdvice: Readonly<Record<ProblemCode, string>> = {
  'invalid-request':
    'A parameter or a part of the body is not valid; `errors` names each. Change it, then send again.',
  'invalid-json': 'The body is empty, not JSON, or not UTF-8. Nothing was changed.',
  'invalid-reports': 'No report in the body is valid; `errors` says why for each. Nothing was stored.',
  'invalid-page-token':
    'The page token was changed, or belongs to another list or filter. Follow `nextLink` as it was given.',
  'length-required': 'The body came in chunks, without its length. Send it with a Content-Length.',
  'unsupported-media-type':
    'The body has no Content-Type, or one that this operation does not take, or it is not plain UTF-8: another charset, or compressed.',
  'payload-too-large':
    'The body is longer than 10 MiB or holds more than 1,000,000 values and names, or a heartbeat is too large to be kept. Send less at a time.',
  'too-many-items': 'The body holds more than 10,000 reports. Send it in parts.',
  'too-many-senders':
    '500 other senders have sent heartbeats in the last 30 days. Nothing was changed; use another desk for more (`ERROR_LOG_PREFIX`).',
  unauthenticated:
    'Nobody is signed in (AUTH=entra). With function keys the host answers 401 itself, without a body.',
  forbidden: 'The sign-in lacks the app role that this operation requires.',
  'foreign-origin':
    'A page of another site sent this (AUTH=entra): its `Origin` is not that of the desk. Call from the page of the desk, or without `Origin`.',
  'not-found':
    'Nothing has this id, or it has expired or been deleted. Of several problems, `problems` names the unknown ones.',
  'precondition-failed':
    'Somebody decided in the meantime; `ETag` is the current one, or `problems` names them. Read again. Nothing was changed.',
  'already-undone': 'The clean-up or decision was undone before. There is nothing left to do.',
  'not-continuable': 'Only a filtered clean-up, or its undo, can be continued. Nothing was changed.',
  'undo-expired':
    'The clean-up or decision is older than 24 hours, or retention made it: it cannot be undone.',
  'storage-unavailable':
    'The storage did not answer, or refused. Try again after `Retry-After` seconds; it is safe to send everything again.',
  'server-busy':
    'Too many reports wait for storage already; nothing of this request was stored. Send it again after `Retry-After` seconds.',
  'unknown-format':
    'Another version of the app wrote the rows in storage in another format. Nothing was changed; deploy the version that knows it.',
  'too-many-exports':
    'Two exports are being made on this instance already. Try again after `Retry-After` seconds.',
  'internal-error': 'A bug in this app. Find `traceId` in the logs.',
};

/** The codes of all failures, and the code of a bug. */
export const problemCodes = Object.keys(problemAdvice).filter(
  (code): code is ProblemCode => code === 'internal-error' || code in problems,
);

function codesOf({ scope, method, problems: own }: Operation): ProblemCode[] {
  const ofAccess: ProblemCode[] =
    scope === 'public' ? [] : scope === 'signed-in' ? ['unauthenticated'] : ['unauthenticated', 'forbidden'];
  const ofOrigin: ProblemCode[] = method === 'GET' ? [] : ['foreign-origin'];
  return [
    ...new Set(['invalid-request' as const, ...ofAccess, ...ofOrigin, ...own, 'internal-error' as const]),
  ];
}

/** The problem responses of an operation by status; operations share a component when theirs are the same. */
export function problemResponses(operation: Operation): Record<string, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(codesOf(operation), (code) => exampleOf(code).status);
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, codes]) => [String(status), problemResponse(codes)]),
  );
}

const responses = new Map<string, ZodOpenApiResponseObject>();

function problemResponse(codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  const id = codes
    .map((code) => code.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()))
    .join('Or');
  const response = responses.get(id) ?? newResponse(id, codes);
  responses.set(id, response);
  return response;
}

function newResponse(id: string, codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  const headers = codes.flatMap((code) => exampleOf(code).headers);
  return {
    id,
    description: codes.map((code) => `\`${code}\`: ${problemAdvice[code]}`).join('\n\n'),
    headers: headersOf([...headers, ...headersOfBody]),
    content: {
      [problemMediaType]: {
        schema: problemDetails,
        examples: Object.fromEntries(
          codes.map((code) => [code, { summary: exampleOf(code).body.title, value: exampleOf(code).body }]),
        ),
      },
    },
  };
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

/** An example of a problem, made by the code that makes it in the app. */
export function exampleOf(code: ProblemCode): {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: z.output<typeof problemDetails>;
} {
  const failure = code === 'internal-error' ? undefined : new AppError(code, detailOf(code), optionsOf(code));
  const { status, headers, body } = problemOf(failure, traceId);
  return { status, headers: Object.keys(headers), body };
}

function detailOf(code: FailureCode): string {
  return problemAdvice[code].split('. ')[0]?.replaceAll('`', '') ?? problems[code].title;
}

function optionsOf(code: FailureCode): ConstructorParameters<typeof AppError>[2] {
  switch (code) {
    case 'invalid-request':
      return { errors: [{ parameter: 'maxpagesize', detail: 'Must be from 1 to 200' }] };
    case 'invalid-reports':
      return { errors: [{ index: 0, pointer: '/occurredAt', detail: 'Required' }] };
    case 'invalid-page-token':
      return { errors: [{ parameter: 'pagetoken', detail: 'Not a token of this list with this filter' }] };
    case 'storage-unavailable':
    case 'server-busy':
    case 'too-many-exports':
      return { retryAfterSeconds: 5 };
    case 'unknown-format':
      return { retryAfterSeconds: 60 };
    case 'precondition-failed':
      return { etag: '"2"' };
    default:
      return {};
  }
}
