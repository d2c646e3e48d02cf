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

/** What the local Microsoft Graph holds. */
export interface GraphData {
  /** With `id` and `userPrincipalName`, by which they are found. */
  readonly users: readonly Row[];
  /** Directory roles by user id. */
  readonly directoryRoles: Readonly<Record<string, readonly Row[]>>;
  /** Whether everything but the id is null, as for a caller without permission to read it. */
  readonly limited?: boolean;
}

const pageSize = 2;

/** A local Microsoft Graph v1.0: users, and directory roles with the header that counting takes. */
export async function startGraph(data: GraphData): Promise<UpstreamServer> {
  return await startUpstreamServer({
    requiredHeaders: { authorization: /^Bearer /, consistencylevel: /^eventual$/ },
    answer(url, headers): Answer {
      if (headers.authorization !== `Bearer ${tokenFor('https://graph.microsoft.com')}`)
        return odataError(401, 'InvalidAuthenticationToken');
      const [, name, roles] =
        /^\/v1\.0\/users\/([^/]+)(\/transitiveMemberOf\/microsoft\.graph\.directoryRole)?$/.exec(
          decodeURIComponent(url.pathname),
        ) ?? [];
      const user = data.users.find(({ id, userPrincipalName }) => id === name || userPrincipalName === name);
      if (!user) return odataError(404, 'Request_ResourceNotFound');
      if (!roles)
        return {
          status: 200,
          body: {
            '@odata.context': `${url.origin}/v1.0/$metadata#users`,
            ...visible(data, selected(url, user)),
          },
        };
      if (url.searchParams.get('$count') !== 'true') return odataError(400, 'Request_UnsupportedQuery');
      const held = data.directoryRoles[String(user['id'])] ?? [];
      const page = odataPage(
        url,
        held.map((role) => visible(data, selected(url, role))),
        pageSize,
      );
      return { status: 200, body: { ...page, '@odata.count': held.length } };
    },
  });
}

function visible({ limited }: GraphData, row: Record<string, unknown>): Record<string, unknown> {
  if (!limited) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, name === 'id' ? value : null]));
}
