import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { weightedValues } from './quality-values.ts';

/** Shorter answers are sent as they are: compressing them saves nothing. */
const minBytes = 1024;

/** A compressed body, with the name of its encoding. */
export interface CompressedBody {
  readonly bytes: Uint8Array;
  readonly encoding: 'br' | 'gzip';
}

/** Whether an answer of this size depends on `Accept-Encoding`. */
export function isCompressible(body: Uint8Array): boolean {
  return body.length >= minBytes;
}

/** A body in an encoding that the caller accepts; undefined where it accepts none, or the body is short. */
export async function compressed(
  body: Uint8Array,
  acceptEncoding: string | null,
): Promise<CompressedBody | undefined> {
  if (!isCompressible(body)) return undefined;
  const encoding = acceptedEncoding(acceptEncoding);
  if (encoding === 'br') {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { bytes: await promisify(brotliCompress)(body, { params }), encoding };
  }
  if (encoding === 'gzip') return { bytes: await promisify(gzip)(body, { level: 6 }), encoding };
  return undefined;
}

/** Brotli where the caller accepts it: at quality 4 it packs JSON better than gzip at 6, in less time. */
export function acceptedEncoding(acceptEncoding: string | null): CompressedBody['encoding'] | undefined {
  const accepted = new Set(weightedValues(acceptEncoding).map(({ value }) => value));
  return (['br', 'gzip'] as const).find((encoding) => accepted.has(encoding));
}
