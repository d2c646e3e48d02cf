import { byCause } from './labelled-text.ts';

/** Texts whose cause follows the catalogue of labels and codes, where the words alone suggest another. */
export const catalogueTexts = byCause({
  'record-missing': [
    'The contact cannot be synchronized because the company does not exist.',
    'The integration record for entity account was not found.',
  ],
  'dependency-not-coupled': [
    'Cannot synchronize the product 1000.',
    'Cannot synchronize the product 1896-S.',
    'Cannot create the invoice in Dynamics 365 Sales. The customer from the original Dynamics 365 Sales sales order ORD-01000 was changed or is no longer coupled.',
  ],
  'internal-error': [
    'Rechnungszeilen können nicht separat synchronisiert werden.',
    'Kan factuurregels niet afzonderlijk synchroniseren.',
    'Cannot synchronize invoice lines separately.',
    'You cannot change the synchronization direction after a job has started.',
    'Cannot determine the source origin: {00000000-0000-0000-0000-000000000000}.',
  ],
  'ownership-mismatch': ['Only Dynamics 365 Sales Owner of Type SystemUser can be mapped to Salespeople.'],
  'environment-unavailable': ['Cannot find organization in Dataverse.'],
  'integration-user-invalid': [
    'There is no role with ID 0f8fad5b-d9cb-469f-a165-70867728950e in Dataverse',
    'AADSTS50034: The user account does not exist in the directory.',
    'AADSTS50105: Your administrator has configured the application Business Central to block users unless they are specifically granted access.',
    'AADSTS50057: The user account is disabled.',
    'AADSTS50034: The user account bc@contoso.com does not exist in the contoso.com directory.',
    "AADSTS50020: User account 'x@fabrikam.com' from identity provider does not exist in tenant 'Contoso' and cannot access the application.",
    'AADSTS90072: User account from external identity provider does not exist in tenant and cannot access the application.',
  ],
  'certificate-or-tls': ["AADSTS700030: Invalid certificate - subject name in certificate isn't authorized."],
  throttled: [
    'The server is busy and the request was not completed. Try again later.',
    'AADSTS50196: The server terminated an operation because it encountered a client request loop.',
  ],
});
