import { type Cause, causes } from './cause.ts';

/** Every check of the validator, in the order in which findings are listed. */
export const checkIds = [
  'integration-user-exists',
  'integration-user-unique',
  'integration-user-enabled',
  'integration-user-licensed',
  'integration-user-access-mode',
  'integration-user-not-administrator',
  'integration-user-roles',
  'missing-privileges',
  'password-change-required',
  'base-currency',
  'exchange-rate-business-central',
  'exchange-rate-dataverse',
  'exchange-rate-agreement',
] as const;

/** One check of the validator. */
export type CheckId = (typeof checkIds)[number];

/** The checks that would confirm a cause; a cause that is not listed leaves no trace in the settings. */
const checksByCause: Partial<Readonly<Record<Cause, readonly CheckId[]>>> = {
  'exchange-rate-missing': [
    'exchange-rate-business-central',
    'exchange-rate-dataverse',
    'exchange-rate-agreement',
  ],
  'currency-setup-missing': ['base-currency', 'exchange-rate-business-central', 'exchange-rate-dataverse'],
  'missing-privilege': ['missing-privileges', 'integration-user-roles'],
  'integration-user-invalid': [
    'integration-user-exists',
    'integration-user-unique',
    'integration-user-enabled',
    'integration-user-access-mode',
    'integration-user-not-administrator',
    'integration-user-roles',
  ],
  'license-missing': ['integration-user-licensed', 'integration-user-access-mode'],
  'authentication-failed': [
    'password-change-required',
    'integration-user-exists',
    'integration-user-enabled',
  ],
};

/** The checks that would confirm a cause; empty where the settings cannot show it. */
export function checksOf(cause: Cause): readonly CheckId[] {
  return checksByCause[cause] ?? [];
}

/** The causes that a failed check accounts for; the reverse of {@link checksOf}. */
export function causesOf(check: CheckId): readonly Cause[] {
  return causes.filter((cause) => checksOf(cause).includes(check));
}
