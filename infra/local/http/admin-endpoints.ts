import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { hostVersion } from '../app/core-module.ts';
import type { HostFunction } from '../app/function-list.ts';
import { end } from './http-invocation.ts';
import { readBody } from './request-body.ts';
import { hostOf } from './request-data.ts';

/** What the admin endpoints tell about, and what they can start. */
export interface AdminContext {
  readonly functions: readonly HostFunction[];
  readonly routePrefix: string;
  /** Starts a run and does not wait for it. */
  readonly fire: (target: HostFunction) => void;
}

const instanceId = randomUUID();

/** Answers `/admin/…`; what the host does not know there is 404. */
export function answerAdmin(
  { path, request, response }: { path: string; request: IncomingMessage; response: ServerResponse },
  context: AdminContext,
): void | Promise<void> {
  const [area, ...rest] = path.toLowerCase().split('/').filter(Boolean).slice(1);
  const method = request.method ?? 'GET';
  if (area === 'host' && rest.length === 1) {
    if (rest[0] === 'ping' && (method === 'GET' || method === 'POST')) return end(response, 200);
    if (rest[0] === 'status' && method === 'GET') return sendJson(response, hostStatus());
  }
  if (area === 'functions' && rest.length === 0 && method === 'GET')
    return sendJson(
      response,
      context.functions.map((target) => describe(target, request, context)),
    );
  if (area === 'functions' && rest.length > 0)
    return answerFunction({ rest, method, request, response }, context);
  end(response, 404);
}

function answerFunction(
  {
    rest: [name, part, ...more],
    method,
    request,
    response,
  }: { rest: string[]; method: string; request: IncomingMessage; response: ServerResponse },
  context: AdminContext,
): void | Promise<void> {
  const target = context.functions.find((candidate) => candidate.name.toLowerCase() === name);
  if (method === 'POST' && part === undefined) return start(target, { request, response }, context);
  if (method !== 'GET' || target === undefined || more.length > 0) return end(response, 404);
  if (part === undefined) return sendJson(response, describe(target, request, context));
  if (part !== 'status') return end(response, 404);
  sendJson(response, {
    isDisabled: target.disabled,
    ...(target.error === undefined ? {} : { errors: [target.error] }),
  });
}

async function start(
  target: HostFunction | undefined,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { fire }: AdminContext,
): Promise<void> {
  if (!/^(application|text)\/(.+\+)?json(;|$)/i.test(request.headers['content-type'] ?? ''))
    return end(response, 415);
  if (!isInvocation(await readBody(request))) return end(response, 400);
  if (target === undefined || target.error !== undefined) return end(response, 404);
  fire(target);
  end(response, 202);
}

function isInvocation(body: Uint8Array): boolean {
  try {
    const content: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof content === 'object' && content !== null && !Array.isArray(content);
  } catch {
    return false;
  }
}

function hostStatus(): object {
  return {
    id: hostname().toLowerCase(),
    state: 'Running',
    version: hostVersion,
    versionDetails: `${hostVersion} (local host)`,
    instanceId,
    computerName: hostname(),
    processUptime: Math.round(process.uptime() * 1000),
    functionAppContentEditingState: 'Unknown',
  };
}

function describe(target: HostFunction, request: IncomingMessage, { routePrefix }: AdminContext): object {
  const { name, metadata, http, disabled } = target;
  const root = `http://${hostOf(request)}`;
  return {
    name,
    href: `${root}/admin/functions/${name}`,
    invoke_url_template: http ? `${root}/${[routePrefix, http.route].filter(Boolean).join('/')}` : null,
    language: 'node',
    config: {
      name,
      bindings: Object.entries(metadata.bindings).map(([binding, value]) => ({ ...value, name: binding })),
    },
    isDisabled: disabled,
    isDirect: false,
    isProxy: false,
  };
}

function sendJson(response: ServerResponse, content: unknown): void {
  const body = JSON.stringify(content);
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}
