/** The catalogue of causes; codes are public and stable. */
export const causes = [
  'update-conflict',
  'coupled-record-deleted',
  'record-missing',
  'dependency-not-coupled',
  'already-coupled',
  'match-not-unique',
  'duplicate-record',
  'unit-of-measure-invalid',
  'business-data-invalid',
  'record-inactive-or-readonly',
  'exchange-rate-missing',
  'currency-setup-missing',
  'missing-privilege',
  'integration-user-invalid',
  'license-missing',
  'authentication-failed',
  'certificate-or-tls',
  'environment-admin-mode',
  'environment-unavailable',
  'connection-disabled',
  'mapping-misconfigured',
  'ownership-mismatch',
  'solution-missing',
  'setup-incomplete',
  'bc-permission-missing',
  'table-connection-missing',
  'throttled',
  'timeout-or-network',
  'lock-or-concurrency',
  'not-committed-yet',
  'plugin-failure',
  'internal-error',
  'unclassified',
] as const;

/** One of the catalogue. */
export type Cause = (typeof causes)[number];

/** Who can act on an error; `wait` means it passes by itself, `unknown` goes with `unclassified` only. */
export const resolvers = ['record-user', 'administrator', 'wait', 'support', 'unknown'] as const;

/** One of the resolvers. */
export type Resolver = (typeof resolvers)[number];
