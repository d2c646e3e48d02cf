import type { ProblemDetails } from './generated-client.ts';

/** A call that got no answer, or one that is no success. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly traceId: string | undefined;
  readonly errors: NonNullable<ProblemDetails['errors']>;
  /** Seconds after which to ask again, where the answer says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, problem?: Partial<ProblemDetails>, retryAfterSeconds?: number) {
    super(problem?.title ?? '');
    this.status = status;
    this.code = problem?.code;
    this.detail = problem?.detail;
    this.traceId = problem?.traceId;
    this.errors = problem?.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
