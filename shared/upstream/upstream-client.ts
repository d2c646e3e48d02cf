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
import { boundedHttpClient } from './bounded-http-client.ts';
import { retryInTime } from './retry-in-time.ts';
import { orAborted, type TimeLimit } from './time-limit.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/** How much one system may be asked in one run. */
export interface UpstreamLimits {
  /** Answers read, pages of lists included. */
  readonly pages: number;
  readonly bytes: number;
  /** Retries of one request that was throttled or found the system not ready. */
  readonly retries: number;
  /** First wait before a retry where the answer asks for none. */
  readonly retryDelayMs: number;
}

/** What an adapter needs to ask its system. */
export interface UpstreamAccess {
  readonly credential: () => Promise<TokenCredential>;
  readonly httpClient: HttpClient;
  readonly limits: UpstreamLimits;
  readonly timeLimit: TimeLimit;
}

interface UpstreamClientOptions extends UpstreamAccess {
  /** Address that paths are added to; ends in a slash. */
  readonly root: URL;
  readonly scope: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads from one upstream system, within its limits; every failure is an {@link UpstreamFailure}. */
export interface UpstreamClient {
  /** One answer, of the given shape. */
  read<Answer>(path: string, shape: z.ZodType<Answer>): Promise<Answer>;
  /** All items of a list, page by page, or as many as are enough. */
  list<Item>(
    path: string,
    item: z.ZodType<Item>,
    isEnough?: (items: readonly Item[]) => boolean,
  ): Promise<Item[]>;
}

/** An id of an answer that goes into the path of the next request: a GUID, or anything that cannot change the path. */
export const pathId = z.string().regex(/^[\w-]{1,64}$/);

/** A client that sends GET requests only, with a bearer token, to one origin; it follows no redirects. */
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
        // The SDK's own bearer policy refuses plain http, which is right for loopback addresses here.
        authorization: `Bearer ${await token()}`,
      }),
      abortSignal: signal,
      allowInsecureConnection: isLoopback(url),
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

/** Whether an address is on this machine, the only place that plain http may go to. */
function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** The address of a setting, ending in a slash; https, or http to loopback. */
export function upstreamRoot(setting: string, address: string): URL {
  const root = URL.canParse(address) ? new URL(address) : undefined;
  if (!root || !(root.protocol === 'https:' || (root.protocol === 'http:' && isLoopback(root))))
    throw new UpstreamFailure('not-configured', `${setting} is no https address`);
  return new URL(`${root.origin}${root.pathname.replace(/\/*$/, '/')}`);
}

/** The token of one run, asked for once; the credential may hang and ignore signals, so it is raced. */
function bearerToken({ credential, scope, timeLimit }: UpstreamClientOptions): () => Promise<string> {
  const ask = async () => {
    const answer = await (await credential()).getToken(scope, { abortSignal: timeLimit.signal });
    if (!answer) throw new Error('The credential gave no token');
    return answer.token;
  };
  let asked: Promise<string> | undefined;
  return () => {
    asked ??= orAborted(ask(), timeLimit.signal).catch((cause: unknown) => {
      throw timeLimit.signal.aborted
        ? new UpstreamFailure('timed-out', 'no token in time', cause)
        : new UpstreamFailure('not-permitted', 'no token', cause);
    });
    return asked;
  };
}

function nextPage(nextLink: string, from: URL): URL {
  const next = URL.canParse(nextLink, from.href) ? new URL(nextLink, from) : undefined;
  // The token must not go to an address that an answer chose.
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

/** An OData error code; its message may hold names and is left out. */
const odataError = z.object({ error: z.object({ code: z.string().regex(/^[\w.-]{1,64}$/) }) });

function errorCode(body: string): string | undefined {
  try {
    return odataError.safeParse(JSON.parse(body)).data?.error.code;
  } catch {
    return undefined;
  }
}
