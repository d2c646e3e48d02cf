import { isRestError } from '@azure/core-rest-pipeline';
import * as z from 'zod';
import { AppError } from '../../domain/app-error.ts';
import { retryAfterMs } from '../../domain/retry-after.ts';

const oDataError = z.object({ 'odata.error': z.object({ code: z.string() }) });

/** A request to storage that took longer than its limit. */
export class StorageTimeoutError extends Error {
  override readonly name = 'StorageTimeoutError';
  /** Shown as `reason` in the log. */
  readonly code = 'StorageTimeout';
}

/** The HTTP status of a failed storage call, or undefined where none was received. */
export function statusOf(error: unknown): number | undefined {
  return isRestError(error) ? error.statusCode : undefined;
}

/** The code that storage gave a failed call, such as `TableNotFound`; empty where it gave none. */
export function storageCodeOf(error: unknown): string {
  if (!isRestError(error)) return '';
  if (error.code && error.code !== 'REQUEST_SEND_ERROR') return error.code;
  const text = error.response?.bodyAsText;
  if (!text) return '';
  try {
    return oDataError.parse(JSON.parse(text))['odata.error'].code;
  } catch {
    // Not an error body of the service: only the status is known.
    return '';
  }
}

/** Whether a call failed because its table does not exist or is being deleted, which takes the service a while. */
export function isTableMissing(error: unknown): boolean {
  const code = storageCodeOf(error);
  return (
    code === 'TableNotFound' ||
    code === 'TableBeingDeleted' ||
    (isTableResource(error) && statusOf(error) === 404)
  );
}

function isTableResource(error: unknown): boolean {
  return (
    storageCodeOf(error) === 'ResourceNotFound' &&
    isRestError(error) &&
    error.request?.url.includes('()') === true
  );
}

/** What to throw for a failed storage call: a failure that callers understand; a bug of our own stays what it is. */
export function storageFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (!isRestError(error) && !(error instanceof StorageTimeoutError)) return error;
  const status = statusOf(error);
  // A request that is wrong is a bug of ours. One that is refused (401, 403, 404) is a matter of set-up.
  if (status === 400 || status === 413) return error;
  return new AppError(
    'storage-unavailable',
    'The error log cannot be reached; sending the same request again is safe',
    {
      cause: error,
      retryAfterSeconds: retryAfterSeconds(error) ?? 5,
    },
  );
}

function retryAfterSeconds(error: unknown): number | undefined {
  if (!isRestError(error)) return undefined;
  const ms = retryAfterMs(error.response?.headers.get('retry-after'), Date.now());
  return ms === undefined ? undefined : Math.max(1, Math.ceil(ms / 1000));
}
