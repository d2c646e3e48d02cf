/**
 * The mappings that Business Central sets up by itself, with the English name of the table that each
 * synchronizes (codeunits `CRM Setup Defaults` and `CDS Setup Defaults`).
 */
const tableOfMapping: Readonly<Record<string, string>> = {
  CUSTOMER: 'Customer',
  VENDOR: 'Vendor',
  CONTACT: 'Contact',
  CURRENCY: 'Currency',
  SALESPEOPLE: 'Salesperson/Purchaser',
  'ITEM-PRODUCT': 'Item',
  'RESOURCE-PRODUCT': 'Resource',
  UNITOFMEASURE: 'Unit of Measure',
  'UNIT OF MEASURE': 'Unit of Measure',
  'UNIT GROUP': 'Unit Group',
  'ITEM UOM': 'Item Unit of Measure',
  'RESOURCE UOM': 'Resource Unit of Measure',
  'CUSTPRCGRP-PRICE': 'Customer Price Group',
  'PLHEADER-PRICE': 'Price List Header',
  'POSTEDSALESINV-INV': 'Sales Invoice Header',
  OPPORTUNITY: 'Opportunity',
  'SALESORDER-ORDER': 'Sales Header',
  'PAYMENT TERMS': 'Payment Terms',
  'SHIPMENT METHOD': 'Shipment Method',
  'SHIPPING AGENT': 'Shipping Agent',
};

/** The standard mappings that synchronize a table, given by its English name; none for a table without one. */
export function mappingsOf(table: string): readonly string[] {
  return Object.keys(tableOfMapping).filter((mapping) => tableOfMapping[mapping] === table);
}
