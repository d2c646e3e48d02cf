/** A security role that the integration needs. `rootRoleId` is its id in the root business unit. */
export interface RequiredRole {
  readonly rootRoleId: string;
  readonly name: string;
}

/** Role of the base integration solution; id from `CDSIntegrationImpl` of the base application. */
export const dataverseIntegrationRole: RequiredRole = {
  rootRoleId: 'a2b18661-9ff5-e911-a812-000d3a0b9028',
  name: 'Business Central Dataverse Integration',
};

/** The two roles that Dynamics 365 Sales adds; ids from `CRMConnectionSetup` of the base application. */
export const salesIntegrationRoles: readonly RequiredRole[] = [
  {
    rootRoleId: '8c8d4f51-a72b-e511-80d9-3863bb349780',
    name: 'Dynamics 365 Business Central Integration Administrator',
  },
  {
    rootRoleId: '6f960e32-a72b-e511-80d9-3863bb349780',
    name: 'Dynamics 365 Business Central Integration User',
  },
];

/** Role template of System Administrator. The name of the role is translated, so only the template identifies it. */
export const systemAdministratorTemplateId = '627090ff-40a3-4053-8790-584edc5be201';

/** Names of the Entra directory roles that count as System Administrator in Dataverse, by role template. */
export const administratorDirectoryRoles: ReadonlyMap<string, string> = new Map([
  ['62e90394-69f5-4237-9190-012177145e10', 'Global Administrator'],
  ['11648597-926c-4cf3-9c36-bcebb0ba8dcc', 'Power Platform Administrator'],
  ['44367163-eba1-44c3-98af-f5787879f96a', 'Dynamics 365 Administrator'],
]);

/** Codeunit of Business Central that runs a synchronization: Integration Synch. Job Runner. */
export const synchronizationCodeunit = 5339;

/** Codeunit of the extension that sends errors to this desk: Error Desk Sender. */
export const senderCodeunit = 50102;

/** Whether two GUIDs are the same, ignoring case. An absent GUID equals none. */
export function sameId(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
