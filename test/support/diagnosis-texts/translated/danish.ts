import { byCause } from '../labelled-text.ts';

/** Errors in Danish. */
export const danishTexts = byCause({
  'update-conflict': [
    'Kan ikke opdatere en record i tabellen Debitor. Tilknytningen mellem feltet Telefon i tabellen Konto og feltet Telefonnr. i tabellen Debitor er tovejs, og en eller begge værdier er ændret siden den seneste synkronisering.',
  ],
  'coupled-record-deleted': [
    'Kontaktrecorden kan ikke opdateres, fordi den er sammenkædet med en slettet record.',
    'Posten Debitor kan ikke opdateres, fordi den er knyttet til en slettet post.',
    'Recorden Debitor kan ikke opdateres, fordi den er sammenkædet med en slettet record.',
  ],
  'dependency-not-coupled': [
    'Sælgerkode LT skal være sammenkædet med en record i Dynamics 365 Sales.',
    'Valutakode USD skal være koblet til en Dataverse-række.',
    'Valutakode USD skal kobles til en record i Dynamics 365 Sales.',
    'Valuta NOK skal sammenkædes med en Dataverse-række.',
    'Sælger/indkøber BC skal være sammenkædet med en Dataverse-række.',
    'Debitor 10000 skal sammenkædes med en record i Dynamics 365 Sales.',
    'Leverandør 20000 skal være sammenkædet med en Dataverse-række.',
  ],
  'already-coupled': [
    'Debitor 10000 kan ikke sammenkædes med denne Konto-record, fordi Konto-recorden allerede er sammenkædet med Debitor 20000.',
  ],
  'match-not-unique': [
    'Kunne ikke sammenkæde 5 recorder, da der ikke blev fundet nogen entydig ikke-sammenkædet matchende enhed i Dataverse.',
    'Kunne ikke sammenkæde 8 record(s), fordi der ikke blev fundet en entydig ikke-sammenkædet matchende enhed i Dataverse med de angivne matchkriterier.',
  ],
  'record-missing': [
    'LT blev ikke fundet i tabellen Sælger/indkøber.',
    'Kan ikke finde JO i tabellen Sælger/indkøber.',
    'Salgsordren kan ikke oprettes. Varen 1000 findes ikke.',
    "Debitoren findes ikke. Identifikationsfelter og -værdier: Nummer='10000'",
    "Vare findes ikke. Identifikationsfelter og -værdier: Nummer='1896-S'",
  ],
  'duplicate-record': [
    'Recorden i tabellen Debitor findes allerede. Identifikationsfelter og -værdier: Nummer=10000',
    "Debitor findes allerede. Identifikationsfelter og -værdier: Nummer='10000'",
  ],
  'business-data-invalid': [
    'Debitorbogføringsgruppe skal have en værdi i Debitor: Nummer=20000. Den må ikke være nul eller tom.',
    'Feltet Betalingsbetingelseskode i tabellen Debitor indeholder en værdi (30D), der ikke findes i den relaterede tabel (Betalingsbetingelser).',
    'Navn skal have en værdi i Debitor: Nummer=10000. Den må ikke være nul eller tom.',
    'E-mail skal have en værdi i Kontakt: Nummer=KT000012. Den må ikke være nul eller tom.',
  ],
  'unit-of-measure-invalid': ['Enhedsgruppen PALLE blev ikke fundet i Dynamics 365 Sales.'],
  'exchange-rate-missing': [
    'Der er ingen valutakurs defineret for valutaen NOK, så den kan ikke oprettes i Dataverse.',
    'Valutaen USD kan ikke oprettes eller opdateres i Dataverse, da der ikke er defineret nogen valutakurs for den.',
    'Valutaen SEK kan ikke oprettes eller opdateres i Dataverse, fordi der ikke er defineret nogen valutakurs for den.',
  ],
  'currency-setup-missing': [
    "Valutaen med ISO-koden 'CHF' blev ikke fundet. Derfor kan valutakursen mellem 'EUR' og 'CHF' ikke beregnes.",
  ],
  'connection-disabled': [
    'Forbindelsen til Dataverse er ikke aktiveret.',
    'Dataverse-forbindelsen er ikke aktiveret.',
  ],
  'mapping-misconfigured': ['Synkroniseringsretningen kan ikke fastlægges.'],
  'bc-permission-missing': ['Du har ikke følgende rettigheder til TableData Debitor: Indsæt.'],
  'integration-user-invalid': [
    'Den integrationsbruger, der er angivet i Dataverse-forbindelsesopsætningen, findes ikke.',
  ],
  'license-missing': ['Din licens giver dig ikke følgende rettigheder til TableData Debitor: Indsæt.'],
  'environment-admin-mode': [
    'Brugeren har ikke de nødvendige rettigheder (eller rollemedlemskab) til at få adgang til organisationen, når den er i tilstanden Kun administrator.',
  ],
  'table-connection-missing': [
    'Tabelforbindelsen for tabeltypen CRM skal registreres ved hjælp af RegisterTableConnection eller cmdletten New-NAVTableConnection, før den kan bruges.',
  ],
  'timeout-or-network': ['Handlingen fik timeout. Prøv igen.'],
  'not-committed-yet': [
    'Bogført salgsfaktura 103033 er endnu ikke bekræftet i SQL-databasen.',
    'Bogført salgsfaktura 103021 er endnu ikke bekræftet i SQL-databasen. Den synkroniseres ved næste planlagte synkronisering.',
  ],
  'lock-or-concurrency': [
    'Handlingen kunne ikke fuldføres, fordi en record i tabellen Debitor blev låst af en anden bruger. Forsøg aktiviteten igen.',
  ],
});
