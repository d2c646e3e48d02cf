import type { IncomingMessage } from 'node:http';

export type RequestKind = 'query' | 'get' | 'transaction' | 'create-table' | 'drop-table' | 'list-tables';

/** One step of a transaction. */
export interface SentStep {
  readonly method: string;
  readonly rowKey: string;
  /** Size of the entity as sent. */
  readonly bytes: number;
  readonly entity: Readonly<Record<string, unknown>>;
}

/** A request as it was sent to storage. */
export interface SentRequest {
  readonly kind: RequestKind;
  readonly method: string;
  /** Empty for a list of tables. */
  readonly table: string;
  /** From the request line. */
  readonly url: string;
  readonly parameters: URLSearchParams;
  readonly filter: string;
  readonly body: string;
  /** Steps of a transaction. */
  readonly steps: readonly SentStep[];
  /** Row key of the continuation in the answer; undefined before the answer, or without one. */
  continuation: string | undefined;
}

/** Reads an incoming request. */
export function sentRequest({ method = '', url = '' }: IncomingMessage, body: string): SentRequest {
  const { pathname, searchParams } = new URL(url, 'http://storage');
  const path = decodeURIComponent(pathname).split('/').slice(2).join('/');
  const kind = kindOf(method, path);
  return {
    kind,
    method,
    table: tableIn(kind, path, body),
    url,
    parameters: searchParams,
    filter: searchParams.get('$filter') ?? '',
    body,
    steps: kind === 'transaction' ? stepsIn(body) : [],
    continuation: undefined,
  };
}

function kindOf(method: string, path: string): RequestKind {
  if (path === '$batch') return 'transaction';
  if (path.startsWith('Tables')) {
    if (method === 'POST') return 'create-table';
    return method === 'DELETE' ? 'drop-table' : 'list-tables';
  }
  return path.includes('RowKey=') ? 'get' : 'query';
}

function tableIn(kind: RequestKind, path: string, body: string): string {
  if (kind === 'transaction') return /https?:\/\/[^/]+\/[^/]+\/(\w+)/.exec(body)?.[1] ?? '';
  if (kind === 'create-table') return /"TableName":"(\w+)"/.exec(body)?.[1] ?? '';
  if (kind === 'drop-table') return /\('(\w+)'\)/.exec(path)?.[1] ?? '';
  return kind === 'list-tables' ? '' : (/^\w+/.exec(path)?.[0] ?? '');
}

function stepsIn(body: string): SentStep[] {
  const boundary = /boundary=(changeset_[\w-]+)/.exec(body)?.[1] ?? '';
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      // Headers of the part, headers of the request in it, and its entity, each ended by an empty line.
      const [, request = '', ...entity] = part.slice(2).split('\r\n\r\n');
      const json = entity.join('\r\n\r\n').trimEnd();
      const stored: Record<string, unknown> = json ? JSON.parse(json) : {};
      return {
        method: /^\w+/.exec(request)?.[0] ?? '',
        rowKey: /RowKey='([^']*)'/.exec(request)?.[1] ?? String(stored['RowKey']),
        bytes: Buffer.byteLength(json),
        entity: stored,
      };
    });
}
