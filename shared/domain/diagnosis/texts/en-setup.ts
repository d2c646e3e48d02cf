import type { CauseText, SetupCause } from './cause-text.ts';

/** English texts for causes that administrators or support resolve. */
export const setupTexts: Readonly<Record<SetupCause, CauseText>> = {
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
    title: 'The currencies of the two apps do not fit',
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
    title: 'The integration user is not usable',
    explanation:
      'The user that the integration signs in as does not exist in Dataverse, is disabled, is no member of the organization, or has the wrong roles or access mode.',
    steps: [
      'In Business Central, open the page Dataverse Connection Setup and read which user the integration signs in as.',
      'In the Power Platform admin center, open the environment, Settings, Users + permissions, Application users (or Users), and check that this user exists, once, and is active.',
      'Check that it has the role Business Central Dataverse Integration and not System Administrator.',
      'If the user is gone, turn Enabled off on the page Dataverse Connection Setup and sign in again with the assisted set-up, which creates it anew.',
    ],
  },
  'license-missing': {
    title: 'A licence is missing',
    explanation:
      'The user has no licence for Dataverse or Dynamics 365, or the licence of Business Central does not cover what the job does.',
    steps: [
      'Read which user or object the message names: "{evidence}".',
      'In the Microsoft 365 admin center, open Users, Active users, and assign the licence; an application user needs none.',
      'For Business Central, choose Update Users from Microsoft 365 on the page Users, so that the licence is known there.',
    ],
  },
  'authentication-failed': {
    title: 'Signing in to Dataverse failed',
    explanation:
      'No token was given: a secret or password expired, consent is missing, or the application or tenant is not known.',
    steps: [
      {
        key: 'Look up {key} in the sign-in logs of the Microsoft Entra admin center, under the application that the integration uses.',
        otherwise: 'Look up the failed sign-in in the sign-in logs of the Microsoft Entra admin center.',
      },
      'If a client secret expired, add a new one under App registrations, Certificates & secrets, and enter it on the page Dataverse Connection Setup.',
      "If a person's account is used, check that no password change and no multi-factor authentication is asked of it.",
      'If consent is missing, let an administrator sign in again on the page Dataverse Connection Setup.',
    ],
  },
  'certificate-or-tls': {
    title: 'The certificate or the secure connection is not accepted',
    explanation:
      'A certificate was not found, expired or is not trusted, or the two servers agree on no secure protocol.',
    steps: [
      'Check the certificate that the connection uses: that it exists on the server, is valid today, and may be read by the service account.',
      'On premises, check that TLS 1.2 is enabled on the server and that the certificate authorities are trusted.',
      'Check whether a proxy or firewall replaces the certificate of Dataverse.',
    ],
  },
  'environment-admin-mode': {
    title: 'The Dataverse environment is in administration mode',
    explanation:
      'In administration mode only administrators get in, so nothing is synchronized until it is switched off.',
    steps: [
      'In the Power Platform admin center, open Environments and select the environment.',
      'Choose Edit in the details and switch Administration mode off when the maintenance is done.',
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
      'Open the page Dataverse Connection Setup and read the reason why it was disabled.',
      'Resolve that reason, then turn Enabled on; do the same on the page Microsoft Dynamics 365 Connection Setup if Sales is used.',
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
      'Choose Fields and check the field mappings, their direction and the fields for match-based coupling; check the configuration template on the mapping.',
      'If the mapping was changed by mistake, choose Use Default Synchronization Setup; this replaces all mappings.',
    ],
  },
  'ownership-mismatch': {
    title: 'The owner does not fit the ownership model',
    explanation:
      'Owner, team or business unit in Dataverse is another one than the connection expects, according to its ownership model (Person or Team).',
    steps: [
      'On the page Dataverse Connection Setup, check Ownership Model and Coupled Business Unit.',
      'In Dataverse, check the owner of the record and the business unit of the team or user: "{evidence}".',
      'Assign the record to the expected owner, or, with Person, couple the salespersons to the users on the page Salespersons.',
    ],
  },
  'solution-missing': {
    title: 'The base integration solution is missing or outdated',
    explanation:
      'The solution that Business Central installs in Dataverse is not there, or is not the current version.',
    steps: [
      'On the page Dataverse Connection Setup, choose Redeploy Integration Solution and sign in as an administrator.',
      'In Power Apps, open Solutions and check that bcbi_CdsBaseIntegration is listed with the current version.',
    ],
  },
  'setup-incomplete': {
    title: 'A set-up field in Business Central is empty',
    explanation: 'The integration needs a value from a set-up page that nobody has filled in.',
    steps: [
      {
        key: 'Open the set-up page and fill in {key}.',
        otherwise: 'Open the set-up page that the message names and fill in the field: "{evidence}".',
      },
      'On the page Coupled Data Synchronization Errors, choose Retry All.',
    ],
  },
  'bc-permission-missing': {
    title: 'A permission in Business Central is missing',
    explanation: 'The user that runs the job lacks a permission on a table or object of Business Central.',
    steps: [
      'On the page Job Queue Entries, read in User ID who runs the job.',
      {
        key: 'On the page Users, give that user a permission set with the permission on {key}; D365 DYN CRM MGT covers the integration tables.',
        otherwise:
          'On the page Users, give that user a permission set with the permission that the message names; D365 DYN CRM MGT covers the integration tables.',
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
      'The engine or the platform met a state or data that it cannot deal with. Neither users nor set-up can resolve it.',
    steps: [
      'On the page Integration Synchronization Errors, choose Show Error Call Stack and copy it.',
      'If tables or columns were changed in Dataverse, ask a developer to generate the AL tables anew.',
      'Send message and call stack to your partner or to Microsoft support.',
    ],
  },
};
