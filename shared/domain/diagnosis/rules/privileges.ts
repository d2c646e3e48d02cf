import { caption, captions, privilegeName, tableOf } from './keys.ts';
import type { Rule } from './rule.ts';

/** What the integration user, or the user of a job, may do. */
export const privilegeRules: readonly Rule[] = [
  {
    name: 'administration mode',
    cause: 'environment-admin-mode',
    kind: 'fault',
    labels: {
      en: [
        'to access the org when it is in Admin Only mode',
        'org when it is in Admin',
        '(environment|organization|instance|org) {}in (administration|admin|Administration) mode',
        'organization is in administration mode',
        'the (organization|environment|instance) is in admin mode',
        'is in Admin Only mode',
      ],
      nl: [
        '(omgeving|organisatie) {}in (de |)(beheermodus|beheerdersmodus|administratiemodus|Alleen beheerder|modus Alleen beheerder|modus Alleen beheerders|Alleen beheerders|modus Alleen beheer|Admin Only)',
      ],
      de: [
        '(Umgebung|Organisation){}im (Verwaltungsmodus|Administrationsmodus|Administratormodus|Adminmodus|Nur-Administrator-Modus|Modus)',
        '(Umgebung|Organisation){}(Verwaltungsmodus|Administrationsmodus|Administratormodus|Nur-Administrator-Modus)',
      ],
      fr: [
        "(environnement|organisation) {}en mode (administration|d'administration|Administrateur uniquement|administrateur)",
        '(environnement|organisation) {}mode (Administrateur|administration|Admin)',
      ],
      es: [
        '(entorno|organización) {}modo (de administración|administración|de solo administrador|solo administrador|administrador|solo administradores)',
      ],
      da: [
        '(miljøet|miljø|organisationen|organisation){}i tilstanden (Kun administrator|Kun administratorer|Kun for administratorer)',
        '(miljøet|miljø|organisationen|organisation) {}(administrationstilstand|administratortilstand|kun for administratorer|kun administrator)',
      ],
    },
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
    labels: {
      en: [
        '(user|principal) {}has not been assigned any roles',
        'has not been assigned any roles. They need a role',
      ],
    },
    examples: [
      'The user with id 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5 has not been assigned any roles. They need a role with the prvReadUser privilege.',
    ],
    nearMisses: ['The actors have not been assigned any roles.'],
  },
  {
    name: 'privilege',
    cause: 'missing-privilege',
    kind: 'fault',
    labels: {
      en: [
        'is missing prv{privilege}',
        'missing privilege prv{privilege}',
        'missing privilege: prv{privilege}',
        '(missing|lacks|lack|requires|required|needs|need|without|enough privilege) {}prv{privilege}',
        'does not have prv{privilege}',
        'prv{privilege} privilege {}(missing|required|needed)',
        'PrivilegeName: prv{privilege}',
      ],
      nl: ['(ontbreekt|mist|bevoegdheid|machtiging) {}prv{privilege}', 'prv{privilege} {}(ontbreekt|mist)'],
      de: ['(fehlt|Berechtigung|Recht) {}prv{privilege}', 'prv{privilege} {}(fehlt|Berechtigung)'],
      fr: [
        '(privilège|manque|autorisation|ne dispose pas|ne possède pas|pas le privilège) {}prv{privilege}',
        'prv{privilege} {}(manquant|manque)',
      ],
      es: ['(privilegio|falta|permiso) {}prv{privilege}', 'prv{privilege} {}(falta|privilegio)'],
      da: ['(mangler|rettigheden|privilegiet) {}prv{privilege}', 'prv{privilege} {}(mangler|rettighed)'],
    },
    key: ({ privilege }, subject) => privilegeName(privilege, subject),
    examples: [
      'Principal user (Id=8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5, type=8, roleCount=2, privilegeCount=120, accessMode=4) is missing prvReadAccount privilege (Id=886b280c-6396-4d56-a0a3-2c1b0a50ceb0) on OTC=1 for entity account',
      'Principal user is missing prvCreateteg_cust',
      'Principal-gebruiker (Id=1, type=8) mist de bevoegdheid prvWriteContact.',
      'Dem Prinzipalbenutzer fehlt die Berechtigung prvWriteContact.',
      "L'utilisateur principal ne dispose pas du privilège prvWriteContact.",
      'Al usuario principal le falta el privilegio prvWriteContact.',
      'Hovedbrugeren mangler rettigheden prvWriteContact.',
    ],
    nearMisses: ['The private room is missing a chair.'],
  },
  {
    name: 'privilege, cut off',
    cause: 'missing-privilege',
    kind: 'fault',
    labels: {
      en: [
        'Principal user (Id={}, type={}, roleCount',
        'Principal user (Id={}, type={}, privilegeCount',
        'Principal user (Id={}) is missing',
      ],
    },
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
    labels: {
      en: [
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
        'The user does not have {}(privileges|privilege) {}(Dataverse|entity|table)',
        '(0x80040220|-2147220960|0x80048306|-2147187962|0x8004B036)',
      ],
      nl: [
        '(gebruiker|integratiegebruiker) {}(niet de vereiste|onvoldoende|niet over de vereiste|geen) (bevoegdheden|machtigingen|rechten|bevoegdheid)',
      ],
      de: [
        '(Benutzer|Integrationsbenutzer) {}(nicht über die erforderlichen|nicht die erforderlichen|unzureichende|keine ausreichenden|nicht genügend) (Berechtigungen|Rechte|Privilegien|Rechten)',
      ],
      fr: [
        "utilisateur {}(ne dispose pas des|n'a pas les|n'a pas de|insuffisants|ne possède pas les) (privilèges|autorisations|droits)",
        'utilisateur {}(privilèges|autorisations|droits) {}(insuffisants|insuffisantes)',
      ],
      es: [
        'usuario {}no tiene (los |)(privilegios|permisos|suficientes privilegios)',
        'usuario {}(privilegios|permisos) insuficientes',
      ],
      da: [
        '(bruger|brugeren|integrationsbrugeren) {}(ikke de nødvendige|utilstrækkelige|ikke tilstrækkelige|ikke de påkrævede) (rettigheder|privilegier|tilladelser)',
      ],
    },
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
    labels: {
      en: [
        'You do not have the following permissions on {table}',
        'Sorry, the current permissions prevented the action. ({table}',
        'The current permissions prevented the action. ({table}',
        'You do not have permission to {} on {table}',
        'You do not have permission to (run|use|read|modify|insert|delete|execute) {table}',
        'You do not have permission to delete entities in',
      ],
      nl: [
        'U (hebt|heeft) niet de volgende machtigingen (op|voor) {table}',
        'U beschikt niet over de volgende machtigingen (op|voor) {table}',
        '(Sorry, de|De) huidige machtigingen (hebben de actie verhinderd|verhinderden de actie){table}',
        'U (hebt|heeft) geen (machtiging|toestemming) {table}',
      ],
      de: [
        'Sie (verfügen nicht über|haben nicht|besitzen nicht) (die folgenden|folgende) Berechtigungen (für|auf) {table}',
        '{}aktuellen Berechtigungen {}Aktion verhindert{table}',
        'Sie (haben|verfügen über) keine Berechtigung{table}',
      ],
      fr: [
        "Vous (n'avez pas|ne disposez pas des|ne possédez pas) {}autorisations suivantes (sur|pour) {table}",
        "{}autorisations actuelles ont empêché l'action{table}",
      ],
      es: [
        'No tiene los siguientes permisos (en|sobre|para) {table}',
        '{}permisos actuales {}(impidieron|han impedido) la acción{table}',
      ],
      da: [
        'Du har ikke følgende (rettigheder|tilladelser) (til|på|for) {table}',
        '{}nuværende (rettigheder|tilladelser) forhindrede handlingen{table}',
        '{}aktuelle (rettigheder|tilladelser) forhindrede handlingen{table}',
      ],
    },
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
];
