import type { Cause } from '../causes.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';
import { tableOf } from '../rules/keys.ts';

/** Causes that one repair resolves, whatever the text says. */
const withoutKey: readonly Cause[] = [
  'throttled',
  'timeout-or-network',
  'not-committed-yet',
  'integration-user-invalid',
  'license-missing',
  'certificate-or-tls',
  'environment-admin-mode',
  'environment-unavailable',
  'connection-disabled',
  'exchange-rate-missing',
  'currency-setup-missing',
  'ownership-mismatch',
  'solution-missing',
  'table-connection-missing',
];

/** Causes whose problems differ by the table, not by what the text says. */
const byTable: readonly Cause[] = [
  'update-conflict',
  'coupled-record-deleted',
  'record-missing',
  'dependency-not-coupled',
  'already-coupled',
  'match-not-unique',
  'duplicate-record',
  'unit-of-measure-invalid',
  'record-inactive-or-readonly',
  'missing-privilege',
  'lock-or-concurrency',
];

/** The key of a diagnosis by label or code: empty, the table of the report, or what tells the label apart. */
export function catalogueKey(cause: Cause, subject: DiagnosisSubject, own: string): string {
  if (withoutKey.includes(cause)) return '';
  return byTable.includes(cause) ? tableOf(subject) : own;
}
