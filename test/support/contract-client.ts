import { expect } from 'vitest';
import type * as z from 'zod';
import { httpFunctions } from '../../functions/http-functions.ts';
import type { Operation } from '../../shared/http/operation.ts';
import { problemDetails, problemMediaType, problems } from '../../shared/http/problem.ts';
import { expectHeadersDescribed } from './described.ts';

/** Failures that every operation can answer. */
const commonProblems: readonly string[] = ['invalid-request', 'unauthenticated', 'forbidden'];

/** An answer that matches its operation. */
export interface ContractAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The value of a JSON body. */
  readonly body: unknown;
  readonly text: string;
  /** Storage calls made for it. */
  readonly storageCalls: number;
}

export type ProblemDetails = z.output<typeof problemDetails>;

/** The body and headers of a request. */
export interface ContractRequest {
  /** Sent as JSON, unless it is text or bytes. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends requests and compares every answer with the description of its operation. */
export class ContractClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor({
    url,
    headers = {},
  }: {
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
  }) {
    this.#url = url;
    this.#headers = headers;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ContractAnswer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<ContractAnswer> {
    return this.send('POST', path, { body, headers });
  }

  patch(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ContractAnswer> {
    return this.send('PATCH', path, { body, headers });
  }

  delete(path: string): Promise<ContractAnswer> {
    return this.send('DELETE', path);
  }

  /** Sends a request to a path below `/api/`, or to an absolute address such as a `nextLink`. */
  async send(method: string, path: string, request: ContractRequest = {}): Promise<ContractAnswer> {
    const url = new URL(path, `${this.#url}/api/`);
    const operation = operationFor(method, url.pathname);
    const response = await fetch(url, { method, ...this.#init(request) });
    return checked(operation, response, await response.text());
  }

  #init({ body, headers }: ContractRequest): RequestInit {
    const own = { ...this.#headers, ...headers };
    if (body === undefined) return { headers: own };
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    return {
      headers: { 'content-type': 'application/json', ...own },
      body: isRaw ? body : JSON.stringify(body),
    };
  }
}

/** The one operation that takes a method and path. */
function operationFor(method: string, pathname: string): Operation {
  const found = httpFunctions.filter(
    (operation) => operation.method === method && routePattern(operation.route).test(pathname),
  );
  const [operation] = found;
  if (!operation || found.length > 1)
    throw new Error(`${found.length} operations take ${method} ${pathname}`);
  return operation;
}

function routePattern(route: string): RegExp {
  return new RegExp(`^/api/${route.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
}

/** Compares an answer with its operation. */
function checked(operation: Operation, response: Response, text: string): ContractAnswer {
  const { status, headers } = response;
  const context = `${operation.id}: ${status} ${text.slice(0, 500)}`;
  expect(headers.get('x-content-type-options'), context).toBe('nosniff');
  expect(headers.get('x-storage-transactions'), context).toMatch(/^\d+$/);
  expect(headers.get('x-ms-request-id'), context).toBeTruthy();
  // A browser may keep the overview, which it asks for again and again.
  const isKept = operation.id === 'getOverview' && status < 400;
  expect(headers.get('cache-control'), context).toBe(isKept ? 'private, no-cache' : 'no-store');
  expectHeadersDescribed(operation, response, text);
  const answer = operation.answers[status];
  const mediaType = headers.get('content-type')?.split(';')[0] ?? '';
  let body: unknown;
  if (!answer) body = checkedProblem(operation, response, text, context);
  else if (!answer.body) expect(text, context).toBe('');
  else if (mediaType === 'application/json') {
    body = JSON.parse(text);
    expect(answer.body.safeParse(body).error?.issues ?? [], context).toEqual([]);
  } else expect(answer.mediaTypes ?? [], context).toContain(mediaType);
  return { status, headers, body, text, storageCalls: Number(headers.get('x-storage-transactions')) };
}

function checkedProblem(
  operation: Operation,
  { status, headers }: Response,
  text: string,
  context: string,
): ProblemDetails {
  expect(headers.get('content-type'), context).toBe(problemMediaType);
  const problem = problemDetails.parse(JSON.parse(text));
  expect([...operation.problems, ...commonProblems], context).toContain(problem.code);
  const known = Object.entries(problems).find(([code]) => code === problem.code)?.[1];
  expect({ status, title: problem.title, type: problem.type }, context).toEqual({
    ...known,
    type: `urn:error-desk:problem:${problem.code}`,
  });
  expect(problem.status, context).toBe(status);
  expect(headers.get('x-ms-error-code'), context).toBe(problem.code);
  return problem;
}

/** The problem in an answer; fails for any other answer. */
export function problemIn({ body }: ContractAnswer): ProblemDetails {
  return problemDetails.parse(body);
}
