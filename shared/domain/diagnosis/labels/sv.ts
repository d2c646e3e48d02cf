import type { TranslatedLabels } from './translated-labels.ts';

/** Swedish labels, under the names of their rules; the sentences are our own. */
export const swedishLabels = (): TranslatedLabels => ({
  'both sides changed': ['Det går inte att uppdatera posten {table} eftersom {}(båda sidor|både) {}'],
  'coupled to a deleted record': [
    '{table}(kopplad|kopplat|kopplade|länkad|länkat) till en (borttagen|raderad) (post|rad)',
  ],
  'must be coupled': [
    '{what} måste (vara |bli |)(kopplad|kopplat|kopplade|länkad|länkat) till {}(Dataverse|Dynamics|CRM|post|rad)',
    '{what} måste (kopplas|länkas) till {}(Dataverse|Dynamics|CRM|post|rad)',
  ],
  'must be coupled to a record of a table': [
    '{what} måste (vara |bli |)(kopplad|kopplat|kopplade|länkad|länkat) till (en|ett)',
    '{what} måste (kopplas|länkas) till (en|ett)',
  ],
  'not coupled': [
    '(Enheten|Enhet|Måttenheten|Artikelenheten|Kunden|Säljaren|Valutan|Produkten|Artikeln|Kontakten) {}är inte (kopplad|kopplat|kopplade|länkad|länkat)',
  ],
  'unit of measure': ['(Basenhet|Basmåttenhet|Basenhetskod) måste ha ett värde i {}'],
  'no exchange rate': [
    'Det finns ingen Valutakurs inom filtret',
    '{}valutan {currency} {}ingen (valutakurs|växelkurs)',
    '{}ingen (valutakurs|växelkurs) {}valutan {currency}',
  ],
  'currency setup': [
    'Valutan med ISO-koden {currency} (hittades inte|kan inte hittas|finns inte)',
    'Det går inte att hitta valutan med (ISO-koden|värdet) {currency}',
  ],
  'empty setup field': [
    '{field} måste ha ett värde i {table}',
    '{field} måste innehålla ett värde i {table}',
  ],
  'empty record field': [
    '{field} måste ha ett värde i {table}',
    '{field} måste innehålla ett värde i {table}',
  ],
  'value not in the related table': [
    'Fältet {field} i tabellen {table} innehåller ett värde',
    'Fältet {field} i tabell {table} innehåller ett värde',
  ],
  'setup record not found': ['{table} finns inte. Identifieringsfält och'],
  'record not found': [
    '(Det går inte att|Kan inte|Kunde inte) hitta {} i tabellen {table}',
    '{table} finns inte. Identifieringsfält och värden: {}',
    'Det finns ingen {table} inom filtret',
    '(Artikeln|Resursen|Kunden) {} finns inte',
  ],
  'field that closes a record': ['{field} måste vara lika med {} i {table}'],
  'value rejected by Business Central': ['{field} måste vara lika med {} i {table}'],
  blocked: ['(Kunden|Artikeln|Leverantören|Resursen|Kund|Artikel) {} är (spärrad|blockerad)'],
  duplicate: ['{table} finns redan. Identifieringsfält', '(post|rad) med matchande nyckelvärden finns redan'],
});
