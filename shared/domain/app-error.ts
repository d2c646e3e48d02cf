/** Codes of the failures that a caller can act on. They are public and stable (`code` in problem+json). */
export type FailureCode =
  | 'invalid-request'
  | 'invalid-json'
  | 'invalid-reports'
  | 'invalid-page-token'
  | 'length-required'
  | 'unsupported-media-type'
  | 'payload-too-large'
  | 'too-many-items'
  | 'too-many-senders'
  | 'unauthenticated'
  | 'forbidden'
  | 'foreign-origin'
  | 'not-found'
  | 'precondition-failed'
  | 'already-undone'
  | 'undo-expired'
  | 'not-continuable'
  | 'unknown-format'
  | 'storage-unavailable'
  | 'server-busy'
  | 'too-many-exports';

/** A fault in one part of a request: a place in the body (`index`, `pointer`) or a parameter. */
export interface FailureDetail {
  readonly index?: number;
  /** JSON pointer (RFC 6901) within the item. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly detail: string;
}

interface AppErrorOptions {
  readonly cause?: unknown;
  readonly errors?: readonly FailureDetail[];
  /** How many more items have faults that `errors` does not list. */
  readonly withoutDetails?: number;
  /** When the caller may try again. */
  readonly retryAfterSeconds?: number;
  /** The current ETag, for `precondition-failed`. */
  readonly etag?: string;
  /** The problems that a decision on several failed for, with their current ETags where these are why. */
  readonly problems?: readonly { readonly id: string; readonly etag?: string }[];
}

/** A known failure that the caller can act on. Everything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: FailureCode;
  readonly errors: readonly FailureDetail[] | undefined;
  readonly withoutDetails: number;
  readonly retryAfterSeconds: number | undefined;
  readonly etag: string | undefined;
  readonly problems: AppErrorOptions['problems'];

  constructor(code: FailureCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.errors = options.errors;
    this.withoutDetails = options.withoutDetails ?? 0;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.etag = options.etag;
    this.problems = options.problems;
  }
}
