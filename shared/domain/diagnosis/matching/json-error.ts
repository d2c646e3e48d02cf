/** How much of a message is searched for an answer in JSON, in UTF-16 units. */
const maxRead = 8192;

/** The longest code of an answer, in UTF-16 units. */
const value = String.raw`"((?:[^"\\]|\\.){0,2048})`;

const code = new RegExp(`"(?:code|error)" ?: ?${value}"`, 'i');
const text = new RegExp(`"(?:message|error_description)" ?: ?${value}`, 'i');

/** An error in JSON inside a message. */
export interface JsonError {
  /** The text before the answer. */
  readonly before: string;
  /** Such as "0x80040333" or "BadRequest"; empty without one. */
  readonly code: string;
  readonly message: string;
}

/**
 * The error of an answer such as `{"error":{"code":"0x80040333","message":"…"}}` in a message, which may have been cut;
 * undefined where a message has none.
 */
export function jsonErrorIn(message: string): JsonError | undefined {
  const start = message.indexOf('{"');
  if (start === -1) return undefined;
  const json = message.slice(start, start + maxRead).replaceAll(/\s+/g, ' ');
  const inner = text.exec(json)?.[1];
  if (!inner) return undefined;
  const found = code.exec(json)?.[1] ?? '';
  return { before: message.slice(0, start), code: found, message: unescaped(inner) };
}

function unescaped(json: string): string {
  return json.replaceAll(
    /\\u([0-9a-f]{4})|\\(.)/gi,
    (_, hex: string | undefined, other: string | undefined) => {
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      return /[nrt]/.test(other ?? '') ? ' ' : (other ?? '');
    },
  );
}
