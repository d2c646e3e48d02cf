import * as z from 'zod';
import { businessCentral } from './business-central-facts.ts';
import { exampleSnapshot } from './example-snapshot.ts';
import { group, systemUnavailable, text } from './fact-group.ts';

const dataverseUser = z.lazy(() =>
  z
    .strictObject({
      id: z.guid().describe('systemuserid'),
      fullName: text().nullish().describe('fullname'),
      applicationId: z
        .guid()
        .nullish()
        .describe('applicationid; filled for an application user, null for a person'),
      isDisabled: z.boolean().nullish().describe('isdisabled'),
      isLicensed: z.boolean().nullish().describe('islicensed'),
      accessMode: z
        .int()
        .min(0)
        .nullish()
        .describe(
          'accessmode: 0 Read-Write, 1 Administrative, 2 Read, 3 Support User, 4 Non-interactive, 5 Delegated Admin',
        ),
    })
    .meta({ id: 'DataverseUser' }),
);

const role = z.lazy(() =>
  z
    .strictObject({
      roleId: z.guid().describe('roleid'),
      name: text().nullish().describe('name, in the language of the environment'),
      roleTemplateId: z.guid().nullish().describe('_roletemplateid_value'),
      parentRootRoleId: z
        .guid()
        .nullish()
        .describe('_parentrootroleid_value: the root role that this role copies in another business unit'),
      team: text().nullish().describe('In teamRoles: name of the team that holds the role'),
    })
    .meta({ id: 'SecurityRole' }),
);

const transactionCurrency = z.lazy(() =>
  z
    .strictObject({
      isoCurrencyCode: text().min(1).describe('isocurrencycode'),
      exchangeRate: z
        .number()
        .nullish()
        .describe('exchangerate: units of this currency for one unit of the base currency'),
      isActive: z.boolean().describe('Whether statecode is 0'),
    })
    .meta({ id: 'TransactionCurrency' }),
);

const dataverse = z.lazy(() => {
  const roles = group(z.array(role).max(5000)).optional();
  return z.strictObject({
    unavailable: systemUnavailable,
    integrationUsers: group(z.array(dataverseUser).max(100))
      .optional()
      .describe(
        'Users with the application id or e-mail address of the integration user: none, one or several',
      ),
    userRoles: roles.describe('Security roles that the user has directly'),
    teamRoles: roles.describe('Security roles that the user has through teams; an empty value if none'),
    deployedRoles: roles.describe('Security roles of the integration that exist in the environment'),
    heldPrivileges: group(z.array(text()).max(5000))
      .optional()
      .describe('Privileges that open errors name and the user has, directly or through a team'),
    transactionCurrencies: group(z.array(transactionCurrency).max(1000)).optional(),
    organization: group(
      z.strictObject({
        baseCurrency: text().nullable().describe('ISO code of the base currency; null if none is set'),
      }),
    ).optional(),
  });
});

const graphUser = z.lazy(() =>
  z.strictObject({
    id: z.guid(),
    accountEnabled: z.boolean().nullish(),
    passwordPolicies: text().nullish(),
    passwordProfile: z
      .strictObject({
        forceChangePasswordNextSignIn: z.boolean().nullish(),
        forceChangePasswordNextSignInWithMfa: z.boolean().nullish(),
      })
      .nullish()
      .describe('null if no flag is set, and also if the app may not read it'),
    lastPasswordChangeDateTime: z.iso.datetime({ offset: true }).nullish(),
    onPremisesSyncEnabled: z.boolean().nullish(),
  }),
);

const graph = z.lazy(() =>
  z.strictObject({
    unavailable: systemUnavailable,
    user: group(graphUser)
      .optional()
      .describe("The person's account in Microsoft Entra; not read for an application user"),
    directoryRoles: group(
      z
        .array(z.strictObject({ roleTemplateId: z.guid().nullish(), displayName: text().nullish() }))
        .max(1000),
    )
      .optional()
      .describe('Directory roles, also through groups. Only nulls in a role: the app may not read it'),
  }),
);

/** Facts of the three systems, which the checks judge. A caller may post them instead of a live run. */
export const settingsSnapshot = z.lazy(() =>
  z
    .strictObject({
      dataverse: dataverse.optional(),
      businessCentral: businessCentral.optional(),
      graph: graph.optional(),
    })
    .describe(
      'Facts of Dataverse, Business Central and Microsoft Graph. A group that is absent is not known: the checks that need it are skipped and name it.',
    )
    .meta({ id: 'SettingsSnapshot', example: exampleSnapshot }),
);

/** Checked facts of the three systems. */
export type SettingsSnapshot = z.output<typeof settingsSnapshot>;
/** Facts of the Dataverse Web API. */
export type DataverseFacts = z.output<typeof dataverse>;
/** Facts of Microsoft Graph. */
export type GraphFacts = z.output<typeof graph>;
/** A user of Dataverse. */
export type DataverseUser = z.output<typeof dataverseUser>;
/** A security role of Dataverse. */
export type SecurityRole = z.output<typeof role>;
/** A currency of Dataverse. */
export type TransactionCurrency = z.output<typeof transactionCurrency>;
/** A person's account in Microsoft Entra. */
export type GraphUser = z.output<typeof graphUser>;
