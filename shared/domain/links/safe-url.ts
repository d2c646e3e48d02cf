import { textLimits } from '../reports/error-report.ts';

/** The web client of Business Central online, the same host for every customer. */
const businessCentralHost = 'businesscentral.dynamics.com';

/** Characters that browsers and people may read differently: control and invisible characters, spaces, backslashes. */
const misleadingCharacter = /[\s\\\p{C}\p{Z}]/u;

/**
 * The normalized link if it is safe to show, or `undefined`. It must be https without user information, and its host
 * must be that of an address in the settings or {@link businessCentralHost}. A Dataverse host of another customer is
 * not safe: anyone can rent one.
 * @param configured Addresses from the settings. Only their host and port count.
 */
export function safeUrl(link: string, configured: readonly (string | undefined)[]): string | undefined {
  if (link.length > textLimits.url || misleadingCharacter.test(link) || !/^https:\/\/[^/]/i.test(link))
    return undefined;
  const url = parse(link);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  // The parser drops an empty user ("https://@host"), so the text is checked too.
  if (link.slice('https://'.length).split(/[/?#]/, 1)[0]?.includes('@')) return undefined;
  const hosts = configured.flatMap((address) => parse(address ?? '')?.host ?? []);
  return url.host === businessCentralHost || hosts.includes(url.host) ? url.href : undefined;
}

function parse(address: string): URL | undefined {
  return URL.parse(address) ?? undefined;
}
