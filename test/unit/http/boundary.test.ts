import { HttpRequest, InvocationContext } from '@azure/functions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AppError } from '../../../shared/domain/app-error.ts';
import { atBoundary, type BoundaryServices } from '../../../shared/http/boundary.ts';
import { type HandlerAnswer, httpFunction } from '../../../shared/http/http-function.ts';
import type { Scope } from '../../../shared/http/operation.ts';
import { problemDetails } from '../../../shared/http/problem.ts';

const services: BoundaryServices = { countingStorageCalls: (_, work) => work() };

const aFunction = (handle: () => HandlerAnswer | Promise<HandlerAnswer>, scope: Scope = 'read') =>
  httpFunction({
    id: 'probe',
    summary: 'A probe',
    method: 'GET',
    route: 'probe',
    scope,
    answers: { 200: { description: 'It worked', body: z.strictObject({}) } },
    handle,
  });

/** The answer to a request, and the lines in the log, when the handler ends in this way. */
async function answerOf(handle: () => Promise<never>, traceParent?: string) {
  const logged: string[] = [];
  const { handler } = atBoundary(aFunction(handle), services, 'keys');
  const context = new InvocationContext({
    functionName: 'probe',
    invocationId: 'the-invocation',
    logHandler: (_level, ...words) => logged.push(words.join(' ')),
    ...(traceParent ? { traceContext: { traceParent } } : {}),
  });
  const request = new HttpRequest({ method: 'GET', url: 'http://localhost/api/probe' });
  const response = await handler(request, context);
  const { status, body, headers } = z
    .object({ status: z.number(), body: z.instanceof(Uint8Array), headers: z.record(z.string(), z.string()) })
    .parse(response);
  const text = Buffer.from(body).toString();
  return { status, headers, logged, body: problemDetails.parse(JSON.parse(text)), text };
}

describe('a bug', () => {
  it.each([
    { name: 'an error', thrown: new TypeError('secret of a table named errors20261122') },
    {
      name: 'an error with a cause',
      thrown: new Error('secret', { cause: new AppError('not-found', 'secret') }),
    },
    { name: 'a text', thrown: 'secret' },
    { name: 'nothing', thrown: undefined },
  ])('is a 500 with a trace id and no details: $name', async ({ thrown }) => {
    const { status, body, text, headers } = await answerOf(() => Promise.reject(thrown));
    expect(status).toBe(500);
    expect(Object.keys(body).sort()).toEqual(['code', 'status', 'title', 'traceId', 'type']);
    expect(body).toMatchObject({ code: 'internal-error', traceId: 'the-invocation' });
    expect(headers).toMatchObject({
      'x-ms-request-id': 'the-invocation',
      'x-ms-error-code': 'internal-error',
    });
    expect(text).not.toMatch(/secret|errors2026|\bat\b.*:\d+/);
  });

  it('is logged with that trace id, and without its message', async () => {
    const { logged } = await answerOf(() => Promise.reject(new TypeError('secret')));
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      event: 'bug',
      operation: 'probe',
      traceId: 'the-invocation',
      error: 'TypeError',
      at: expect.stringContaining('boundary.test.ts'),
    });
    expect(logged[0]).not.toContain('secret');
  });
});

describe('a known failure', () => {
  it('is answered with its own message, without its cause', async () => {
    const cause = new Error('secret');
    const { status, body, text } = await answerOf(() =>
      Promise.reject(new AppError('storage-unavailable', 'Not now', { cause, retryAfterSeconds: 7 })),
    );
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 'storage-unavailable', detail: 'Not now' });
    expect(text).not.toContain('secret');
  });

  it('is logged from status 500 on only: mistakes of callers are no events', async () => {
    const logOf = async (failure: AppError) => (await answerOf(() => Promise.reject(failure))).logged;
    expect(await logOf(new AppError('not-found', 'No'))).toEqual([]);
    expect(await logOf(new AppError('storage-unavailable', 'No'))).toHaveLength(1);
  });
});

it.each([
  {
    name: 'the trace of the caller',
    traceParent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  },
  { name: 'the run, where there is no trace', traceParent: undefined, traceId: 'the-invocation' },
  {
    name: 'the run, where the trace is not valid',
    traceParent: '00-<script>-1-1',
    traceId: 'the-invocation',
  },
])('the trace id is of $name', async ({ traceParent, traceId }) => {
  const { headers, body } = await answerOf(
    () => Promise.reject(new AppError('not-found', 'No')),
    traceParent,
  );
  expect(headers['x-ms-request-id']).toBe(traceId);
  expect(body.traceId).toBe(traceId);
});

it.each([
  { authentication: 'keys' as const, scope: 'read' as const, authLevel: 'function' },
  { authentication: 'keys' as const, scope: 'public' as const, authLevel: 'anonymous' },
  { authentication: 'entra' as const, scope: 'manage' as const, authLevel: 'anonymous' },
])(
  'with AUTH=$authentication the host asks for level $authLevel for scope $scope',
  ({ authentication, scope, authLevel }) => {
    const answer = () => ({ status: 200, body: {} });
    expect(atBoundary(aFunction(answer, scope), services, authentication).authLevel).toBe(authLevel);
  },
);
