import type { CheckId } from './check-ids.ts';

const businessCentral = 'https://learn.microsoft.com/dynamics365/business-central';
const connection = `${businessCentral}/admin-how-to-set-up-a-dynamics-crm-connection`;
const integrationUser = `${businessCentral}/admin-setting-up-integration-with-dynamics-sales`;
const salesRoles = `${businessCentral}/admin-prepare-dynamics-365-for-sales-for-integration`;
const troubleshooting = `${businessCentral}/admin-troubleshoot-sales-synchronization`;
const exchangeRates = `${businessCentral}/finance-how-update-currencies`;

const pages: Readonly<Record<CheckId, string>> = {
  'integration-user-exists': integrationUser,
  'integration-user-unique': integrationUser,
  'integration-user-enabled': integrationUser,
  'integration-user-licensed': integrationUser,
  'integration-user-access-mode': integrationUser,
  'integration-user-not-administrator': salesRoles,
  'integration-user-roles': salesRoles,
  'missing-privileges': troubleshooting,
  'password-change-required': 'https://learn.microsoft.com/graph/api/resources/passwordprofile',
  'base-currency': connection,
  'exchange-rate-business-central': exchangeRates,
  'exchange-rate-dataverse': connection,
  'exchange-rate-agreement': exchangeRates,
  'exchange-rate-age': exchangeRates,
  'currency-setup': `${businessCentral}/finance-set-up-currencies`,
  'synchronization-jobs': `${businessCentral}/admin-scheduled-synchronization-using-the-synchronization-job-queue-entries`,
  'sender-job': `${businessCentral}/admin-job-queues-schedule-tasks`,
};

/** Address of the page that explains the setting of a check. */
export function documentationOf(check: CheckId): string {
  return pages[check];
}
