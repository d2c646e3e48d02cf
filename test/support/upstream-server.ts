import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, odataError } from './upstream-odata.ts';

/** A request that the server received. `target` is its path and query, decoded. */
export interface ReceivedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
}

/** A wrong answer to the requests whose target matches. */
export interface Fault {
  readonly match: RegExp;
  /** How many requests get it; all when absent. */
  times?: number;
  respond(response: ServerResponse): void;
}

/** A local server in place of an upstream system. */
export interface UpstreamServer extends AsyncDisposable {
  readonly origin: string;
  readonly requests: ReceivedRequest[];
  /** Faults of received requests: methods other than GET, missing or wrong headers. */
  readonly breaches: string[];
  readonly faults: Fault[];
}

interface UpstreamServerOptions {
  /** Headers that every request must have, those for further pages too. */
  readonly requiredHeaders: Readonly<Record<string, RegExp>>;
  answer(url: URL, headers: IncomingMessage['headers']): Answer;
}

/** Starts a server on a free port of 127.0.0.1. The test must dispose of it. */
export async function startUpstreamServer({
  requiredHeaders,
  answer,
}: UpstreamServerOptions): Promise<UpstreamServer> {
  const requests: ReceivedRequest[] = [];
  const breaches: string[] = [];
  const faults: Fault[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '/', origin);
    const target = decodeURIComponent(url.pathname + url.search);
    requests.push({ method, target, headers });
    if (method !== 'GET') breaches.push(`${method} ${target}`);
    for (const [name, pattern] of Object.entries(requiredHeaders))
      if (!pattern.test(String(headers[name]))) breaches.push(`${target}: ${name} is ${headers[name]}`);

    const fault = faults.find(({ match, times }) => match.test(target) && times !== 0);
    if (fault) {
      if (fault.times !== undefined) fault.times--;
      fault.respond(response);
      return;
    }
    const { status, body, headers: answered } = answer(url, headers);
    response.writeHead(status, { 'content-type': 'application/json', ...answered });
    response.end(JSON.stringify(body));
  });
  origin = await listen(server);
  return {
    origin,
    requests,
    breaches,
    faults,
    [Symbol.asyncDispose]: () => close(server),
  };
}

/** Makes a server listen on a free port of 127.0.0.1. Gives its origin. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Closes a server and its open connections. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** A fault that answers with a status, an OData error and headers. */
export function answering(
  match: RegExp,
  status: number,
  {
    times,
    headers = {},
    body = JSON.stringify(odataError(status, `0x${status}`).body),
  }: {
    times?: number;
    headers?: Readonly<Record<string, string>>;
    body?: string;
  } = {},
): Fault {
  return {
    match,
    ...(times !== undefined && { times }),
    respond(response) {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body);
    },
  };
}

/** A fault that never answers. The connection is closed with the server. */
export function stalling(match: RegExp): Fault {
  return { match, respond() {} };
}

/** A fault that starts an answer and never ends it. */
export function stallingWithinBody(match: RegExp): Fault {
  return {
    match,
    respond(response) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"value":[');
    },
  };
}
