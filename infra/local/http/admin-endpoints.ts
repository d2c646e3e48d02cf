import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import * as z from 'zod';
import { hostVersion } from '../app/core-module.ts';
import { end, readBody } from './http-invocation.ts';
import { type Keys, levelOf } from './key-levels.ts';

/** What the admin endpoints need of the host. */
export interface AdminContext {
  readonly keys: Keys | undefined;
  /** Runs a timer function; `undefined` where there is none of that name, which ignores case. */
  readonly fireTimer: (name: string) => Promise<unknown> | undefined;
}

/** Answers `GET /admin/host/status` and `POST /admin/functions/{name}`; anything else below `/admin` is 404. */
export async function answerAdmin(
  path: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { keys, fireTimer }: AdminContext,
): Promise<void> {
  const route = `${request.method} ${path.replace(/\/$/, '')}`;
  const name = /^POST \/admin\/functions\/([^/]+)$/i.exec(route)?.[1];
  const isStatus = /^GET \/admin\/host\/status$/i.test(route);
  if (name === undefined && !isStatus) return end(response, 404);
  const level = levelOf(request, keys);
  if (level !== 'admin') return end(response, level === 'function' ? 403 : 401);
  if (name === undefined) return sendStatus(response);
  if (!/^(application|text)\/(.+\+)?json(;|$)/i.test(request.headers['content-type'] ?? ''))
    return end(response, 415);
  if (!isJsonObject(Buffer.from(await readBody(request)).toString())) return end(response, 400);
  end(response, fireTimer(name) ? 202 : 404);
}

function isJsonObject(text: string): boolean {
  try {
    return z.looseObject({}).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function sendStatus(response: ServerResponse): void {
  const processUptime = Math.round(process.uptime() * 1000);
  const body = JSON.stringify({ id: hostname(), state: 'Running', version: hostVersion, processUptime });
  response.setHeader('content-type', 'application/json; charset=utf-8').end(body);
}
