import { cutAt, type LabelledText, wrapped } from './diagnosis-text-shapes.ts';

const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const conflict =
  'Cannot update a record in the Dataverse Account table. The mapping between Credit Limit (LCY) field on the Customer table and the Credit Limit field on the Dataverse Account table is bi-directional, and one or both values have changed since the last synchronization.';

/** Labels of Business Central's integration, filled in, cut, wrapped and marked up. */
export const labelTexts: readonly LabelledText[] = [
  [conflict, 'update-conflict', 'record-user'],
  [cutAt(250, conflict), 'update-conflict', 'record-user'],
  [cutAt(250, wrapped('Dataverse Account', conflict)), 'update-conflict', 'record-user'],
  [`<p>${conflict.replace('table. ', 'table.<br/>')}</p>`, 'update-conflict', 'record-user'],
  [
    'Cannot update a record in the %2 table. The mapping between %3 field on the %1 table and the %4 field on the %2 table is bi-directional, and one or both values have changed since the last synchronization.',
    'update-conflict',
    'record-user',
  ],
  [
    'The Sales Price record cannot be updated because it is coupled to a deleted record.',
    'coupled-record-deleted',
    'record-user',
  ],
  [
    wrapped('Contact', 'The Contact record cannot be updated because it is coupled to a deleted record.'),
    'coupled-record-deleted',
    'record-user',
  ],
  ['Customer C-1020 is coupled to a deleted record.', 'coupled-record-deleted', 'record-user'],
  [
    'Salesperson Code LT must be coupled to a record in Dynamics 365 Sales.',
    'dependency-not-coupled',
    'record-user',
  ],
  ['Currency Code GBP must be coupled to a Dataverse row.', 'dependency-not-coupled', 'record-user'],
  [
    'Item No. 1896-S must be coupled to a Dynamics 365 Sales record.',
    'dependency-not-coupled',
    'record-user',
  ],
  ['Item No. %1 must be coupled to a record in %2.', 'dependency-not-coupled', 'record-user'],
  [
    'Item Unit of Measure (1896-S, PCS) must be coupled to a Dynamics 365 Sales record.',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    wrapped(
      'Posted Sales Invoice',
      wrapped('Sales Invoice Line', 'Item No. 1896-S must be coupled to a Dataverse row.'),
    ),
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'The data could not be updated because of the following error: Salesperson Code BC must be coupled to a Dataverse row..',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'Service Item SI-0001 must be coupled to Dynamics 365 Field Service.',
    'dependency-not-coupled',
    'record-user',
  ],
  ['Item unit of measure PALLET is not coupled.', 'dependency-not-coupled', 'record-user'],
  ['Resource unit of measure HOUR is not coupled.', 'dependency-not-coupled', 'record-user'],
  [
    'The Dynamics 365 Sales unit Each is not coupled to a unit of measure.',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'The sales order cannot be created. The Dynamics 365 Sales product Bicycle is not coupled to an item.',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'The sales order cannot be created. There is no customer coupled to Dynamics 365 Sales account Adatum Corporation.',
    'dependency-not-coupled',
    'record-user',
  ],
  ['Cannot find the coupled Dynamics 365 Sales invoice header.', 'dependency-not-coupled', 'record-user'],
  [
    'Cannot couple Adatum Corporation to this Customer record, because the Customer record is already coupled to Trey Research.',
    'already-coupled',
    'record-user',
  ],
  [
    'Coupling Customer failed because of the following error: Cannot couple the Customer record to Trey Research, because Trey Research is already coupled to another Customer record.',
    'already-coupled',
    'record-user',
  ],
  [
    'Failed to couple 340 record(s), because no unique uncoupled matching entity was found in Dataverse with the specified matching criteria.',
    'match-not-unique',
    'record-user',
  ],
  [`Cannot find Customer record ${guid}.`, 'record-missing', 'record-user'],
  ['Cannot find PK in table Salesperson/Purchaser.', 'record-missing', 'record-user'],
  ['The source record was not found.', 'record-missing', 'record-user'],
  ['The sales quote cannot be created. The resource LINA does not exist.', 'record-missing', 'record-user'],
  [
    "The Ship-to Address does not exist. Identification fields and values: Customer No.='20000',Code='NORTH'",
    'record-missing',
    'record-user',
  ],
  [
    'The contact CT000012 must have a contact company that has a business relation to a customer or vendor.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'The contact cannot be synchronized because the company does not exist.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'Dynamics 365 Sales account should have relationship type of Customer or Vendor.',
    'business-data-invalid',
    'record-user',
  ],
  ['Cannot synchronize the product 1896-S.', 'business-data-invalid', 'record-user'],
  [
    'The value that you are trying to convert is in incorrect format.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'Gen. Prod. Posting Group must have a value in Item: No.=1896-S. It cannot be zero or empty.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'The field Country/Region Code of table Customer contains a value (UK) that cannot be found in the related table (Country/Region).',
    'business-data-invalid',
    'record-user',
  ],
  [
    'The length of the string is 62, but it must be less than or equal to 50 characters. Value: International Trading and Shipping Company of Rotterdam BV',
    'business-data-invalid',
    'record-user',
  ],
  [
    wrapped(
      'Customer',
      "Your entry of '12-34' is not an acceptable value for 'Phone No.'. The field must not contain letters.",
    ),
    'business-data-invalid',
    'record-user',
  ],
  [
    'Base Unit of Measure must have a value in Item: No.=70000. It cannot be zero or empty.',
    'unit-of-measure-invalid',
    'record-user',
  ],
  [
    'Unit group RESOURCE LINA UOM GR is assigned to multiple products. You cannot use the same unit group for multiple products.',
    'unit-of-measure-invalid',
    'record-user',
  ],
  ["The quantity on the unit of measure 'PCS' should be 1.", 'unit-of-measure-invalid', 'record-user'],
  [
    "Cannot find any unit of measure inside the unit group 'PCS' in Dynamics 365 Sales.",
    'unit-of-measure-invalid',
    'record-user',
  ],
  [
    'CRM Unit PCS with Unit Group Id {3F2504E0-4F89-41D3-9A0C-0305E82C3301} does not exist.',
    'unit-of-measure-invalid',
    'record-user',
  ],
  [
    'The Unit Group PCS already exists in Dynamics 365 Sales, but it cannot be synchronized, because it is inactive.',
    'record-inactive-or-readonly',
    'record-user',
  ],
  [
    'Cannot create or update the currency NOK in Dataverse, because there is no exchange rate defined for it.',
    'exchange-rate-missing',
    'administrator',
  ],
  [
    wrapped(
      'Dataverse Transactioncurrency',
      'Cannot create or update the currency DKK in Dynamics 365 Sales, because there is no exchange rate defined for it.',
    ),
    'exchange-rate-missing',
    'administrator',
  ],
  [
    "There is no Currency Exchange Rate within the filter.\r\n\r\nFilters: Currency Code: CHF, Starting Date: ''..22-11-26",
    'exchange-rate-missing',
    'administrator',
  ],
  [
    "The currency with the ISO code 'SEK' cannot be found. Therefore, the exchange rate between 'EUR' and 'SEK' cannot be calculated.",
    'currency-setup-missing',
    'administrator',
  ],
  ["Cannot find the currency with the value 'JPY' in Dataverse.", 'currency-setup-missing', 'administrator'],
  [
    'To enable the connection to Dataverse, you must specify the LCY Code in General Ledger Setup.',
    'currency-setup-missing',
    'administrator',
  ],
  [
    'The base currency is not defined. Disable and enable CRM connection to initialize setup properly.',
    'currency-setup-missing',
    'administrator',
  ],
  ['The Dynamics 365 Sales connection is not enabled.', 'connection-disabled', 'administrator'],
  ['The synchronization direction cannot be determined.', 'mapping-misconfigured', 'administrator'],
  [
    "You must specify which fields on the table mapping 'VENDOR' should be used for match-based coupling.",
    'mapping-misconfigured',
    'administrator',
  ],
  [
    'Table 6 must be mapped to table 5346 to transfer value between fields 8 and 27.',
    'mapping-misconfigured',
    'administrator',
  ],
  ['No mapping is set for Ship-to Address.', 'mapping-misconfigured', 'administrator'],
  ['The Config. Template Header CRMCUST was not found.', 'mapping-misconfigured', 'administrator'],
  ['Entity owner differs from the expected one.', 'ownership-mismatch', 'administrator'],
  [`There is no business unit with ID ${guid} in Dataverse.`, 'ownership-mismatch', 'administrator'],
  [
    'Base Dataverse integration solution bcbi_CdsBaseIntegration is not installed.',
    'solution-missing',
    'administrator',
  ],
  [
    'Sales line contains a write-in product. You must choose the default write-in product in Sales & Receivables Setup window.',
    'setup-incomplete',
    'administrator',
  ],
  [
    'Customer Nos. must have a value in Sales & Receivables Setup: Primary Key=. It cannot be zero or empty.',
    'setup-incomplete',
    'administrator',
  ],
  [
    'The integration user that is specified in the Dataverse connection setup does not exist.',
    'integration-user-invalid',
    'administrator',
  ],
  [
    'User sync@adatum.example is not an integration user on server https://adatum.crm4.dynamics.com.',
    'integration-user-invalid',
    'administrator',
  ],
  [
    'Posted sales invoice 103033 is not committed in the SQL database yet. It will be synchronized by the next scheduled synchronization run.',
    'not-committed-yet',
    'wait',
  ],
  [
    'The operation timed out. Try again.\\\\The request took longer than two minutes.',
    'timeout-or-network',
    'wait',
  ],
  ['The synchronization process is in a state that is not valid.', 'internal-error', 'support'],
  ['The integration record synchronization context has not been initialized.', 'internal-error', 'support'],
  [
    'Table connection for table type CRM must be registered using RegisterTableConnection or cmdlet New-NAVTableConnection before it can be used.',
    'table-connection-missing',
    'record-user',
  ],
  [
    'You do not have the following permissions on TableData Integration Table Mapping: Read.\r\nTo view details about your permissions, see the Effective Permissions page.',
    'bc-permission-missing',
    'administrator',
  ],
  [
    'Another user has modified the record for this Contact after you retrieved it from the database.\r\nEnter the changes again in the updated window.',
    'lock-or-concurrency',
    'wait',
  ],
  [
    'The CRM Integration Record table cannot be locked or changed because it is already locked by the user with User ID BATCH.',
    'lock-or-concurrency',
    'wait',
  ],
  [
    'Your license does not grant you the following permissions on CodeUnit CRM Integration Table Synch.: Execute.',
    'license-missing',
    'administrator',
  ],
];
