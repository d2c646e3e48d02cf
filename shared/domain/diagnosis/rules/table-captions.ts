import { builtOnce } from '../matching/built-once.ts';

/** Captions of tables and fields that a coupling can be about, in every language; lower case. */
const captions = [
  // Documents
  ...['sales header', 'verkoopkop', 'verkaufskopf', 'salgshoved', 'en-tête vente'],
  ...['sales line', 'sales order', 'sales invoice', 'sales quote', 'opportunity'],
  ...[
    'project',
    'project task',
    'job',
    'work order',
    'work order type',
    'work order product',
    'work order service',
  ],
  ...[
    'service item',
    'service order',
    'service order type',
    'bookable resource',
    'customer asset',
    'incident type',
  ],
  ...['project planning line', 'job planning line', 'sales price', 'opportunity', 'business unit', 'company'],
  // Units
  ...['unit of measure', 'item unit of measure', 'resource unit of measure', 'base unit of measure'],
  ...['unit group', 'eenheidsgroep'],
  ...['maateenheid', 'artikelmaateenheid', 'resourcemaateenheid'],
  ...['eenheid', 'artikeleenheid', 'resource-eenheid'],
  ...['einheit', 'artikeleinheit', 'ressourceneinheit', 'basiseinheit', 'maßeinheit', 'mengeneinheit'],
  ...['unité', 'unité de mesure', 'unidad', 'unidad de medida'],
  ...['enhed', 'enheden', 'måleenhed', 'måleenheden', 'vareenheden', 'ressourceenheden'],
  // Currencies
  ...['currency', 'valuta', 'währung', 'devise', 'divisa'],
  ...['valutacode', 'währungscode', 'code devise', 'cód. divisa', 'valutakode'],
  // Salespersons
  ...['salesperson', 'salesperson/purchaser', 'sales person', 'comercial'],
  ...['verkoper', 'verkoper/inkoper', 'verkoperscode'],
  ...['verkäufer', 'verkäufer/einkäufer', 'verkäufercode'],
  ...['vendeur', 'vendeur/acheteur', 'code vendeur'],
  ...['vendedor', 'vendedor/comprador', 'cód. vendedor'],
  ...['sælger', 'sælger/indkøber', 'sælgerkode'],
  // Customers, contacts and vendors
  ...['account', 'bill-to', 'sell-to'],
  ...['customer', 'klant', 'debitor', 'client', 'cliente'],
  ...['contact', 'kontakt', 'contacto'],
  ...['vendor', 'leverancier', 'kreditor', 'fournisseur', 'proveedor'],
  // Items and resources
  ...['item', 'artikel', 'article', 'artículo', 'vare'],
  ...['product', 'produkt', 'produit', 'producto'],
  ...['resource', 'ressource', 'recurso'],
  // Italian, Swedish, Norwegian and Portuguese
  ...[
    'valuta',
    'codice valuta',
    'valutakod',
    'moeda',
    'cód. divisa',
    'cód. moeda',
    'código de divisa',
    'valutaen',
    'valutan',
  ],
  ...[
    'agente',
    'codice agente',
    'venditore',
    'säljare',
    'säljarkod',
    'säljare/inköpare',
    'selger',
    'selgerkode',
    'vendedor',
  ],
  ...[
    'cliente',
    'kund',
    'kunden',
    'kunde',
    'contatto',
    'contato',
    'kontakten',
    'fornitore',
    'leverantör',
    'leverandør',
  ],
  ...[
    'fornecedor',
    'articolo',
    'prodotto',
    'vare',
    'varen',
    'artikeln',
    'produto',
    'produkten',
    'produktet',
    'risorsa',
    'resurs',
  ],
  ...[
    'ressurs',
    'unità',
    'unità di misura',
    'enhet',
    'enheten',
    'måttenhet',
    'måttenheten',
    'måleenheten',
    'artikelenhet',
  ],
  ...[
    'unidade',
    'unidade de medida',
    'listino prezzi',
    'prislista',
    'prisliste',
    'lista de preços',
    'gruppo di unità',
  ],
  ...[
    'enhetsgrupp',
    'enhetsgruppe',
    'grupo de unidades',
    'termini di pagamento',
    'betalningsvillkor',
    'betalingsbetingelser',
  ],
  // Prices and terms
  ...['price list', 'prijslijst', 'customer price group'],
  ...['payment terms', 'shipment method', 'shipping agent', 'location', 'warehouse'],
];

/** What may follow such a caption as a part of it. */
const suffixes = [
  ...['code', 'kode', 'código', 'name', 'contact', 'customer'],
  ...['no.', 'nr.', 'n.º', 'n.', 'numéro', 'nummer'],
];

const oneOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', String.raw`\.`);

/** A caption at the beginning of a text, with its suffix. */
export const tableCaption = builtOnce(
  () => new RegExp(String.raw`^(?:${oneOf(captions)})(?=[\s:(.,]|$)(?: (?:${oneOf(suffixes)}))?`, 'i'),
);

/** The part of a caption that shows that it is about a currency. */
export const currencyCaption = /currency|valuta|währung|devise|divisa/i;
