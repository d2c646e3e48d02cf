import type { UserCauseTexts } from '../cause-text.ts';

/** English texts for the causes that record users resolve, or that pass by themselves. */
export const userCauses = (): UserCauseTexts => ({
  'update-conflict': {
    title: 'Both sides changed the same record',
    explanation:
      'A field that is synchronized in both directions was changed in Business Central and in Dataverse since the last run. Neither value is overwritten until somebody chooses one.',
    steps: [
      {
        key: 'Open the page Coupled Data Synchronization Errors and select the record; the field is {key}.',
        otherwise: 'Open the page Coupled Data Synchronization Errors and select the record.',
      },
      'Compare both records and decide which value is right.',
      'Choose Synchronize and pick the direction that keeps that value.',
      'If this happens often, ask an administrator to fill in Resolve Update Conflicts on the page Integration Table Mappings, then choose Retry All.',
    ],
  },
  'coupled-record-deleted': {
    title: 'The coupled record was deleted',
    explanation: 'One of the two coupled records no longer exists, so the other one cannot be updated.',
    steps: [
      {
        key: 'Open the page Coupled Data Synchronization Errors and select the {key} record.',
        otherwise: 'Open the page Coupled Data Synchronization Errors and select the record.',
      },
      'Choose Restore Records to create the missing record again, Delete Records to delete the remaining one, or Delete Couplings to keep it without its counterpart.',
      'If this happens often, ask an administrator to fill in Resolve Deletion Conflicts on the page Integration Table Mappings.',
    ],
  },
  'record-missing': {
    title: 'A required record does not exist',
    explanation:
      'The synchronization looks up a record by its number, code or GUID and does not find it in one of the two apps.',
    steps: [
      {
        key: 'Look up which record is meant: "{evidence}" (table {key}).',
        otherwise: 'Look up which record is meant: "{evidence}".',
      },
      'Create the record again, or change the reference to a record that exists.',
      'On the page Coupled Data Synchronization Errors, choose Retry for the record.',
    ],
  },
  'dependency-not-coupled': {
    title: 'A related record is not coupled yet',
    explanation:
      'The record refers to another record, such as a salesperson, currency, unit or customer. That record has no counterpart in the other app yet.',
    steps: [
      {
        key: 'Open the record that is not coupled ({key}): "{evidence}".',
        otherwise: 'Open the record that is not coupled: "{evidence}".',
      },
      'Choose Set Up Coupling and select its counterpart, or create a new record there.',
      'On the page Coupled Data Synchronization Errors, choose Retry for the record that failed.',
    ],
  },
  'already-coupled': {
    title: 'One of the records is already coupled',
    explanation: 'A record can be coupled to one record only. This one is already coupled to another.',
    steps: [
      'Check which of the two couplings is right: "{evidence}".',
      {
        key: 'If the existing coupling is wrong, open the {key} record that has it and choose Delete Coupling.',
        otherwise:
          'If the existing coupling is wrong, open the record that has it and choose Delete Coupling.',
      },
      'Choose Set Up Coupling on the right record.',
    ],
  },
  'match-not-unique': {
    title: 'Match-based coupling found no single match',
    explanation:
      'With the chosen criteria, a record matches no uncoupled record in the other app, or more than one.',
    steps: [
      {
        key: 'Open the list page of the records of the mapping {key} and find those that are not coupled.',
        otherwise: 'Open the list page of the records and find those that are not coupled.',
      },
      'Choose Set Up Coupling on each record and select its counterpart. For many records, choose Match-Based Coupling with criteria that identify a record, such as the number.',
      'Merge or delete duplicate records.',
    ],
  },
  'duplicate-record': {
    title: 'The record already exists',
    explanation:
      'A duplicate detection rule, an alternate key or a unique index rejects a second record with the same values.',
    steps: [
      {
        key: 'Look for the record in the table {key} of the other app with the same number, name or e-mail address.',
        otherwise: 'Look for the record in the other app with the same number, name or e-mail address.',
      },
      'If it is the same record, choose Set Up Coupling and couple the two. If not, change the value that must be unique.',
      'On the page Coupled Data Synchronization Errors, choose Retry for the record.',
    ],
  },
  'unit-of-measure-invalid': {
    title: 'The unit of measure does not fit',
    explanation:
      'The unit, unit group or base unit is missing, exists more than once, was renamed, or does not belong to the product.',
    steps: [
      'Check the unit that the message names: "{evidence}".',
      'In Business Central, open the item or resource, choose Units of Measure, and check the base unit of measure.',
      'In Dynamics 365 Sales, open the unit group of the product and check that it has that unit, with the same name and quantity.',
      'Synchronize the unit first (mappings UNIT OF MEASURE, UNIT GROUP, ITEM UOM or RESOURCE UOM), then the item or resource.',
    ],
  },
  'business-data-invalid': {
    title: 'A value on the record is invalid',
    explanation:
      'The other app rejects a value: it is missing, too long, of the wrong type, or does not fit the rest of the record.',
    steps: [
      {
        key: 'Open the record and go to {key}.',
        otherwise: 'Open the record and find the value that the message names: "{evidence}".',
      },
      'Correct the value so that it is valid in both apps.',
      'On the page Coupled Data Synchronization Errors, choose Retry for the record.',
    ],
  },
  'record-inactive-or-readonly': {
    title: 'The record is inactive, blocked or closed',
    explanation: 'The record, or the document it belongs to, cannot be changed in its current state.',
    steps: [
      'Open the record in the app that rejects the change: "{evidence}".',
      'If the change is needed, activate, unblock or reopen the record.',
      'If not, choose Delete Couplings on the page Coupled Data Synchronization Errors, or exclude such records with a filter on the page Integration Table Mappings.',
      'Choose Retry for the record.',
    ],
  },
  'table-connection-missing': {
    title: 'The session lost its connection to Dataverse',
    explanation:
      'Each session registers its own table connection, and this session has none. Usually the session timed out. With custom code, the code may not register it.',
    steps: [
      'Refresh the page, or sign in again, and repeat the action.',
      'If the error occurs in a job, open the page Job Queue Entries and choose Restart.',
      'If the error comes back, give its call stack to the partner who wrote the code.',
    ],
  },
  throttled: {
    title: 'Too many requests: the next run tries again',
    explanation:
      'The service limits how many requests it accepts at once. The next scheduled run continues by itself.',
    steps: [
      'Wait for the next run of the job.',
      'If the error keeps coming back, spread the jobs over the day on the page Job Queue Entries, or run fewer at the same time.',
    ],
  },
  'timeout-or-network': {
    title: 'The other app did not answer in time',
    explanation:
      'The connection was lost, or the service or its database was busy or unavailable for a moment.',
    steps: [
      'Wait for the next run of the job.',
      'If the error lasts for hours, check the service health in the Microsoft 365 admin center.',
      'If only large records fail, ask an administrator to run the job outside office hours.',
    ],
  },
  'lock-or-concurrency': {
    title: 'The record was in use at the same moment',
    explanation: 'Another user or job locked or changed the same data while it was synchronized.',
    steps: [
      'Wait for the next run of the job.',
      'If the error keeps coming back, check on the page Job Queue Entries which jobs use the same table at the same time, and reschedule one of them.',
    ],
  },
  'not-committed-yet': {
    title: 'The document was not saved yet',
    explanation: 'The document was still being posted when the run began. The next run synchronizes it.',
    steps: [
      'Wait for the next run of the job.',
      'If the document is still missing after two runs, choose Synchronize on it.',
    ],
  },
  unclassified: {
    title: 'Not recognized',
    explanation: 'This message is not a known error of the integration, so its cause is not known.',
    steps: [
      'Read the message and follow the links to both records.',
      'On the page Integration Synchronization Errors, choose Show Error Call Stack.',
      'If it is not clear who can resolve it, send the message and the call stack to your administrator or partner.',
    ],
  },
});
