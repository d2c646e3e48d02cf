import type { RecordReference } from '../../shared/domain/reports/error-report.ts';
import type { Occurrence } from './incidents.ts';

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

const people = ['Helen Ray', 'Meagan Bond', 'Ian Deberry', 'Robert Townes', 'Esther Valle', 'Otto Falk'];

const items = [
  'ATHENS Desk',
  'PARIS Guest Chair',
  'LONDON Swivel Chair',
  'AMSTERDAM Lamp',
  'ROME Guest Chair',
];

/** Text that is one of several, the same for the same error. */
export function oneOf(values: readonly string[], { draw }: Occurrence, salt: string): string {
  return values[draw(values.length, salt)] ?? '';
}

/** A customer in Business Central. */
export function customer(occurrence: Occurrence): RecordReference {
  const number = occurrence.draw(customers.length, 'customer');
  return businessCentral('Customer', `${10 + number}000`, customers[number]);
}

/** A contact in Business Central. */
export function contact(occurrence: Occurrence): RecordReference {
  const number = occurrence.draw(people.length, 'contact');
  return businessCentral('Contact', `CT00${number + 10}`, people[number]);
}

/** An item in Business Central. */
export function item(occurrence: Occurrence): RecordReference {
  const number = occurrence.draw(items.length, 'item');
  return businessCentral('Item', `${1896 + 4 * number}-S`, items[number]);
}

/** A record in Business Central: its record id is the table's name and its key. */
export function businessCentral(table: string, key: string, name?: string): RecordReference {
  return { app: 'business-central', table, recordId: `${table}: ${key}`, ...(name ? { name } : {}) };
}

/** A row in Dataverse, of a table by its logical name. */
export function dataverse(table: string, id: string, name?: string): RecordReference {
  return { app: 'dataverse', table, recordId: id, ...(name ? { name } : {}) };
}

/** The key in a record id of Business Central, such as `10000` of `Customer: 10000`. */
export function keyOf({ recordId = '' }: RecordReference): string {
  return recordId.slice(recordId.indexOf(': ') + 2);
}
