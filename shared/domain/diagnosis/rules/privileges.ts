import { caption, captions, tableOf } from './keys.ts';
import { defineRules } from './rule.ts';

/** Privileges and permissions that the integration user or the user of a job lacks. */
export const privilegeRules = defineRules(() => [
  {
    name: 'administration mode',
    cause: 'environment-admin-mode',
    kind: 'fault',
    labels: [
      'to access the org when it is in Admin Only mode',
      'org when it is in Admin',
      '(environment|organization|instance|org) {}in (administration|admin|Administration) mode',
      'organization is in administration mode',
      'the (organization|environment|instance) is in admin mode',
      'is in Admin Only mode',
    ],
    examples: [
      'User does not have required privileges (or role membership) to access the org when it is in Admin Only mode.',
      'De gebruiker heeft niet de vereiste bevoegdheden om toegang te krijgen tot de organisatie wanneer deze zich in de modus Alleen beheerder bevindt.',
      'Die Umgebung befindet sich im Verwaltungsmodus.',
      "L'environnement est en mode administration.",
      'El entorno está en modo de administración.',
      'Miljøet er i administrationstilstand.',
    ],
    nearMisses: ['Administration mode is described in the manual.', 'The admin is in the org chart.'],
  },
  {
    name: 'user without roles',
    cause: 'integration-user-invalid',
    kind: 'fault',
    labels: [
      '(user|principal) {}has not been assigned any roles',
      'has not been assigned any roles. They need a role',
    ],
    examples: [
      'The user with id 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5 has not been assigned any roles. They need a role with the prvReadUser privilege.',
    ],
    nearMisses: ['The actors have not been assigned any roles.'],
  },
  {
    name: 'privilege, cut text',
    cause: 'missing-privilege',
    kind: 'fault',
    labels: [
      'Principal user (Id={}, type={}, roleCount',
      'Principal user (Id={}, type={}, privilegeCount',
      'Principal user (Id={}) is missing',
    ],
    key: (_, subject) => tableOf(subject),
    examples: [
      'Principal user (Id=8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5, type=8, roleCount=2, privilegeCount=120, accessMode=4, AADObjectId=8f14e45f-ceea-467f',
    ],
    nearMisses: ['The principal user of the hall is the choir.'],
  },
  {
    name: 'access right',
    cause: 'missing-privilege',
    kind: 'fault',
    labels: [
      'SecLib::AccessCheckEx failed',
      'SecLib::AccessCheckEx2 failed',
      'SecLib::(CheckPrivilege|CrmCheckPrivilege|RetrievePrivilegeForUser) failed',
      'does not have {right} right(s) for record with (id|ID) {} of entity {table}',
      'does not have {right} right(s) for record',
      'does not have {right} access rights',
      '(user|principal|caller) does not (hold|have) the (necessary|required|sufficient) (privileges|privilege|permissions)',
      '(not|no) enough (privilege|privileges|access) {}(perform|complete|access)',
      '(user|principal|caller) {}does not have {right} access rights',
      '(user|principal|caller) {}does not have the (privilege|permission|required privilege)',
      'because integration user {} has insufficient privileges to run the synchronization',
      'has insufficient privileges to run the synchronization',
      'do not have {}privileges to (create|read|write|update|delete|append|assign|share)',
      'you do not have permission to access these records',
      'do not have {} permission to access {} records',
      'You do not have permission to delete entities in (Dynamics 365|Dataverse|CRM|Common Data Service)',
      'The user does not have {}(privileges|privilege) {}(Dataverse|entity|table)',
    ],
    key: ({ right, table }, subject) =>
      captions(
        table ?? tableOf(subject),
        right === 'CreateAccess' || /^\w{4,20}Access$/.test(right ?? '') ? right : '',
      ),
    examples: [
      'SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5, OwnerId: x, OwnerIdType: 8',
      'The user with id 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5 does not have WriteAccess right(s) for record with id 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5 of entity account',
      'The connection to Dataverse was disabled because integration user contoso@contoso.com has insufficient privileges to run the synchronization.',
      'De gebruiker heeft niet de vereiste bevoegdheden.',
      'Der Benutzer verfügt nicht über die erforderlichen Berechtigungen.',
      "L'utilisateur ne dispose pas des privilèges requis.",
      'El usuario no tiene los privilegios necesarios.',
      'Brugeren har ikke de nødvendige rettigheder.',
    ],
    nearMisses: ['Members have the privilege of voting.', 'The user has all required privileges.'],
  },
  {
    name: 'Business Central permission',
    cause: 'bc-permission-missing',
    kind: 'label',
    labels: [
      'You do not have the following permissions on {table}',
      'Sorry, the current permissions prevented the action. ({table}',
      'The current permissions prevented the action. ({table}',
      'You do not have permission to {} on {table}',
      'You do not have permission to (run|use|read|modify|insert|delete|execute) {table}',
    ],
    key: ({ table }) =>
      caption(table?.replace(/^\W+/, '').replace(/ (?:read|insert|modify|delete|execute)\b.*$/i, '')),
    examples: [
      'You do not have the following permissions on TableData CRM Integration Record: Insert. To view details about your permissions, see the Effective Permissions page.',
      'Sorry, the current permissions prevented the action. (TableData 5331 CRM Integration Record Insert: Base Application)',
      'U hebt niet de volgende machtigingen op TableData Klant: Wijzigen.',
      'Sie verfügen nicht über die folgenden Berechtigungen für TableData Debitor: Ändern.',
      'Vous ne disposez pas des autorisations suivantes sur TableData Client: Modifier.',
      'No tiene los siguientes permisos en TableData Cliente: Modificar.',
      'Du har ikke følgende rettigheder til TableData Debitor: Rediger.',
    ],
    nearMisses: ['You do not have permission slips for the school trip.'],
  },
]);
