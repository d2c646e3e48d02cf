/** Texts of one mapping; `{no}` is the number of the record, `{id}` its id in Dataverse. */
export interface MappingTexts {
  readonly mapping: string;
  readonly table: string;
  readonly entity: string;
  readonly recognized: readonly string[];
  /** Texts that no rule knows: extensions, plug-ins and own code say them. */
  readonly unknown: readonly string[];
}

/** What six mappings report: 60 texts, each a cause or a key of its own, a third of them not recognized. */
export const mappingTexts: readonly MappingTexts[] = [
  {
    mapping: 'CUSTOMER',
    table: 'Customer',
    entity: 'account',
    recognized: [
      'Cannot update a record in the Dataverse Account table. The mapping between Credit Limit (LCY) field on the Customer table and the Credit Limit field on the Dataverse Account table is bi-directional, and one or both values have changed since the last synchronization.',
      'Customer {no} is coupled to a deleted record.',
      'Modifying Customer {no} failed because of the following error: Currency SEK must be coupled to a Dataverse row.',
      'The data could not be updated because of the following error: Payment Terms 14 DAYS must be coupled to a Dataverse row.',
      'Principal user (Id={id}, type=8) is missing prvWriteAccount privilege.',
      'Customer Posting Group must have a value in Customer: No.={no}. It cannot be zero or empty',
      "The length of the 'address1_line1' attribute of the 'account' entity exceeded the maximum allowed length of '250'.",
    ],
    unknown: [
      'Contoso Rebates: the bonus agreement of customer {no} overlaps another one.',
      'Route planner did not find the delivery window for stop {no}.',
      'Loyalty tier of {no} cannot be computed before the season is closed.',
    ],
  },
  {
    mapping: 'CONTACT',
    table: 'Contact',
    entity: 'contact',
    recognized: [
      'The Contact record cannot be updated because it is coupled to a deleted record.',
      "Entity 'Contact' With Id = {id} Does Not Exist",
      'The contact {no} must have a contact company that has a business relation to a customer or vendor.',
      "Validation error for field: E-Mail, Message = 'The email address \"info@\" isn't valid.'",
      'Principal user (Id={id}, type=8) is missing prvReadContact privilege.',
      "The Contact already exists. Identification fields and values: No.='{no}'",
      'Cannot couple Contact {no} to this Dataverse Contact record, because the Dataverse Contact record is already coupled to another.',
    ],
    unknown: [
      'Consent register: purpose MARKETING of person {no} has two answers.',
      'Badge service answered with an empty envelope for visitor {no}.',
      'Salutation formula FORMAL-3 gives no line for {no}.',
    ],
  },
  {
    mapping: 'ITEM-PRODUCT',
    table: 'Item',
    entity: 'product',
    recognized: [
      'Item Unit of Measure ({no}, PCS) must be coupled to a Dynamics 365 Sales record.',
      'Gen. Prod. Posting Group must have a value in Item: No.={no}. It cannot be zero or empty.',
      "Blocked must be equal to 'No' in Item: No.={no}. Current value is 'Yes'.",
      'Base Unit of Measure must have a value in Item: No.={no}. It cannot be zero or empty.',
      'Principal user (Id={id}, type=8) is missing prvCreateProduct privilege.',
      'Cannot find Item record {id}.',
      'You cannot change the Item Type field because there are ledger entries for this item.',
    ],
    unknown: [
      'Label printer queue: the allergen list of article {no} has no approval.',
      'Configurator: variant tree of {no} has a loop at level four.',
      'Sustainability module: footprint class of {no} is unknown to the register.',
      'Packaging tax: weight band of article {no} was not declared.',
    ],
  },
  {
    mapping: 'SALESPEOPLE',
    table: 'Salesperson/Purchaser',
    entity: 'systemuser',
    recognized: [
      'Salesperson/Purchaser {no} must be coupled to a Dataverse row.',
      'Cannot find {no} in table Salesperson/Purchaser.',
      'Principal user (Id={id}, type=8) is missing prvReadUser privilege.',
      'SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: {id}, OwnerId: {id}, OwnerIdType: 8 and CallingUser: {id}. ObjectTypeCode: 8, objectBusinessUnitId: {id}, AccessRights: WriteAccess',
      'AADSTS7000222: The provided client secret keys for app are expired. Visit the Azure portal to create new keys for your app.',
      "The record in table Salesperson/Purchaser already exists. Identification fields and values: Code='{no}'",
    ],
    unknown: [
      'Commission run: scale GOLD has no step for seller {no}.',
      'Territory map: polygon of area {no} crosses itself.',
      'Phone exchange: extension of {no} belongs to two teams.',
    ],
  },
  {
    mapping: 'CURRENCY',
    table: 'Currency',
    entity: 'transactioncurrency',
    recognized: [
      'Cannot create or update the currency NOK in Dataverse, because there is no exchange rate defined for it.',
      'Cannot create or update the currency DKK in Dataverse, because there is no exchange rate defined for it.',
      'Cannot create or update the currency CHF in Dataverse, because there is no exchange rate defined for it.',
      'Currency EUR must be coupled to a Dataverse row.',
      'Cannot find SEK in table Currency.',
      'Principal user (Id={id}, type=8) is missing prvReadTransactionCurrency privilege.',
      'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
    ],
    unknown: [
      'Treasury feed: fixing of lot {no} came twice with other digits.',
      'Hedge book: contract {no} is closed at one side only.',
      'Rounding plan CASH-5 does not cover entry {no}.',
    ],
  },
  {
    mapping: 'POSTEDSALESINV-INV',
    table: 'Sales Invoice Header',
    entity: 'invoice',
    recognized: [
      'Item No. {no} must be coupled to a Dynamics 365 Sales record.',
      'Cannot find the coupled Dynamics 365 Sales invoice header.',
      'Customer {no} must be coupled to a Dynamics 365 Sales record.',
      'Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 1205',
      'Principal user (Id={id}, type=8) is missing prvCreateInvoice privilege.',
      'You do not have the following permissions on TableData Sales Invoice Header: Modify',
    ],
    unknown: [
      'Archive connector: sheet 2 of document {no} has another checksum.',
      'Dunning texts: paragraph GREETING of {no} is longer than the form.',
      'Freight audit: carrier quote for shipment {no} was withdrawn.',
      'Clearing portal: envelope {no} waits for the second signature.',
    ],
  },
];
