import type { Incident } from './incident.ts';
import { businessCentral, contact, customer, dataverse, item, keyOf, oneOf } from './records.ts';

const company = 'CRONUS Nederland BV';
const language = 'nl-NL';
const application = '1a3d4c5e-9f70-4234-8678-9abc8e2f4b6c';

const toDataverse = { company, language, direction: 'to-integration-table' } as const;
const fromDataverse = { company, language, direction: 'from-integration-table' } as const;

/** Incidents of the company that works in Dutch, with colleagues who work in German, French, Danish and Spanish. */
export const netherlandsIncidents: readonly Incident[] = [
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    count: 21,
    between: [3, 4],
    report(occurrence) {
      const source = customer(occurrence);
      const message = `AADSTS7000222: The provided client secret keys for app '${application}' are expired. Visit the Azure portal to create new keys for your app.`;
      return { message, source };
    },
  },
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    count: 16,
    between: [7, 17],
    report(occurrence) {
      const source = customer(occurrence);
      const message =
        'Kan een record in de tabel Dataverse-account niet bijwerken. De toewijzing tussen het veld Kredietlimiet (LV) in de tabel Klant en het veld Kredietlimiet in de tabel Dataverse-account is bidirectioneel, en een of beide waarden zijn gewijzigd sinds de laatste synchronisatie.';
      return {
        message,
        source,
        destination: dataverse('account', occurrence.guid(keyOf(source)), source.name),
      };
    },
  },
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    count: 13,
    between: [8, 16],
    report: (occurrence) => ({
      message: `Verkoper ${oneOf(['HR', 'MB'], occurrence, 'person')} moet worden gekoppeld aan een rij in Dataverse.`,
      source: customer(occurrence),
    }),
  },
  {
    ...toDataverse,
    mapping: 'CURRENCY',
    count: 8,
    between: [1, 24],
    report: () => ({
      message:
        'Kan de valuta GBP niet maken of bijwerken in Dataverse, omdat er geen wisselkoers voor is gedefinieerd.',
      source: businessCentral('Currency', 'GBP', 'Pond sterling'),
    }),
  },
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    language: 'de-DE',
    count: 7,
    between: [7, 15],
    report(occurrence) {
      const source = customer(occurrence);
      const message =
        'Der Datensatz Debitor kann nicht aktualisiert werden, da er mit einem gelöschten Datensatz gekoppelt ist.';
      return {
        message,
        source,
        destination: dataverse('account', occurrence.guid(`deleted ${keyOf(source)}`)),
      };
    },
  },
  {
    ...fromDataverse,
    mapping: 'CONTACT',
    language: 'fr-FR',
    count: 6,
    between: [8, 17],
    report(occurrence) {
      const destination = contact(occurrence);
      const message = 'L’opération a expiré. Réessayez.';
      return { message, source: dataverse('contact', occurrence.guid(keyOf(destination))), destination };
    },
  },
  {
    ...toDataverse,
    mapping: 'ITEM-PRODUCT',
    language: 'da-DK',
    count: 5,
    between: [9, 15],
    report: (occurrence) => ({
      message: `Vareenheden ${oneOf(['KASSE', 'PALLE'], occurrence, 'unit')} er ikke tilknyttet.`,
      source: item(occurrence),
    }),
  },
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    language: 'es-ES',
    count: 4,
    between: [9, 18],
    report: (occurrence) => ({
      message: 'Vendedor RG debe estar emparejado con una fila de Dataverse.',
      source: customer(occurrence),
    }),
  },
  {
    ...fromDataverse,
    mapping: 'CUSTOMER',
    count: 6,
    between: [10, 17],
    report(occurrence) {
      const destination = customer(occurrence);
      const message = `Klantboekingsgroep moet een waarde hebben in Klant: Nr.=${keyOf(destination)}. Mag niet nul of leeg zijn.`;
      return {
        message,
        source: dataverse('account', occurrence.guid(keyOf(destination)), destination.name),
        destination,
      };
    },
  },
  {
    ...toDataverse,
    mapping: 'CONTACT',
    count: 5,
    between: [6, 18],
    report: (occurrence) => ({
      message:
        'A record was not created or updated because a duplicate of the current record already exists. (0x80040333)',
      source: contact(occurrence),
    }),
  },
  {
    ...toDataverse,
    mapping: 'VENDOR',
    jobType: 'coupling',
    count: 3,
    between: [13, 14],
    report: () => ({
      message:
        'Failed to couple 1 record(s), because no unique uncoupled matching entity was found in Dataverse Account with the specified matching criteria.',
    }),
  },
];
