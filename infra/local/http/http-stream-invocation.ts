import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { calledReason, invoke, newInvocationId } from '../app/invocation.ts';
import { end, type HttpCall, traceContextOf } from './http-invocation.ts';
import { announcedLength, BodyTooLargeError, limitedTo, readBody } from './request-body.ts';
import { hostOf, triggerMetadata } from './request-data.ts';
import type { StreamServer } from './stream-server.ts';

/**
 * Runs an HTTP function whose app has streams on: request and answer go to the library's own server, joined with
 * the run by its id, as the host's proxy does. An answer that the function leaves open is closed here with 500 or
 * 204, where the real host lets the caller wait for 240 seconds; the log says so.
 */
export async function answerStreamed(call: HttpCall, streamServer: StreamServer): Promise<void> {
  const { app, target, params, request, response, write } = call;
  const id = newInvocationId();
  // The host looks into a body of known length for trigger metadata before it passes it on.
  const body = announcedLength(request, call.bodyLimit) > 0 ? await readBody(request) : undefined;
  const stream = body === undefined ? limited(request, call.bodyLimit) : undefined;
  if (stream) response.once('close', () => drain(request, stream));
  const forwarded = Object.assign(stream ?? inOnePiece(body), {
    method: request.method,
    url: request.url,
    headers: {
      ...request.headers,
      'x-ms-invocation-id': id,
      'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
      'x-forwarded-host': hostOf(request),
      'x-forwarded-proto': 'http',
    },
  });
  streamServer.emit('request', forwarded, response);
  const outcome = await invoke(
    app,
    {
      metadata: target.metadata,
      callback: target.callback,
      reason: calledReason,
      id,
      request: {
        inputData: [{ name: target.trigger.name, data: { http: {} } }],
        triggerMetadata: triggerMetadata(request, params, body),
        traceContext: traceContextOf(request),
      },
    },
    write,
  );
  if (response.writableEnded || response.destroyed) return;
  if (response.headersSent) {
    // The answer broke off: so must the connection, or the caller would take it for whole.
    response.destroy();
    return;
  }
  if (stream?.errored instanceof BodyTooLargeError) throw stream.errored;
  write(
    'warning',
    `Function.${target.name}`,
    `Functions.${target.name} left its answer open; the real host would let the caller wait for 240 seconds.`,
  );
  end(response, outcome.succeeded ? 204 : 500);
}

/** A body that is there already: the library reads what it passes on as any other stream. */
function inOnePiece(body: Uint8Array | undefined): AsyncIterable<Uint8Array> {
  const left = body ? [body] : [];
  const next = (): Promise<IteratorResult<Uint8Array, undefined>> => {
    const value = left.shift();
    return Promise.resolve(value ? { done: false, value } : { done: true, value: undefined });
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/** The body as it arrives; it fails when it grows over the limit or the caller goes away. */
function limited(request: IncomingMessage, limit: number): Transform {
  const body = limitedTo(limit);
  // Who reads the body hears of it; who does not need not.
  body.on('error', () => undefined);
  request.once('error', (error) => body.destroy(error));
  return request.pipe(body);
}

/** Lets what nobody read go by: the connection may carry another request. */
function drain(request: IncomingMessage, body: Readable): void {
  request.unpipe();
  request.resume();
  body.destroy();
}
