import * as z from 'zod';
import type { GraphFacts } from '../domain/settings-checks/settings-snapshot.ts';
import {
  createUpstreamClient,
  type UpstreamAccess,
  type UpstreamClient,
  upstreamRoot,
} from './upstream-client.ts';
import { factGroup, unavailableFacts } from './upstream-failure.ts';

/** Where Microsoft Graph is, and whose account to read. */
export interface GraphOptions extends UpstreamAccess {
  /** Address without the version, such as `https://graph.microsoft.com`. */
  readonly url: string;
  /** Sign-in name or e-mail address of the person's account. */
  readonly account: string;
  /** The object id of the account in Dataverse; undefined if Dataverse gives none. */
  readonly directoryObject: Promise<string | undefined>;
}

const user = z.object({
  id: z.string(),
  accountEnabled: z.boolean().nullish(),
  passwordPolicies: z.string().nullish(),
  passwordProfile: z
    .object({
      forceChangePasswordNextSignIn: z.boolean().nullish(),
      forceChangePasswordNextSignInWithMfa: z.boolean().nullish(),
    })
    .nullish(),
  lastPasswordChangeDateTime: z.string().nullish(),
  onPremisesSyncEnabled: z.boolean().nullish(),
});

const directoryRole = z.object({ roleTemplateId: z.string().nullish(), displayName: z.string().nullish() });

/**
 * Facts of Microsoft Graph about a person's account and its directory roles. Asks by e-mail address first, without
 * waiting for Dataverse. Asks again by object id if that finds nobody, or another account than Dataverse means.
 */
export async function readGraph(options: GraphOptions): Promise<GraphFacts> {
  try {
    const client = createUpstreamClient({
      ...options,
      root: new URL('v1.0/', upstreamRoot('GRAPH_URL', options.url)),
      scope: 'https://graph.microsoft.com/.default',
      headers: { consistencylevel: 'eventual' },
    });
    const byAddress = await readAccount(client, options.account);
    const objectId = await options.directoryObject;
    if (objectId === undefined || isFinal(byAddress, objectId)) return byAddress;
    return await readAccount(client, objectId);
  } catch (error) {
    return unavailableFacts(error);
  }
}

/** Whether a second request by object id can give no better facts: this is the account, or the failure would repeat. */
function isFinal({ user: account }: GraphFacts, objectId: string): boolean {
  if (account?.value) return account.value.id.toLowerCase() === objectId.toLowerCase();
  const reason = account?.unavailable?.reason;
  return reason !== 'not-found' && reason !== 'unexpected-answer';
}

async function readAccount(client: UpstreamClient, idOrName: string): Promise<GraphFacts> {
  // A path may contain an @ unencoded.
  const path = `users/${encodeURIComponent(idOrName).replaceAll('%40', '@')}`;
  const select = Object.keys(user.shape).join(',');
  const [account, directoryRoles] = await Promise.all([
    factGroup(client.read(`${path}?$select=${select}`, user)),
    factGroup(
      client.list(
        `${path}/transitiveMemberOf/microsoft.graph.directoryRole?$count=true&$select=id,displayName,roleTemplateId`,
        directoryRole,
      ),
    ),
  ]);
  return { user: account, directoryRoles };
}
