import type { CheckId } from '../settings-checks/check-ids.ts';
import { checkOfSignIn } from './sign-in-reasons.ts';

/** Who can act on an error. `wait`: it passes by itself. `unknown`: only with `unclassified`. */
export const resolvers = ['record-user', 'administrator', 'wait', 'support', 'unknown'] as const;

/** One of the resolvers. */
export type Resolver = (typeof resolvers)[number];

/** How the key of a likely diagnosis begins, so that it never joins a certain problem. */
export const likelyPrefix = 'likely:';

/** Whether the key of a diagnosis says that it is only likely. */
export function isLikely(key: string): boolean {
  return key.startsWith(likelyPrefix);
}

/** How far one cause reaches: what one repair fixes is one problem. */
export type Scope = 'environment' | 'company' | 'mapping';

/** What a cause can stop: whole runs of all mappings, or the mapping in which it occurs. */
export type Stops = 'runs' | 'mapping';

/** What holds for every error of one cause. */
export interface CauseFacts {
  /** Who can act, unless a rule says otherwise. */
  readonly resolver: Resolver;
  readonly scope: Scope;
  /** What its errors stop, if more than their own record. */
  readonly stops?: Stops;
  /** Page of Microsoft's documentation, below `https://learn.microsoft.com/{locale}/`. */
  readonly page: string;
  /** Checks of the validator that would confirm the cause; absent where the settings cannot show it. */
  readonly checks?: readonly CheckId[];
}

const bc = 'dynamics365/business-central/';
const synchErrors = `${bc}admin-troubleshoot-sales-synchronization`;
const synchStatus = `${bc}admin-how-to-view-synchronization-status`;
const synchJobs = `${bc}admin-scheduled-synchronization-using-the-synchronization-job-queue-entries`;
const coupling = `${bc}admin-how-to-couple-and-synchronize-records-manually`;
const mappings = `${bc}admin-how-to-modify-table-mappings-for-synchronization`;
const connection = `${bc}admin-how-to-set-up-a-dynamics-crm-connection`;
const sales = `${bc}admin-prepare-dynamics-365-for-sales-for-integration`;
const currencies = `${bc}finance-how-update-currencies`;
const permissions = `${bc}ui-define-granular-permissions`;
const duplicates = 'power-platform/admin/set-up-duplicate-detection-rules-keep-data-clean';
const privileges = 'power-platform/admin/security-roles-privileges';
const licenses = 'power-platform/admin/assign-licenses';
const adminMode = 'power-platform/admin/admin-mode';
const recovery = 'power-platform/admin/recover-environment';
const signInErrors = 'entra/identity-platform/reference-error-codes';
const apiLimits = 'power-apps/developer/data-platform/api-limits';
const plugIns = 'power-apps/developer/data-platform/troubleshoot-plug-in';

