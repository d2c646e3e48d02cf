import { AppError } from '../domain/app-error.ts';

/** How deep objects and arrays of one item may be nested. */
export const maxDepth = 16;
/** Names of one object. */
export const maxNames = 100;
/** Values and names of a whole body. A request with the most reports, every field filled, has half as many. */
export const maxTokens = 1_000_000;

/** An item of a body that goes past a bound: its place in the list, and why it is refused. */
export interface OversizedItem {
  readonly index: number;
  readonly detail: string;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const space = 0x20;
const zero = 0x30;

/** What a scan found: how many items there are, and which go past a bound. */
export interface JsonScan {
  /** Values of a top-level array, at least 1; 1 for any other value. */
  readonly items: number;
  readonly oversized: readonly OversizedItem[];
  /** Values and names so far, `tokensBefore` included. */
  readonly tokens: number;
}

/**
 * Goes once through the bytes of a JSON text before it is parsed, because parsing and checking hostile values takes
 * seconds. An item that is nested too deep, or has an object with too many names, is overwritten with the number 0. Text
 * that is not JSON is left to the parser. With `itemsOfArray` the values of a top-level array are the items, else the
 * whole text is one.
 * @throws {AppError} payload-too-large for more than `maxTokens` values and names
 */
export function scanJson(bytes: Uint8Array, itemsOfArray: boolean, tokensBefore = 0): JsonScan {
  const oversized: OversizedItem[] = [];
  const names = new Uint32Array(maxDepth + 1);
  const start = firstByte(bytes);
  // Depth at which items are.
  const base = itemsOfArray && bytes[start] === openBracket ? 1 : 0;
  let depth = 0;
  let index = 0;
  let itemStart = start + base;
  let fault = '';
  let tokens = tokensBefore;

  const endItem = (end: number) => {
    if (fault === '') return;
    bytes.fill(space, itemStart, end);
    bytes[itemStart] = zero;
    oversized.push({ index, detail: fault });
    fault = '';
  };

  for (let at = start; at < bytes.length; at++) {
    switch (bytes[at]) {
      case quote:
        at = endOfString(bytes, at);
        continue;
      case openBrace:
      case openBracket:
        depth++;
        if (depth - base > maxDepth) fault ||= `Nested deeper than ${maxDepth} levels`;
        else if (depth > base) names[depth - base] = 0;
        break;
      case closeBrace:
      case closeBracket:
        if (depth === base && base === 1) endItem(at);
        depth--;
        continue;
      case colon: {
        const level = depth - base;
        const count = (names[level] ?? 0) + 1;
        names[level] = count;
        if (count > maxNames && level <= maxDepth) fault ||= `An object with more than ${maxNames} names`;
        break;
      }
      case comma:
        if (depth === base && base === 1) {
          endItem(at);
          index++;
          itemStart = at + 1;
        }
        break;
      default:
        continue;
    }
    if (++tokens > maxTokens)
      throw new AppError(
        'payload-too-large',
        `The body holds more than ${maxTokens} values and names; send it in parts`,
      );
  }
  endItem(bytes.length);
  return { items: index + 1, oversized, tokens };
}

const byteOrderMark = Buffer.from('\uFEFF');

/** The place of the first byte after a byte-order mark and spaces, both of which the parser does not see either. */
function firstByte(bytes: Uint8Array): number {
  let at = byteOrderMark.every((byte, index) => bytes[index] === byte) ? byteOrderMark.length : 0;
  while (at < bytes.length && (bytes[at] ?? 0) <= space) at++;
  return at;
}

/** The place of the quote that ends a string; the end of the bytes where there is none. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) return at;
    if (byte === backslash) at++;
  }
  return bytes.length;
}
