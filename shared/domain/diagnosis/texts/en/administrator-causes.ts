import type { AdministratorCauseTexts } from '../cause-text.ts';

/** English texts for the causes that administrators or support resolve. */
export const administratorCauses = (): AdministratorCauseTexts => ({
  'exchange-rate-missing': {
    title: 'A currency has no exchange rate',
    explanation:
      'A currency can only be synchronized if Business Central has an exchange rate for it that is not zero.',
    steps: [
      {
        key: 'In Business Central, open the page Currencies, select {key} and choose Exch. Rates.',
        otherwise:
          'In Business Central, open the page Currencies, select the currency and choose Exch. Rates.',
      },
      'Add a line with a starting date of today or earlier, an Exchange Rate Amount and a Relational Exch. Rate Amount.',
      'On the page Integration Table Mappings, select CURRENCY and choose Synchronize Modified Records.',
    ],
  },
  'currency-setup-missing': {
    title: 'The currencies of the two apps do not match',
    explanation:
      'The base currency of Dataverse, the local currency of Business Central or an ISO code is missing or differs between the two apps.',
    steps: [
      'In Business Central, open the page General Ledger Setup and check that LCY Code is filled in with an ISO code.',
      {
        key: 'Open the page Currencies and check that {key} exists, with its ISO Code and an exchange rate.',
        otherwise:
          'Open the page Currencies and check that the base currency of Dataverse exists, with its ISO Code and an exchange rate.',
      },
      'In the Power Platform admin center, open the settings of the environment, Business, Currencies, and check that the same code exists there.',
      'On the page Dataverse Connection Setup, turn Enabled off and on again.',
    ],
  },
  'missing-privilege': {
    title: 'The integration user lacks a privilege in Dataverse',
    explanation:
      'The security roles of the integration user do not give the right that this table needs. It concerns every record of the table, not only this one.',
    steps: [
      'In Business Central, open the page Dataverse Connection Setup and read which user the integration signs in as.',
      {
        key: 'In the Power Platform admin center, open the environment, Settings, Users + permissions, Security roles, and give a role of that user the privilege {key} at organization level.',
        otherwise:
          'In the Power Platform admin center, open the environment, Settings, Users + permissions, Security roles, and give a role of that user the right that the message names: "{evidence}".',
      },
      'If the role Business Central Dataverse Integration itself was changed, choose Redeploy Integration Solution on the page Dataverse Connection Setup.',
      'On the page Coupled Data Synchronization Errors, choose Retry All.',
    ],
  },
  'integration-user-invalid': {
    title: 'The integration user cannot be used',
    explanation:
      'The user that the integration signs in as does not exist in Dataverse, is disabled, is not a member of the organization, or has the wrong roles or access mode.',
    steps: [
      'In Business Central, open the page Dataverse Connection Setup and read which user the integration signs in as.',
      'In the Power Platform admin center, open the environment, Settings, Users + permissions, Application users (or Users), and check that this user exists only once and is active.',
      'Check that the user has the role Business Central Dataverse Integration and does not have System Administrator.',
      'If the user no longer exists, turn Enabled off on the page Dataverse Connection Setup and sign in again with the assisted setup. It creates the user again.',
    ],
  },
  'license-missing': {
    title: 'A licence is missing',
    explanation:
      'The user has no licence for Dataverse or Dynamics 365, or the licence of Business Central does not cover what the job does.',
    steps: [
      'Read which user or object the message names: "{evidence}".',
      'In the Microsoft 365 admin center, open Users, Active users, and assign the licence. An application user needs none.',
      'For Business Central, choose Update Users from Microsoft 365 on the page Users, so that Business Central knows the licence.',
    ],
  },
  'authentication-failed': {
    title: 'Signing in to Dataverse failed',
    explanation:
      'No token was issued: a secret or password expired, consent is missing, or the application or tenant is unknown.',
    steps: [
      {
        key: 'Look up {key} in the sign-in logs of the Microsoft Entra admin center, under the application that the integration uses.',
        otherwise: 'Look up the failed sign-in in the sign-in logs of the Microsoft Entra admin center.',
      },
      'If a client secret expired, add a new one under App registrations, Certificates & secrets, and enter it on the page Dataverse Connection Setup.',
      'If the integration uses the account of a person, check that it needs no password change and no multi-factor authentication.',
      'If consent is missing, ask an administrator to sign in again on the page Dataverse Connection Setup.',
    ],
  },
  'certificate-or-tls': {
    title: 'The certificate or the secure connection is rejected',
    explanation:
      'A certificate is missing, expired or not trusted, or the two servers have no secure protocol in common.',
    steps: [
      'Check the certificate of the connection: it must exist on the server, be valid today, and be readable by the service account.',
      'On premises, check that TLS 1.2 is enabled on the server and that the certificate authorities are trusted.',
      'Check whether a proxy or firewall replaces the certificate of Dataverse.',
    ],
  },
  'environment-admin-mode': {
    title: 'The Dataverse environment is in administration mode',
    explanation:
      'In administration mode only administrators can sign in. Nothing is synchronized until it is switched off.',
    steps: [
      'In the Power Platform admin center, open Environments and select the environment.',
      'Choose Edit in the details and switch Administration mode off after the maintenance.',
      'On the page Coupled Data Synchronization Errors, choose Retry All.',
    ],
  },
  'environment-unavailable': {
    title: 'The Dataverse environment cannot be found',
    explanation:
      'The environment is disabled, deleted or renamed, or its address is wrong. Waiting does not help.',
    steps: [
      'In the Power Platform admin center, open Environments and check that the environment exists and is ready.',
      'Compare its address with Environment URL on the page Dataverse Connection Setup and correct it.',
      'If the environment was deleted by mistake, choose Recover deleted environments within seven days.',
    ],
  },
  'connection-disabled': {
    title: 'The connection is switched off in Business Central',
    explanation:
      'The connection to Dataverse or Dynamics 365 Sales is not enabled, so nothing is synchronized.',
    steps: [
      'Open the page Dataverse Connection Setup and read why the connection was disabled.',
      'Resolve that reason, then turn Enabled on. If Sales is used, do the same on the page Microsoft Dynamics 365 Connection Setup.',
      'Check on the page Job Queue Entries that the synchronization jobs are ready.',
    ],
  },
  'mapping-misconfigured': {
    title: 'A table or field mapping is wrong',
    explanation:
      'The integration table mapping lacks fields, a direction, a template or match criteria, or refers to other tables.',
    steps: [
      {
        key: 'Open the page Integration Table Mappings and select {key}.',
        otherwise:
          'Open the page Integration Table Mappings and select the mapping that the message names: "{evidence}".',
      },
      'Choose Fields and check the field mappings, their direction and the fields for match-based coupling. Also check the configuration template of the mapping.',
      'If the mapping was changed by mistake, choose Use Default Synchronization Setup. It replaces all mappings.',
    ],
  },
  'ownership-mismatch': {
    title: 'The owner does not match the ownership model',
    explanation:
      'The owner, team or business unit in Dataverse is not the one that the ownership model of the connection (Person or Team) requires.',
    steps: [
      'On the page Dataverse Connection Setup, check Ownership Model and Coupled Business Unit.',
      'In Dataverse, check the owner of the record and the business unit of the team or user: "{evidence}".',
      'Assign the record to the expected owner. With the model Person, couple the salespersons to the users on the page Salespersons.',
    ],
  },
  'solution-missing': {
    title: 'The base integration solution is missing or outdated',
    explanation:
      'The solution that Business Central installs in Dataverse is missing, or is not the current version.',
    steps: [
      'On the page Dataverse Connection Setup, choose Redeploy Integration Solution and sign in as an administrator.',
      'In Power Apps, open Solutions and check that bcbi_CdsBaseIntegration is listed with the current version.',
    ],
  },
  'setup-incomplete': {
    title: 'A setup field in Business Central is empty',
    explanation: 'The integration needs a value from a setup page, and that field is empty.',
    steps: [
      {
        key: 'Open the setup page and fill in {key}.',
        otherwise: 'Open the setup page that the message names and fill in the field: "{evidence}".',
      },
      'On the page Coupled Data Synchronization Errors, choose Retry All.',
    ],
  },
  'bc-permission-missing': {
    title: 'A permission in Business Central is missing',
    explanation: 'The user that runs the job lacks a permission on a table or object of Business Central.',
    steps: [
      'On the page Job Queue Entries, read in the field User ID who runs the job.',
      {
        key: 'On the page Users, give that user a permission set with the permission on {key}. D365 DYN CRM MGT covers the integration tables.',
        otherwise:
          'On the page Users, give that user a permission set with the permission that the message names. D365 DYN CRM MGT covers the integration tables.',
      },
      'Choose Restart on the job.',
    ],
  },
  'plugin-failure': {
    title: 'Custom code in Dataverse failed',
    explanation:
      'A plug-in, workflow or other code in Dataverse stopped the change. The integration itself works.',
    steps: [
      'Read which plug-in or step the message names: "{evidence}".',
      'In the Power Platform admin center or Power Apps, switch on the plug-in trace log and repeat the change by hand in Dataverse.',
      'Send the trace to the publisher of the solution that the plug-in belongs to.',
    ],
  },
  'internal-error': {
    title: 'The integration itself failed',
    explanation:
      'The integration or the platform found data or a state that it cannot handle. Neither users nor settings can resolve this.',
    steps: [
      'On the page Integration Synchronization Errors, choose Show Error Call Stack and copy it.',
      'If tables or columns were changed in Dataverse, ask a developer to generate the AL tables again.',
      'Send the message and the call stack to your partner or to Microsoft support.',
    ],
  },
});
