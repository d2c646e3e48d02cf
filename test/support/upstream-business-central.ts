import { tokenFor } from './upstream-identity.ts';
import { type Answer, odataError, odataPage, type Row } from './upstream-odata.ts';
import { startUpstreamServer, type UpstreamServer } from './upstream-server.ts';

/** Data of the local Business Central. All companies have the same lists, except those in `ofCompany`. */
export interface BusinessCentralData {
  readonly companies: readonly Row[];
  readonly currencies: readonly Row[];
  readonly currencyExchangeRates: readonly Row[];
  readonly generalLedgerSetup: readonly Row[];
  readonly jobQueueEntries: readonly Row[];
  /** Lists of single companies, by id. */
  readonly ofCompany?: Readonly<Record<string, Partial<CompanyLists>>>;
  /** Whether the server obeys `$orderby`; true when absent. */
  readonly sorts?: boolean;
}

type CompanyLists = Pick<
  BusinessCentralData,
  'currencies' | 'currencyExchangeRates' | 'generalLedgerSetup' | 'jobQueueEntries'
>;

/** Path of the environment on the server. */
export const environmentPath = '/v2.0/contoso.example/Production';

/** A local Business Central API v2.0 with `$select`, `$orderby`, `$filter` by object id, and pages. */
export async function startBusinessCentral(data: BusinessCentralData): Promise<UpstreamServer> {
  return await startUpstreamServer({
    requiredHeaders: {
      authorization: /^Bearer /,
      'data-access-intent': /^ReadOnly$/,
      prefer: /^odata\.maxpagesize=\d+$/,
    },
    answer(url, headers): Answer {
      if (headers.authorization !== `Bearer ${tokenFor('https://api.businesscentral.dynamics.com')}`)
        return odataError(401, 'Authentication_InvalidCredentials');
      const rows = rowsAt(decodeURIComponent(url.pathname).replace(`${environmentPath}/api/v2.0/`, ''), data);
      if (!rows) return odataError(404, 'BadRequest_NotFound');
      const ordered = data.sorts === false ? rows : orderedBy(rows, url.searchParams.get('$orderby'));
      return { status: 200, body: odataPage(url, filteredBy(ordered, url.searchParams.get('$filter'))) };
    },
  });
}

function rowsAt(path: string, data: BusinessCentralData): readonly Row[] | undefined {
  if (path === 'companies') return data.companies;
  const [, id, set] = /^companies\((.+?)\)\/(\w+)$/.exec(path) ?? [];
  if (!data.companies.some((company) => company['id'] === id)) return undefined;
  switch (set) {
    case 'currencies':
    case 'currencyExchangeRates':
    case 'generalLedgerSetup':
    case 'jobQueueEntries':
      return data.ofCompany?.[id ?? '']?.[set] ?? data[set];
    default:
      return undefined;
  }
}

function orderedBy(rows: readonly Row[], order: string | null): readonly Row[] {
  const [name, direction] = order?.split(' ') ?? [];
  if (!name) return rows;
  const ascending = [...rows].sort((one, other) => (String(one[name]) < String(other[name]) ? -1 : 1));
  return direction === 'desc' ? ascending.reverse() : ascending;
}

/** Rows with one of the object ids of a filter such as `objectIdToRun eq 5339 or objectIdToRun eq 50102`. */
function filteredBy(rows: readonly Row[], filter: string | null): readonly Row[] {
  if (!filter) return rows;
  const terms = filter.split(' or ').map((term) => /^(\w+) eq (\d+)$/.exec(term) ?? []);
  return rows.filter((row) => terms.some(([, name = '', value]) => row[name] === Number(value)));
}
