import type { CheckId } from '../check-ids.ts';
import type { SystemName } from '../facts.ts';
import type { UnavailableReason } from '../settings-snapshot.ts';

/** What was seen, and what to do about it. */
export interface Said {
  readonly seen: string;
  readonly remedy: string;
}

const systems: Readonly<Record<SystemName, string>> = {
  dataverse: 'Dataverse',
  'business-central': 'Business Central',
  graph: 'Microsoft Graph',
};

const reasons: Readonly<Record<UnavailableReason, string>> = {
  'not-configured': 'is not configured, or the snapshot does not hold these facts',
  'not-permitted': 'did not permit reading this',
  throttled: 'asked to be called less often',
  'timed-out': 'did not answer in time',
  unavailable: 'could not be reached, or was not ready',
  'not-found': 'does not know what was asked for',
  'unexpected-answer': 'gave an answer that is not understood',
};

const settingsOf: Readonly<Record<SystemName, string>> = {
  dataverse: 'DATAVERSE_URL, and INTEGRATION_USER for the checks of the integration user',
  'business-central': 'BUSINESS_CENTRAL_URL and BUSINESS_CENTRAL_COMPANY',
  graph: 'GRAPH_URL',
};

const permissionsOf: Readonly<Record<SystemName, string>> = {
  dataverse:
    'In the Power Platform admin center, page Application users, add the identity of this app and give it a security role that can read User, Security Role, Team, Currency and Organization.',
  'business-central':
    'Grant the identity of this app the application permission API.ReadWrite.All of Dynamics 365 Business Central, and add it on the page Microsoft Entra Applications with a permission set that can read currencies, exchange rates and General Ledger Setup.',
  graph:
    'Grant the identity of this app the application permissions User.Read.All and RoleManagement.Read.Directory of Microsoft Graph.',
};

function remedyFor(system: SystemName, reason: UnavailableReason): string {
  switch (reason) {
    case 'not-configured':
      return `Set ${settingsOf[system]} in the settings of this app, or put the facts into the snapshot.`;
    case 'not-permitted':
      return permissionsOf[system];
    case 'throttled':
      return `Run the validation again in a few minutes; ${systems[system]} limits the number of requests.`;
    case 'not-found':
      return `Check the addresses and names in the settings: ${settingsOf[system]}.`;
    case 'unexpected-answer':
      return `Check that these settings name ${systems[system]} itself, and no page that signs in or redirects: ${settingsOf[system]}.`;
    case 'timed-out':
    case 'unavailable':
      return `Run the validation again later; if it stays so, check the network of this app and the settings ${settingsOf[system]}.`;
  }
}

const roleHolders =
  'Power Platform admin center, the environment, Settings, Users + permissions, page Users or Application users, Manage security roles';

const number = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: 6, useGrouping: false });

