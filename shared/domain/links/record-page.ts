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
  customer: byNo(21),
  vendor: byNo(26),
  contact: byNo(5050),
  item: byNo(30),
  resource: byNo(76),
  'sales invoice header': byNo(132),
  opportunity: byNo(5124),
  currency: byCode(495),
  'salesperson/purchaser': byCode(5116),
  'unit of measure': byCode(209),
  'customer price group': byCode(7),
  'price list header': byCode(7016),
  'payment terms': byCode(4),
  'shipment method': byCode(11),
  'shipping agent': byCode(428),
  'item unit of measure': { page: 5404, fields: ['Item No.', 'Code'] },
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
  if (name === 'sales header') {
    const [type = '', number = ''] = values;
    const page = documentPages.get(type.toLowerCase());
    return page && number !== '' ? { page, filter: [['No.', number]] } : undefined;
  }
  const found = Object.hasOwn(pages, name) ? pages[name] : undefined;
  if (!found || found.fields.length !== values.length || values.includes('')) return undefined;
  return { page: found.page, filter: found.fields.map((field, index) => [field, values[index] ?? '']) };
}
