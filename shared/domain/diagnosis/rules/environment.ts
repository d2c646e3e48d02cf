import type { Rule } from './rule.ts';

/** Names of what Business Central is connected to here, and of what other connections are not. */
const ownApp = /dataverse|dynamics|crm|cds|common data|sales|field service|%1/i;

/** The Dataverse environment, and the connection to it in Business Central. */
export const environmentRules: readonly Rule[] = [
  {
    name: 'environment gone',
    cause: 'environment-unavailable',
    kind: 'fault',
    labels: {
      en: [
        'The organization is disabled',
        '(organization|environment|instance) {named}(is|has been) (disabled|deleted|suspended|not found|deprovisioned)',
        '(Crm |Dataverse |)organization {named}(does not exist|was not found|could not be found|cannot be found)',
        '(environment|instance) {named}(does not exist|was not found|could not be found|cannot be found)',
        'No (environment|organization|instance) {named}found',
        'The (remote name|remote host name) could not be resolved',
        'No such host is known',
        'Name or service not known',
        'getaddrinfo ENOTFOUND',
        'The (server address|URL|environment URL|Dataverse URL) {}(is not valid|is invalid|is wrong|is incorrect)',
        'environment URL (is not valid|is invalid|is wrong|is incorrect)',
        'Invalid URI: The hostname could not be parsed',
        'Access to the organization is denied because it is disabled',
        'Disabled organization',
        'The application is set up to support secure connections (HTTPS)',
        'The remote server returned an error: (404) Not Found',
        'dynamics.com{}404 Not Found',
        'There was no endpoint listening at',
        '(0x8004A106|-2147180282)',
      ],
      nl: [
        '(omgeving|organisatie) {named}(is uitgeschakeld|is verwijderd|bestaat niet|niet gevonden)',
        '(externe naam|hostnaam) kan niet worden (omgezet|opgelost)',
      ],
      de: [
        '(Umgebung|Organisation) {named}(ist deaktiviert|wurde gelöscht|existiert nicht|nicht gefunden|ist nicht vorhanden)',
        '(Remotename|Hostname) {}(nicht aufgelöst|konnte nicht aufgelöst)',
      ],
      fr: [
        "(environnement|organisation) {named}(est désactivé|est désactivée|a été supprimé|a été supprimée|n'existe pas|est introuvable)",
        "nom distant n'a pas pu être résolu",
      ],
      es: [
        '(entorno|organización) {named}(está deshabilitado|está deshabilitada|se ha eliminado|no existe|no se encontró|fue eliminado)',
        '(nombre remoto|nombre del host) {}no se (ha podido|pudo|puede) resolver',
        'No se (puede|pudo|ha podido) resolver el nombre remoto',
      ],
      da: [
        '(miljøet|organisationen|miljø) {named}(er deaktiveret|er slettet|findes ikke|blev ikke fundet)',
        '(fjernnavnet|fjernnavn|værtsnavnet) {}(ikke fortolkes|ikke løses|ikke oversættes|ikke fortolke)',
      ],
    },
    // The name of an organization is short; a longer text is about something else.
    accepts: ({ named = '' }) => named.length <= 80 && !/[.;!?] /.test(named),
    examples: [
      'The organization is disabled.',
      "The remote name could not be resolved: 'contoso.crm4.dynamics.com'",
      'No such host is known. (contoso.crm4.dynamics.com:443)',
      'De omgeving is uitgeschakeld.',
      'Die Organisation ist deaktiviert.',
      "L'organisation est désactivée.",
      'La organización está deshabilitada.',
      'Organisationen er deaktiveret.',
    ],
    nearMisses: ['The charity organization moved to a new hall.', 'We care about the environment.'],
  },
  {
    name: 'connection switched off',
    cause: 'connection-disabled',
    kind: 'label',
    labels: {
      en: [
        'The {app} connection is not enabled',
        'The connection to {app} is not enabled',
        'The {app} connection is disabled',
        'The connection to {app} (is|was|has been) disabled',
        'You must enable the connection to {app} before {}',
        'There is no connection to (Dataverse|Dynamics 365|CRM)',
        'Connection to (Dataverse|Dynamics 365 Sales|CRM) is not (enabled|set up)',
      ],
      nl: [
        'De {app}verbinding is (niet ingeschakeld|uitgeschakeld|niet geactiveerd)',
        'De verbinding met {app} is (niet ingeschakeld|uitgeschakeld|niet geactiveerd)',
        'De {app}verbinding is (niet ingeschakeld|uitgeschakeld|niet geactiveerd)',
      ],
      de: [
        'Die {app}Verbindung ist (nicht aktiviert|deaktiviert)',
        'Die {app}Verbindung ist (nicht aktiviert|deaktiviert)',
        'Die Verbindung (mit|zu) {app} ist (nicht aktiviert|deaktiviert)',
      ],
      fr: ["La connexion {app}n'est pas (activée|active)", 'La connexion {app}est désactivée'],
      es: [
        'La conexión {app}no está (habilitada|activada)',
        'La conexión {app}está (deshabilitada|desactivada)',
      ],
      da: [
        'Forbindelsen til {app}er (ikke aktiveret|deaktiveret|ikke slået til)',
        '{app}forbindelsen er (ikke aktiveret|deaktiveret|ikke slået til)',
      ],
    },
    accepts: ({ app }) => app === undefined || ownApp.test(app),
    examples: [
      'The Dataverse connection is not enabled.',
      'The Dynamics 365 Sales connection is not enabled.',
      'You must enable the connection to Dataverse before you can set up the connection to Dynamics 365 Sales.',
      'De Dataverse-verbinding is niet ingeschakeld.',
      'Die Dataverse-Verbindung ist nicht aktiviert.',
      "La connexion Dataverse n'est pas activée.",
      'La conexión de Dataverse no está habilitada.',
      'Dataverse-forbindelsen er ikke aktiveret.',
    ],
    nearMisses: [
      'The Shopify connection is not enabled.',
      'The Dataverse connection is enabled.',
      'The connection between the two cities is fast.',
    ],
  },
  {
    name: 'no table connection',
    cause: 'table-connection-missing',
    kind: 'fault',
    labels: {
      en: [
        'Table connection for table type {} must be registered',
        'must be registered using RegisterTableConnection',
        'New-NAVTableConnection',
        'RegisterTableConnection',
        'table connection {}has not been registered',
        'table connection {}is not registered',
        'No table connection',
      ],
      nl: ['{}tabelverbinding {}geregistreerd'],
      de: ['{}Tabellenverbindung {}registriert'],
      fr: ['{}connexion {}table {}(enregistrée|inscrite)'],
      es: ['{}conexión de tabla {}(registrarse|registrada|registrar)'],
      da: ['{}tabelforbindelse{} registreres'],
    },
    examples: [
      'Table connection for table type CRM must be registered using RegisterTableConnection or cmdlet New-NAVTableConnection before it can be used.',
      'De tabelverbinding voor tabeltype CRM moet worden geregistreerd voordat deze kan worden gebruikt.',
      'Die Tabellenverbindung für den Tabellentyp CRM muss registriert werden.',
      'La connexion de table pour le type de table CRM doit être enregistrée.',
      'La conexión de tabla para el tipo de tabla CRM debe registrarse.',
      'En tabelforbindelse for tabeltypen CRM skal registreres.',
    ],
    nearMisses: ['The table for the registration desk is ready.'],
  },
];
