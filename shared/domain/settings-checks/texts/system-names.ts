import type { SystemName } from '../facts.ts';

/** Names of the systems as people know them, in every language. */
export const systemNames: Readonly<Record<SystemName, string>> = {
  dataverse: 'Dataverse',
  'business-central': 'Business Central',
  graph: 'Microsoft Graph',
};
