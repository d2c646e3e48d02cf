import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';

/** The largest body that the host takes, in bytes. */
export const bodyLimit = 100 * 1024 * 1024;

/** Thrown for a body over the limit. */
export class BodyTooLargeError extends Error {}

/** The length that a request announces, in bytes; 0 where it does not. Throws BodyTooLargeError over the limit. */
export function announcedLength(request: IncomingMessage, limit: number): number {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > limit) throw new BodyTooLargeError(`A body of ${length} bytes is over the limit of ${limit}`);
  return length;
}

/** Reads a whole body. Throws when the caller goes away before its end. */
export function readBody(request: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => resolve(Buffer.concat(chunks)))
      .once('error', reject)
      .once('close', () => reject(new Error('The caller went away')));
  });
}

/** A stream that fails with BodyTooLargeError once more than `limit` bytes went through. */
export function limitedTo(limit: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > limit) done(new BodyTooLargeError(`The body is over the limit of ${limit} bytes`));
      else done(null, chunk);
    },
  });
}