const table = {
  'update-conflict': { resolver: 'record-user', scope: 'mapping', page: mappings },
  'coupled-record-deleted': { resolver: 'record-user', scope: 'mapping', page: synchStatus },
  'record-missing': { resolver: 'record-user', scope: 'mapping', page: synchStatus },
  'dependency-not-coupled': { resolver: 'record-user', scope: 'mapping', stops: 'mapping', page: coupling },
  'already-coupled': { resolver: 'record-user', scope: 'mapping', page: coupling },
  'match-not-unique': { resolver: 'record-user', scope: 'mapping', page: coupling },
  'duplicate-record': { resolver: 'record-user', scope: 'mapping', page: duplicates },
  'unit-of-measure-invalid': { resolver: 'record-user', scope: 'mapping', page: sales },
  'business-data-invalid': { resolver: 'record-user', scope: 'mapping', page: synchStatus },
  'record-inactive-or-readonly': { resolver: 'record-user', scope: 'mapping', page: synchStatus },
  'exchange-rate-missing': {
    resolver: 'administrator',
    scope: 'company',
    stops: 'mapping',
    page: currencies,
    checks: [
      'exchange-rate-business-central',
      'exchange-rate-dataverse',
      'exchange-rate-agreement',
      'currency-setup',
    ],
  },
  'currency-setup-missing': {
    resolver: 'administrator',
    scope: 'company',
    page: connection,
    checks: ['base-currency', 'exchange-rate-business-central', 'exchange-rate-dataverse', 'currency-setup'],
  },
  'missing-privilege': {
    resolver: 'administrator',
    scope: 'environment',
    stops: 'mapping',
    page: privileges,
    checks: ['missing-privileges', 'integration-user-roles'],
  },
  'integration-user-invalid': {
    resolver: 'administrator',
    scope: 'environment',
    stops: 'runs',
    page: connection,
    checks: [
      'integration-user-exists',
      'integration-user-unique',
      'integration-user-enabled',
      'integration-user-access-mode',
      'integration-user-not-administrator',
      'integration-user-roles',
    ],
  },
  'license-missing': {
    resolver: 'administrator',
    scope: 'environment',
    stops: 'runs',
    page: licenses,
    checks: ['integration-user-licensed', 'integration-user-access-mode'],
  },
  'authentication-failed': {
    resolver: 'administrator',
    scope: 'environment',
    stops: 'runs',
    page: signInErrors,
    checks: ['password-change-required', 'integration-user-exists', 'integration-user-enabled'],
  },
  'certificate-or-tls': { resolver: 'administrator', scope: 'environment', stops: 'runs', page: connection },
  'environment-admin-mode': {
    resolver: 'administrator',
    scope: 'environment',
    stops: 'runs',
    page: adminMode,
  },
  'environment-unavailable': {
    resolver: 'administrator',
    scope: 'environment',
    stops: 'runs',
    page: recovery,
  },
  'connection-disabled': {
    resolver: 'administrator',
    scope: 'company',
    stops: 'runs',
    page: connection,
    checks: ['synchronization-jobs'],
  },
  'mapping-misconfigured': { resolver: 'administrator', scope: 'mapping', stops: 'mapping', page: mappings },
  'ownership-mismatch': { resolver: 'administrator', scope: 'company', stops: 'mapping', page: connection },
  'solution-missing': { resolver: 'administrator', scope: 'environment', stops: 'runs', page: connection },
  'setup-incomplete': { resolver: 'administrator', scope: 'company', stops: 'mapping', page: sales },
  'bc-permission-missing': {
    resolver: 'administrator',
    scope: 'company',
    stops: 'mapping',
    page: permissions,
  },
  'table-connection-missing': {
    resolver: 'record-user',
    scope: 'environment',
    stops: 'runs',
    page: synchErrors,
  },
  throttled: { resolver: 'wait', scope: 'environment', page: apiLimits },
  'timeout-or-network': { resolver: 'wait', scope: 'environment', page: synchJobs },
  'lock-or-concurrency': { resolver: 'wait', scope: 'environment', page: synchJobs },
  'not-committed-yet': { resolver: 'wait', scope: 'mapping', page: synchJobs },
  'plugin-failure': { resolver: 'support', scope: 'environment', page: plugIns },
  'internal-error': { resolver: 'support', scope: 'environment', page: synchErrors },
  unclassified: { resolver: 'unknown', scope: 'environment', page: synchErrors },
} as const satisfies Readonly<Record<string, CauseFacts>>;

/** One cause; its code is public and never changes. */
export type Cause = keyof typeof table;

/** The causes that these resolvers act on by default. */
export type CauseFor<Who extends Resolver> = {
  [Name in Cause]: (typeof table)[Name]['resolver'] extends Who ? Name : never;
}[Cause];

/** The one table of causes: who can act, how far it reaches, where to read on, what to check. */
export const causeTable: Readonly<Record<Cause, CauseFacts>> = table;

/** Every cause, in the order of the table. */
export const causes: readonly Cause[] = Object.keys(table).filter((name) => isCause(name));

function isCause(name: string): name is Cause {
  return Object.hasOwn(table, name);
}

/** The checks that would confirm a cause; empty where the settings cannot show it. */
export function checksOf(cause: Cause): readonly CheckId[] {
  return causeTable[cause].checks ?? [];
}

/**
 * The checks that would confirm one problem of a cause. Where the key tells why signing in failed, it is the check of
 * that reason, if there is one. A likely cause is confirmed by none.
 */
export function checksOfProblem(cause: Cause, key: string): readonly CheckId[] {
  if (isLikely(key)) return [];
  const isSignIn = key.startsWith('AADSTS') || (cause === 'authentication-failed' && key !== '');
  if (!isSignIn) return checksOf(cause);
  const check = checkOfSignIn(key);
  return check ? [check] : [];
}

/** The causes that a failed check accounts for; the reverse of {@link checksOf}. */
export function causesOf(check: CheckId): readonly Cause[] {
  return causes.filter((cause) => checksOf(cause).includes(check));
}

/** Whether a cause stops whole runs. */
export function stopsRuns(cause: Cause): boolean {
  return causeTable[cause].stops === 'runs';
}
