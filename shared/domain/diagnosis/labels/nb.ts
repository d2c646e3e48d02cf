import type { TranslatedLabels } from './translated-labels.ts';

/** Norwegian labels, under the names of their rules; the sentences are our own. */
export const norwegianLabels = (): TranslatedLabels => ({
  'both sides changed': ['Kan ikke oppdatere (posten|oppføringen) {table}fordi {}endret både {}'],
  'coupled to a deleted record': [
    '{table}(koblet|knyttet|sammenkoblet|tilknyttet) (til|med) en slettet (post|oppføring|rad)',
  ],
  'must be coupled': [
    '{what} må være (koblet|knyttet|sammenkoblet|tilknyttet) (til|med) {}(Dataverse|Dynamics|CRM|rad|post|oppføring)',
    '{what} må (kobles|knyttes|tilknyttes) til {}(Dataverse|Dynamics|CRM|rad|post|oppføring)',
  ],
  'must be coupled to a record of a table': [
    '{what} må være (koblet|knyttet|sammenkoblet|tilknyttet) (til|med) (en|et)',
    '{what} må (kobles|knyttes|tilknyttes) til (en|et)',
  ],
  'not coupled': [
    '(Enheten|Enhet|Måleenheten|Vareenheten|Kunden|Selgeren|Valutaen|Produktet|Varen|Kontakten) {}er ikke (koblet|knyttet|sammenkoblet|tilknyttet)',
  ],
  'unit of measure': ['(Basisenhet|Basismåleenhet|Enhetskode) må ha en verdi i {}'],
  'no exchange rate': [
    'Det finnes ingen Valutakurs innenfor filteret',
    '{}valutaen {currency} {}(ingen|noen) (valutakurs|vekslingskurs)',
    '{}ingen (valutakurs|vekslingskurs) {}valutaen {currency}',
  ],
  'currency setup': [
    'Valutaen med ISO-koden {currency} (ble ikke funnet|finnes ikke|kan ikke finnes)',
    '(Finner ikke|Kan ikke finne) valutaen med (ISO-koden|verdien) {currency}',
  ],
  'empty setup field': ['{field} må ha en verdi i {table}', '{field} må inneholde en verdi i {table}'],
  'empty record field': ['{field} må ha en verdi i {table}', '{field} må inneholde en verdi i {table}'],
  'value not in the related table': [
    'Feltet {field} i tabellen {table} inneholder en verdi',
    'Feltet {field} i tabell {table} inneholder en verdi',
  ],
  'setup record not found': ['{table} finnes ikke. Identifikasjonsfelt'],
  'record not found': [
    '(Finner ikke|Kan ikke finne|Fant ikke) {} i tabellen {table}',
    '{table} finnes ikke. Identifikasjonsfelter og verdier: {}',
    '{table} finnes ikke. Identifikasjonsfelt og verdier: {}',
    '(Varen|Ressursen|Kunden) {} finnes ikke',
  ],
  'field that closes a record': ['{field} må være lik {} i {table}'],
  'value rejected by Business Central': ['{field} må være lik {} i {table}'],
  blocked: ['(Kunden|Varen|Leverandøren|Ressursen|Kunde|Vare) {} er (sperret|blokkert)'],
  duplicate: [
    '{table} finnes allerede. Identifikasjonsfelt',
    '(post|oppføring) med samsvarende nøkkelverdier',
  ],
});
