import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A request as the server saw it; `target` is its path and query, decoded. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
}

/** An answer of a fake system: a status with a JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong instead of the answer, for requests whose target matches. */
export interface Fault {
  readonly match: RegExp;
  /** How often; always when absent. */
  times?: number;
  respond(response: ServerResponse): void;
}

/** A local stand-in for an upstream system. */
export interface UpstreamServer extends AsyncDisposable {
  readonly origin: string;
  readonly requests: SeenRequest[];
  /** What requests did that the real system, or least privilege, would not allow. */
  readonly breaches: string[];
  readonly faults: Fault[];
}

interface UpstreamServerOptions {
  /** Headers that each request must carry, pages included. */
  readonly requiredHeaders: Readonly<Record<string, RegExp>>;
  answer(url: URL, headers: IncomingMessage['headers']): Answer;
}

/** Starts a server on a free port of 127.0.0.1; dispose of it in the test. */
export async function startUpstreamServer({
  requiredHeaders,
  answer,
}: UpstreamServerOptions): Promise<UpstreamServer> {
  const requests: SeenRequest[] = [];
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

/** Lets a server listen on a free port of 127.0.0.1, and gives its origin. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Closes a server with the connections that are left. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** One page of an OData list: at most `size` rows, with an absolute link to the next page. */
export function odataPage(url: URL, rows: readonly object[], size: number): Record<string, unknown> {
  const start = Number(url.searchParams.get('$skiptoken') ?? 0);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(start + size));
  return {
    '@odata.context': `${url.origin}/$metadata#rows`,
    value: rows.slice(start, start + size),
    ...(start + size < rows.length && { '@odata.nextLink': next.href }),
  };
}

/** The properties that `$select` names, as each of the three systems does it. */
export function selected(url: URL, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = url.searchParams.get('$select')?.split(',');
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !names || names.includes(name.split('@')[0] ?? name)),
  );
}

/** An error body as OData services write it. */
export function odataError(status: number, code: string, message = 'Told by the system'): Answer {
  return { status, body: { error: { code, message } } };
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

/** A fault that never answers; the connection is closed with the server. */
export function stalling(match: RegExp): Fault {
  return { match, respond() {} };
}

/** A fault that begins an answer and never ends it. */
export function stallingWithinBody(match: RegExp): Fault {
  return {
    match,
    respond(response) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"value":[');
    },
  };
}
