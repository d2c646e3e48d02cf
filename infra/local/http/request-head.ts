import type { IncomingMessage } from 'node:http';

// The limits of Kestrel, the web server of the real host.
const maxRequestLine = 8_192;
const maxHeaders = 100;
const maxHeaderBytes = 32_768;

const absoluteAddress = /^[a-z]+:\/\/([^/?]*)/i;

/** The status with which the real host refuses a request for its first line or its headers, if it does. */
export function refusalOf({ method, url = '', headers, rawHeaders }: IncomingMessage): number | undefined {
  if (`${method} ${url} HTTP/1.1\r\n`.length > maxRequestLine) return 414;
  const headerBytes = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
  if (rawHeaders.length / 2 > maxHeaders || headerBytes > maxHeaderBytes) return 431;
  const host = absoluteAddress.exec(url)?.[1];
  return host !== undefined && host.toLowerCase() !== headers.host?.toLowerCase() ? 400 : undefined;
}

/** The target of a request from its path on, as sent. */
export function targetOf({ url = '/' }: IncomingMessage): string {
  return url.replace(absoluteAddress, '');
}

/** The query of a request target. */
export function queryOf(target: string): URLSearchParams {
  return new URL(`http://host${target}`).searchParams;
}

/**
 * The path of a request target, decoded as Kestrel does: percent signs become characters, except for an encoded slash
 * and for bytes that are not UTF-8; dot segments are followed.
 */
export function pathOf(target: string): string {
  const { pathname } = new URL(`http://host${target}`);
  return pathname.replace(utf8Character, (text) => (/^%2f$/i.test(text) ? text : decode(text)));
}

const follower = '%[89ab][0-9a-f]';
const utf8Character = new RegExp(
  `%[0-7][0-9a-f]|%[cd][0-9a-f]${follower}|%e[0-9a-f](?:${follower}){2}|%f[0-7](?:${follower}){3}`,
  'gi',
);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
