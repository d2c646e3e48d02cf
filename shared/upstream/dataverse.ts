import * as z from 'zod';
import type {
  DataverseFacts,
  SecurityRole,
  TransactionCurrency,
} from '../domain/settings-checks/settings-snapshot.ts';
import {
  dataverseIntegrationRole,
  salesIntegrationRoles,
  sameId,
} from '../domain/settings-checks/well-known-ids.ts';
import {
  createUpstreamClient,
  pathId,
  type UpstreamAccess,
  type UpstreamClient,
  upstreamRoot,
} from './upstream-client.ts';
import { factGroup, UpstreamFailure, unavailableFacts } from './upstream-failure.ts';

/** Where Dataverse is, and what to read there. */
export interface DataverseOptions extends UpstreamAccess {
  /** Address of the environment, such as `https://contoso.crm4.dynamics.com`. */
  readonly url: string;
  /** Application id or e-mail address of the integration user. */
  readonly integrationUser: string | undefined;
  /** Privileges to look for. */
  readonly privileges: readonly string[];
  /** Called as soon as the object id of the user's Entra account is known, or known to be absent. */
  readonly foundDirectoryObject: (id: string | undefined) => void;
}

const systemUser = z.object({
  systemuserid: pathId,
  fullname: z.string().nullish(),
  applicationid: z.string().nullish(),
  azureactivedirectoryobjectid: z.string().nullish(),
  isdisabled: z.boolean().nullish(),
  islicensed: z.boolean().nullish(),
  accessmode: z.int().nullish(),
});

const role = z.object({
  roleid: z.string(),
  name: z.string().nullish(),
  _roletemplateid_value: z.string().nullish(),
  _parentrootroleid_value: z.string().nullish(),
});

const team = z.object({ teamid: pathId, name: z.string().nullish() });

const transactionCurrency = z.object({
  transactioncurrencyid: z.string().nullish(),
  isocurrencycode: z.string(),
  exchangerate: z.number().nullish(),
  statecode: z.int().nullish(),
});

/** `statecode` of an inactive currency. */
const inactive = 1;

const organization = z.object({ _basecurrencyid_value: z.string().nullish() });

const rolePrivileges = z.object({ RolePrivileges: z.array(z.object({ PrivilegeName: z.string() })) });

/** Facts of the Dataverse Web API: the integration user, its roles and privileges, currencies, the base currency. */
export async function readDataverse(options: DataverseOptions): Promise<DataverseFacts> {
  try {
    const root = upstreamRoot('DATAVERSE_URL', options.url);
    const client = createUpstreamClient({
      ...options,
      root: new URL('api/data/v9.2/', root),
      scope: `${root.origin}/.default`,
      headers: { 'odata-version': '4.0', 'odata-maxversion': '4.0', prefer: 'odata.maxpagesize=500' },
    });
    const [userFacts, currencyFacts] = await Promise.all([readUser(client, options), readCurrencies(client)]);
    return { ...userFacts, ...currencyFacts };
  } catch (error) {
    return unavailableFacts(error);
  } finally {
    options.foundDirectoryObject(undefined);
  }
}

async function readUser(client: UpstreamClient, options: DataverseOptions): Promise<DataverseFacts> {
  const { integrationUser, privileges, foundDirectoryObject } = options;
  if (integrationUser === undefined)
    return {
      integrationUsers: { unavailable: { reason: 'not-configured', detail: 'INTEGRATION_USER' } },
    };

  const deployedRoles = factGroup(readDeployedRoles(client));
  const users = await factGroup(findUsers(client, integrationUser));
  const found = 'value' in users ? users.value : [];
  const [user] = found;
  const integrationUsers =
    'value' in users
      ? {
          value: found.map((each) => ({
            id: each.systemuserid,
            fullName: each.fullname,
            applicationId: each.applicationid,
            isDisabled: each.isdisabled,
            isLicensed: each.islicensed,
            accessMode: each.accessmode,
          })),
        }
      : users;
  if (!user || found.length > 1) return { integrationUsers, deployedRoles: await deployedRoles };

  foundDirectoryObject(user.azureactivedirectoryobjectid ?? undefined);
  const path = `systemusers(${user.systemuserid})`;
  const [userRoles, teamRoles, heldPrivileges] = await Promise.all([
    factGroup(readRoles(client, `${path}/systemuserroles_association`)),
    factGroup(readTeamRoles(client, path)),
    factGroup(readPrivileges(client, path, privileges)),
  ]);
  return { integrationUsers, userRoles, teamRoles, deployedRoles: await deployedRoles, heldPrivileges };
}

