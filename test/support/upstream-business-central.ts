import { tokenFor } from './upstream-identity.ts';
import {
  type Answer,
  odataError,
  odataPage,
  selected,
  startUpstreamServer,
  type UpstreamServer,
} from './upstream-server.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the local Business Central holds; the lists are those of its one company. */
export interface BusinessCentralData {
  readonly companies: readonly Row[];
  readonly currencies: readonly Row[];
  readonly currencyExchangeRates: readonly Row[];
  readonly generalLedgerSetup: readonly Row[];
  /** Whether `$orderby` is kept; true when absent. */
  readonly sorts?: boolean;
}

/** Path of the environment, to be added to the server's origin. */
export const environmentPath = '/v2.0/contoso.example/Production';

const pageSize = 2;

/** A local Business Central API v2.0: `$select`, `$orderby`, pages. */
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
      return {
        status: 200,
        body: odataPage(
          url,
          ordered.map((row) => ({ '@odata.etag': 'W/"1"', ...selected(url, row) })),
          pageSize,
        ),
      };
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
      return data[set];
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
