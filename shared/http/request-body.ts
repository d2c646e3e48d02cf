import type { HttpRequest } from '@azure/functions';
import { AppError } from '../domain/app-error.ts';
import type { ReportItem } from '../domain/reports/report-check.ts';
import { scanJson } from './json-scan.ts';

/** Bytes of a request body. */
const maxBodyBytes = 10 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const jsonTypes = ['application/json', 'application/merge-patch+json'];
const ndjsonType = 'application/x-ndjson';

/**
 * The JSON value of a body. For an optional body, undefined when it is empty, whatever its media type.
 * @throws {AppError} length-required, unsupported-media-type, payload-too-large, invalid-json, invalid-request
 */
export async function readJson(request: HttpRequest, optional: boolean): Promise<unknown> {
  if (!optional) checkMediaType(request, jsonTypes);
  const bytes = await readBytes(request);
  if (optional) {
    if (textOf(bytes).trim() === '') return undefined;
    checkMediaType(request, jsonTypes);
  }
  const [oversized] = scanJson(bytes, false).oversized;
  if (oversized)
    throw new AppError('invalid-request', 'The body is not valid', {
      errors: [{ pointer: '', detail: oversized.detail }],
    });
  return parseJson(textOf(bytes));
}

/** The items of a body, and its bytes. */
export interface BodyItems {
  readonly items: readonly ReportItem[];
  readonly bytes: number;
}

/**
 * The items of a body: one object, each value of an array, or each line of NDJSON.
 * @throws {AppError} length-required, unsupported-media-type, payload-too-large, too-many-items, invalid-json
 */
export async function readItems(request: HttpRequest, max: number): Promise<BodyItems> {
  const mediaType = checkMediaType(request, ['application/json', ndjsonType]);
  const bytes = await readBytes(request);
  const items = mediaType === ndjsonType ? itemsOfLines(textOf(bytes), max) : itemsOfJson(bytes, max);
  return { items, bytes: bytes.length };
}

function itemsOfJson(bytes: Uint8Array, max: number): ReportItem[] {
  const { items, oversized } = scanJson(bytes, true);
  checkNumber(items, max);
  const value = parseJson(textOf(bytes));
  const values: ReportItem[] = Array.isArray(value)
    ? value.map((one: unknown) => ({ value: one }))
    : [{ value }];
  for (const { index, detail } of oversized) values[index] = { unreadable: detail };
  return values;
}

function itemsOfLines(text: string, max: number): ReportItem[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // Count before parsing: a broken line costs microseconds, and 10 MiB can hold millions of them.
  checkNumber(lines.length, max);
  let tokens = 0;
  return lines.map((line) => {
    const scan = scanJson(Buffer.from(line), false, tokens);
    tokens = scan.tokens;
    const [oversized] = scan.oversized;
    if (oversized) return { unreadable: oversized.detail };
    try {
      return { value: JSON.parse(line) };
    } catch {
      // One broken line is an invalid item, and does not spoil the others.
      return { unreadable: 'The line is not JSON' };
    }
  });
}

function checkNumber(items: number, max: number): void {
  if (items > max)
    throw new AppError('too-many-items', `The body holds ${items} items; send at most ${max} at a time`);
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

async function readBytes(request: HttpRequest): Promise<Uint8Array> {
  const bytes = await wholeBody(request);
  // The host drops a body of unknown length and leaves this header.
  if (bytes.length === 0 && request.headers.has('transfer-encoding'))
    throw new AppError('length-required', 'The body came without its length; send it with a Content-Length');
  if (bytes.length > maxBodyBytes)
    throw new AppError(
      'payload-too-large',
      `The body is longer than ${maxBodyBytes} bytes (10 MiB); send it in parts`,
    );
  return bytes;
}

async function wholeBody(request: HttpRequest): Promise<Uint8Array> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch (cause) {
    // The caller left, or stalled: no bug of ours.
    throw new AppError('invalid-json', 'The body did not arrive whole; send it again', { cause });
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new AppError('invalid-json', 'The body is not UTF-8', { cause });
  }
}
