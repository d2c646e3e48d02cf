import type { RecordReference } from '../reports/error-report.ts';
import { guidOf, keyOf, logicalName } from './record-key.ts';
import { recordPage } from './record-page.ts';
import { safeUrl } from './safe-url.ts';

/** What a link is built from: where the error happened, and the addresses in the settings. */
export interface LinkContext {
  readonly company: string;
  /** Business Central environment; empty if the report names none. */
  readonly environment: string;
  /** Root of the web client, with the tenant if it needs one: `https://businesscentral.dynamics.com/contoso.com`. */
  readonly businessCentralWebUrl?: string;
  /** Root of the Dataverse organization: `https://contoso.crm4.dynamics.com`. */
  readonly dataverseUrl?: string;
  /** The model-driven app to open records in; without it Dataverse chooses. */
  readonly dataverseAppId?: string;
}

/** "CRM Redirect": opens the Business Central record that is coupled to a Dataverse row. */
const redirectPage = 5329;

/**
 * A link to one side of an error: the one the report sent if it may be shown, else one built from the settings and the
 * record id; for a Business Central side without a usable key the page that follows the coupling of the other side.
 * `undefined` if there is no safe link.
 */
export function recordLink(
  side: RecordReference | undefined,
  context: LinkContext,
  other?: RecordReference,
): string | undefined {
  const { businessCentralWebUrl, dataverseUrl } = context;
  const sent = side?.url && safeUrl(side.url, [businessCentralWebUrl, dataverseUrl]);
  if (sent) return sent;
  if (side?.app === 'dataverse') return dataverseLink(side, context);
  return (side && businessCentralLink(side, context)) ?? redirectLink(other, context);
}

/** A form of a model-driven app. */
function dataverseLink(side: RecordReference, context: LinkContext): string | undefined {
  const table = logicalName(side);
  const id = guidOf(side);
  if (!context.dataverseUrl || !table || !id) return undefined;
  const app = guidOf({ app: 'dataverse', recordId: context.dataverseAppId });
  return address(context.dataverseUrl, '/main.aspx', [
    ...(app ? [['appid', app] as const] : []),
    ['pagetype', 'entityrecord'],
    ['etn', table],
    ['id', id],
  ]);
}

/** A page of the web client with a filter on the primary key; bookmarks cannot be computed outside. */
function businessCentralLink(side: RecordReference, context: LinkContext): string | undefined {
  const key = keyOf(side);
  const found = key && recordPage(key.table, key.values);
  return found && pageLink(found.page, found.filter, context);
}

function redirectLink(other: RecordReference | undefined, context: LinkContext): string | undefined {
  if (other?.app !== 'dataverse') return undefined;
  const table = logicalName(other);
  const id = guidOf(other);
  if (!table || !id) return undefined;
  return pageLink(redirectPage, [['Filter', `CRMID:{${id}};CRMType:${table}`]], context);
}

function pageLink(
  page: number,
  filter: readonly (readonly [field: string, value: string])[],
  { businessCentralWebUrl, company, environment }: LinkContext,
): string | undefined {
  if (!businessCentralWebUrl) return undefined;
  const root = withoutSlash(businessCentralWebUrl);
  const place = `/${encode(environment)}`;
  // The setting may name the environment already.
  const path = environment === '' || root.toLowerCase().endsWith(place.toLowerCase()) ? '/' : `${place}/`;
  const terms = filter.map(([field, value]) => `'${field}' IS '${value.replaceAll("'", "''")}'`);
  return address(root, path, [
    ['company', company],
    ['page', `${page}`],
    ['filter', terms.join(' AND ')],
  ]);
}

/** A link below a configured root; the web client asks for %20, which `URLSearchParams` does not write. */
function address(
  root: string,
  path: string,
  query: readonly (readonly [name: string, value: string])[],
): string | undefined {
  const search = query.map(([name, value]) => `${name}=${encode(value)}`).join('&');
  return safeUrl(`${withoutSlash(root)}${path}?${search}`, [root]);
}

const withoutSlash = (root: string) => root.replace(/\/$/, '');

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}
