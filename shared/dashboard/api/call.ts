import * as z from 'zod/mini';
import { ApiFailure } from './api-failure.ts';

const problem = z.object({
  title: z.string(),
  code: z.string(),
  traceId: z.optional(z.string()),
  detail: z.optional(z.string()),
  errors: z.optional(
    z.array(
      z.object({
        detail: z.string(),
        pointer: z.optional(z.string()),
        parameter: z.optional(z.string()),
        index: z.optional(z.number()),
      }),
    ),
  ),
});

type Answer = { readonly status: number; readonly data?: unknown; readonly headers: Headers };

type Success<A> = Extract<A, { readonly status: 200 | 201 | 202 | 204 }>;

/**
 * The answer of a call of the client.
 * @throws {ApiFailure} if there is none, or one that is no success
 */
export async function call<A extends Answer>(pending: Promise<A>): Promise<Success<A>> {
  let answer: A;
  try {
    answer = await pending;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiFailure(0);
  }
  if (isSuccess(answer)) {
    // A proxy or a sign-in answers with a page of its own, and status 200.
    if (answer.status !== 204 && typeof answer.data !== 'object') throw new ApiFailure(0);
    return answer;
  }
  throw failureOf(answer);
}

/** What an answer that is no success says; its data may be anything. */
export function failureOf({ status, data, headers }: Answer): ApiFailure {
  const parsed = z.safeParse(problem, data);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return new ApiFailure(
    status,
    parsed.success ? parsed.data : undefined,
    Number.isFinite(seconds) && status === 503 ? seconds : undefined,
  );
}

function isSuccess<A extends Answer>(answer: A): answer is Success<A> {
  return answer.status >= 200 && answer.status < 300;
}
