import { byCause } from './diagnosis-text-shapes.ts';

/** Faults of Dataverse, Entra and the network, worded loosely. */
export const looselyWordedTexts = byCause({
  'record-missing': [
    'Account With Id = 0f8fad5b-d9cb-469f-a165-70867728950e Does Not Exist',
    "Object reference: Entity 'contact' With Id = 0f8fad5b-d9cb-469f-a165-70867728950e Does Not Exist",
  ],
  'missing-privilege': [
    'Not enough privilege to access the Microsoft Dynamics CRM object or perform the requested operation.',
    'Principal team (Id=0f8fad5b-d9cb-469f-a165-70867728950e, type=9, teamType=0) is missing prvReadcontact privilege',
    'Caller user with Id 0f8fad5b does not have the permissions to act on behalf: Principal user is missing prvActOnBehalfOfAnotherUser privilege',
    'You do not have {0} permission to access {1} records. Contact your Microsoft Dynamics 365 administrator for help.',
  ],
  'plugin-failure': [
    'The plug-in execution failed because the Sandbox Client encountered an error during initialization.',
    'The Web Service plug-in failed in SdkMessageProcessingStepId: 0f8fad5b-d9cb-469f-a165-70867728950e',
    'This process cannot be run: An error has occurred. Try this action again. Workflow must be in Published state.',
  ],
  'record-inactive-or-readonly': [
    "You can't update the invoice because it is read-only.",
    'The product is not active.',
    'Cannot assign an invoice that is not in the active state.',
  ],
  'business-data-invalid': [
    'A required field is missing. Currency is required if a value exists in a money field.',
    "The specified currency and the currency of the price list don't match",
    "account With 'name' : A validation error occurred. The length of the 'name' attribute of the 'account' entity exceeded the maximum allowed length of '160'.",
    'Sell-to Customer No. must have a value in Sales Header: Document Type=Order, No.=101005. It cannot be zero or empty.',
  ],
  'internal-error': [
    'Incorrect attribute value type System.String',
    "Cannot convert the literal 'abc' to the expected type 'Edm.Decimal'.",
    "QueryBuilderNoAttribute: 'account' entity doesn't contain attribute with Name = 'new_x'",
    'Invalid argument: input parameter Target is null',
    'Expected non-empty Guid.',
    'The entity with ObjectTypeCode = 10023 was not found in the MetadataCache.',
    'Unhandled exception: System.ArgumentException',
    "Attribute 'new_foo' was not found in entity 'account'",
  ],
  'duplicate-record': [
    'The record could not be created because a duplicate record already exists.',
    'Duplicate records have been found.',
  ],
  throttled: [
    'Too many concurrent requests',
    'API call limit: Number of API requests exceeded',
    'Rate limit is exceeded. Try again in 12 seconds.',
  ],
  'timeout-or-network': [
    'SQL Server is not available. Try again later.',
    'Sql error: A database operation timed out. Sql Number: -2',
    'HTTP 503: The service is unavailable.',
    'The semaphore timeout period has expired',
    'The operation has timed out.\r\nThe request channel timed out',
    'Error 10060: connection timed out',
    'The organization is locked: The instance is temporarily unavailable. Please try again.',
    'Cannot connect to server',
    'Unknown error: ETIMEDOUT',
  ],
  'lock-or-concurrency': [
    'The record has been modified by another user. Refresh and try again.',
    'Cannot obtain lock on resource',
    "Sorry, we can't save: record is locked by another process.",
    'The ROWVERSION does not match. ConcurrencyVersionMismatch',
  ],
  'environment-unavailable': [
    "The environment 'contoso' has been deleted or is not available.",
    'Instance with url https://contoso.crm4.dynamics.com does not exist.',
    'The Dataverse environment URL is not valid.',
  ],
  'license-missing': [
    'The user has not been assigned any License',
    'This user does not have a license for Dynamics 365.',
  ],
  'authentication-failed': [
    'Unable to acquire a token: A configuration issue is preventing authentication',
    'The user authentication failed!',
    'WS-Trust endpoint not found: ID3082: The request scope is not valid or is unsupported.',
    'Bearer token expired',
    'Access token validation failure',
    'The given key is expired: client secret expired on 2024-05-01',
  ],
  'integration-user-invalid': [
    'The user with SystemUserId=0f8fad5b-d9cb-469f-a165-70867728950e in OrganizationContext is disabled. Consider enabling this user.',
    'No user found for application id 0f8fad5b',
    'The user Id is invalid.',
    'SystemUser With Id = 0f8fad5b-d9cb-469f-a165-70867728950e Does Not Exist',
  ],
  unclassified: [
    'Please ask the administrator of the gym.',
    'The plug in the bath is stuck.',
    'The connection between customer 10000 and vendor 20000 was discussed.',
    'Access is granted.',
    'The currency of the fair is tokens.',
    'Our token machine is broken.',
    'The bus failed to connect to the station.',
    'Rate limiter installed in car 7.',
    'New lock for the warehouse door.',
    'A required visit is missing in the calendar.',
    'The duplicate key for the office was lost.',
    'Somebody is locked out.',
  ],
});
