import type { HttpFunctionOptions, HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import { errorFacts, eventLine } from './event-line.ts';
import type { HandlerAnswer, HttpFunction } from './http-function.ts';
import { type AuthenticationMode, authorize } from './principal.ts';
import { failureOf, problemMediaType, problemOf } from './problem.ts';

/** What the boundary needs of the app around it. */
export interface BoundaryOptions {
  readonly authentication: AuthenticationMode;
  /** Runs a request and tells how many storage calls were made for it. */
  readonly countingStorageCalls: <Result>(count: { calls: number }, work: () => Result) => Result;
}

const everyAnswer = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
} as const;

/**
 * An HTTP function as the Functions host takes it. This is the only place that catches: a known failure becomes a
 * problem with its code, anything else a 500 that says nothing but a trace id.
 */
export function atBoundary(httpFunction: HttpFunction, options: BoundaryOptions): HttpFunctionOptions {
  const { operation } = httpFunction;
  return {
    methods: [operation.method],
    route: operation.route,
    authLevel: options.authentication === 'keys' && operation.scope !== 'public' ? 'function' : 'anonymous',
    handler: (request, context) => {
      const count = { calls: 0 };
      return options.countingStorageCalls(count, () =>
        respond(httpFunction, options, request, context, count),
      );
    },
  };
}

async function respond(
  { operation, answer }: HttpFunction,
  { authentication }: BoundaryOptions,
  request: HttpRequest,
  context: InvocationContext,
  count: { readonly calls: number },
): Promise<HttpResponseInit> {
  const traceId = traceIdOf(context);
  try {
    const caller = authorize(authentication, operation.scope, request);
    const given = await answer(request, caller, (event, facts) => context.info(eventLine(event, facts)));
    return response(given, traceId, count.calls);
  } catch (error) {
    const failure = failureOf(error);
    const problem = problemOf(failure, traceId);
    if (!failure) context.error(eventLine('bug', { operation: operation.id, traceId, ...errorFacts(error) }));
    else if (problem.status >= 500)
      context.warn(
        eventLine('request-failed', {
          operation: operation.id,
          traceId,
          code: failure.code,
          ...errorFacts(failure.cause),
        }),
      );
    const headers = { ...problem.headers, 'content-type': problemMediaType };
    return response({ status: problem.status, body: problem.body, headers }, traceId, count.calls);
  }
}

function response(answer: HandlerAnswer, traceId: string, calls: number): HttpResponseInit {
  const headers = {
    ...everyAnswer,
    'x-ms-request-id': traceId,
    'x-storage-transactions': String(calls),
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  };
  if (answer.stream) return { status: answer.status, headers, body: answer.stream };
  if (answer.body === undefined) return { status: answer.status, headers };
  return { status: answer.status, headers, body: JSON.stringify(answer.body) };
}

/** The trace of the request across systems, else the invocation's own id. */
function traceIdOf({ traceContext, invocationId }: InvocationContext): string {
  const traceId = traceContext?.traceParent?.split('-')[1];
  return traceId && /^[0-9a-f]{32}$/.test(traceId) ? traceId : invocationId;
}
