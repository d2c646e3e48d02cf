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
  'exchange-rate-age',
  'currency-setup',
  'synchronization-jobs',
  'sender-job',
] as const;

/** One check of the validator. */
export type CheckId = (typeof checkIds)[number];
