import type { Language } from '../../language.ts';
import type { Cause } from '../cause.ts';

const businessCentral = 'dynamics365/business-central/';
const errors = `${businessCentral}admin-troubleshoot-sales-synchronization`;
const status = `${businessCentral}admin-how-to-view-synchronization-status`;
const coupling = `${businessCentral}admin-how-to-couple-and-synchronize-records-manually`;
const mappings = `${businessCentral}admin-how-to-modify-table-mappings-for-synchronization`;
const connection = `${businessCentral}admin-how-to-set-up-a-dynamics-crm-connection`;
const sales = `${businessCentral}admin-prepare-dynamics-365-for-sales-for-integration`;
const jobs = `${businessCentral}admin-scheduled-synchronization-using-the-synchronization-job-queue-entries`;

/** The page of the manufacturer's documentation for each cause, below `https://learn.microsoft.com/{locale}/`. */
const pages: Readonly<Record<Cause, string>> = {
  'update-conflict': mappings,
  'coupled-record-deleted': status,
  'record-missing': status,
  'dependency-not-coupled': coupling,
  'already-coupled': coupling,
  'match-not-unique': coupling,
  'duplicate-record': 'power-platform/admin/set-up-duplicate-detection-rules-keep-data-clean',
  'unit-of-measure-invalid': sales,
  'business-data-invalid': status,
  'record-inactive-or-readonly': status,
  'exchange-rate-missing': `${businessCentral}finance-how-update-currencies`,
  'currency-setup-missing': connection,
  'missing-privilege': 'power-platform/admin/security-roles-privileges',
  'integration-user-invalid': connection,
  'license-missing': 'power-platform/admin/assign-licenses',
  'authentication-failed': 'entra/identity-platform/reference-error-codes',
  'certificate-or-tls': connection,
  'environment-admin-mode': 'power-platform/admin/admin-mode',
  'environment-unavailable': 'power-platform/admin/recover-environment',
  'connection-disabled': connection,
  'mapping-misconfigured': mappings,
  'ownership-mismatch': connection,
  'solution-missing': connection,
  'setup-incomplete': sales,
  'bc-permission-missing': `${businessCentral}ui-define-granular-permissions`,
  'table-connection-missing': errors,
  throttled: 'power-apps/developer/data-platform/api-limits',
  'timeout-or-network': jobs,
  'lock-or-concurrency': jobs,
  'not-committed-yet': jobs,
  'plugin-failure': 'power-apps/developer/data-platform/troubleshoot-plug-in',
  'internal-error': errors,
  unclassified: errors,
};

const locales: Readonly<Record<Language, string>> = { en: 'en-us', nl: 'nl-nl' };

/** Address of the documentation page for a cause, in a language. */
export function documentationOf(cause: Cause, language: Language): string {
  return `https://learn.microsoft.com/${locales[language]}/${pages[cause]}`;
}
