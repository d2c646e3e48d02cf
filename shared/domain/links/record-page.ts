import { englishTableName } from './table-names.ts';

/** A page of Business Central and the fields that its filter needs, in the order of the record id. */
interface RecordPage {
  readonly page: number;
  readonly fields: readonly string[];
}

const byNo = (page: number): RecordPage => ({ page, fields: ['No.'] });
const byCode = (page: number): RecordPage => ({ page, fields: ['Code'] });

/** Pages by the English name of their table. */
const pages: Readonly<Record<string, RecordPage>> = {
  Customer: byNo(21),
  Vendor: byNo(26),
  Contact: byNo(5050),
  Item: byNo(30),
  Resource: byNo(76),
  'Sales Invoice Header': byNo(132),
  Opportunity: byNo(5124),
  Currency: byCode(495),
  'Salesperson/Purchaser': byCode(5116),
  'Unit of Measure': byCode(209),
  'Customer Price Group': byCode(7),
  'Price List Header': byCode(7016),
  'Payment Terms': byCode(4),
  'Shipment Method': byCode(11),
  'Shipping Agent': byCode(428),
  'Item Unit of Measure': { page: 5404, fields: ['Item No.', 'Code'] },
};

/** Pages of sales documents by document type, the first field of their key. */
const documentPages: ReadonlyMap<string, number> = new Map([
  ['quote', 41],
  ['offerte', 41],
  ['order', 42],
  ['invoice', 43],
  ['factuur', 43],
]);

/** The page that shows a record, and the filter that selects it. `undefined` if the page of the table is not known. */
export function recordPage(
  table: string,
  values: readonly string[],
): { page: number; filter: readonly (readonly [field: string, value: string])[] } | undefined {
  const name = englishTableName(table);
  if (name === 'Sales Header') {
    const [type = '', number = ''] = values;
    const page = documentPages.get(type.toLowerCase());
    return page && number !== '' ? { page, filter: [['No.', number]] } : undefined;
  }
  const found = name === undefined ? undefined : pages[name];
  if (!found || found.fields.length !== values.length || values.includes('')) return undefined;
  return { page: found.page, filter: found.fields.map((field, index) => [field, values[index] ?? '']) };
}
