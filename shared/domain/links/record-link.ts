import type { RecordReference } from '../reports/error-report.ts';
import { guidOf, keyOf, logicalName } from './record-key.ts';
import { recordPage } from './record-page.ts';
import { safeUrl } from './safe-url.ts';

/** Where the error happened, and the addresses in the settings. */
export interface LinkContext {
  readonly company: string;
  /** Business Central environment; empty if the report names none. */
  readonly environment: string;
  /** Root of the web client, with the tenant if it needs one: `https://businesscentral.dynamics.com/contoso.com`. */
  readonly businessCentralWebUrl?: string;
  /** Root of the Dataverse organization: `https://contoso.crm4.dynamics.com`. */
  readonly dataverseUrl?: string;
  /** The model-driven app that opens the records. Without it, Dataverse chooses one. */
  readonly dataverseAppId?: string;
}

/** Where links lead: the settings of both apps. */
export type LinkSettings = Omit<LinkContext, 'company' | 'environment'>;

/** "CRM Redirect": opens the Business Central record that is coupled to a Dataverse row. */
const redirectPage = 5329;

/**
 * A safe link to the record on one side of an error, or `undefined`. In this order:
 * 1. The link in the report, if it is safe.
 * 2. A link built from the settings and the record id.
 * 3. For a record in Business Central without a usable key: the page that opens the record coupled to the other side.
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

/** A record's form in a model-driven app. */
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

/** A page of the web client, filtered by the primary key. Only Business Central itself can make bookmarks. */
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
  const segment = `/${encode(environment)}`;
  // The setting may already contain the environment.
  const path = environment === '' || root.toLowerCase().endsWith(segment.toLowerCase()) ? '/' : `${segment}/`;
  const terms = filter.map(([field, value]) => `'${field}' IS '${value.replaceAll("'", "''")}'`);
  return address(root, path, [
    ['company', company],
    ['page', `${page}`],
    ['filter', terms.join(' AND ')],
  ]);
}

/** A link below a configured root. The web client requires %20 for a space; `URLSearchParams` would write a plus. */
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
