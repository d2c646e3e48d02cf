import type { BusinessCentralData } from './upstream-business-central.ts';
import type { DataverseData } from './upstream-dataverse.ts';
import type { GraphData } from './upstream-graph.ts';

/** Ids in the data of the local systems. */
export const ids = {
  application: 'c9b7a3de-1111-4222-8333-444455556666',
  applicationUser: '0a1b2c3d-0001-ef11-9f89-000d3a2b4c5d',
  person: '0a1b2c3d-0002-ef11-9f89-000d3a2b4c5d',
  personObject: '8e2f4b6c-1a3d-4c5e-9f70-123456789abc',
  team: '0a1b2c3d-0003-ef11-9f89-000d3a2b4c5d',
  eur: '0a1b2c3d-0004-ef11-9f89-000d3a2b4c5d',
  usd: '0a1b2c3d-0005-ef11-9f89-000d3a2b4c5d',
  gbp: '0a1b2c3d-0006-ef11-9f89-000d3a2b4c5d',
  company: '0a1b2c3d-0007-ef11-9f89-000d3a2b4c5d',
  otherCompany: '0a1b2c3d-0008-ef11-9f89-000d3a2b4c5d',
} as const;

/** E-mail address of the person in the local systems. */
export const personAddress = "o'neill.sync@contoso.example";

const integrationRoleId = 'a2b18661-9ff5-e911-a812-000d3a0b9028';

/** The integration's role as Dataverse lists it, in the root business unit. */
export const integrationRole = {
  roleid: integrationRoleId,
  name: 'Business Central Dataverse Integration',
  _roletemplateid_value: null,
  _parentrootroleid_value: integrationRoleId,
};

/** A role that the integration does not use. */
const otherRole = {
  roleid: '0a1b2c3d-0101-ef11-9f89-000d3a2b4c5d',
  name: 'Basic User',
  _roletemplateid_value: 'd9b1c1a0-0000-4000-8000-000000000001',
  _parentrootroleid_value: '0a1b2c3d-0101-ef11-9f89-000d3a2b4c5d',
};

/** A Dataverse without faults. Its application user or its person may be the integration user. */
export function healthyDataverse(change: Partial<DataverseData> = {}): DataverseData {
  return {
    systemusers: [
      {
        systemuserid: ids.applicationUser,
        fullname: 'Business Central Integration',
        internalemailaddress: 'app@contoso.example',
        applicationid: ids.application,
        azureactivedirectoryobjectid: '5f0e1d2c-0000-4000-8000-000000000002',
        isdisabled: false,
        'isdisabled@OData.Community.Display.V1.FormattedValue': 'Enabled',
        islicensed: false,
        accessmode: 4,
      },
      {
        systemuserid: ids.person,
        fullname: 'Sync Account',
        internalemailaddress: personAddress,
        applicationid: null,
        azureactivedirectoryobjectid: ids.personObject,
        isdisabled: false,
        islicensed: true,
        accessmode: 4,
      },
    ],
    userRoles: {
      [ids.applicationUser]: [otherRole, { ...otherRole, roleid: ids.eur }, integrationRole],
      [ids.person]: [integrationRole],
    },
    userTeams: {
      [ids.applicationUser]: [{ teamid: ids.team, name: 'Contoso' }],
      [ids.person]: [{ teamid: ids.team, name: 'Contoso' }],
    },
    userPrivileges: { [ids.applicationUser]: ['prvReadAccount', 'prvWriteAccount'] },
    teamRoles: { [ids.team]: [otherRole] },
    roles: [otherRole, integrationRole],
    transactioncurrencies: [
      { transactioncurrencyid: ids.eur, isocurrencycode: 'EUR', exchangerate: 1, statecode: 0 },
      { transactioncurrencyid: ids.usd, isocurrencycode: 'USD', exchangerate: 1.08, statecode: 0 },
      { transactioncurrencyid: ids.gbp, isocurrencycode: 'GBP', exchangerate: 0.84, statecode: 0 },
    ],
    organizations: [
      {
        organizationid: ids.team,
        _basecurrencyid_value: ids.eur,
        '_basecurrencyid_value@OData.Community.Display.V1.FormattedValue': 'Euro',
      },
    ],
    ...change,
  };
}

/** A row of Business Central's Currency Exchange Rates. */
export function aRate(currencyCode: string, startingDate: string, exchangeRateAmount: number) {
  return {
    currencyCode,
    startingDate,
    exchangeRateAmount,
    relationalCurrencyCode: '',
    relationalExchangeRateAmount: 1,
  };
}

/** A job queue entry as the API gives it, with its escaped option texts. */
export function aJob(job: Readonly<Record<string, unknown>> = {}) {
  return {
    id: ids.team,
    jobQueueEntryId: ids.eur,
    userId: 'SYNC',
    objectTypeToRun: 'Codeunit',
    objectIdToRun: 5339,
    status: 'On_x0020_Hold_x0020_with_x0020_Inactivity_x0020_Timeout',
    recurringJob: true,
    description: 'CUSTOMER - Dataverse synchronization job.',
    earliestStartDateTime: '2026-11-22T12:30:00Z',
    errorMessage: '',
    ...job,
  };
}

/** A Business Central that matches {@link healthyDataverse}. */
export function healthyBusinessCentral(change: Partial<BusinessCentralData> = {}): BusinessCentralData {
  return {
    companies: [
      { id: ids.otherCompany, name: 'My Company', displayName: '' },
      { id: ids.company, name: 'CRONUS NL', displayName: 'Cronus Nederland B.V.' },
    ],
    currencies: [{ code: 'GBP' }, { code: 'USD' }, { code: 'JPY' }],
    currencyExchangeRates: [
      aRate('GBP', '2026-01-01', 0.83),
      aRate('JPY', '2026-01-01', 160),
      aRate('USD', '2026-01-01', 1.05),
      aRate('USD', '2026-11-01', 1.08),
      aRate('USD', '2027-01-01', 1.1),
    ],
    generalLedgerSetup: [{ id: ids.company, localCurrencyCode: 'EUR' }],
    jobQueueEntries: [aJob(), aJob({ objectIdToRun: 1509, status: 'Error', description: 'Other job' })],
    ...change,
  };
}

/** A Microsoft Graph with the account of the person in {@link healthyDataverse}. */
export function healthyGraph(change: Partial<GraphData> = {}): GraphData {
  return {
    users: [
      {
        id: ids.personObject,
        userPrincipalName: personAddress,
        accountEnabled: true,
        passwordPolicies: null,
        passwordProfile: null,
        lastPasswordChangeDateTime: '2026-03-02T09:14:00Z',
        onPremisesSyncEnabled: null,
      },
    ],
    directoryRoles: {
      [ids.personObject]: [
        {
          id: ids.team,
          '@odata.type': '#microsoft.graph.directoryRole',
          displayName: 'Directory Readers',
          roleTemplateId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
        },
      ],
    },
    ...change,
  };
}
