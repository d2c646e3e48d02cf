import type { HttpRequest } from '@azure/functions';
import { AppError } from '../domain/app-error.ts';

/** Most bytes of a request body. */
export const longestBody = 10 * 1024 * 1024;

const jsonTypes = ['application/json', 'application/merge-patch+json'];
const ndjsonType = 'application/x-ndjson';

/** One item of a body with many: what it is, or why it could not be read. */
export type Item = { readonly value: unknown } | { readonly unreadable: string };

/**
 * The JSON value of a body; undefined where there is none and it is optional.
 * @throws {AppError} unsupported-media-type, payload-too-large, invalid-json
 */
export async function readJson(request: HttpRequest, optional: boolean): Promise<unknown> {
  if (optional && !request.headers.get('content-type') && !hasBody(request)) return undefined;
  checkMediaType(request, jsonTypes);
  const text = await readText(request);
  if (optional && text.trim() === '') return undefined;
  return parseJson(text);
}

/**
 * The items of a body: one object is one item, an array one each, NDJSON one a line.
 * @throws {AppError} unsupported-media-type, payload-too-large, too-many-items, invalid-json
 */
export async function readItems(request: HttpRequest, most: number): Promise<Item[]> {
  const mediaType = checkMediaType(request, ['application/json', ndjsonType]);
  const text = await readText(request);
  const items = mediaType === ndjsonType ? itemsOfLines(text) : itemsOfJson(parseJson(text));
  if (items.length > most)
    throw new AppError(
      'too-many-items',
      `The body holds ${items.length} items; send at most ${most} at a time`,
    );
  return items;
}

function itemsOfJson(value: unknown): Item[] {
  return Array.isArray(value) ? value.map((one: unknown) => ({ value: one })) : [{ value }];
}

function itemsOfLines(text: string): Item[] {
  const items: Item[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    try {
      items.push({ value: JSON.parse(line) });
    } catch {
      // One broken line must not hold the others: it is told as an invalid item.
      items.push({ unreadable: 'The line is not JSON' });
    }
  }
  return items;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = text.trim() === '' ? 'The body is empty' : 'The body is not JSON';
    throw new AppError('invalid-json', detail, { cause });
  }
}

function checkMediaType(request: HttpRequest, accepted: readonly string[]): string {
  const header = request.headers.get('content-type') ?? '';
  const [mediaType = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  const encoding = request.headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  if (!accepted.includes(mediaType))
    throw new AppError('unsupported-media-type', `Send ${accepted.join(' or ')}, and say so in Content-Type`);
  if (charset && charset !== 'utf-8' && charset !== 'utf8')
    throw new AppError('unsupported-media-type', 'Send the body in UTF-8');
  if (encoding !== 'identity')
    throw new AppError('unsupported-media-type', 'Send the body without Content-Encoding');
  return mediaType;
}

function hasBody(request: HttpRequest): boolean {
  return Number(request.headers.get('content-length') ?? 0) > 0 || request.headers.has('transfer-encoding');
}

async function readText(request: HttpRequest): Promise<string> {
  const bytes = await readBytes(request);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid-json', 'The body is not UTF-8', { cause });
  }
}

async function readBytes(request: HttpRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // A body that is too large is read to its end and let go, so that its sender is there to hear the answer.
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > longestBody) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (length > longestBody)
    throw new AppError(
      'payload-too-large',
      `The body is longer than ${longestBody} bytes (10 MiB); send it in parts`,
    );
  return Buffer.concat(chunks);
}
