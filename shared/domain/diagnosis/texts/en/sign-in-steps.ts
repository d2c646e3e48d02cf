import type { SignInSteps } from '../cause-text.ts';

const register = 'In the Microsoft Entra admin center, open App registrations and select the application.';
const logs =
  'In the Microsoft Entra admin center, open Monitoring & health, Sign-in logs, and read which policy or method stopped the sign-in.';
const retry = 'On the page Coupled Data Synchronization Errors, choose Retry All.';

/** English steps for each reason why signing in failed. */
export const signInSteps = (): SignInSteps => ({
  'expired-password': [
    'Sign in at https://myaccount.microsoft.com with the account of the integration and change its password.',
    'In Business Central, open the page Dataverse Connection Setup and enter the new password.',
    'Let the integration use an application user with a certificate or a client secret, so that no password can expire.',
  ],
  'wrong-password': [
    'In Business Central, open the page Dataverse Connection Setup and enter the user name and the password again.',
    'If nobody knows the password, reset it in the Microsoft 365 admin center under Users, Active users.',
  ],
  'expired-secret': [
    register,
    'Choose Certificates & secrets, New client secret, and copy its value at once: it is shown only now.',
    'In Business Central, open the page Dataverse Connection Setup and enter the new secret.',
    retry,
  ],
  'wrong-secret': [
    register,
    'Choose Certificates & secrets and add a new client secret. Copy its value, not its Secret ID.',
    'In Business Central, open the page Dataverse Connection Setup and enter that value.',
  ],
  'missing-consent': [
    register,
    'Choose API permissions and check that Dynamics CRM, user_impersonation is listed.',
    'Choose Grant admin consent, or sign in as an administrator on the page Dataverse Connection Setup.',
  ],
  'conditional-access': [
    logs,
    'Exclude the account of the integration from that policy, or let the integration use an application user, which needs no multi-factor authentication.',
    retry,
  ],
  'unknown-application': [
    register,
    'If it is missing or disabled, register it again in the tenant of the Dataverse environment or switch it on.',
    'In Business Central, open the page Dataverse Connection Setup and compare the client ID with the application (client) ID.',
  ],
  'unknown-user': [
    'In Business Central, open the page Dataverse Connection Setup and read which user the integration signs in as.',
    'In the Microsoft Entra admin center, open Users and check that this user exists in the tenant of the Dataverse environment.',
    'If it does not, sign in on the page Dataverse Connection Setup with a user of that tenant.',
  ],
  'disabled-account': [
    'In Business Central, open the page Dataverse Connection Setup and read which user the integration signs in as.',
    'In the Microsoft Entra admin center, open Users, select that user and switch Account enabled on.',
    'In the Power Platform admin center, check that the user is also enabled in the environment.',
  ],
});
