import { textLimits } from '../reports/error-report.ts';

/** Dataverse organizations of the public cloud, such as `contoso.crm4.dynamics.com`. */
const dataverseHost = /^(?:[a-z0-9-]{1,63}\.){1,3}crm\d{0,2}\.dynamics\.com$/;

const businessCentralHost = 'businesscentral.dynamics.com';

/** What a browser and a reader may understand differently: control and invisible characters, spaces, backslashes. */
const treacherous = /[\s\\\p{C}\p{Z}]/u;

/**
 * The link as given if it may be shown: https, without user information, and of a host that is either configured or
 * Microsoft's for the two apps; otherwise `undefined`.
 *
 * @param configured addresses from the settings; their host and port count, their paths do not
 */
export function safeUrl(link: string, configured: readonly (string | undefined)[]): string | undefined {
  if (link.length > textLimits.url || treacherous.test(link) || !/^https:\/\/[^/]/i.test(link))
    return undefined;
  const url = parse(link);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  // An empty user ("https://@host") is parsed away, but still written there.
  if (link.slice('https://'.length).split(/[/?#]/, 1)[0]?.includes('@')) return undefined;
  const hosts = configured.flatMap((address) => parse(address ?? '')?.host ?? []);
  const known = url.host === businessCentralHost || dataverseHost.test(url.host) || hosts.includes(url.host);
  return known ? url.href : undefined;
}

function parse(address: string): URL | undefined {
  return URL.parse(address) ?? undefined;
}
