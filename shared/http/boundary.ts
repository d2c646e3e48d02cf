import type { HttpFunctionOptions, HttpResponseInit, InvocationContext } from '@azure/functions';
import type { AuthenticationMode } from '../domain/authentication-mode.ts';
import { compressed, isCompressible } from './compression.ts';
import { errorFacts, eventLine } from './event-line.ts';
import type { HandlerAnswer, HttpFunction, LogEvent } from './http-function.ts';
import { authorize } from './principal.ts';
import { failureOf, problemMediaType, problemOf } from './problem.ts';

/** What the boundary needs of the services. */
export interface BoundaryServices {
  /** Does some work, and adds the storage calls it makes to `count`. */
  readonly countingStorageCalls: <Result>(
    count: { calls: number; unreadableRows: number },
    work: () => Result,
  ) => Result;
}

const everyAnswer = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
} as const;

/**
 * An HTTP function as the Functions host takes it. Nothing else catches what handlers throw: a known failure becomes a
 * problem with its code, anything else a 500 with a trace id and no details.
 * @param deskOrigin Origin of the page of the desk; see {@link authorize}.
 */
export function atBoundary<Services extends BoundaryServices>(
  httpFunction: HttpFunction<Services>,
  services: Services,
  authentication: AuthenticationMode,
  deskOrigin?: string,
): HttpFunctionOptions {
  const { id, method, route, scope } = httpFunction;
  return {
    methods: [method],
    route,
    authLevel: authentication === 'keys' && scope !== 'public' ? 'function' : 'anonymous',
    handler: async (request, context) => {
      const traceId = traceIdOf(context);
      const count = { calls: 0, unreadableRows: 0 };
      const answer = await services.countingStorageCalls(count, async () => {
        try {
          const caller = authorize(authentication, scope, request, deskOrigin);
          const log: LogEvent = (event, facts) => context.info(eventLine(event, facts));
          return await httpFunction.answer(services, request, caller, log);
        } catch (error) {
          return problemAnswer(error, id, traceId, context);
        }
      });
      if (count.unreadableRows > 0)
        context.warn(eventLine('rows-unreadable', { operation: id, count: count.unreadableRows }));
      return await response(answer, traceId, count.calls, request.headers.get('accept-encoding'));
    },
  };
}

function problemAnswer(
  error: unknown,
  operation: string,
  traceId: string,
  context: InvocationContext,
): HandlerAnswer {
  const failure = failureOf(error);
  const { status, body, headers } = problemOf(failure, traceId);
  if (!failure) context.error(eventLine('bug', { operation, traceId, ...errorFacts(error) }));
  else if (status >= 500) {
    const { code, cause } = failure;
    context.warn(eventLine('request-failed', { operation, traceId, code, ...errorFacts(cause) }));
  }
  return { status, body, headers: { ...headers, 'content-type': problemMediaType } };
}

async function response(
  answer: HandlerAnswer,
  traceId: string,
  calls: number,
  acceptEncoding: string | null,
): Promise<HttpResponseInit> {
  const headers: Record<string, string> = {
    ...everyAnswer,
    'x-ms-request-id': traceId,
    'x-storage-transactions': String(calls),
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  };
  const { status } = answer;
  const body = answer.body === undefined ? answer.bytes : Buffer.from(JSON.stringify(answer.body));
  if (!body) return { status, headers };
  // The handler chose the encoding itself.
  if (headers['content-encoding'] !== undefined) {
    if (headers['content-encoding'] === 'identity') delete headers['content-encoding'];
    return { status, headers, body };
  }
  if (isCompressible(body))
    headers['vary'] = headers['vary'] ? `${headers['vary']}, Accept-Encoding` : 'Accept-Encoding';
  const packed = await compressed(body, acceptEncoding);
  if (packed) headers['content-encoding'] = packed.encoding;
  return { status, headers, body: packed?.bytes ?? body };
}

/** The trace id that the caller sent, else the id of the invocation. */
function traceIdOf({ traceContext, invocationId }: InvocationContext): string {
  const traceId = traceContext?.traceParent?.split('-')[1];
  return traceId && /^[0-9a-f]{32}$/.test(traceId) ? traceId : invocationId;
}
