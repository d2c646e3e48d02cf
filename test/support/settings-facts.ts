import type {
  BusinessCentralFacts,
  CurrencyExchangeRate,
  JobQueueEntry,
} from '../../shared/domain/settings-checks/business-central-facts.ts';
import type { CheckId } from '../../shared/domain/settings-checks/check-ids.ts';
import type { Finding } from '../../shared/domain/settings-checks/finding.ts';
import { judgeSettings } from '../../shared/domain/settings-checks/judge-settings.ts';
import type { OpenProblem } from '../../shared/domain/settings-checks/open-problems.ts';
import type {
  DataverseFacts,
  DataverseUser,
  GraphFacts,
  GraphUser,
  SecurityRole,
  SettingsSnapshot,
  TransactionCurrency,
} from '../../shared/domain/settings-checks/settings-snapshot.ts';

/** The time at which tests judge the facts. */
export const judgedAt = new Date('2026-11-22T12:00:00.000Z');

const integrationRoleId = 'a2b18661-9ff5-e911-a812-000d3a0b9028';

/** A role of a user; by default the role of the integration. */
export function aRole(role: Partial<SecurityRole> = {}): SecurityRole {
  return {
    roleId: integrationRoleId,
    name: 'Business Central Dataverse Integration',
    roleTemplateId: null,
    parentRootRoleId: role.roleId ?? integrationRoleId,
    ...role,
  };
}

/** An application user without faults. */
export function anApplicationUser(user: Partial<DataverseUser> = {}): DataverseUser {
  return {
    id: '0a1b2c3d-0001-ef11-9f89-000d3a2b4c5d',
    fullName: 'Business Central Integration',
    applicationId: 'c9b7a3de-1111-4222-8333-444455556666',
    isDisabled: false,
    isLicensed: false,
    accessMode: 4,
    ...user,
  };
}

/** The user of a person, without faults. */
export function aPerson(user: Partial<DataverseUser> = {}): DataverseUser {
  return anApplicationUser({
    id: '0a1b2c3d-0002-ef11-9f89-000d3a2b4c5d',
    fullName: 'Sync Account',
    applicationId: null,
    isLicensed: true,
    ...user,
  });
}

/** A person's account in Microsoft Entra, without faults. */
export function anAccount(account: Partial<GraphUser> = {}): GraphUser {
  return {
    id: '8e2f4b6c-1a3d-4c5e-9f70-123456789abc',
    accountEnabled: true,
    passwordPolicies: null,
    passwordProfile: null,
    lastPasswordChangeDateTime: null,
    onPremisesSyncEnabled: null,
    ...account,
  };
}

/** A rate of Business Central; by default of USD since 1 November. */
export function aRate(rate: Partial<CurrencyExchangeRate> = {}): CurrencyExchangeRate {
  return {
    currencyCode: 'USD',
    startingDate: '2026-11-01',
    exchangeRateAmount: 1.08,
    relationalCurrencyCode: '',
    relationalExchangeRateAmount: 1,
    ...rate,
  };
}

/** A currency of Dataverse; by default USD with the rate of {@link aRate}. */
export function aCurrency(currency: Partial<TransactionCurrency> = {}): TransactionCurrency {
  return { isoCurrencyCode: 'USD', exchangeRate: 1.08, isActive: true, ...currency };
}

/** A job of Business Central; by default a synchronization that sleeps until there is work. */
export function aJob(job: Partial<JobQueueEntry> = {}): JobQueueEntry {
  return {
    objectIdToRun: 5339,
    status: 'On Hold with Inactivity Timeout',
    recurringJob: true,
    description: 'CUSTOMER - Dataverse synchronization job.',
    earliestStartDateTime: '2026-11-22T11:30:00Z',
    errorMessage: '',
    userId: 'SYNC',
    ...job,
  };
}

interface Change {
  readonly dataverse?: DataverseFacts;
  readonly businessCentral?: BusinessCentralFacts;
  readonly graph?: GraphFacts;
}

/** Facts with which every check passes, except for the given groups. */
export function aSnapshot({ dataverse, businessCentral, graph }: Change = {}): SettingsSnapshot {
  return {
    dataverse: {
      integrationUsers: { value: [anApplicationUser()] },
      userRoles: { value: [aRole()] },
      teamRoles: { value: [] },
      deployedRoles: { value: [aRole()] },
      heldPrivileges: { value: [] },
      transactionCurrencies: { value: [aCurrency({ isoCurrencyCode: 'EUR', exchangeRate: 1 }), aCurrency()] },
      organization: { value: { baseCurrency: 'EUR' } },
      ...dataverse,
    },
    businessCentral: {
      generalLedgerSetup: { value: { localCurrencyCode: 'EUR' } },
      currencies: { value: [{ code: 'USD' }] },
      currencyExchangeRates: { value: [aRate()] },
      jobQueueEntries: { value: [aJob()] },
      ...businessCentral,
    },
    graph: { user: { value: anAccount() }, directoryRoles: { value: [] }, ...graph },
  };
}

/** The findings of one check, in English. */
export function findingsOf(
  check: CheckId,
  snapshot: SettingsSnapshot,
  openProblems: readonly OpenProblem[] = [],
  senders: readonly string[] = [],
): Finding[] {
  return judgeSettings({ snapshot, now: judgedAt, openProblems, senders, language: 'en' }).filter(
    (finding) => finding.check === check,
  );
}
