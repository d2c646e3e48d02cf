/** A page of Business Central, and the key fields of its table in the order of the record id. */
interface RecordPage {
  readonly page: number;
  readonly fields: readonly string[];
}

const byNo = (page: number): RecordPage => ({ page, fields: ['No.'] });
const byCode = (page: number): RecordPage => ({ page, fields: ['Code'] });

/** Pages by the name of their table, in the most frequent languages of record ids. */
const pages: ReadonlyMap<string, RecordPage> = new Map(
  [
    { names: ['customer', 'klant', 'debitor', 'client', 'cliente'], page: byNo(21) },
    { names: ['vendor', 'leverancier', 'kreditor', 'fournisseur', 'proveedor'], page: byNo(26) },
    { names: ['contact', 'contactpersoon', 'kontakt', 'contacto'], page: byNo(5050) },
    { names: ['item', 'artikel', 'article', 'producto', 'vare'], page: byNo(30) },
    { names: ['resource', 'ressource', 'recurso'], page: byNo(76) },
    { names: ['sales invoice header', 'verkoopfactuurkop', 'verkaufsrechnungskopf'], page: byNo(132) },
    {
      names: ['opportunity', 'verkoopkans', 'verkaufschance', 'opportunité', 'oportunidad'],
      page: byNo(5124),
    },
    { names: ['currency', 'valuta', 'währung', 'devise', 'divisa'], page: byCode(495) },
    { names: ['salesperson/purchaser', 'verkoper/inkoper', 'verkäufer/einkäufer'], page: byCode(5116) },
    {
      names: ['unit of measure', 'eenheid', 'einheit', 'unité', 'unidad de medida', 'enhed'],
      page: byCode(209),
    },
    { names: ['customer price group', 'klantprijsgroep', 'debitorenpreisgruppe'], page: byCode(7) },
    { names: ['price list header', 'prijslijstkop'], page: byCode(7016) },
    { names: ['payment terms', 'betalingscondities', 'betalingscondition'], page: byCode(4) },
    { names: ['shipment method', 'verzendwijze'], page: byCode(11) },
    { names: ['shipping agent', 'expediteur'], page: byCode(428) },
    { names: ['item unit of measure', 'artikeleenheid'], page: { page: 5404, fields: ['Item No.', 'Code'] } },
  ].flatMap(({ names, page }) => names.map((name): [string, RecordPage] => [name, page])),
);

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
  const name = table.toLowerCase();
  if (name === 'sales header' || name === 'verkoopkop') {
    const [type = '', number = ''] = values;
    const page = documentPages.get(type.toLowerCase());
    return page && number !== '' ? { page, filter: [['No.', number]] } : undefined;
  }
  const found = pages.get(name);
  if (!found || found.fields.length !== values.length || values.includes('')) return undefined;
  return { page: found.page, filter: found.fields.map((field, index) => [field, values[index] ?? '']) };
}
