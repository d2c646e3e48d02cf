import type { TokenCredential } from '@azure/core-auth';
import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  isRestError,
  type PipelineResponse,
  retryPolicy,
} from '@azure/core-rest-pipeline';
import * as z from 'zod';
import { isLoopback } from '../domain/loopback.ts';
import { boundedHttpClient } from './bounded-http-client.ts';
import { retryInTime } from './retry-in-time.ts';
import { orAborted, type TimeLimit } from './time-limit.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/** Limits for one system in one run. */
export interface UpstreamLimits {
  /** Number of answers, pages of lists included. */
  readonly pages: number;
  /** Bytes of all answers together. */
  readonly bytes: number;
  /** Retries of one request after the system throttled it or was not ready. */
  readonly retries: number;
  /** First wait before a retry if the answer asks for none. */
  readonly retryDelayMs: number;
}

/** What an adapter needs to call its system. */
export interface UpstreamAccess {
  readonly credential: () => Promise<TokenCredential>;
  readonly httpClient: HttpClient;
  readonly limits: UpstreamLimits;
  readonly timeLimit: TimeLimit;
}

interface UpstreamClientOptions extends UpstreamAccess {
  /** Base of all paths; ends in a slash. */
  readonly root: URL;
  readonly scope: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads from one upstream system, within its limits. Throws {@link UpstreamFailure} only. */
export interface UpstreamClient {
  /** Reads one answer and checks its shape. */
  read<Answer>(path: string, shape: z.ZodType<Answer>): Promise<Answer>;
  /** Reads a list page by page, to its end or until `isEnough`. */
  list<Item>(
    path: string,
    item: z.ZodType<Item>,
    isEnough?: (items: readonly Item[]) => boolean,
  ): Promise<Item[]>;
}

/** An id from an answer that becomes part of the next path. It holds no character that could change the path. */
export const pathId = z.string().regex(/^[\w-]{1,64}$/);

/** A client that sends only GET requests, to one origin, with a bearer token. It follows no redirects. */
export function createUpstreamClient(options: UpstreamClientOptions): UpstreamClient {
  const { root, headers, limits, timeLimit } = options;
  const { signal } = timeLimit;
  const httpClient = boundedHttpClient(options.httpClient, { bytes: limits.bytes, signal });
  const pipeline = createEmptyPipeline();
  const strategy = retryInTime(timeLimit.remainingMs, limits.retryDelayMs);
  pipeline.addPolicy(retryPolicy([strategy], { maxRetries: limits.retries }), { phase: 'Retry' });
  const token = bearerToken(options);
  let pagesLeft = limits.pages;

  async function get(url: URL): Promise<unknown> {
    if (--pagesLeft < 0) throw new UpstreamFailure('unexpected-answer', `more than ${limits.pages} pages`);
    const request = createPipelineRequest({
      url: url.href,
      method: 'GET',
      headers: createHttpHeaders({
        accept: 'application/json',
        'user-agent': 'integration-error-desk',
        ...headers,
        // Set here because the SDK's bearer policy refuses plain http, which loopback addresses may use.
        authorization: `Bearer ${await token()}`,
      }),
      abortSignal: signal,
      allowInsecureConnection: isLoopback(url.hostname),
    });
    const response = await pipeline.sendRequest(httpClient, request).catch((error: unknown) => {
      throw failureOfError(error, signal);
    });
    if (response.status !== 200) throw failureOfStatus(response);
    try {
      return JSON.parse(response.bodyAsText ?? '');
    } catch (cause) {
      throw new UpstreamFailure('unexpected-answer', 'not JSON', cause);
    }
  }

  return {
    read: async (path, shape) => checked(shape, await get(new URL(path, root))),
    async list(path, item, isEnough = () => false) {
      const page = z.object({ value: z.array(item), '@odata.nextLink': z.string().nullish() });
      let items: z.output<typeof item>[] = [];
      for (let url: URL | undefined = new URL(path, root); url; ) {
        const answer: z.output<typeof page> = checked(page, await get(url));
        items = items.concat(answer.value);
        const next = answer['@odata.nextLink'];
        url = next && !isEnough(items) ? nextPage(next, url) : undefined;
      }
      return items;
    },
  };
}

/**
 * The address in a setting, with a slash at its end.
 * @throws {UpstreamFailure} `not-configured` unless it is https, or http to a loopback address.
 */
export function upstreamRoot(setting: string, address: string): URL {
  const root = URL.canParse(address) ? new URL(address) : undefined;
  if (!root || !(root.protocol === 'https:' || (root.protocol === 'http:' && isLoopback(root.hostname))))
    throw new UpstreamFailure('not-configured', `${setting} is not an https address`);
  return new URL(`${root.origin}${root.pathname.replace(/\/*$/, '/')}`);
}

/** Gets the token of one run, once. Credentials may hang and ignore the signal, so the time limit is enforced here. */
function bearerToken({ credential, scope, timeLimit }: UpstreamClientOptions): () => Promise<string> {
  const getToken = async () => {
    const answer = await (await credential()).getToken(scope, { abortSignal: timeLimit.signal });
    if (!answer) throw new Error('The credential gave no token');
    return answer.token;
  };
  let token: Promise<string> | undefined;
  return () => {
    token ??= orAborted(getToken(), timeLimit.signal).catch((cause: unknown) => {
      throw timeLimit.signal.aborted
        ? new UpstreamFailure('timed-out', 'no token in time', cause)
        : new UpstreamFailure('not-permitted', 'no token', cause);
    });
    return token;
  };
}

function nextPage(nextLink: string, from: URL): URL {
  const next = URL.canParse(nextLink, from.href) ? new URL(nextLink, from) : undefined;
  // An answer must not be able to choose where the token goes.
  if (next?.origin !== from.origin)
    throw new UpstreamFailure('unexpected-answer', 'next page at another address');
  return next;
}

function checked<Answer>(shape: z.ZodType<Answer>, answer: unknown): Answer {
  const result = shape.safeParse(answer);
  if (result.success) return result.data;
  const place = result.error.issues[0]?.path.join('.') ?? '';
  throw new UpstreamFailure('unexpected-answer', `wrong type at "${place}"`);
}

function failureOfError(error: unknown, signal: AbortSignal): UpstreamFailure {
  if (error instanceof UpstreamFailure) return error;
  if (signal.aborted && signal.reason instanceof UpstreamFailure) return signal.reason;
  const code = isRestError(error) ? error.code : undefined;
  return new UpstreamFailure('unavailable', code ?? 'connection lost', error);
}

function failureOfStatus({ status, bodyAsText }: PipelineResponse): UpstreamFailure {
  const code = errorCode(bodyAsText ?? '');
  const detail = code === undefined ? `HTTP ${status}` : `HTTP ${status}, ${code}`;
  if (status === 401 || status === 403) return new UpstreamFailure('not-permitted', detail);
  if (status === 404) return new UpstreamFailure('not-found', detail);
  if (status === 429) return new UpstreamFailure('throttled', detail);
  if (status === 408 || status >= 500) return new UpstreamFailure('unavailable', detail);
  return new UpstreamFailure('unexpected-answer', detail);
}

/** An OData error. Only its code is read: the message may hold names. */
const odataError = z.object({ error: z.object({ code: z.string().regex(/^[\w.-]{1,64}$/) }) });

function errorCode(body: string): string | undefined {
  try {
    return odataError.safeParse(JSON.parse(body)).data?.error.code;
  } catch {
    return undefined;
  }
}
