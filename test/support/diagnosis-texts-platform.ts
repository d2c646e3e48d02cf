import { cutAt, type LabelledText, wrapped } from './diagnosis-text-shapes.ts';

const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const privilege = `Principal user (Id=${guid}, type=8, roleCount=1, privilegeCount=412, accessMode=4, AADObjectId=9a0c3f25-04e0-4f89-41d3-0305e82c3301, MetadataCachePrivilegesCount=6041, businessUnitId=04e03f25-4f89-41d3-9a0c-0305e82c3301), is missing prvCreatemsdyn_workorder privilege (Id=41d33f25-04e0-4f89-9a0c-0305e82c3301) on OTC=10190 for entity 'msdyn_workorder' (LocalizedName='Work Order').`;
const dataverse = (inner: string) =>
  `An error occurred when communicating with Dataverse. Detailed description: ${inner}`;

/** Faults of Dataverse, Entra, SQL, TLS and the network. */
export const platformTexts: readonly LabelledText[] = [
  [privilege, 'missing-privilege', 'administrator'],
  [cutAt(250, privilege), 'missing-privilege', 'administrator'],
  [cutAt(282, privilege), 'missing-privilege', 'administrator'],
  [wrapped('Dataverse Account', dataverse(privilege)), 'missing-privilege', 'administrator'],
  [
    `{"error":{"code":"0x80040220","message":"${privilege.replaceAll("'", '')}"}}`,
    'missing-privilege',
    'administrator',
  ],
  [
    `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${guid}, OwnerId: ${guid}, OwnerIdType: 8 and CallingUser: ${guid}. ObjectTypeCode: 1, objectBusinessUnitId: ${guid}, AccessRights: WriteAccess`,
    'missing-privilege',
    'administrator',
  ],
  [
    `An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): Adatum.Sync.PostUpdate: Principal user (Id=${guid}, type=8) is missing prvAppendToAccount privilege`,
    'missing-privilege',
    'administrator',
  ],
  [
    'Microsoft.Xrm.Sdk.FaultException: The user does not have the privilege to append this record.',
    'missing-privilege',
    'administrator',
  ],
  [
    'User does not have required privileges (or role membership) to access the org when it is in Admin Only mode.',
    'environment-admin-mode',
    'administrator',
  ],
  [
    dataverse(
      'User does not have required privileges (or role membership) to access the org when it is in Admin Only mode',
    ),
    'environment-admin-mode',
    'administrator',
  ],
  [
    dataverse(`Entity 'SystemUser' With Id = ${guid} Does Not Exist`),
    'integration-user-invalid',
    'administrator',
  ],
  [dataverse(`Entity 'Contact' With Id = ${guid} Does Not Exist`), 'record-missing', 'record-user'],
  [`account With Id = ${guid} Does Not Exist`, 'record-missing', 'record-user'],
  [
    `The user with id ${guid} has not been assigned any roles. They need a role with the prvReadUser privilege.`,
    'integration-user-invalid',
    'administrator',
  ],
  ['The user is not a member of the organization. (0x80072560)', 'integration-user-invalid', 'administrator'],
  [
    `The user with SystemUserId=${guid} in OrganizationContext=${guid} is disabled. Consider enabling this user. Additional Details: User IsDisabled=True.`,
    'integration-user-invalid',
    'administrator',
  ],
  ['Number of requests exceeded the limit of 6000 over time window of 300 seconds.', 'throttled', 'wait'],
  ['Number of concurrent requests exceeded the limit of 52.', 'throttled', 'wait'],
  [
    'Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds.',
    'throttled',
    'wait',
  ],
  ['CRM service call returned an error: 0x80072321', 'throttled', 'wait'],
  ['The remote server returned an error: (429) Too Many Requests.', 'throttled', 'wait'],
  ['A record with matching key values already exists.', 'duplicate-record', 'record-user'],
  [
    wrapped(
      'Dataverse Contact',
      'A record was not created or updated because a duplicate of the current record already exists',
    ),
    'duplicate-record',
    'record-user',
  ],
  [
    "Violation of PRIMARY KEY constraint 'PK_AccountBase'. Cannot insert duplicate key in object 'dbo.AccountBase'. The duplicate key value is (3f2504e0).",
    'duplicate-record',
    'record-user',
  ],
  [
    'Entity Key BC No violated. A record with the same value for Account Number already exists. A duplicate record cannot be created. Select one or more unique values and try again.',
    'duplicate-record',
    'record-user',
  ],
  [
    "The record in table Ship-to Address already exists. Identification fields and values: Customer No.='20000',Code='NORTH'",
    'duplicate-record',
    'record-user',
  ],
  ['ISV code aborted the operation.', 'plugin-failure', 'support'],
  [
    'An error occurred in plug-in Adatum.Crm.Plugins.ValidateVat: the VAT number has a wrong check digit.',
    'plugin-failure',
    'support',
  ],
  [
    'Unexpected exception from plug-in (Execute): Adatum.Crm.Plugins.AccountSync: System.NullReferenceException: Object reference not set to an instance of an object.',
    'plugin-failure',
    'support',
  ],
  [
    'Microsoft.Crm.CrmException: ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing.',
    'plugin-failure',
    'support',
  ],
  [
    'This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again.',
    'plugin-failure',
    'support',
  ],
  [
    '5 is not a valid status code for state code InvoiceState.Active on invoice with Id 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
    'record-inactive-or-readonly',
    'record-user',
  ],
  ['Invoice cannot be updated because it is closed.', 'record-inactive-or-readonly', 'record-user'],
  [
    'The product is not in a valid state: this record is read-only.',
    'record-inactive-or-readonly',
    'record-user',
  ],
  [
    "A validation error occurred. The length of the 'address1_line1' attribute of the 'account' entity exceeded the maximum allowed length of '250'.",
    'business-data-invalid',
    'record-user',
  ],
  [
    'A currency is required if a value exists in a money field. Select a currency and try again.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'String or binary data would be truncated.\r\nThe statement has been terminated.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 1205',
    'lock-or-concurrency',
    'wait',
  ],
  [
    'SQL timeout expired. CRM ErrorCode: -2147204783 Sql ErrorCode: -2146232060 Sql Number: -2',
    'timeout-or-network',
    'wait',
  ],
  [
    'Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 156',
    'internal-error',
    'support',
  ],
  ['Generic SQL error.', 'internal-error', 'support'],
  [
    'Transaction (Process ID 87) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.',
    'lock-or-concurrency',
    'wait',
  ],
  [
    "The version of the existing record doesn't match the RowVersion property provided. (0x80060882)",
    'lock-or-concurrency',
    'wait',
  ],
  ['Lock request time out period exceeded.', 'lock-or-concurrency', 'wait'],
  [
    "AADSTS7000222: The provided client secret keys for app '3f2504e0-4f89-41d3-9a0c-0305e82c3301' are expired. Visit the Azure portal to create new keys for your app.",
    'authentication-failed',
    'administrator',
  ],
  [
    "AADSTS65001: The user or administrator has not consented to use the application with ID '3f2504e0-4f89-41d3-9a0c-0305e82c3301' named 'BC Sync'.",
    'authentication-failed',
    'administrator',
  ],
  [
    'AADSTS50126: Error validating credentials due to invalid username or password. Trace ID: 3f2504e0 Correlation ID: 4f8941d3 Timestamp: 2026-11-20 10:11:12Z',
    'authentication-failed',
    'administrator',
  ],
  [
    wrapped(
      'Vendor',
      'One or more errors occurred. (AADSTS700016: Application with identifier was not found in the directory)',
    ),
    'authentication-failed',
    'administrator',
  ],
  [
    'ID3242: The security token could not be authenticated or authorized.',
    'authentication-failed',
    'administrator',
  ],
  [
    "The HTTP request is unauthorized with client authentication scheme 'Anonymous'. The authentication header received from the server was 'Bearer'.",
    'authentication-failed',
    'administrator',
  ],
  ['Authentication to Dataverse failed: invalid_client', 'authentication-failed', 'administrator'],
  [
    'The request was aborted: Could not create SSL/TLS secure channel.',
    'certificate-or-tls',
    'administrator',
  ],
  [
    'The remote certificate is invalid according to the validation procedure.',
    'certificate-or-tls',
    'administrator',
  ],
  ['The certificate used for the Dataverse connection has expired.', 'certificate-or-tls', 'administrator'],
  [
    "The remote name could not be resolved: 'adatum.crm4.dynamics.com'",
    'environment-unavailable',
    'administrator',
  ],
  [dataverse('The organization is disabled'), 'environment-unavailable', 'administrator'],
  ['No such host is known. (adatum.crm4.dynamics.com:443)', 'environment-unavailable', 'administrator'],
  ['The operation has timed out.', 'timeout-or-network', 'wait'],
  [
    'The underlying connection was closed: The connection was closed unexpectedly.',
    'timeout-or-network',
    'wait',
  ],
  [
    'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond 20.50.1.1:443',
    'timeout-or-network',
    'wait',
  ],
  [
    'The request channel timed out while waiting for a reply after 00:02:00. Increase the timeout value passed to the call to Request.',
    'timeout-or-network',
    'wait',
  ],
  ['The remote server returned an error: (503) Server Unavailable.', 'timeout-or-network', 'wait'],
  [
    'Database adatum_db on server sql01 is not currently available. Please retry the connection later.',
    'timeout-or-network',
    'wait',
  ],
  ['A task was canceled.', 'timeout-or-network', 'wait'],
  [
    "The entity with a name = 'bcbi_balance' was not found in the MetadataCache. LazyDynamicMetadataCache with Id=17",
    'internal-error',
    'support',
  ],
  [
    "'Account' entity doesn't contain attribute with Name = 'bcbi_creditlimit' and NameMapping = 'Logical'.",
    'internal-error',
    'support',
  ],
  ['An unexpected error occurred.', 'internal-error', 'support'],
  ['Invalid XML.', 'internal-error', 'support'],
  [
    'User sync@adatum.example with access mode Read-Write is not licensed on server https://adatum.crm4.dynamics.com.',
    'license-missing',
    'administrator',
  ],
  [
    "Exception of type 'Microsoft.Dynamics.Nav.Types.NavNCLXrmException' was thrown: The user has not been assigned a license.",
    'license-missing',
    'administrator',
  ],
];
