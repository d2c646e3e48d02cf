import type { RecordReference } from '../../shared/domain/reports/error-report.ts';
import type { Occurrence } from './incident.ts';

const customers = [
  'Adatum Corporation',
  'Trey Research',
  'School of Fine Art',
  'Alpine Ski House',
  'Relecloud',
  'Fabrikam Residences',
  'Wide World Importers',
  'Lamna Healthcare',
  'Bellows College',
  'Tailwind Traders',
  'Northwind Bakery',
  'Proseware',
] as const;

const contacts = ['Helen Ray', 'Meagan Bond', 'Ian Deberry', 'Robert Townes', 'Esther Valle', 'Otto Falk'];

const items = [
  'ATHENS Desk',
  'PARIS Guest Chair',
  'LONDON Swivel Chair',
  'AMSTERDAM Lamp',
  'ROME Guest Chair',
];

/** One of several texts, drawn for an error. */
export function oneOf(values: readonly string[], { draw }: Occurrence, purpose: string): string {
  return values[draw(values.length, purpose)] ?? '';
}

/** A customer in Business Central. */
export function customer(occurrence: Occurrence): RecordReference {
  const number = occurrence.draw(customers.length, 'customer');
  return businessCentral('Customer', `${10 + number}000`, customers[number]);
}

/** A contact in Business Central. */
export function contact(occurrence: Occurrence): RecordReference {
  const number = occurrence.draw(contacts.length, 'contact');
  return businessCentral('Contact', `CT00${number + 10}`, contacts[number]);
}

/** An item in Business Central. */
export function item(occurrence: Occurrence): RecordReference {
  const number = occurrence.draw(items.length, 'item');
  return businessCentral('Item', `${1896 + 4 * number}-S`, items[number]);
}

/** A record in Business Central. Its record id holds the name of the table and the key. */
export function businessCentral(table: string, key: string, name?: string): RecordReference {
  return { app: 'business-central', table, recordId: `${table}: ${key}`, ...(name ? { name } : {}) };
}

/** A row in Dataverse; `table` is the logical name. */
export function dataverse(table: string, id: string, name?: string): RecordReference {
  return { app: 'dataverse', table, recordId: id, ...(name ? { name } : {}) };
}

/** The key in a record id of Business Central, such as `10000` of `Customer: 10000`. */
export function keyOf({ recordId = '' }: RecordReference): string {
  return recordId.slice(recordId.indexOf(': ') + 2);
}
