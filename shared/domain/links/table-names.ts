/** Tables of Business Central by their English name, with other names and captions that stand for them, in lower case. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  Customer: [
    'klant',
    'debitor',
    'client',
    'cliente',
    'account',
    'bill-to',
    'bill-to customer',
    'sell-to',
    'sell-to customer',
  ],
  Vendor: ['leverancier', 'kreditor', 'fournisseur', 'proveedor'],
  Contact: ['contactpersoon', 'kontakt', 'contacto', 'bill-to contact', 'sell-to contact'],
  Item: ['artikel', 'article', 'artículo', 'producto', 'vare', 'product', 'produkt', 'produit'],
  Resource: ['ressource', 'recurso'],
  'Sales Header': ['verkoopkop', 'verkaufskopf', 'salgshoved', 'en-tête vente', 'sales order'],
  'Sales Invoice Header': ['verkoopfactuurkop', 'verkaufsrechnungskopf'],
  Opportunity: ['verkoopkans', 'verkaufschance', 'opportunité', 'oportunidad'],
  Currency: ['valuta', 'währung', 'devise', 'divisa'],
  'Salesperson/Purchaser': [
    ...['salesperson', 'sales person', 'verkoper', 'verkoper/inkoper', 'verkäufer', 'verkäufer/einkäufer'],
    ...[
      'vendeur',
      'vendeur/acheteur',
      'vendedor',
      'vendedor/comprador',
      'comercial',
      'sælger',
      'sælger/indkøber',
    ],
  ],
  'Unit of Measure': [
    ...['eenheid', 'maateenheid', 'einheit', 'maßeinheit', 'mengeneinheit', 'unité', 'unité de mesure'],
    ...['unidad', 'unidad de medida', 'enhed', 'enheden', 'måleenhed', 'måleenheden'],
    ...['base unit of measure', 'basiseinheit'],
  ],
  'Unit Group': ['eenheidsgroep'],
  'Item Unit of Measure': ['artikeleenheid', 'artikelmaateenheid', 'artikeleinheit', 'vareenheden'],
  'Resource Unit of Measure': [
    'resource-eenheid',
    'resourcemaateenheid',
    'ressourceneinheit',
    'ressourceenheden',
  ],
  'Customer Price Group': ['klantprijsgroep', 'debitorenpreisgruppe', 'price list', 'prijslijst'],
  'Price List Header': ['prijslijstkop'],
  'Payment Terms': ['betalingscondities', 'betalingscondition'],
  'Shipment Method': ['verzendwijze'],
  'Shipping Agent': ['expediteur'],
};

const englishNames: ReadonlyMap<string, string> = new Map(
  Object.entries(otherNames).flatMap(([english, others]) => [
    [english.toLowerCase(), english] as const,
    ...others.map((name) => [name, english] as const),
  ]),
);

/** What a caption adds to the name of its table: "Salesperson Code", "Währungscode", "Cód. divisa". */
const addition = /^(?:code|cód\.|código) |[ -]?(?:code|kode|código|no\.|nr\.|n\.º|numéro|nummer|name)$/g;

/**
 * The English name of a table of Business Central, such as "Salesperson/Purchaser", from its name in any language or the
 * caption of a field that refers to it; undefined for a name that is not known.
 */
export function englishTableName(name: string): string | undefined {
  const lower = name.trim().toLowerCase();
  const stem = lower.replaceAll(addition, '');
  return englishNames.get(lower) ?? englishNames.get(stem) ?? englishNames.get(stem.replace(/s$/, ''));
}
