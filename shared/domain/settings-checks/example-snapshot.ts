/**
 * A snapshot with typical faults: the integration user is an administrator's account, must change its password and lacks
 * the role of the integration; in each app one currency has no exchange rate.
 */
export const exampleSnapshot = {
  dataverse: {
    integrationUsers: {
      value: [
        {
          id: '3f1c7a52-6d0e-ef11-9f89-000d3a2b4c5d',
          fullName: 'Robin de Vries',
          applicationId: null,
          isDisabled: false,
          isLicensed: true,
          accessMode: 0,
        },
      ],
    },
    userRoles: {
      value: [
        {
          roleId: '5b0d7c31-6d0e-ef11-9f89-000d3a2b4c5d',
          name: 'Systeembeheerder',
          roleTemplateId: '627090ff-40a3-4053-8790-584edc5be201',
          parentRootRoleId: '5b0d7c31-6d0e-ef11-9f89-000d3a2b4c5d',
        },
      ],
    },
    teamRoles: { value: [] },
    deployedRoles: {
      value: [
        {
          roleId: 'a2b18661-9ff5-e911-a812-000d3a0b9028',
          name: 'Business Central Dataverse Integration',
          roleTemplateId: null,
          parentRootRoleId: 'a2b18661-9ff5-e911-a812-000d3a0b9028',
        },
      ],
    },
    heldPrivileges: { value: ['prvReadAccount', 'prvWriteAccount'] },
    transactionCurrencies: {
      value: [
        { isoCurrencyCode: 'EUR', exchangeRate: 1, isActive: true },
        { isoCurrencyCode: 'USD', exchangeRate: 1.0842, isActive: true },
        { isoCurrencyCode: 'GBP', exchangeRate: 0.8391, isActive: true },
        { isoCurrencyCode: 'SEK', exchangeRate: null, isActive: true },
      ],
    },
    organization: { value: { baseCurrency: 'EUR' } },
  },
  businessCentral: {
    generalLedgerSetup: { value: { localCurrencyCode: 'EUR' } },
    currencies: { value: [{ code: 'USD' }, { code: 'GBP' }, { code: 'SEK' }] },
    currencyExchangeRates: {
      value: [
        {
          currencyCode: 'USD',
          startingDate: '2026-01-01',
          exchangeRateAmount: 1.0835,
          relationalCurrencyCode: '',
          relationalExchangeRateAmount: 1,
        },
        {
          currencyCode: 'SEK',
          startingDate: '2026-01-01',
          exchangeRateAmount: 1115.2,
          relationalCurrencyCode: '',
          relationalExchangeRateAmount: 100,
        },
      ],
    },
    jobQueueEntries: {
      value: [
        {
          objectIdToRun: 5339,
          status: 'On Hold with Inactivity Timeout',
          recurringJob: true,
          description: 'CUSTOMER - Dataverse synchronization job.',
          earliestStartDateTime: '2026-11-22T09:30:00Z',
          errorMessage: '',
          userId: 'SYNC',
        },
      ],
    },
  },
  graph: {
    user: {
      value: {
        id: '8e2f4b6c-1a3d-4c5e-9f70-123456789abc',
        accountEnabled: true,
        passwordPolicies: 'None',
        passwordProfile: {
          forceChangePasswordNextSignIn: true,
          forceChangePasswordNextSignInWithMfa: false,
        },
        lastPasswordChangeDateTime: '2026-03-02T09:14:00Z',
        onPremisesSyncEnabled: null,
      },
    },
    directoryRoles: {
      value: [
        { roleTemplateId: '62e90394-69f5-4237-9190-012177145e10', displayName: 'Global Administrator' },
      ],
    },
  },
};
