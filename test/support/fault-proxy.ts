import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { inject } from 'vitest';
import { ManualClock } from './manual-clock.ts';
import { type SentRequest, sentRequest } from './sent-request.ts';

/** What goes wrong with one request to storage. */
export type Fault =
  /** The connection is reset; storage gets nothing. */
  | { readonly kind: 'refuse' }
  /** Storage gets the request after `ms` milliseconds. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Storage gets nothing, and no answer comes. */
  | { readonly kind: 'hang' }
  /** Storage does what was asked, and no answer comes. */
  | { readonly kind: 'silence' }
  /** Storage does what was asked; the connection is reset before the answer. */
  | { readonly kind: 'cut' }
  /** Storage does what was asked; the connection is reset in the middle of the answer. */
  | { readonly kind: 'cut-short' }
  /** Storage refuses with this status and code; `inBatch`: within the 202 of a transaction, because of this step. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly code: string;
      readonly retryAfter?: string;
      readonly inBatch?: boolean;
      readonly step?: number;
    }
  /** An empty page with more to come; its continuation may lack the row key. */
  | { readonly kind: 'empty-page'; readonly withoutRowKey?: boolean }
  /** A page with fewer rows than asked for, as when the service's five seconds for a query are over. */
  | { readonly kind: 'short-page'; readonly rows: number };

/** Chooses the fault of a request, by what it is and how many came before it. */
export type FaultPlan = (sent: SentRequest, count: number) => Fault | undefined;

/** How far a request without an answer moves the clock, ms: callers should give up after it. */
export const unansweredMs = 1000;

/** A proxy between the app and Azurite. */
export interface FaultProxy extends AsyncDisposable {
  /** Reaches storage through the proxy. */
  readonly connectionString: string;
  /** A clock for callers of the proxy; only a request without an answer moves it, by {@link unansweredMs}. */
  readonly clock: ManualClock;
  /** All requests that arrived, in order. */
  readonly requests: readonly SentRequest[];
  /** Faults from now on; none without a plan. */
  plan(plan?: FaultPlan): void;
  /** Refuses connections until `listen`. */
  shut(): Promise<void>;
  listen(): Promise<void>;
  /** Forgets the requests that arrived so far. */
  forget(): void;
}

/** Starts a proxy to the Azurite of this run; nothing goes wrong until a plan says so. */
export async function startFaultProxy(): Promise<FaultProxy> {
  const connectionString = inject('errorLog');
  const target = new URL(/TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '');
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const requests: SentRequest[] = [];
  const clock = new ManualClock();
  let faults: FaultPlan | undefined;
  let count = 0;
  const server = createServer({ keepAliveTimeout: 300_000 }, (incoming, answer) => {
    // A caller that gave up is no failure of the proxy.
    void handle(incoming, answer).catch(() => answer.destroy());
  });

  async function handle(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const sent = sentRequest(incoming, body.toString());
    requests.push(sent);
    const fault = faults?.(sent, count++);
    if (fault?.kind === 'refuse') answer.destroy();
    else if (fault?.kind === 'answer') refuse(answer, fault);
    else if (fault?.kind === 'empty-page') emptyPage(answer, sent, fault.withoutRowKey ?? false);
    else if (fault?.kind === 'hang') clock.advance(unansweredMs);
    else await forward(incoming, body, answer, sent, fault);
  }

  async function forward(
    incoming: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
    sent: SentRequest,
    fault: Fault | undefined,
  ): Promise<void> {
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const url = new URL(incoming.url ?? '/', target);
    if (fault?.kind === 'short-page')
      url.searchParams.set(
        '$top',
        String(Math.min(fault.rows, Number(url.searchParams.get('$top') ?? 1000))),
      );
    // The start of a partition is where it begins anyway; Azurite takes both parts of a continuation or none.
    if (url.searchParams.has('NextPartitionKey') && !url.searchParams.get('NextRowKey'))
      url.searchParams.delete('NextPartitionKey');
    const outgoing = request(url, { method: incoming.method, headers: incoming.headers, agent });
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject).end(body);
    });
    const parts: Buffer[] = [];
    for await (const part of reply) parts.push(part);
    if (fault?.kind === 'silence') {
      clock.advance(unansweredMs);
      return;
    }
    if (fault?.kind === 'cut') {
      answer.destroy();
      return;
    }
    const { 'transfer-encoding': _, ...headers } = reply.headers;
    sent.continuation = reply.headers['x-ms-continuation-nextrowkey']?.toString();
    const whole = Buffer.concat(parts);
    answer.writeHead(reply.statusCode ?? 502, { ...headers, 'content-length': whole.length });
    if (fault?.kind !== 'cut-short') answer.end(whole);
    else answer.write(whole.subarray(0, Math.floor(whole.length / 2)), () => answer.destroy());
  }

  async function listen(port = 0): Promise<void> {
    if (server.listening) return;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  }

  async function shut(): Promise<void> {
    server.close();
    server.closeAllConnections();
    if (server.listening) await once(server, 'close');
  }

  await listen();
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    connectionString: connectionString.replace(target.host, `127.0.0.1:${port}`),
    clock,
    requests,
    plan(next) {
      faults = next;
      count = 0;
    },
    shut,
    listen: () => listen(port),
    forget() {
      requests.length = 0;
    },
    async [Symbol.asyncDispose]() {
      await shut();
      agent.destroy();
    },
  };
}

function refuse(answer: ServerResponse, fault: Extract<Fault, { kind: 'answer' }>): void {
  const { status, code, retryAfter, inBatch, step = 0 } = fault;
  const error = JSON.stringify({
    'odata.error': { code, message: { lang: 'en-US', value: `${step}:${code}.` } },
  });
  if (!inBatch) {
    const headers = {
      'content-type': 'application/json',
      ...(retryAfter ? { 'retry-after': retryAfter } : {}),
    };
    answer.writeHead(status, headers).end(error);
    return;
  }
  const lines = [
    '--batchresponse_1',
    'Content-Type: multipart/mixed; boundary=changesetresponse_1',
    '',
    '--changesetresponse_1',
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${status} ${code}`,
    'Content-Type: application/json;odata=minimalmetadata',
    '',
    error,
    '--changesetresponse_1--',
    '--batchresponse_1--',
    '',
  ];
  answer
    .writeHead(202, { 'content-type': 'multipart/mixed; boundary=batchresponse_1' })
    .end(lines.join('\r\n'));
}

/** Its continuation is the start of the request's range, or the continuation that the request had. */
function emptyPage(answer: ServerResponse, sent: SentRequest, withoutRowKey: boolean): void {
  const { parameters, filter, kind } = sent;
  const startOf = (name: string) => new RegExp(`${name} (?:g[te]|eq) '([^']*)'`).exec(filter)?.[1] ?? '';
  answer.setHeader('content-type', 'application/json;odata=minimalmetadata');
  if (kind === 'list-tables')
    answer.setHeader(
      'x-ms-continuation-nexttablename',
      parameters.get('NextTableName') ?? startOf('TableName'),
    );
  else answer.setHeader('x-ms-continuation-nextpartitionkey', tokenOf(startOf('PartitionKey')));
  if (kind === 'query' && !withoutRowKey) {
    sent.continuation = parameters.get('NextRowKey') ?? tokenOf(startOf('RowKey'));
    answer.setHeader('x-ms-continuation-nextrowkey', sent.continuation);
  }
  answer.end(JSON.stringify({ value: [] }));
}

/** A key as Azurite writes it into a continuation. */
function tokenOf(key: string): string {
  return Buffer.from(key).toString('base64');
}
