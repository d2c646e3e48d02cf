import { caption, captions, dependency, isDependency, tableOf } from './keys.ts';
import type { Rule } from './rule.ts';

/** Conflicts, deleted counterparts, couplings that are missing, double or ambiguous. */
export const couplingRules: readonly Rule[] = [
  {
    name: 'both sides changed',
    cause: 'update-conflict',
    kind: 'label',
    labels: {
      en: [
        'Cannot update a record in the {} table. The mapping between {from} field on the {table} table and the {to} field on the {} table is (bi-directional|bidirectional), and one or both values have changed since the last synchronization',
        'Cannot update a record in the {} table. The mapping between {from} field on the {table} table and the {}',
        'Cannot update a record in the {} table. The mapping between {}',
        'Cannot update the {table} record because both the {} record and the {} record have been changed',
        'Cannot update the {table} record because it has a later modified date than the {} record',
      ],
      nl: [
        '{}toewijzing tussen (het |)veld {from} (in|van|uit|op) (de |)tabel {table} en {}(bidirectioneel|bi-directioneel|tweerichtings|in twee richtingen|in beide richtingen)',
        'Kan een record in de tabel {} niet bijwerken. De toewijzing tussen {}',
        'Een record in de tabel {} kan niet worden bijgewerkt. De toewijzing tussen {}',
        '(Kan een|Kan|Een|Er kan geen) record in de tabel {}(niet bijwerken|niet worden bijgewerkt|bijwerken|bijgewerkt){}tussen {}(bidirectioneel|bi-directioneel|tweerichtings|in twee richtingen|in beide richtingen){}(gewijzigd|veranderd)',
        '{}tussen {} veld{}(bidirectioneel|bi-directioneel|in twee richtingen|in beide richtingen){}(gewijzigd|veranderd){}synchronisatie',
      ],
      de: [
        '{}Zuordnung zwischen (dem |)Feld {from} (in der|der|in) Tabelle {table} und {}(bidirektional|in beide Richtungen|beidseitig)',
        'Ein Datensatz in der Tabelle {} kann nicht aktualisiert werden. Die Zuordnung zwischen {}',
        'In der Tabelle {} kann (kein|ein) Datensatz {}aktualisiert werden. Die Zuordnung zwischen {}',
        '{}(zwischen|zwischen dem){}(bidirektional|in beide Richtungen|beidseitig){}(geändert|verändert){}Synchronisierung',
        '{}(zwischen|zwischen dem){}(bidirektional|in beide Richtungen|beidseitig){}Synchronisierung{}(geändert|verändert)',
        '{}(zwischen|zwischen dem){}(bidirektional|in beide Richtungen|beidseitig){}Synchronisation{}(geändert|verändert)',
      ],
      fr: [
        '{}entre le champ {from} (de|dans|sur) la table {table} et {}(bidirectionnel|bidirectionnelle|dans les deux sens)',
        'Impossible de mettre à jour un enregistrement dans la table {}. Le mappage entre {}',
        '{}entre {}(bidirectionnel|bidirectionnelle|dans les deux sens){}(modifié|modifiée|modifiées|modifiés|changé){}synchronisation',
      ],
      es: [
        '{}entre el campo {from} (de|en) la tabla {table} y {}(bidireccional|en ambas direcciones)',
        'No se puede actualizar un registro (en|de) la tabla {}. La asignación entre {}',
        '{}entre {}(bidireccional|en ambas direcciones){}(cambiado|modificado|cambiaron|modificaron){}sincronización',
      ],
      da: [
        '{}mellem feltet {from} (i|på) tabellen {table} og {}(tovejs|to-vejs|bidirektionel|begge retninger)',
        'Kan ikke opdatere en record i tabellen {}. (Tilknytningen|Kortlægningen|Sammenkædningen) mellem {}',
        'En record i tabellen {} kan ikke opdateres. (Tilknytningen|Kortlægningen|Sammenkædningen) mellem {}',
        '{}mellem {}(tovejs|to-vejs|bidirektionel|begge retninger){}ændret{}synkronisering',
        '{}mellem {}(tovejs|to-vejs|bidirektionel|begge retninger){}synkronisering{}ændret',
      ],
    },
    key: ({ table, from }, subject) => captions(table, from) || tableOf(subject),
    examples: [
      'Cannot update a record in the CRM Account table. The mapping between Phone No. field on the Customer table and the Main Phone field on the CRM Account table is bi-directional, and one or both values have changed since the last synchronization.',
      'Cannot update the Customer record because both the Customer record and the CRM Account record have been changed.',
      'Kan een record in de tabel CRM-account niet bijwerken. De toewijzing tussen het veld Telefoon in de tabel Klant en het veld Telefoon in de tabel CRM-account is bidirectioneel en een of beide waarden zijn gewijzigd sinds de laatste synchronisatie.',
      'Ein Datensatz in der Tabelle CRM-Firma kann nicht aktualisiert werden. Die Zuordnung zwischen dem Feld Telefonnr. in der Tabelle Debitor und dem Feld Telefon in der Tabelle CRM-Firma ist bidirektional, und mindestens ein Wert wurde seit der letzten Synchronisierung geändert.',
      'Impossible de mettre à jour un enregistrement dans la table Compte CRM. Le mappage entre le champ N° téléphone de la table Client et le champ Téléphone de la table Compte CRM est bidirectionnel et une ou plusieurs valeurs ont été modifiées depuis la dernière synchronisation.',
      'No se puede actualizar un registro en la tabla Cuenta de CRM. La asignación entre el campo Teléfono de la tabla Cliente y el campo Teléfono de la tabla Cuenta de CRM es bidireccional y uno o ambos valores han cambiado desde la última sincronización.',
      'En record i tabellen CRM-konto kan ikke opdateres. Tilknytningen mellem feltet Telefon i tabellen Debitor og feltet Telefon i tabellen CRM-konto er tovejs, og en eller begge værdier er ændret siden sidste synkronisering.',
    ],
    nearMisses: [
      'The mapping between Phone No. and Main Phone is bi-directional.',
      'Updated a record in the Customer table after both values had changed.',
    ],
  },
  {
    name: 'coupled to a deleted record',
    cause: 'coupled-record-deleted',
    kind: 'label',
    labels: {
      en: [
        'The {table} record cannot be updated because it is coupled to a deleted (record|row)',
        '{table} (is|are) coupled to a deleted (record|row)',
      ],
      nl: [
        '{table}gekoppeld {}aan een (verwijderde|verwijderd|gewiste) (record|rij|regel)',
        '{table}aan een (verwijderde|verwijderd|gewiste) (record|rij|regel) {}gekoppeld',
      ],
      de: [
        '{table}mit (einem|einer) gelöschten (Datensatz|Zeile|Eintrag) (gekoppelt|verknüpft|verbunden)',
        '{table}an einen gelöschten (Datensatz|Eintrag) gekoppelt',
      ],
      fr: [
        '{table}(couplé|couplée|lié|liée|associé|associée) à (un enregistrement|une ligne) (supprimé|supprimée)',
      ],
      es: [
        '{table}(emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada) (a|con) (un registro|una fila) (eliminado|eliminada|borrado)',
      ],
      da: [
        '{table}(sammenkædet|koblet|knyttet|kædet sammen|tilknyttet) (med|til) en slettet (record|post|række|rekord)',
      ],
    },
    key: ({ table }, subject) =>
      dependency((table ?? '').replace(/^(?:The|De|Het|Der|Die|Das|Le|La|L'|El) ?/i, ''), subject),
    examples: [
      'The Customer record cannot be updated because it is coupled to a deleted record.',
      'Salesperson/Purchaser JO is coupled to a deleted record.',
      'De record Klant kan niet worden bijgewerkt omdat deze is gekoppeld aan een verwijderde record.',
      'Der Datensatz Debitor kann nicht aktualisiert werden, da er mit einem gelöschten Datensatz gekoppelt ist.',
      "L'enregistrement Client ne peut pas être mis à jour car il est couplé à un enregistrement supprimé.",
      'El registro Cliente no se puede actualizar porque está emparejado con un registro eliminado.',
      'Recorden Debitor kan ikke opdateres, fordi den er sammenkædet med en slettet record.',
    ],
    nearMisses: ['The Customer record was deleted.', 'The coupling to a deleted record was removed.'],
  },
  {
    name: 'record without coupling data',
    cause: 'internal-error',
    kind: 'label',
    labels: {
      en: ['The integration record for {} was not found', 'Table ID must be specified'],
    },
    examples: ['The integration record for entity account was not found.', 'Table ID must be specified.'],
    nearMisses: ['The integration record was saved.'],
  },
  {
    name: 'must be coupled',
    cause: 'dependency-not-coupled',
    kind: 'label',
    labels: {
      en: [
        '{what} must be coupled to (a|an) {} (row|record|unit)',
        '{what} must be coupled to a (row|record) in {}',
        '{what} must be coupled to (a|an) (row|record)',
        '{what} must be coupled to (Dataverse|Dynamics 365|Microsoft Dynamics|CDS|Common Data Service|Field Service|%3){}',
      ],
      nl: [
        '{what} moet (zijn |worden |eerst worden |)gekoppeld {}(rij|record|Dataverse|Dynamics|CRM)',
        '{what} moet aan een {}(rij|record) {}(zijn |worden |)gekoppeld',
        '{what} moet aan een (rij|record) {}(zijn |worden |)gekoppeld',
      ],
      de: [
        '{what} muss mit (einer|einem) {}(Zeile|Datensatz|Eintrag){} (gekoppelt|verknüpft|verbunden) (sein|werden)',
        '{what} muss (an|mit) {}(Dataverse|Dynamics|CRM){} (gekoppelt|verknüpft|verbunden) (sein|werden)',
        '{what} muss an (einen|eine) {}(gekoppelt|verknüpft) (sein|werden)',
      ],
      fr: [
        '{what} doit être (couplé|couplée|lié|liée|associé|associée) à {}(ligne|enregistrement|Dataverse|Dynamics)',
      ],
      es: [
        '{what} debe (estar |ser |)(emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada|emparejarse|acoplarse|vincularse|asociarse) (a|con) {}(fila|registro|Dataverse|Dynamics)',
      ],
      da: [
        '{what} skal (være |)(sammenkædet|sammenkædes|koblet|kobles|kædet sammen|kædes sammen|knyttet|knyttes|tilknyttet) (med|til) {}(række|record|post|Dataverse|Dynamics)',
      ],
    },
    key: ({ what }, subject) => dependency(what, subject),
    examples: [
      'Salesperson Code JO must be coupled to a Dataverse row.',
      'Currency Code USD must be coupled to a record in Dynamics 365 Sales.',
      'Item Unit of Measure (1000, BOX) must be coupled to a Dynamics 365 Sales record.',
      '%1 %2 must be coupled to a %3 row.',
      'Work Order Type REPAIR must be coupled to Dynamics 365 Field Service.',
      'Verkoperscode JO moet zijn gekoppeld aan een Dataverse-rij.',
      'Verkäufercode JO muss mit einer Dataverse-Zeile gekoppelt sein.',
      'Code vendeur JO doit être couplé à une ligne Dataverse.',
      'Cód. vendedor JO debe estar emparejado con una fila de Dataverse.',
      'Sælgerkode JO skal være sammenkædet med en record i Dynamics 365 Sales.',
    ],
    nearMisses: [
      'Railway cars must be coupled to the locomotive.',
      'Salesperson Code JO is coupled to a Dataverse row.',
    ],
  },
  {
    name: 'not coupled',
    cause: 'dependency-not-coupled',
    kind: 'label',
    labels: {
      en: [
        '{what} is not coupled',
        'The {} (unit|product|account|price list|order|user|currency) {} is not coupled to (a|an) {what}',
        'Cannot create the invoice in {}. The {what} {} is not coupled to a {} unit',
        'There is no {what} coupled to {} account {}',
        'Cannot find the coupled {} invoice header',
        'Cannot find a synchronized product for {}',
        'Cannot find the coupled {} price list',
      ],
      nl: [
        '(De |Het |)(eenheid|maateenheid|artikeleenheid|artikelmaateenheid|resource-eenheid|resourcemaateenheid|verkoopkop|klant|verkoper|valuta|product|artikel|prijslijst|contact|account) {}is niet gekoppeld',
        '(De |Het |){} (eenheid|product|account) {} is niet gekoppeld aan',
        'Er is geen {}gekoppeld aan {}account',
      ],
      de: [
        '(Die |Der |Das |)(Einheit|Maßeinheit|Mengeneinheit|Artikeleinheit|Ressourceneinheit|Verkaufskopf|Debitor|Verkäufer|Währung|Produkt|Artikel|Preisliste|Kontakt|Firma) {}ist nicht (gekoppelt|verknüpft)',
        'Es gibt keinen {}gekoppelten {}',
      ],
      fr: [
        "(L'|La |Le |)(unité|article|devise|client|vendeur|produit|en-tête vente|liste de prix|contact) {}n'est pas (couplé|couplée|lié|liée|associé|associée)",
      ],
      es: [
        '(La |El |)(unidad|artículo|producto|divisa|cliente|vendedor|cabecera|lista de precios|contacto) {}no está (emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada)',
      ],
      da: [
        '(Enheden|Enhed|Måleenhed|Måleenheden|Vareenheden|Ressourceenheden|Salgshovedet|Debitoren|Debitor|Sælgeren|Valutaen|Produktet|Varen|Kontakten) {}er ikke (sammenkædet|koblet|tilknyttet|kædet sammen)',
        'Kan ikke finde det sammenkædede {}fakturahoved',
        'Der blev ikke fundet et synkroniseret produkt for {}',
      ],
    },
    accepts: ({ what }) => what === undefined || isDependency(what),
    key: ({ what }, subject) => dependency(what, subject),
    examples: [
      'Unit of measure BOX is not coupled.',
      'Sales header is not coupled.',
      'The Dynamics 365 Sales unit Piece is not coupled to a unit of measure.',
      'Cannot create the invoice in Dynamics 365 Sales. The item unit of measure BOX is not coupled to a Dynamics 365 Sales unit.',
      'There is no customer coupled to Dynamics 365 Sales account Contoso.',
      'Cannot find the coupled Dynamics 365 Sales invoice header.',
      'Cannot find a synchronized product for 1000.',
      'De eenheid DOOS is niet gekoppeld.',
      'Die Einheit KISTE ist nicht gekoppelt.',
      "L'unité CARTON n'est pas couplée.",
      'La unidad CAJA no está emparejada.',
      'Måleenheden KASSE er ikke sammenkædet.',
    ],
    nearMisses: ['The trailer is not coupled to the truck.', 'Unit of measure BOX is coupled.'],
  },
  {
    name: 'already coupled',
    cause: 'already-coupled',
    kind: 'label',
    labels: {
      en: [
        'Cannot couple {} to this {table} record, because the {} record is already coupled to {}',
        'Cannot couple the {table} record to {}, because {} is already coupled to another {} record',
        'The {table} record {}is already coupled to',
        '{} is already coupled to (another|a different) {}',
      ],
      nl: [
        '{}(koppelen|worden gekoppeld){}(al|reeds) (is |)gekoppeld aan {}',
        '{}(koppelen|worden gekoppeld){}(al|reeds) aan {} gekoppeld',
      ],
      de: [
        '{}(gekoppelt werden|koppeln|verknüpft werden){}(bereits|schon) (mit|an) {} (gekoppelt|verknüpft)',
      ],
      fr: [
        '{}(coupler|lier|associer|être couplé|être lié){}déjà (couplé|couplée|lié|liée|associé|associée) à {}',
      ],
      es: [
        '{}(emparejar|acoplar|vincular|asociar){}ya está (emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada) (a|con) {}',
      ],
      da: [
        '{}(sammenkædes|sammenkæde|kobles|koble|kædes sammen){}allerede (er |)(sammenkædet|koblet|tilknyttet|kædet sammen) (med|til) {}',
      ],
    },
    key: ({ table }, subject) => caption(table) || tableOf(subject),
    examples: [
      'Cannot couple Contoso to this Customer record, because the Customer record is already coupled to Fabrikam.',
      'Cannot couple the Customer record to Contoso, because Contoso is already coupled to another Customer record.',
      'Kan Contoso niet aan deze record koppelen, omdat de record al gekoppeld aan Fabrikam is.',
      'Contoso kann nicht gekoppelt werden, da der Datensatz bereits mit Fabrikam gekoppelt ist.',
      "Impossible de coupler Contoso, car l'enregistrement est déjà couplé à Fabrikam.",
      'No se puede emparejar Contoso porque el registro ya está emparejado con Fabrikam.',
      'Contoso kan ikke sammenkædes, da recorden allerede er sammenkædet med Fabrikam.',
    ],
    nearMisses: ['The Customer record is coupled to Contoso.', 'De klant is al gekoppeld aan verkoper JO.'],
  },
  {
    name: 'no unique match',
    cause: 'match-not-unique',
    kind: 'label',
    labels: {
      en: [
        'Failed to couple {} record(s), because no unique uncoupled matching entity was found in {} with the specified matching criteria',
        'Failed to couple {} records, because no unique uncoupled matching entity was found',
        'Failed to couple {} record, because no unique uncoupled matching entity was found',
      ],
      nl: ['{}koppel{}geen uniek{}(gevonden|criteria)'],
      de: ['{}(koppeln|gekoppelt){}(keine eindeutig|kein eindeutig){}gefunden'],
      fr: ['{}coupl{}aucun{}unique{}(trouvé|trouvée|critères)'],
      es: [
        '{}(emparejar|acoplar|vincular){}(ningún|ninguna|no se encontró){}(único|única|exclusiva){}criterios',
      ],
      da: [
        '{}(sammenkæde|koble){}(ingen entydig|ingen unik|nogen entydig|nogen unik|ikke fundet|ikke blev fundet en entydig|ikke blev fundet en unik|ikke blev fundet nogen){}',
      ],
    },
    key: (_, subject) => caption(subject.mapping) || tableOf(subject),
    examples: [
      'Failed to couple 12 record(s), because no unique uncoupled matching entity was found in Dataverse with the specified matching criteria.',
      'Kan 12 records niet koppelen, omdat er geen unieke niet-gekoppelde overeenkomende entiteit is gevonden in Dataverse met de opgegeven criteria.',
      '12 Datensätze konnten nicht gekoppelt werden, da keine eindeutige nicht gekoppelte Entität in Dataverse gefunden wurde.',
      "Échec du couplage de 12 enregistrements, car aucune entité correspondante unique n'a été trouvée dans Dataverse.",
      'No se pudieron emparejar 12 registros porque no se encontró una entidad única con los criterios especificados.',
      'Det lykkedes ikke at sammenkæde 12 recorder, fordi ingen entydig enhed blev fundet i Dataverse.',
    ],
    nearMisses: ['Failed to couple the hose, because no matching adapter was found.'],
  },
];
