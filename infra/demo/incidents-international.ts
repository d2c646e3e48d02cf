import type { Incident } from './incident.ts';
import { businessCentral, contact, customer, dataverse, item, keyOf, oneOf } from './records.ts';

const company = 'CRONUS International Ltd.';
const language = 'en-US';
const integrationUser = 'c1d5a3e0-6d0e-4f11-8f89-000d3a2b4c5d';
const callStack =
  '"CRM Integration Table Synch."(CodeUnit 5340).SynchRecordsToIntegrationTable line 54 - Base Application by Microsoft\n"Integration Rec. Synch. Invoke"(CodeUnit 5345).SynchRecord line 71 - Base Application by Microsoft';

const toDataverse = { company, language, direction: 'to-integration-table' } as const;
const fromDataverse = { company, language, direction: 'from-integration-table' } as const;

const missingPrivilege = (privilege: string, entity: string) =>
  `An error occurred when communicating with Dataverse. Detailed description: Principal user (Id=${integrationUser}, type=8, roleCount=1, privilegeCount=412, accessMode=4), is missing ${privilege} privilege on OTC=1 for entity '${entity}'.`;

/** Incidents of the company that works in English. */
export const internationalIncidents: readonly Incident[] = [
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    count: 46,
    between: [6, 18],
    callStack,
    report(occurrence) {
      const source = customer(occurrence);
      const message = `Modifying Dataverse Account failed because of the following error: ${missingPrivilege('prvWriteAccount', 'account')}`;
      return {
        message,
        source,
        destination: dataverse('account', occurrence.guid(keyOf(source)), source.name),
      };
    },
  },
  {
    ...fromDataverse,
    mapping: 'CONTACT',
    count: 42,
    between: [9, 10],
    report(occurrence) {
      const destination = contact(occurrence);
      const message = `Number of requests exceeded the limit of ${occurrence.draw(2, 'limit') ? 8000 : 6000} over time window of 300 seconds. (0x80072322)`;
      return {
        message,
        source: dataverse('contact', occurrence.guid(keyOf(destination)), destination.name),
        destination,
      };
    },
  },
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    count: 27,
    between: [7, 17],
    report(occurrence) {
      const source = customer(occurrence);
      const message = `Salesperson/Purchaser ${oneOf(['JO', 'LT', 'OF'], occurrence, 'person')} must be coupled to a Dataverse row.`;
      return { message, source };
    },
  },
  {
    ...toDataverse,
    mapping: 'CUSTOMER',
    count: 17,
    between: [8, 18],
    report(occurrence) {
      const source = customer(occurrence);
      const message =
        'Cannot update a record in the Dataverse Account table. The mapping between Credit Limit (LCY) field on the Customer table and the Credit Limit field on the Dataverse Account table is bi-directional, and one or both values have changed since the last synchronization.';
      return {
        message,
        source,
        destination: dataverse('account', occurrence.guid(keyOf(source)), source.name),
      };
    },
  },
  {
    ...toDataverse,
    mapping: 'CURRENCY',
    count: 14,
    between: [1, 24],
    report: () => ({
      message:
        'Cannot create or update the currency GBP in Dataverse, because there is no exchange rate defined for it.',
      source: businessCentral('Currency', 'GBP', 'Pound sterling'),
    }),
  },
  {
    ...toDataverse,
    mapping: 'ITEM-PRODUCT',
    count: 13,
    between: [10, 16],
    report(occurrence) {
      const unit = oneOf(['BOX', 'PALLET'], occurrence, 'unit');
      return { message: `Item unit of measure ${unit} is not coupled.`, source: item(occurrence) };
    },
  },
  {
    ...fromDataverse,
    mapping: 'SALESORDER-ORDER',
    count: 9,
    between: [8, 20],
    report(occurrence) {
      const order = `SO-${1000 + occurrence.draw(400, 'order')}`;
      const message = `The sales order cannot be created. There is no customer coupled to Dataverse account ${oneOf(['Margie Travel', 'Munson Pickles'], occurrence, 'account')}.`;
      return { message, source: dataverse('salesorder', occurrence.guid(order), order) };
    },
  },
  {
    ...toDataverse,
    mapping: 'POSTEDSALESINV-INV',
    count: 12,
    between: [14, 18],
    report(occurrence) {
      const number = `PS-INV10${3200 + occurrence.index}`;
      const message = `Posted sales invoice ${number} is not committed in the SQL database yet. It will be synchronized by the next scheduled synchronization run.`;
      return { message, source: businessCentral('Sales Invoice Header', number) };
    },
  },
  {
    ...toDataverse,
    mapping: 'CONTACT',
    count: 11,
    between: [6, 19],
    report(occurrence) {
      const source = contact(occurrence);
      const message = `The contact ${source.name} must have a contact company that has a business relation to a customer or vendor.`;
      return { message, source };
    },
  },
  {
    ...fromDataverse,
    mapping: 'CUSTOMER',
    count: 6,
    between: [11, 15],
    report(occurrence) {
      const destination = customer(occurrence);
      const message = 'The Customer record cannot be updated because it is coupled to a deleted record.';
      return {
        message,
        source: dataverse('account', occurrence.guid(`deleted ${keyOf(destination)}`)),
        destination,
      };
    },
  },
  {
    ...toDataverse,
    mapping: 'VENDOR',
    count: 5,
    between: [12, 14],
    report: (occurrence) => ({
      message: 'The operation timed out. Try again.\\A task was canceled.',
      source: businessCentral('Vendor', `${20 + occurrence.draw(4, 'vendor')}000`),
    }),
  },
  {
    ...toDataverse,
    mapping: 'OPPORTUNITY',
    count: 4,
    between: [9, 17],
    report: (occurrence) => ({
      message: `The partner portal says no: rule ${300 + occurrence.index} of the discount matrix was not met.`,
      source: businessCentral('Opportunity', `OP0${1000 + occurrence.index}`),
    }),
  },
];
