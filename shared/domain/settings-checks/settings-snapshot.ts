import * as z from 'zod';
import { exampleSnapshot } from './example-snapshot.ts';

/** Why facts could not be had. */
export const unavailableReasons = [
  'not-configured',
  'not-permitted',
  'throttled',
  'timed-out',
  'unavailable',
  'not-found',
  'unexpected-answer',
] as const;
/** One of the reasons why facts could not be had. */
export type UnavailableReason = (typeof unavailableReasons)[number];

const text = z.string().max(512);
const guid = z.guid();

const unavailable = z
  .strictObject({
    reason: z.enum(unavailableReasons),
    detail: text.optional().describe('What was answered, such as "HTTP 403"; no secrets, no personal data'),
  })
  .describe('Why these facts are not known; the checks that need them are skipped with this reason')
  .meta({ id: 'UnavailableFacts' });

/** Why a group of facts is not known. */
export type Unavailable = z.output<typeof unavailable>;

/** A group of facts: its value, or why there is none. */
const group = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ unavailable: unavailable.optional(), value: value.optional() });

const dataverseUser = z
  .strictObject({
    id: guid.describe('systemuserid'),
    fullName: text.nullish().describe('fullname'),
    applicationId: guid
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
  .meta({ id: 'DataverseUser' });

const role = z
  .strictObject({
    roleId: guid.describe('roleid'),
    name: text.nullish().describe('name, in the language of the environment'),
    roleTemplateId: guid.nullish().describe('_roletemplateid_value'),
    parentRootRoleId: guid
      .nullish()
      .describe('_parentrootroleid_value: the root of which this role is a copy in another business unit'),
    team: text.nullish().describe('Name of the team that holds the role, among teamRoles'),
  })
  .meta({ id: 'SecurityRole' });

const transactionCurrency = z
  .strictObject({
    isoCurrencyCode: text.min(1).describe('isocurrencycode'),
    exchangeRate: z
      .number()
      .nullish()
      .describe('exchangerate: units of this currency for one unit of the base currency'),
    isActive: z.boolean().describe('statecode is 0'),
  })
  .meta({ id: 'TransactionCurrency' });

const dataverse = z.strictObject({
  unavailable: unavailable.optional().describe('Why no group below is known that has nothing to say itself'),
  integrationUsers: group(z.array(dataverseUser).max(100))
    .optional()
    .describe(
      'Users with the application id, or e-mail address, of the integration user: none, one or several',
    ),
  userRoles: group(z.array(role).max(5000)).optional().describe('Security roles the user holds directly'),
  teamRoles: group(z.array(role).max(5000))
    .optional()
    .describe('Security roles the user holds through teams; an empty value if there are none'),
  deployedRoles: group(z.array(role).max(5000))
    .optional()
    .describe('Security roles of the integration that exist in the environment'),
  heldPrivileges: group(z.array(text).max(5000))
    .optional()
    .describe('Names of privileges the user holds, teams included, of those that open errors name'),
  transactionCurrencies: group(z.array(transactionCurrency).max(1000)).optional(),
  organization: group(
    z.strictObject({
      baseCurrency: text.nullable().describe('ISO code of the base currency; null if none is set'),
    }),
  ).optional(),
});

const currencyExchangeRate = z
  .strictObject({
    currencyCode: text.describe('Empty means the local currency'),
    startingDate: z.iso.date(),
    exchangeRateAmount: z.number().nullish(),
    relationalCurrencyCode: text.nullish().describe('Empty means the local currency'),
    relationalExchangeRateAmount: z.number().nullish(),
  })
  .meta({ id: 'CurrencyExchangeRate' });

const businessCentral = z.strictObject({
  unavailable: unavailable.optional().describe('Why no group below is known that has nothing to say itself'),
  generalLedgerSetup: group(
    z.strictObject({ localCurrencyCode: text.describe('LCY Code of General Ledger Setup; may be empty') }),
  ).optional(),
  currencies: group(z.array(z.strictObject({ code: text })).max(1000)).optional(),
  currencyExchangeRates: group(z.array(currencyExchangeRate).max(100_000)).optional(),
});

const passwordProfile = z.strictObject({
  forceChangePasswordNextSignIn: z.boolean().nullish(),
  forceChangePasswordNextSignInWithMfa: z.boolean().nullish(),
});

const graph = z.strictObject({
  unavailable: unavailable.optional().describe('Why no group below is known that has nothing to say itself'),
  user: group(
    z.strictObject({
      id: guid,
      accountEnabled: z.boolean().nullish(),
      passwordPolicies: text.nullish(),
      passwordProfile: passwordProfile
        .nullish()
        .describe('null where no flag is set, and also where it may not be read'),
      lastPasswordChangeDateTime: z.iso.datetime({ offset: true }).nullish(),
      onPremisesSyncEnabled: z.boolean().nullish(),
    }),
  )
    .optional()
    .describe("The person's account in Microsoft Entra; not asked for an application user"),
  directoryRoles: group(
    z.array(z.strictObject({ roleTemplateId: guid.nullish(), displayName: text.nullish() })).max(1000),
  )
    .optional()
    .describe('Directory roles, also through groups; a role with nothing but nulls may not be read'),
});

/**
 * The facts of the three systems that the checks judge; a caller may post them in place of a live run. A group that is
 * absent is not known: the checks that need it are skipped.
 */
export const settingsSnapshot = z
  .strictObject({
    dataverse: dataverse.optional(),
    businessCentral: businessCentral.optional(),
    graph: graph.optional(),
  })
  .describe(
    'Facts of Dataverse, Business Central and Microsoft Graph. A group that is absent is not known, and the checks that need it are skipped.',
  )
  .meta({ id: 'SettingsSnapshot', example: exampleSnapshot });

/** Checked facts of the three systems. */
export type SettingsSnapshot = z.output<typeof settingsSnapshot>;
/** Facts of the Dataverse Web API. */
export type DataverseFacts = z.output<typeof dataverse>;
/** Facts of Business Central's API v2.0. */
export type BusinessCentralFacts = z.output<typeof businessCentral>;
/** Facts of Microsoft Graph. */
export type GraphFacts = z.output<typeof graph>;
/** A user of Dataverse. */
export type DataverseUser = z.output<typeof dataverseUser>;
/** A security role of Dataverse. */
export type SecurityRole = z.output<typeof role>;
/** A currency of Dataverse. */
export type TransactionCurrency = z.output<typeof transactionCurrency>;
/** A row of Business Central's page Currency Exchange Rates. */
export type CurrencyExchangeRate = z.output<typeof currencyExchangeRate>;
/** A person's account in Microsoft Entra. */
export type GraphUser = NonNullable<NonNullable<GraphFacts['user']>['value']>;
