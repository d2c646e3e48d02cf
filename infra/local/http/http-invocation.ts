import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpData, ProgrammingModel, WriteLog } from '../app/core-types.ts';
import type { HostFunction } from '../app/function-list.ts';
import { calledReason, invoke } from '../app/invocation.ts';
import { httpData } from './request-data.ts';

/** Decides about each request whether its function runs. */
export interface Gate {
  /** An answer takes the place of the function's. */
  enter(functionName: string, body: Uint8Array): HttpData | undefined;
  /** Called after the run of what entered. */
  leave(functionName: string, body: Uint8Array): void;
}

/** What answering HTTP requests takes. */
export interface HttpContext {
  readonly model: ProgrammingModel;
  /** The largest body, in bytes. */
  readonly bodyLimit: number;
  readonly gate: Gate | undefined;
  readonly write: WriteLog;
}

/** Runs an HTTP function: takes in the whole request first, then sends the whole answer. */
export async function answerHttp(
  target: HostFunction,
  params: Record<string, string>,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { model, bodyLimit, gate, write }: HttpContext,
): Promise<void> {
  // The host reads only a body of known length: a chunked upload arrives empty.
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > bodyLimit) {
    write('error', `A body of ${length} bytes is over the limit of ${bodyLimit}`);
    return end(response, 500);
  }
  const body = length > 0 ? await readBody(request) : undefined;
  const refusal = body && gate?.enter(target.name, body);
  if (refusal) return send(response, refusal);
  const { traceparent, tracestate } = request.headersDistinct;
  const outcome = await invoke(
    model,
    {
      target,
      reason: calledReason,
      data: { http: httpData(request, params, body) },
      traceParent: traceparent?.[0] ?? '',
      traceState: tracestate?.join(',') ?? '',
    },
    write,
  );
  if (body) gate?.leave(target.name, body);
  if (!outcome.succeeded) end(response, 500);
  else if (outcome.returnValue?.http === undefined) end(response, 204);
  else send(response, outcome.returnValue.http);
}

/** Answers with a status and nothing else. */
export function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}

/** Reads a whole body. Throws when the caller leaves before its end. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const hopByHop = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

function send(response: ServerResponse, { statusCode, headers, cookies, body }: HttpData): void {
  if (cookies?.length) throw new Error('The local host sends no cookies');
  response.statusCode = Number(statusCode ?? 200);
  for (const [name, value] of Object.entries(headers ?? {}))
    if (!hopByHop.has(name.toLowerCase())) response.setHeader(name, value);
  const bytes = body?.bytes ?? new Uint8Array();
  if (response.statusCode !== 204 && response.statusCode !== 304)
    response.setHeader('content-length', bytes.byteLength);
  response.end(bytes);
}
