import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoadedApp } from '../app/app-loader.ts';
import type { HttpCookie, HttpData } from '../app/core-types.ts';
import type { HostFunction } from '../app/function-list.ts';
import { calledReason, type FunctionLog, invoke, newInvocationId, traceContext } from '../app/invocation.ts';
import { announcedLength, readBody } from './request-body.ts';
import { httpData } from './request-data.ts';

/** Everything that answering one request takes. */
export interface HttpCall {
  readonly app: LoadedApp;
  readonly target: HostFunction;
  readonly params: Record<string, string>;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bodyLimit: number;
  readonly write: FunctionLog;
}

/** Runs an HTTP function whose app has streams off: the whole request first, then the whole answer. */
export async function answerBuffered(call: HttpCall): Promise<void> {
  const { app, target, params, request, response, write } = call;
  // Without an announced length the host reads no body: a chunked upload arrives empty.
  const body = announcedLength(request, call.bodyLimit) > 0 ? await readBody(request) : undefined;
  const outcome = await invoke(
    app,
    {
      metadata: target.metadata,
      callback: target.callback,
      reason: calledReason,
      id: newInvocationId(),
      request: {
        inputData: [{ name: target.trigger.name, data: { http: httpData(request, params, body) } }],
        // The library looks into it with streams only.
        triggerMetadata: {},
        traceContext: traceContextOf(request),
      },
    },
    write,
  );
  if (!outcome.succeeded) end(response, 500);
  else if (outcome.returnValue?.http === undefined) end(response, 204);
  else send(response, outcome.returnValue.http);
}

/** The trace context that a request carries. */
export function traceContextOf(request: IncomingMessage): ReturnType<typeof traceContext> {
  const { traceparent, tracestate } = request.headers;
  return traceContext(textOf(traceparent), textOf(tracestate));
}

/** Answers with a status and nothing else. */
export function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}

function send(response: ServerResponse, { statusCode, headers, cookies, body }: HttpData): void {
  response.statusCode = Number(statusCode ?? 200);
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (!hopByHop.has(name.toLowerCase())) response.setHeader(name, value);
  }
  if (cookies && cookies.length > 0) response.setHeader('set-cookie', cookies.map(cookieText));
  const bytes = body?.bytes ?? new Uint8Array();
  if (response.statusCode !== 204 && response.statusCode !== 304)
    response.setHeader('content-length', bytes.byteLength);
  response.end(bytes);
}

const hopByHop = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

function cookieText({ name, value, ...options }: HttpCookie): string {
  const sameSite = { lax: 'lax', strict: 'strict', explicitNone: 'none', none: undefined }[
    options.sameSite ?? 'none'
  ];
  const parts = [
    `${name}=${encodeURIComponent(value)}`,
    options.expires && `expires=${new Date(options.expires.value.seconds * 1000).toUTCString()}`,
    options.maxAge && `max-age=${options.maxAge.value}`,
    options.domain && `domain=${options.domain.value}`,
    options.path && `path=${options.path.value}`,
    options.secure?.value && 'secure',
    sameSite && `samesite=${sameSite}`,
    options.httpOnly?.value && 'httponly',
  ];
  return parts.filter((part) => part).join('; ');
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
