import { tokenFor } from './upstream-identity.ts';
import { type Answer, odataError, odataPage, type Row, selected } from './upstream-odata.ts';
import { startUpstreamServer, type UpstreamServer } from './upstream-server.ts';

/** Data of the local Microsoft Graph. */
export interface GraphData {
  /** Found by `id` or `userPrincipalName`. */
  readonly users: readonly Row[];
  /** Directory roles by user id. */
  readonly directoryRoles: Readonly<Record<string, readonly Row[]>>;
  /** Whether all properties except the id are null, as for a caller without permission to read them. */
  readonly limited?: boolean;
}

/** A local Microsoft Graph v1.0 with users and their directory roles. Listing roles requires `$count`. */
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
        held.map((role) => visible(data, role)),
      );
      return { status: 200, body: { ...page, '@odata.count': held.length } };
    },
  });
}

function visible({ limited }: GraphData, row: Row): Row {
  if (!limited) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, name === 'id' ? value : null]));
}