async function findUsers(client: UpstreamClient, integrationUser: string) {
  const filter = z.guid().safeParse(integrationUser).success
    ? `applicationid eq ${integrationUser}`
    : `internalemailaddress eq '${integrationUser.replaceAll("'", "''")}'`;
  const select = Object.keys(systemUser.shape).join(',');
  return await client.list(`systemusers?$select=${select}&$filter=${encodeURIComponent(filter)}`, systemUser);
}

async function readRoles(client: UpstreamClient, path: string, filter?: string): Promise<SecurityRole[]> {
  const query = `$select=${Object.keys(role.shape).join(',')}${filter ? `&$filter=${encodeURIComponent(filter)}` : ''}`;
  const roles = await client.list(`${path}?${query}`, role);
  return roles.map((each) => ({
    roleId: each.roleid,
    name: each.name,
    roleTemplateId: each._roletemplateid_value,
    parentRootRoleId: each._parentrootroleid_value,
  }));
}

async function readTeamRoles(client: UpstreamClient, user: string): Promise<SecurityRole[]> {
  const teams = await client.list(`${user}/teammembership_association?$select=teamid,name`, team);
  const roles = await Promise.all(
    teams.map(async ({ teamid, name }) =>
      (await readRoles(client, `teams(${teamid})/teamroles_association`)).map((each) => ({
        ...each,
        team: name ?? teamid,
      })),
    ),
  );
  return roles.flat();
}

/** The root roles that the integration needs and that exist. */
async function readDeployedRoles(client: UpstreamClient): Promise<SecurityRole[]> {
  const roots = [dataverseIntegrationRole, ...salesIntegrationRoles];
  return await readRoles(
    client,
    'roles',
    roots.map(({ rootRoleId }) => `roleid eq ${rootRoleId}`).join(' or '),
  );
}

// Keeps the address well below 2,048 characters, the practical limit of a GET.
const privilegesPerRequest = 20;

/** The privileges among these that the user has, directly or through a team. */
async function readPrivileges(
  client: UpstreamClient,
  user: string,
  privileges: readonly string[],
): Promise<string[]> {
  const held: string[] = [];
  for (let start = 0; start < privileges.length; start += privilegesPerRequest) {
    const batch = privileges.slice(start, start + privilegesPerRequest);
    held.push(
      ...(await readHeld(client, user, batch).catch((error) => readOneByOne(client, user, batch, error))),
    );
  }
  return held;
}

/**
 * Asks for each privilege alone, after the call for all of them failed: one unknown name, such as that of a removed
 * table, may fail the whole call. A name that fails alone does not count as held. If all fail, throws the first error.
 */
async function readOneByOne(
  client: UpstreamClient,
  user: string,
  privileges: readonly string[],
  error: unknown,
): Promise<string[]> {
  const isRefused =
    error instanceof UpstreamFailure &&
    (error.reason === 'not-found' || error.reason === 'unexpected-answer');
  if (!isRefused || privileges.length === 1) throw error;
  const answers = await Promise.allSettled(
    privileges.map((privilege) => readHeld(client, user, [privilege])),
  );
  const known = answers.filter((answer) => answer.status === 'fulfilled');
  if (known.length === 0) throw error;
  return known.flatMap(({ value }) => value);
}

/** One call. Unlike RetrieveUserPrivileges, this function includes the privileges of teams. */
async function readHeld(
  client: UpstreamClient,
  user: string,
  privileges: readonly string[],
): Promise<string[]> {
  const call = 'Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)';
  const names = encodeURIComponent(JSON.stringify(privileges));
  const { RolePrivileges } = await client.read(`${user}/${call}?@p=${names}`, rolePrivileges);
  return RolePrivileges.map(({ PrivilegeName }) => PrivilegeName);
}

async function readCurrencies(client: UpstreamClient): Promise<DataverseFacts> {
  const select = Object.keys(transactionCurrency.shape).join(',');
  const currencies = client.list(`transactioncurrencies?$select=${select}`, transactionCurrency);
  const organizations = client.list('organizations?$select=_basecurrencyid_value', organization);
  const [transactionCurrencies, organizationFacts] = await Promise.all([
    factGroup(
      currencies.then((found): TransactionCurrency[] =>
        found.map(({ isocurrencycode, exchangerate, statecode }) => ({
          isoCurrencyCode: isocurrencycode,
          exchangeRate: exchangerate,
          isActive: statecode !== inactive,
        })),
      ),
    ),
    factGroup(
      Promise.all([organizations, currencies]).then(([[found], known]) => {
        const baseId = found?._basecurrencyid_value;
        const base = baseId
          ? known.find(({ transactioncurrencyid }) => sameId(transactioncurrencyid, baseId))
          : undefined;
        return { baseCurrency: base?.isocurrencycode ?? null };
      }),
    ),
  ]);
  return { transactionCurrencies, organization: organizationFacts };
}
