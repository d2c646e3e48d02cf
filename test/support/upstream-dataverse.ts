import { tokenFor } from './upstream-identity.ts';
import { type Answer, odataError, odataPage, type Row } from './upstream-odata.ts';
import { startUpstreamServer, type UpstreamServer } from './upstream-server.ts';

/** Data of the local Dataverse. */
export interface DataverseData {
  readonly systemusers: readonly Row[];
  /** By user id. */
  readonly userRoles: Readonly<Record<string, readonly Row[]>>;
  readonly userTeams: Readonly<Record<string, readonly Row[]>>;
  readonly userPrivileges: Readonly<Record<string, readonly string[]>>;
  /** By team id. */
  readonly teamRoles: Readonly<Record<string, readonly Row[]>>;
  readonly roles: readonly Row[];
  readonly transactioncurrencies: readonly Row[];
  readonly organizations: readonly Row[];
  /** Names of privileges that Dataverse does not know. A call that asks for one fails. */
  readonly unknownPrivileges?: readonly string[];
}

/** A local Dataverse Web API v9.2 with `$select`, `$filter` (eq, or), pages, annotations and a bound function. */
export async function startDataverse(data: DataverseData): Promise<UpstreamServer> {
  return await startUpstreamServer({
    requiredHeaders: {
      authorization: /^Bearer token-for-http:\/\/127\.0\.0\.1:\d+$/,
      prefer: /^odata\.maxpagesize=[1-9]\d{0,3}$/,
      'odata-version': /^4\.0$/,
      accept: /^application\/json/,
    },
    answer(url, headers): Answer {
      if (headers.authorization !== `Bearer ${tokenFor(url.origin)}`) return odataError(401, '0x80040220');
      const path = decodeURIComponent(url.pathname).replace('/api/data/v9.2/', '');
      const privileges =
        /^systemusers\((.+?)\)\/Microsoft\.Dynamics\.CRM\.RetrieveUserSetOfPrivilegesByNames\(PrivilegeNames=@p\)$/.exec(
          path,
        );
      if (privileges) {
        const asked: string[] = JSON.parse(url.searchParams.get('@p') ?? '[]');
        if (asked.some((name) => data.unknownPrivileges?.includes(name)))
          return odataError(404, '0x80040217');
        const held = data.userPrivileges[privileges[1] ?? ''] ?? [];
        const found = asked.filter((name) => held.includes(name));
        return {
          status: 200,
          body: {
            '@odata.context': `${url.origin}/api/data/v9.2/$metadata#RetrieveUserSetOfPrivilegesByNamesResponse`,
            RolePrivileges: found.map((PrivilegeName) => ({ Depth: 'Global', PrivilegeName })),
          },
        };
      }
      const rows = rowsAt(path, data);
      if (!rows) return odataError(404, '0x8006088a', `Resource not found for the segment '${path}'.`);
      const matching = rows.filter((row) => matches(row, url.searchParams.get('$filter')));
      return { status: 200, body: odataPage(url, matching) };
    },
  });
}

function rowsAt(path: string, data: DataverseData): readonly Row[] | undefined {
  switch (path) {
    case 'systemusers':
    case 'roles':
    case 'transactioncurrencies':
    case 'organizations':
      return data[path];
  }
  const [, set, id = '', association] = /^(systemusers|teams)\((.+?)\)\/(\w+)$/.exec(path) ?? [];
  switch (`${set}/${association}`) {
    case 'systemusers/systemuserroles_association':
      return data.userRoles[id] ?? [];
    case 'systemusers/teammembership_association':
      return data.userTeams[id] ?? [];
    case 'teams/teamroles_association':
      return data.teamRoles[id] ?? [];
    default:
      return undefined;
  }
}

function matches(row: Row, filter: string | null): boolean {
  if (!filter) return true;
  return filter.split(' or ').some((term) => {
    const [, name = '', text, bare] = /^(\w+) eq (?:'(.*)'|(\S+))$/.exec(term) ?? [];
    return row[name] === (text?.replaceAll("''", "'") ?? bare);
  });
}
