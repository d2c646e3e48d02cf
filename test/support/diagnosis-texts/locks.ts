import { byCause } from './labelled-text.ts';

/** Locks and concurrent changes. */
export const lockTexts = byCause({
  'lock-or-concurrency': [
    'Another user has modified the record for this Contact after you retrieved it from the database.\r\nEnter the changes again in the updated window.',
    'The CRM Integration Record table cannot be locked or changed because it is already locked by the user with User ID BATCH.',
    'Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 1205',
    'Transaction (Process ID 87) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.',
    "The version of the existing record doesn't match the RowVersion property provided. (0x80060882)",
    'Lock request time out period exceeded.',
    "We can't save your changes right now, because a record in table 'Customer' is being updated in a transaction done by another session.",
    "The operation could not complete because a record in the 'CRM Integration Record' table was locked by another user. Please retry the activity.",
    'Your activity was deadlocked with another user who was modifying the same table. Start your activity again.',
    'Sorry, we just updated this page. Reopen it, and try again. The record has been changed by another user.',
    'The operation could not complete because a record in the Customer table was locked by another user. Please retry the activity.',
    'Your activity was deadlocked with another user who was modifying the Customer table. Start your activity again.',
    'Another user has modified the record for this Customer after you retrieved it from the database. Enter your changes again in the updated window.',
    "The version of the existing record doesn't match the RowVersion property provided.",
    'Transaction (Process ID 91) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.',
    'The changes to the Customer record cannot be saved because some information on the page is not up-to-date. Close the page, reopen it, and try again.',
    'Request_EntityChanged: Another user has already changed the record.',
    'Sql error: Generic SQL error. CRM ErrorCode: -2147204784 Sql Number: 1222',
    'The record has been modified by another user. Refresh and try again.',
    'Cannot obtain lock on resource',
    "Sorry, we can't save: record is locked by another process.",
    'The ROWVERSION does not match. ConcurrencyVersionMismatch',
  ],
});
