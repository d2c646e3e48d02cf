import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoadedApp } from '../app/app-loader.ts';
import type { HostFunction } from '../app/function-list.ts';
import type { FunctionLog } from '../app/invocation.ts';
import { type AdminContext, answerAdmin } from './admin-endpoints.ts';
import { answerBuffered, end } from './http-invocation.ts';
import { answerStreamed } from './http-stream-invocation.ts';
import { isAllowed, type Keys } from './key-levels.ts';
import { BodyTooLargeError } from './request-body.ts';
import { queryOf } from './request-data.ts';
import { decodePath } from './request-path.ts';

/** What answering requests takes. */
export interface HandlerContext extends AdminContext {
  readonly app: LoadedApp;
  readonly keys: Keys | undefined;
  readonly homepage: boolean;
  readonly bodyLimit: number;
  readonly write: FunctionLog;
}

/** Answers one request as the host does. Never throws. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  context: HandlerContext,
): Promise<void> {
  try {
    await route(request, response, context);
  } catch (error) {
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const isTooLarge = error instanceof BodyTooLargeError;
    if (!isTooLarge && !request.destroyed) context.write('error', 'Host', String(error));
    // What is left of the body is not read.
    response.setHeader('connection', 'close');
    end(response, isTooLarge ? 413 : 500);
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  context: HandlerContext,
): Promise<void> {
  const path = decodePath(request.url ?? '/');
  if (path === undefined) return end(response, 400);
  const key = keyOf(request);
  if (/^\/admin(\/|$)/i.test(path)) {
    const isPing = /^\/admin\/host\/ping\/?$/i.test(path);
    if (!isPing && !isAllowed(context.keys, { level: 'admin', ...key })) return end(response, 401);
    return answerAdmin({ path, request, response }, context);
  }
  const found = findFunction(path, request.method ?? 'GET', context);
  if (found === undefined) {
    const isHome = path === '/' && context.homepage && request.method === 'GET';
    return end(response, isHome ? 200 : 404);
  }
  const { target, params } = found;
  if (!isAllowed(context.keys, { level: target.http?.authLevel ?? 'function', name: target.name, ...key }))
    return end(response, 401);
  const { app, bodyLimit, write } = context;
  const call = { app, target, params, request, response, bodyLimit, write };
  await (app.streamServer ? answerStreamed(call, app.streamServer) : answerBuffered(call));
}

/** The first function, in the order of names, whose route and method fit: no route goes before another. */
function findFunction(
  path: string,
  method: string,
  { functions, routePrefix }: HandlerContext,
): { target: HostFunction; params: Record<string, string> } | undefined {
  const inner = withoutPrefix(path, routePrefix);
  if (inner === undefined) return undefined;
  for (const target of functions) {
    const { http } = target;
    if (http === undefined || target.disabled) continue;
    if (http.methods.length > 0 && !http.methods.includes(method.toUpperCase())) continue;
    const params = http.template.match(inner);
    if (params !== undefined) return { target, params };
  }
  return undefined;
}

function withoutPrefix(path: string, prefix: string): string | undefined {
  if (prefix === '') return path;
  const start = `/${prefix.toLowerCase()}`;
  const isInside = path.toLowerCase() === start || path.toLowerCase().startsWith(`${start}/`);
  return isInside ? path.slice(start.length) || '/' : undefined;
}

function keyOf(request: IncomingMessage): { header: string | undefined; query: string | undefined } {
  const header = request.headers['x-functions-key'];
  return { header: Array.isArray(header) ? header[0] : header, query: queryOf(request.url ?? '')['code'] };
}
