import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostFunction, HttpRoute } from '../app/function-list.ts';
import { type AdminContext, answerAdmin } from './admin-endpoints.ts';
import { answerHttp, end, type HttpContext } from './http-invocation.ts';
import { levelOf, levels } from './key-levels.ts';
import { pathOf, refusalOf, targetOf } from './request-head.ts';

/** What answering requests takes. */
export interface HandlerContext extends AdminContext, HttpContext {
  /** In the order in which their routes are tried. */
  readonly functions: readonly HostFunction[];
  readonly routePrefix: string;
  /** Where `/` leads; without one it answers 200, as the home page of the real host does. */
  readonly homepage: string | undefined;
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
    if (response.headersSent) response.destroy();
    if (response.destroyed) return;
    if (!request.destroyed) context.write('error', String(error));
    end(response, 500);
  }
}

function route(
  request: IncomingMessage,
  response: ServerResponse,
  context: HandlerContext,
): void | Promise<void> {
  const { method = 'GET' } = request;
  const path = pathOf(targetOf(request));
  const refusal = path.includes('\0') ? 400 : refusalOf(request);
  if (refusal !== undefined) return end(response, refusal);
  if (/^\/admin(\/|$)/i.test(path)) return answerAdmin(path, { request, response }, context);
  const found = findFunction(path, method, context);
  if (found) {
    const { target, params, authLevel } = found;
    const reached = levelOf(request, context.keys, target.name);
    if (levels.indexOf(reached) < levels.indexOf(authLevel)) return end(response, 401);
    return answerHttp(target, params, { request, response }, context);
  }
  if (path !== '/' || (method !== 'GET' && method !== 'HEAD')) return end(response, 404);
  // HEAD only asks whether the host is there. The page it would be sent to takes GET alone.
  if (method === 'HEAD' || context.homepage === undefined) return end(response, 200);
  response.writeHead(302, { location: context.homepage, 'content-length': 0 }).end();
}

/** The first function, in the order of names, whose route and method fit: no route goes before another. */
function findFunction(path: string, method: string, { functions, routePrefix }: HandlerContext) {
  const start = routePrefix && `/${routePrefix.toLowerCase()}`;
  if (!`${path.toLowerCase()}/`.startsWith(`${start}/`)) return undefined;
  for (const target of functions) {
    const http: HttpRoute | undefined = target.disabled ? undefined : target.http;
    const params = http?.methods.includes(method) && http.template(path.slice(start.length));
    if (http && params) return { target, params, authLevel: http.authLevel };
  }
  return undefined;
}
