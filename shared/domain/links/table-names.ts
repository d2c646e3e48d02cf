/** Tables of Business Central by their English name, with the names they have in other languages. */
const translations: Readonly<Record<string, readonly string[]>> = {
  customer: ['klant', 'debitor', 'client', 'cliente'],
  vendor: ['leverancier', 'kreditor', 'fournisseur', 'proveedor'],
  contact: ['contactpersoon', 'kontakt', 'contacto'],
  item: ['artikel', 'article', 'producto', 'vare'],
  resource: ['ressource', 'recurso'],
  'sales header': ['verkoopkop'],
  'sales invoice header': ['verkoopfactuurkop', 'verkaufsrechnungskopf'],
  opportunity: ['verkoopkans', 'verkaufschance', 'opportunité', 'oportunidad'],
  currency: ['valuta', 'währung', 'devise', 'divisa'],
  'salesperson/purchaser': ['verkoper/inkoper', 'verkäufer/einkäufer'],
  'unit of measure': ['eenheid', 'einheit', 'unité', 'unidad de medida', 'enhed'],
  'customer price group': ['klantprijsgroep', 'debitorenpreisgruppe'],
  'price list header': ['prijslijstkop'],
  'payment terms': ['betalingscondities', 'betalingscondition'],
  'shipment method': ['verzendwijze'],
  'shipping agent': ['expediteur'],
  'item unit of measure': ['artikeleenheid'],
};

const englishNames: ReadonlyMap<string, string> = new Map(
  Object.entries(translations).flatMap(([english, others]) => others.map((name) => [name, english] as const)),
);

/** The English name of a table in lower case; a name that is not known stays as it is, in lower case. */
export function englishTableName(name: string): string {
  const lower = name.trim().toLowerCase();
  return englishNames.get(lower) ?? lower;
}
