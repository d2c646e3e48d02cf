import type { UnavailableReason } from '../fact-group.ts';
import type { SystemName } from '../facts.ts';
import { systemNames } from './system-names.ts';

/** What happened, as the end of a sentence that begins with the name of the system. */
export const whyUnavailable: Readonly<Record<UnavailableReason, string>> = {
  'not-configured': 'is not configured',
  'not-permitted': 'refused this app access to these facts',
  throttled: 'refused the call because there were too many',
  'timed-out': 'did not answer in time',
  unavailable: 'could not be reached or was not ready',
  'not-found': 'did not find what was asked for',
  'unexpected-answer': 'gave an answer that this app does not understand',
};

const settingsOf: Readonly<Record<SystemName, string>> = {
  dataverse: 'DATAVERSE_URL, and INTEGRATION_USER for the checks of the integration user',
  'business-central': 'BUSINESS_CENTRAL_URL and BUSINESS_CENTRAL_COMPANY',
  graph: 'GRAPH_URL',
};

/** How to give this app the permissions it needs to read a system. */
export const permissionsOf: Readonly<Record<SystemName, string>> = {
  dataverse:
    'In the Power Platform admin center, page Application users, add the identity of this app and give it a security role that can read User, Security Role, Team, Currency and Organization.',
  'business-central':
    'Grant the identity of this app the application permission API.ReadWrite.All of Dynamics 365 Business Central. Then add it on the page Microsoft Entra Applications with a permission set that can read currencies, exchange rates, General Ledger Setup and job queue entries.',
  graph:
    'Grant the identity of this app the application permissions User.Read.All and RoleManagement.Read.Directory of Microsoft Graph.',
};

/** What to do when facts of a system are not known. */
export function remedyForUnavailable(system: SystemName, reason: UnavailableReason): string {
  const settings = settingsOf[system];
  switch (reason) {
    case 'not-configured':
      return `Set ${settings} in the settings of this app.`;
    case 'not-permitted':
      return permissionsOf[system];
    case 'throttled':
      return `Run the validation again in a few minutes: ${systemNames[system]} limits the number of requests.`;
    case 'not-found':
      return `Check the addresses and names in these settings: ${settings}.`;
    case 'unexpected-answer':
      return `Check these settings: ${settings}. They must name ${systemNames[system]} itself, not a page that signs in or redirects.`;
    case 'timed-out':
    case 'unavailable':
      return `Run the validation again later. If it fails again, check the network of this app and these settings: ${settings}.`;
  }
}