/** English. */
export const en = {
  factsUnavailable: (system: SystemName, reason: UnavailableReason, detail: string | undefined): Said => ({
    seen: `${systems[system]} ${reasons[reason]}${detail ? ` (${detail})` : ''}.`,
    remedy: remedyFor(system, reason),
  }),
  waitsFor: (check: CheckId): Said => ({
    seen: `Not judged: this depends on ${check}.`,
    remedy: `Resolve ${check} first, then run the validation again.`,
  }),

  userFound: (user: string) => ({ seen: `Dataverse has the user ${user}.` }),
  usersFound: (count: number) => ({ seen: `Dataverse has ${count} users for INTEGRATION_USER.` }),
  userMissing: (): Said => ({
    seen: 'Dataverse has no user with the application id, or e-mail address, of the integration user.',
    remedy:
      'In Business Central, run the assisted setup Set up a connection to Dataverse again, which makes the application user; or correct INTEGRATION_USER if it names another user than the page Dataverse Connection Setup.',
  }),
  userUnique: (user: string) => ({ seen: `${user} is the only one.` }),
  userAmbiguous: (users: readonly string[]): Said => ({
    seen: `${users.length} users share it: ${users.join('; ')}.`,
    remedy:
      'In the Power Platform admin center, page Application users, keep the user that Dataverse Connection Setup names, and deactivate and delete the others.',
  }),
  userEnabled: (user: string) => ({ seen: `${user} is enabled.` }),
  userDisabledInDataverse: (user: string): Said => ({
    seen: `${user} is disabled in Dataverse.`,
    remedy:
      'Enable the user: Power Platform admin center, the environment, Settings, Users + permissions, page Users or Application users.',
  }),
  userDisabledInEntra: (user: string): Said => ({
    seen: `The account of ${user} is switched off in Microsoft Entra; Dataverse follows later.`,
    remedy: 'Switch Account enabled on: Microsoft Entra admin center, Users, the user, Properties.',
  }),
  attributeMissing: (attribute: string): Said => ({
    seen: `Dataverse gave no value for ${attribute}.`,
    remedy:
      'Let the identity of this app read all columns of User in Dataverse, then run the validation again.',
  }),
  licenceNotNeeded: (user: string) => ({
    seen: `${user} needs no licence: it is an application user, or its access mode is Non-interactive.`,
  }),
  userLicensed: (user: string) => ({ seen: `${user} has a licence.` }),
  userNotLicensed: (user: string): Said => ({
    seen: `${user} has no licence for Dataverse.`,
    remedy:
      'Assign a licence (Microsoft 365 admin center, Active users, Licenses and apps), or set the access mode of the user to Non-interactive.',
  }),
  accessModeGood: (user: string, mode: string) => ({ seen: `${user} has the access mode ${mode}.` }),
  accessModeReadWrite: (user: string): Said => ({
    seen: `${user} is a person's account with the access mode Read-Write: set-up takes it, switching the connection on asks for Non-interactive.`,
    remedy:
      'Set Access Mode to Non-interactive: Power Platform admin center, the environment, Settings, Users, the user, Manage user in Dynamics 365, section Administration; or connect with an application user.',
  }),
  accessModeWrong: (user: string, mode: string, expected: string): Said => ({
    seen: `${user} has the access mode ${mode}; the integration needs ${expected}.`,
    remedy: `Set Access Mode to ${expected}: Power Platform admin center, the environment, Settings, Users, the user, Manage user in Dynamics 365, section Administration.`,
  }),

  notAdministrator: (user: string) => ({ seen: `${user} holds no administrator role.` }),
  administrator: (user: string, roles: readonly string[]): Said => ({
    seen: `${user} holds ${roles.join(', ')}.`,
    remedy: `Use an application user for the integration, or take these roles away (${roleHolders}; for Entra roles: Microsoft Entra admin center, Roles & admins). Changes an administrator makes with this account would not be synchronized.`,
  }),
  roleThroughTeam: (role: string, team: string) => `${role} (through team ${team})`,
  directoryRole: (role: string) => `${role} (Microsoft Entra)`,
  directoryRolesLimited: (): Said => ({
    seen: 'Microsoft Graph gave directory roles without their names: limited information.',
    remedy: permissionsOf.graph,
  }),
  roleHeld: (user: string, role: string) => ({ seen: `${user} holds ${role}.` }),
  roleHeldThroughTeam: (user: string, role: string, teams: readonly string[]): Said => ({
    seen: `${user} holds ${role} only through ${teams.join(', ')}. That works, but Business Central's own check looks at roles held directly.`,
    remedy: `Give the user the role itself: ${roleHolders}.`,
  }),
  roleNotHeld: (user: string, role: string): Said => ({
    seen: `${user} does not hold ${role}.`,
    remedy: `Give the user the role ${role}: ${roleHolders}.`,
  }),
  roleNotDeployed: (role: string): Said => ({
    seen: `The role ${role} does not exist in this environment.`,
    remedy:
      'In Business Central, page Dataverse Connection Setup (for the Sales roles: Microsoft Dynamics 365 Connection Setup), choose Redeploy Integration Solution.',
  }),

  noPrivilegesNamed: () => ({ seen: 'No open error names a privilege.' }),
  privilegeHeld: (user: string, privilege: string) => ({ seen: `${user} holds ${privilege} now.` }),
  privilegeMissing: (user: string, privilege: string): Said => ({
    seen: `${user} does not hold ${privilege}, which open errors name.`,
    remedy: `Add ${privilege} to a security role of the user: Power Platform admin center, the environment, Settings, Users + permissions, Security roles; or choose Redeploy Integration Solution on the page Dataverse Connection Setup if it belongs to a standard table.`,
  }),

  noPassword: (user: string) => ({ seen: `${user} is an application user and has no password.` }),
  passwordGood: () => ({ seen: 'No change of password is asked for at the next sign-in.' }),
  passwordChangeRequired: (): Said => ({
    seen: 'The account must change its password at the next sign-in, so the integration cannot sign in.',
    remedy:
      'Sign in once as this account and change the password, then enter it on the page Dataverse Connection Setup; or reset it without the flag (Microsoft Entra admin center, Users, the user, Reset password). An application user has no password.',
  }),
  passwordOnPremises: (): Said => ({
    seen: 'The account is synchronized from a directory on premises, which may ask for a new password without showing it here.',
    remedy:
      'Look at the account in Active Directory (User must change password at next logon), or use an application user for the integration.',
  }),
  passwordProfileLimited: (): Said => ({
    seen: 'Microsoft Graph gave no password profile and nothing that shows it may be read.',
    remedy: permissionsOf.graph,
  }),

  baseCurrencyMissing: (): Said => ({
    seen: 'Dataverse names no base currency, or none that is among its currencies.',
    remedy:
      'Check Currencies in the Power Platform admin center (the environment, Settings, Business), then switch the connection off and on again on the page Dataverse Connection Setup.',
  }),
  localCurrencyMissing: (): Said => ({
    seen: 'LCY Code is empty in Business Central.',
    remedy: 'Fill in LCY Code on the page General Ledger Setup.',
  }),
  baseIsLocal: (code: string) => ({ seen: `${code} is the base currency and the local currency.` }),
  baseHasRate: (base: string, local: string) => ({
    seen: `The base currency is ${base}, the local currency ${local}; Business Central has a rate for ${base}, and Dataverse has ${local}.`,
  }),
  baseWithoutRate: (base: string, local: string): Said => ({
    seen: `The base currency of Dataverse is ${base}, the local currency is ${local}, and Business Central has no usable exchange rate for ${base}.`,
    remedy: `In Business Central, add ${base} on the page Currencies and a rate that is in force on the page Currency Exchange Rates.`,
  }),
  baseWithFutureRate: (base: string, startingDate: string): Said => ({
    seen: `The rate of the base currency ${base} starts on ${startingDate} only.`,
    remedy: `Add a rate for ${base} that is in force today on the page Currency Exchange Rates.`,
  }),
  localNotInDataverse: (base: string, local: string): Said => ({
    seen: `Dataverse does not have the local currency ${local} yet; Business Central can create it, because it has a rate for the base currency ${base}.`,
    remedy: `Switch the connection on, page Dataverse Connection Setup, and see that ${local} appears among the currencies of Dataverse.`,
  }),

  noCurrencies: () => ({
    seen: 'Both apps know no currency besides the local one, and no open error names any.',
  }),
  rateInBusinessCentral: (code: string, rate: number, startingDate: string) => ({
    seen: `Business Central has ${number(rate)} ${code} for one unit of the local currency since ${startingDate}.`,
  }),
  rateMissingInBusinessCentral: (code: string): Said => ({
    seen: `Business Central has no exchange rate for ${code} that can be used today.`,
    remedy: `Add a rate: page Currencies, ${code}, Exch. Rates.`,
  }),
  rateZeroInBusinessCentral: (code: string, startingDate: string): Said => ({
    seen: `The exchange rate of ${code} from ${startingDate} is 0 in Business Central.`,
    remedy: `Correct the amounts of that line: page Currencies, ${code}, Exch. Rates.`,
  }),
  rateFutureInBusinessCentral: (code: string, startingDate: string): Said => ({
    seen: `The first exchange rate of ${code} in Business Central starts on ${startingDate}; the synchronization takes it, documents of today cannot.`,
    remedy: `Add a rate that is in force today: page Currencies, ${code}, Exch. Rates.`,
  }),
  currencyNotInBusinessCentral: (code: string): Said => ({
    seen: `Open errors name ${code}, and Business Central does not have this currency.`,
    remedy: `Add ${code} with an exchange rate on the page Currencies.`,
  }),
  rateInDataverse: (code: string, rate: number) => ({
    seen: `Dataverse has ${number(rate)} ${code} for one unit of the base currency.`,
  }),
  rateMissingInDataverse: (code: string): Said => ({
    seen: `Dataverse has no exchange rate for ${code}.`,
    remedy: `Run the CURRENCY synchronization (Business Central, page Integration Table Mappings, CURRENCY, Synchronize Modified Records); or enter the rate in the Power Platform admin center, the environment, Settings, Business, Currencies.`,
  }),
  currencyInactive: (code: string): Said => ({
    seen: `${code} is inactive in Dataverse, while Business Central has it.`,
    remedy: `Activate ${code} (Power Platform admin center, the environment, Settings, Business, Currencies), or delete its coupling in Business Central.`,
  }),
  currencyNotInDataverse: (code: string): Said => ({
    seen: `Open errors name ${code}, and Dataverse does not have this currency yet.`,
    remedy: `Run the CURRENCY synchronization: Business Central, page Integration Table Mappings, CURRENCY, Synchronize Modified Records.`,
  }),
  agreementNotComparable: (base: string, local: string) => ({
    seen: `The base currency ${base} is not the local currency ${local}: the two rates mean different things.`,
  }),
  ratesAgree: (code: string, businessCentral: number, dataverse: number) => ({
    seen: `${code}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse.`,
  }),
  ratesDiffer: (code: string, businessCentral: number, dataverse: number, percent: number): Said => ({
    seen: `${code}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse; they differ by ${number(percent)} %.`,
    remedy: `Correct the rate that is wrong (page Currencies, ${code}, Exch. Rates), then run the CURRENCY synchronization (page Integration Table Mappings, CURRENCY, Synchronize Modified Records).`,
  }),
};
