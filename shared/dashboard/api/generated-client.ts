/**
 * Error desk
 * 0.1.0
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from '@oazapfts/runtime';
import * as QS from '@oazapfts/runtime/query';
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
  headers: {},
  baseUrl: '/api',
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {
  theFunctionAppThatServesThisDescription: '/api',
};
export type RecordReference = {
  /** Which of the two apps holds the record */
  app: AppName;
  /** Table name, such as Customer or account */
  table?: string;
  /** Record id as text, such as "Customer: 10000" or a GUID */
  recordId?: string;
  /** What people call the record */
  name?: string;
  /** Link to the record; shown if https and of a known host */
  url?: string;
};
export type ErrorReport = {
  /** Business Central's Date/Time of the error, ISO 8601 with zone */
  occurredAt: string;
  /** Error Message as logged; may be empty */
  message: string;
  /** Name of the company */
  company: string;
  /** Business Central environment, such as Production */
  environment?: string;
  /** Integration table mapping, such as CUSTOMER */
  mapping?: string;
  direction?: Direction;
  source?: RecordReference;
  destination?: RecordReference;
  /** Error call stack */
  callStack?: string;
  /** The sender's own id of the error: Business Central's SystemId of the row */
  errorId?: string;
  /** Integration synch. job ID */
  jobId?: string;
  jobType?: JobType;
  /** Language of the message, such as nl-NL */
  language?: string;
};
export type ReportFault = {
  /** RFC 6901, within the report */
  pointer?: string;
  detail: string;
};
export type ReportResult = {
  /** Place in the body, from 0 */
  index: number;
  /** Of the error entry; absent for an invalid report */
  id?: string;
  outcome: Outcome;
  /** At most 5; only the first 200 invalid reports have them */
  errors?: ReportFault[];
};
export type ReportAnswer = {
  stored: number;
  /** Stored before, or earlier in the same request */
  duplicates: number;
  /** Older than the retention */
  expired: number;
  invalid: number;
  /** How many invalid reports have no `errors` */
  withoutDetails?: number;
  results: ReportResult[];
};
export type FailureDetail = {
  /** Item of the body, from 0 */
  index?: number;
  /** RFC 6901, within the item; empty for the whole item */
  pointer?: string;
  /** Query or route parameter */
  parameter?: string;
  detail: string;
};
export type ProblemNamed = {
  id: string;
  etag?: string;
};
export type ProblemDetails = {
  /** urn:error-desk:problem: and the code */
  type: string;
  title: string;
  status: number;
  /** What is wrong, and what to change */
  detail?: string;
  /** Stable code of the failure */
  code: string;
  /** Finds this request in the logs */
  traceId: string;
  errors?: FailureDetail[];
  /** How many more items have faults that `errors` does not list */
  withoutDetails?: number;
  /** Problems that a decision on several failed for */
  problems?: ProblemNamed[];
};
export type ShortDiagnosis = {
  cause: Cause;
  /** Tells two problems of one cause apart: the privilege, the currency, … */
  key: string;
  resolver: Resolver;
  certainty: Certainty;
  /** The cause in words, in the language of Accept-Language */
  title: string;
};
export type RecordLinks = {
  source?: string;
  destination?: string;
};
export type ErrorEntry = {
  /** Id of an error entry */
  id: string;
  occurredAt: string;
  receivedAt: string;
  message: string;
  company: string;
  environment?: string;
  mapping?: string;
  direction?: Direction;
  source?: RecordReference;
  destination?: RecordReference;
  errorId?: string;
  jobId?: string;
  jobType?: JobType;
  language?: string;
  /** Id of a problem */
  problemId: string;
  status: EntryStatus;
  diagnosis: ShortDiagnosis;
  links: RecordLinks;
};
export type ErrorList = {
  value: ErrorEntry[];
  /** The next page; absent on the last */
  nextLink?: string;
};
export type MappingRun = {
  /** Integration table mapping, such as CUSTOMER */
  name: string;
  direction?: Direction2;
  lastStartAt?: string;
  lastFinishAt?: string;
  inserted?: number;
  modified?: number;
  unchanged?: number;
  skipped?: number;
  failed?: number;
  /** Records of the mapping that Business Central no longer synchronizes */
  givenUp?: number;
};
export type HeartbeatJob = {
  mapping?: string;
  /** Business Central's status, such as On Hold */
  status?: string;
  earliestStartAt?: string;
  /** Error message of the entry */
  message?: string;
};
export type HeartbeatConnection = {
  /** The connection to Dataverse is enabled */
  dataverse?: boolean;
  /** The connection to Dynamics 365 Sales is enabled */
  sales?: boolean;
  /** Why Business Central disabled a connection */
  disableReason?: string;
};
export type Heartbeat = {
  /** Name of the company */
  company: string;
  /** Business Central environment, such as Production */
  environment?: string;
  /** The sender's clock, ISO 8601 with zone */
  sentAt: string;
  /** Version of the sender */
  version?: string;
  /** Errors that are waiting to be sent */
  outboxWaiting?: number;
  /** Errors that the desk refused */
  refused?: number;
  mappings?: MappingRun[];
  jobQueue?: HeartbeatJob[];
  connection?: HeartbeatConnection;
};
export type Diagnosis = {
  cause: Cause;
  /** Tells two problems of one cause apart: the privilege, the currency, … */
  key: string;
  resolver: Resolver;
  certainty: Certainty;
  /** The cause in words, in the language of Accept-Language */
  title: string;
  /** The piece of text, or the field, that decided the cause */
  evidence: string;
  /** Only of an unclassified text: its message with placeholders for values, as its occurrences share it */
  template?: string;
  explanation: string;
  /** What to do, in order */
  steps: string[];
  /** A page with more about it */
  documentation: string;
  /** Checks of the validator that would confirm it */
  checks: string[];
};
export type ErrorEntryDetail = {
  /** Id of an error entry */
  id: string;
  occurredAt: string;
  receivedAt: string;
  message: string;
  company: string;
  environment?: string;
  mapping?: string;
  direction?: Direction3;
  source?: RecordReference;
  destination?: RecordReference;
  errorId?: string;
  jobId?: string;
  jobType?: JobType;
  language?: string;
  /** Id of a problem */
  problemId: string;
  status: EntryStatus;
  diagnosis: Diagnosis;
  links: RecordLinks;
  callStack?: string;
};
export type Place = {
  company: string;
  mapping?: string;
  direction?: Direction3;
  count: number;
  firstSeenAt: string;
  lastSeenAt: string;
};
export type RecordCount = {
  count: number;
  more?: boolean;
};
export type GivenUpCounts = {
  likely: number;
  confirmed: number;
  /** By the last heartbeats, in all mappings where the problem occurs, whatever failed there */
  reported?: number;
};
export type Decision = {
  status: Status;
  /** End of a snooze */
  until?: string;
  note?: string;
  at: string;
  /** Who decided, as far as the sign-in shows */
  by: string;
};
export type ProblemCheck = {
  check: Check;
  /** How it stood at the last live validation */
  status?: Status2;
  at?: string;
};
export type NextProblem = {
  /** Id of a problem */
  id: string;
  environment?: string;
  cause: Cause;
  /** What tells two problems of one cause apart */
  key?: string;
  resolver: Resolver;
  certainty: Certainty;
  title: string;
  status: ProblemStatus;
  /** Where the problem is one of a company, or of a mapping */
  company?: string;
  /** Where the problem is one of a mapping */
  mapping?: string;
  direction?: Direction3;
  /** Errors in the selected places and hours */
  count: number;
  firstSeenAt?: string;
  lastSeenAt?: string;
  /** Where it occurs, most errors first; in lists the first three */
  places: Place[];
  placeCount: number;
  records: RecordCount;
  /** Different records that wait for it, or for problems that it causes */
  impact: number;
  givenUp: GivenUpCounts;
  /** Open problems that it follows from, at most 20 */
  causedBy: string[];
  /** Open problems that follow from it, at most 20 */
  children: string[];
  /** How many follow from it, where more than 20 do */
  childCount?: number;
  /** The newest error */
  sampleErrorId?: string;
  /** Its text: 200 characters of it in lists, where the cause is unclassified or the text asked for */
  sampleMessage?: string;
  explanation: string;
  /** What to do, in order */
  steps: string[];
  decision?: Decision;
  /** What ETag says of this problem alone */
  etag: string;
  /** Checks of the validator that would confirm it */
  checks: ProblemCheck[];
  /** Counts of seven UTC days, oldest first */
  days: number[];
};
export type WaitingProblem = {
  /** Id of a problem */
  id: string;
  title: string;
  count: number;
};
export type OpenCounts = {
  errors: number;
  /** Open and regressed */
  problems: number;
  /** First seen in the last 24 hours */
  'new': number;
  regressed: number;
  /** Records that Business Central does not try any more */
  givenUp: number;
};
export type ResolverCounts = {
  resolver: Resolver;
  errors: number;
  problems: number;
};
export type CauseCounts = {
  cause: Cause2;
  /** Counts of seven UTC days, oldest first */
  days: number[];
};
export type HeardCompany = {
  environment?: string;
  company: string;
  lastErrorAt?: string;
  /** By the desk's clock */
  lastHeartbeatAt?: string;
  /** No heartbeat for three of its own intervals */
  quiet: boolean;
};
export type LastValidation = {
  at: string;
  verdict: Verdict;
  fails: Fails[];
};
export type CleanupFilter = {
  company?: string[];
  environment?: string[];
  mapping?: string[];
  direction?: Direction3[];
  cause?: Cause3[];
  resolver?: Resolver[];
  problem?: string[];
};
export type Cleanup = {
  /** Id of a clean-up */
  id: string;
  kind: CleanupKind;
  /** Entries that occurred at or before this moment are deleted */
  cutoff: string;
  filter?: CleanupFilter;
  deleted: number;
  /** How many of the deleted belong to problems that nobody resolved */
  stillOpen: number;
  startedAt: string;
  by: string;
  undoUntil?: string;
  undoneAt?: string;
  /** False while there is something left to do; continue it, or leave it to the timer */
  done: boolean;
};
export type Notice = {
  code: Code;
  count: number;
};
export type Overview = {
  at: string;
  /** What to do first, at most 7: open, not to wait for, caused by no other */
  next: NextProblem[];
  /** What passes by itself, at most 5 */
  waiting: WaitingProblem[];
  open: OpenCounts;
  byResolver: ResolverCounts[];
  /** At most 7 causes, the rest as other */
  byCause: CauseCounts[];
  /** When companies were last heard, at most 10, the quiet ones first, and always the one heard last */
  heard: HeardCompany[];
  heardCount: number;
  /** The last live validation */
  validation?: LastValidation;
  /** Running or undoable, at most 10 */
  cleanups: Cleanup[];
  notices: Notice[];
};
export type SeriesPoint = {
  at: string;
  count: number;
};
export type Problem = {
  /** Id of a problem */
  id: string;
  environment?: string;
  cause: Cause3;
  /** What tells two problems of one cause apart */
  key?: string;
  resolver: Resolver;
  certainty: Certainty;
  title: string;
  status: ProblemStatus;
  /** Where the problem is one of a company, or of a mapping */
  company?: string;
  /** Where the problem is one of a mapping */
  mapping?: string;
  direction?: Direction3;
  /** Errors in the selected places and hours */
  count: number;
  firstSeenAt?: string;
  lastSeenAt?: string;
  /** Hours or days with a count, by their start, oldest first */
  series?: SeriesPoint[];
  /** Where it occurs, most errors first; in lists the first three */
  places: Place[];
  placeCount: number;
  records: RecordCount;
  /** Different records that wait for it, or for problems that it causes */
  impact: number;
  givenUp: GivenUpCounts;
  /** Open problems that it follows from, at most 20 */
  causedBy: string[];
  /** Open problems that follow from it, at most 20 */
  children: string[];
  /** How many follow from it, where more than 20 do */
  childCount?: number;
  /** The newest error */
  sampleErrorId?: string;
  /** Its text: 200 characters of it in lists, where the cause is unclassified or the text asked for */
  sampleMessage?: string;
  explanation?: string;
  /** What to do, in order */
  steps?: string[];
  decision?: Decision;
  /** What ETag says of this problem alone */
  etag: string;
};
export type ProblemList = {
  value: Problem[];
  /** The next page; absent on the last */
  nextLink?: string;
};
export type DecisionStep = {
  status: Status3;
  /** End of a snooze */
  until?: string;
  note?: string;
  at: string;
  /** Who decided, as far as the sign-in shows */
  by: string;
  /** Id of the decision on several problems that it was a part of */
  decision?: string;
  /** When that was undone */
  undoneAt?: string;
};
export type ProblemDetail = {
  /** Id of a problem */
  id: string;
  environment?: string;
  cause: Cause3;
  /** What tells two problems of one cause apart */
  key?: string;
  resolver: Resolver;
  certainty: Certainty;
  title: string;
  status: ProblemStatus;
  /** Where the problem is one of a company, or of a mapping */
  company?: string;
  /** Where the problem is one of a mapping */
  mapping?: string;
  direction?: Direction3;
  /** Errors in the selected places and hours */
  count: number;
  firstSeenAt?: string;
  lastSeenAt?: string;
  /** Hours or days with a count, by their start, oldest first */
  series?: SeriesPoint[];
  /** Where it occurs, most errors first; in lists the first three */
  places: Place[];
  placeCount: number;
  records: RecordCount;
  /** Different records that wait for it, or for problems that it causes */
  impact: number;
  givenUp: GivenUpCounts;
  /** Open problems that it follows from, at most 20 */
  causedBy: string[];
  /** Open problems that follow from it, at most 20 */
  children: string[];
  /** How many follow from it, where more than 20 do */
  childCount?: number;
  /** The newest error */
  sampleErrorId?: string;
  /** Its text: 200 characters of it in lists, where the cause is unclassified or the text asked for */
  sampleMessage?: string;
  explanation: string;
  /** What to do, in order */
  steps: string[];
  decision?: Decision;
  /** What ETag says of this problem alone */
  etag: string;
  /** A page that says more */
  documentation?: string;
  /** Checks of the validator that would confirm it */
  checks: ProblemCheck[];
  history: DecisionStep[];
  samples: ErrorEntry[];
};
export type DecisionRequest = {
  /** Absent: the status stays as it is */
  status?: DecidedStatus;
  /** End of the snooze; required with snoozed, refused otherwise */
  until?: string;
  note?: string;
};
export type DecidedProblem = {
  /** Id of a problem */
  id: string;
  environment?: string;
  cause: Cause3;
  /** What tells two problems of one cause apart */
  key?: string;
  resolver: Resolver;
  certainty: Certainty;
  title: string;
  status: ProblemStatus;
  /** Where the problem is one of a company, or of a mapping */
  company?: string;
  /** Where the problem is one of a mapping */
  mapping?: string;
  direction?: Direction3;
  /** Errors in the selected places and hours */
  count: number;
  firstSeenAt?: string;
  lastSeenAt?: string;
  /** Hours or days with a count, by their start, oldest first */
  series?: SeriesPoint[];
  /** Where it occurs, most errors first; in lists the first three */
  places: Place[];
  placeCount: number;
  records: RecordCount;
  /** Different records that wait for it, or for problems that it causes */
  impact: number;
  givenUp: GivenUpCounts;
  /** Open problems that it follows from, at most 20 */
  causedBy: string[];
  /** Open problems that follow from it, at most 20 */
  children: string[];
  /** How many follow from it, where more than 20 do */
  childCount?: number;
  /** The newest error */
  sampleErrorId?: string;
  /** Its text: 200 characters of it in lists, where the cause is unclassified or the text asked for */
  sampleMessage?: string;
  explanation?: string;
  /** What to do, in order */
  steps?: string[];
  decision?: Decision;
  /** What ETag says of this problem alone */
  etag: string;
  history: DecisionStep[];
};
export type GivenUp = {
  status: GivenUpStatus;
  /** When it failed the second time in a row with the same text */
  since: string;
};
export type AffectedRecord = {
  /** Id of a record, from the records of its problem */
  id: string;
  environment?: string;
  company: string;
  source?: RecordReference;
  destination?: RecordReference;
  links: RecordLinks;
  /** Its errors of this problem */
  count: number;
  firstSeenAt: string;
  lastSeenAt: string;
  status: EntryStatus;
  /** What was decided on this record alone */
  decision?: Decision;
  /** Present where Business Central does not try it any more */
  givenUp?: GivenUp;
  etag: string;
};
export type RecordList = {
  value: AffectedRecord[];
  /** The next page; absent on the last */
  nextLink?: string;
};
export type RecordDecisionRequest = {
  status: Status4;
  /** End of the snooze; required with snoozed, refused otherwise */
  until?: string;
  note?: string;
};
export type ProblemToDecide = {
  id: string;
  /** Decide only when nothing was decided since */
  etag?: string;
};
export type JointDecisionRequest = {
  /** Different problems */
  problems: ProblemToDecide[];
  status: DecidedStatus;
  /** End of the snooze; required with snoozed, refused otherwise */
  until?: string;
  note?: string;
};
export type ProblemETag = {
  id: string;
  etag: string;
};
export type JointDecision = {
  /** Id of the decision, to undo it */
  id: string;
  problems: ProblemETag[];
};
export type UndoneDecision = {
  /** These have again what they had before */
  restored: ProblemETag[];
  /** Somebody decided on these since */
  left: ProblemETag[];
};
export type CleanupRequest = {
  /** Errors that occurred at least this many days (of 24 hours) ago */
  olderThanDays?: number;
  /** All errors up to now */
  all?: boolean;
  /** Only errors that match */
  filter?: CleanupFilter;
  /** Only count, and change nothing */
  preview?: boolean;
};
export type StartedCleanup = {
  /** Id of a clean-up */
  id?: string;
  kind: CleanupKind;
  /** Entries that occurred at or before this moment are deleted */
  cutoff: string;
  filter?: CleanupFilter;
  deleted: number;
  /** How many of the deleted belong to problems that nobody resolved */
  stillOpen: number;
  startedAt: string;
  by: string;
  undoUntil?: string;
  undoneAt?: string;
  /** False while there is something left to do; continue it, or leave it to the timer */
  done?: boolean;
  /** A preview has no id, done or undoUntil */
  preview?: boolean;
};
export type CleanupList = {
  value: Cleanup[];
  /** The next page; absent on the last */
  nextLink?: string;
};
export type DiagnosisSubject = {
  /** Error Message as logged; may be empty */
  message: string;
  /** Integration table mapping, such as CUSTOMER */
  mapping?: string;
  direction?: Direction3;
  source?: RecordReference;
  destination?: RecordReference;
};
export type DiagnosisList = {
  value: Diagnosis[];
};
export type UnavailableFacts = {
  reason: Reason;
  /** What the system answered, such as "HTTP 403"; no secrets, no personal data */
  detail?: string;
};
export type DataverseUser = {
  /** systemuserid */
  id: string;
  /** fullname */
  fullName?: string | null;
  /** applicationid; filled for an application user, null for a person */
  applicationId?: string | null;
  /** isdisabled */
  isDisabled?: boolean | null;
  /** islicensed */
  isLicensed?: boolean | null;
  /** accessmode: 0 Read-Write, 1 Administrative, 2 Read, 3 Support User, 4 Non-interactive, 5 Delegated Admin */
  accessMode?: number | null;
};
export type SettingsSnapshotDataverseIntegrationUsers = {
  unavailable?: UnavailableFacts;
  value?: DataverseUser[];
};
export type SecurityRole = {
  /** roleid */
  roleId: string;
  /** name, in the language of the environment */
  name?: string | null;
  /** _roletemplateid_value */
  roleTemplateId?: string | null;
  /** _parentrootroleid_value: the root role that this role copies in another business unit */
  parentRootRoleId?: string | null;
  /** In teamRoles: name of the team that holds the role */
  team?: string | null;
};
export type SettingsSnapshotDataverseUserRoles = {
  unavailable?: UnavailableFacts;
  value?: SecurityRole[];
};
export type SettingsSnapshotDataverseTeamRoles = {
  unavailable?: UnavailableFacts;
  value?: SecurityRole[];
};
export type SettingsSnapshotDataverseDeployedRoles = {
  unavailable?: UnavailableFacts;
  value?: SecurityRole[];
};
export type SettingsSnapshotDataverseHeldPrivileges = {
  unavailable?: UnavailableFacts;
  value?: string[];
};
export type TransactionCurrency = {
  /** isocurrencycode */
  isoCurrencyCode: string;
  /** exchangerate: units of this currency for one unit of the base currency */
  exchangeRate?: number | null;
  /** Whether statecode is 0 */
  isActive: boolean;
};
export type SettingsSnapshotDataverseTransactionCurrencies = {
  unavailable?: UnavailableFacts;
  value?: TransactionCurrency[];
};
export type SettingsSnapshotDataverseOrganizationValue = {
  /** ISO code of the base currency; null if none is set */
  baseCurrency: string | null;
};
export type SettingsSnapshotDataverseOrganization = {
  unavailable?: UnavailableFacts;
  value?: SettingsSnapshotDataverseOrganizationValue;
};
export type SettingsSnapshotDataverse = {
  /** The reason for every group below that is not known and gives none itself */
  unavailable?: UnavailableFacts;
  /** Users with the application id or e-mail address of the integration user: none, one or several */
  integrationUsers?: SettingsSnapshotDataverseIntegrationUsers;
  /** Security roles that the user has directly */
  userRoles?: SettingsSnapshotDataverseUserRoles;
  /** Security roles that the user has through teams; an empty value if none */
  teamRoles?: SettingsSnapshotDataverseTeamRoles;
  /** Security roles of the integration that exist in the environment */
  deployedRoles?: SettingsSnapshotDataverseDeployedRoles;
  /** Privileges that open errors name and the user has, directly or through a team */
  heldPrivileges?: SettingsSnapshotDataverseHeldPrivileges;
  transactionCurrencies?: SettingsSnapshotDataverseTransactionCurrencies;
  organization?: SettingsSnapshotDataverseOrganization;
};
export type SettingsSnapshotBusinessCentralGeneralLedgerSetupValue = {
  /** LCY Code of General Ledger Setup; may be empty */
  localCurrencyCode: string;
};
export type SettingsSnapshotBusinessCentralGeneralLedgerSetup = {
  unavailable?: UnavailableFacts;
  value?: SettingsSnapshotBusinessCentralGeneralLedgerSetupValue;
};
export type BusinessCentralCurrency = {
  code: string;
  /** ISO Code of the currency. Not in Business Central's standard API */
  isoCode?: string | null;
};
export type SettingsSnapshotBusinessCentralCurrencies = {
  unavailable?: UnavailableFacts;
  value?: BusinessCentralCurrency[];
};
export type CurrencyExchangeRate = {
  /** Empty means the local currency */
  currencyCode: string;
  startingDate: string;
  exchangeRateAmount?: number | null;
  /** Empty means the local currency */
  relationalCurrencyCode?: string | null;
  relationalExchangeRateAmount?: number | null;
};
export type SettingsSnapshotBusinessCentralCurrencyExchangeRates = {
  unavailable?: UnavailableFacts;
  value?: CurrencyExchangeRate[];
};
export type JobQueueEntry = {
  /** Codeunit: 5339 synchronizes, 50102 sends errors to this desk */
  objectIdToRun: number;
  /** Such as Ready or On Hold; the API's On_x0020_Hold is accepted too */
  status: string;
  recurringJob: boolean;
  description?: string | null;
  earliestStartDateTime?: string | null;
  errorMessage?: string | null;
  /** User that the job runs as */
  userId?: string | null;
};
export type SettingsSnapshotBusinessCentralJobQueueEntries = {
  unavailable?: UnavailableFacts;
  value?: JobQueueEntry[];
};
export type BusinessCentralCompanyGeneralLedgerSetupValue = {
  /** LCY Code of General Ledger Setup; may be empty */
  localCurrencyCode: string;
};
export type BusinessCentralCompanyGeneralLedgerSetup = {
  unavailable?: UnavailableFacts;
  value?: BusinessCentralCompanyGeneralLedgerSetupValue;
};
export type BusinessCentralCompanyCurrencies = {
  unavailable?: UnavailableFacts;
  value?: BusinessCentralCurrency[];
};
export type BusinessCentralCompanyCurrencyExchangeRates = {
  unavailable?: UnavailableFacts;
  value?: CurrencyExchangeRate[];
};
export type BusinessCentralCompanyJobQueueEntries = {
  unavailable?: UnavailableFacts;
  value?: JobQueueEntry[];
};
export type BusinessCentralCompany = {
  /** Name of the company */
  company: string;
  /** The reason for every group below that is not known and gives none itself */
  unavailable?: UnavailableFacts;
  generalLedgerSetup?: BusinessCentralCompanyGeneralLedgerSetup;
  currencies?: BusinessCentralCompanyCurrencies;
  currencyExchangeRates?: BusinessCentralCompanyCurrencyExchangeRates;
  /** Job queue entries of codeunits 5339 and 50102 */
  jobQueueEntries?: BusinessCentralCompanyJobQueueEntries;
};
export type SettingsSnapshotBusinessCentral = {
  /** The reason for every group below that is not known and gives none itself */
  unavailable?: UnavailableFacts;
  generalLedgerSetup?: SettingsSnapshotBusinessCentralGeneralLedgerSetup;
  currencies?: SettingsSnapshotBusinessCentralCurrencies;
  currencyExchangeRates?: SettingsSnapshotBusinessCentralCurrencyExchangeRates;
  /** Job queue entries of codeunits 5339 and 50102 */
  jobQueueEntries?: SettingsSnapshotBusinessCentralJobQueueEntries;
  /** Facts of several companies, each with its name */
  companies?: BusinessCentralCompany[];
};
export type SettingsSnapshotGraphUserValuePasswordProfile = {
  forceChangePasswordNextSignIn?: boolean | null;
  forceChangePasswordNextSignInWithMfa?: boolean | null;
};
export type SettingsSnapshotGraphUserValue = {
  id: string;
  accountEnabled?: boolean | null;
  passwordPolicies?: string | null;
  /** null if no flag is set, and also if the app may not read it */
  passwordProfile?: SettingsSnapshotGraphUserValuePasswordProfile | null;
  lastPasswordChangeDateTime?: string | null;
  onPremisesSyncEnabled?: boolean | null;
};
export type SettingsSnapshotGraphUser = {
  unavailable?: UnavailableFacts;
  value?: SettingsSnapshotGraphUserValue;
};
export type SettingsSnapshotGraphDirectoryRolesValue = {
  roleTemplateId?: string | null;
  displayName?: string | null;
};
export type SettingsSnapshotGraphDirectoryRoles = {
  unavailable?: UnavailableFacts;
  value?: SettingsSnapshotGraphDirectoryRolesValue[];
};
export type SettingsSnapshotGraph = {
  /** The reason for every group below that is not known and gives none itself */
  unavailable?: UnavailableFacts;
  /** The person's account in Microsoft Entra; not read for an application user */
  user?: SettingsSnapshotGraphUser;
  /** Directory roles, also through groups. Only nulls in a role: the app may not read it */
  directoryRoles?: SettingsSnapshotGraphDirectoryRoles;
};
export type SettingsSnapshot = {
  dataverse?: SettingsSnapshotDataverse;
  /** Facts of one company, directly in the groups, or of several in companies */
  businessCentral?: SettingsSnapshotBusinessCentral;
  graph?: SettingsSnapshotGraph;
};
export type ValidationRequest = {
  snapshot?: SettingsSnapshot;
};
export type Finding = {
  check: Check;
  status: Status5;
  /** Why the check was skipped. not-applicable does not count for the verdict */
  reason?: Reason2;
  /** What was checked: a user, a security role, a privilege, a currency or a job */
  subject?: string;
  /** Company of Business Central; absent if the check is about no company, or if only one company is checked */
  company?: string;
  /** What was seen */
  seen: string;
  /** What to do; always given with warn and fail */
  remedy?: string;
  /** Page that explains the setting */
  documentation: string;
  /** Causes of errors that this setting can explain */
  causes: Causes[];
  /** Number of open errors with these causes; 0 unless the status is warn or fail */
  explains: number;
};
export type Validation = {
  id: string;
  /** When the run began, UTC */
  at: string;
  /** Where the facts come from: read live from the three systems, or from a snapshot that a caller sent */
  source: Source;
  /** The worst of the findings: fail, warn, skipped, pass */
  verdict: Verdict;
  findings: Finding[];
};
export type AlertDelivery = {
  channel: Channel;
  status: Status6;
  attempts: number;
  nextTryAt?: string;
  /** HTTP status of the last answer */
  lastStatus?: number;
  /** Why it was not taken, or not sent by itself */
  reason?: Reason3;
};
export type Alert = {
  /** Id of an alert: receivers get it as `webhook-id` */
  id: string;
  rule: Rule;
  /** Whether it tells that something is over */
  over: boolean;
  /** When what it tells came about */
  at: string;
  /** What it tells, in one line */
  subject: string;
  /** Id of the problem that it is about */
  problem?: string;
  /** Errors, records or alerts, where something is counted */
  count?: number;
  channels: AlertDelivery[];
};
export type ChannelOff = {
  channel: Channel;
  since: string;
  /** The receiver answered 410. A trial that it takes, or another address, ends it */
  why: Why;
};
export type AlertList = {
  value: Alert[];
  /** The next page; absent on the last */
  nextLink?: string;
  off: ChannelOff[];
};
export type AlertTrial = {
  channel: Channel;
  outcome: Outcome2;
  /** HTTP status of the last answer */
  status?: number;
  /** Why it was not taken, or not sent by itself */
  reason?: Reason3;
};
export type AlertTrials = {
  value: AlertTrial[];
};
export type Caller = {
  /** Who signed in; absent where keys decide */
  name?: string;
  scopes: Scopes[];
};
export type OpenApiDocument = {
  openapi: string;
  [key: string]: unknown;
};
export type Health = {
  status: 'ok';
  alerts: Alerts;
};
/**
 * Report errors: one, an array, or NDJSON
 */
export function reportErrors(body: ErrorReport[], opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 201;
        data: ReportAnswer;
      }
    | {
        status: 207;
        data: ReportAnswer;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    '/errors',
    oazapfts.json({
      ...opts,
      method: 'POST',
      body,
    }),
  );
}
/**
 * List errors, newest first
 */
export function listErrors(
  {
    company,
    environment,
    mapping,
    direction,
    cause,
    resolver,
    problem,
    record,
    status,
    since,
    until,
    q,
    maxpagesize,
    pagetoken,
    separator,
    acceptLanguage,
  }: {
    company?: string[];
    environment?: string[];
    mapping?: string[];
    direction?: ('to-integration-table' | 'from-integration-table')[];
    cause?: (
      | 'update-conflict'
      | 'coupled-record-deleted'
      | 'record-missing'
      | 'dependency-not-coupled'
      | 'already-coupled'
      | 'match-not-unique'
      | 'duplicate-record'
      | 'unit-of-measure-invalid'
      | 'business-data-invalid'
      | 'record-inactive-or-readonly'
      | 'exchange-rate-missing'
      | 'currency-setup-missing'
      | 'missing-privilege'
      | 'integration-user-invalid'
      | 'license-missing'
      | 'authentication-failed'
      | 'certificate-or-tls'
      | 'environment-admin-mode'
      | 'environment-unavailable'
      | 'connection-disabled'
      | 'mapping-misconfigured'
      | 'ownership-mismatch'
      | 'solution-missing'
      | 'setup-incomplete'
      | 'bc-permission-missing'
      | 'table-connection-missing'
      | 'throttled'
      | 'timeout-or-network'
      | 'lock-or-concurrency'
      | 'not-committed-yet'
      | 'plugin-failure'
      | 'internal-error'
      | 'unclassified'
    )[];
    resolver?: ('record-user' | 'administrator' | 'wait' | 'support' | 'unknown')[];
    problem?: string[];
    record?: string[];
    status?: ('open' | 'resolved' | 'snoozed' | 'ignored')[];
    since?: string;
    until?: string;
    q?: string;
    maxpagesize?: number;
    pagetoken?: string;
    separator?: 'comma' | 'semicolon';
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: ErrorList;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/errors${QS.query(
      QS.explode({
        company,
        environment,
        mapping,
        record,
        since,
        until,
        q,
        maxpagesize,
        pagetoken,
        separator,
      }),
      QS.form({
        direction,
        cause,
        resolver,
        problem,
        status,
      }),
    )}`,
    {
      ...opts,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'Accept-Language': acceptLanguage,
      }),
    },
  );
}
/**
 * Say that a sender is alive
 */
export function reportHeartbeat(heartbeat: Heartbeat, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 204;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 429;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    '/heartbeats',
    oazapfts.json({
      ...opts,
      method: 'POST',
      body: heartbeat,
    }),
  );
}
/**
 * One error, with its diagnosis and what to do
 */
export function getError(
  id: string,
  {
    acceptLanguage,
  }: {
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: ErrorEntryDetail;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(`/errors/${encodeURIComponent(id)}`, {
    ...opts,
    headers: oazapfts.mergeHeaders(opts?.headers, {
      'Accept-Language': acceptLanguage,
    }),
  });
}
/**
 * Delete one error
 */
export function deleteError(id: string, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 204;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(`/errors/${encodeURIComponent(id)}`, {
    ...opts,
    method: 'DELETE',
  });
}
/**
 * What to do first, and how things stand
 */
export function getOverview(
  {
    acceptLanguage,
  }: {
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Overview;
      }
    | {
        status: 304;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >('/overview', {
    ...opts,
    headers: oazapfts.mergeHeaders(opts?.headers, {
      'Accept-Language': acceptLanguage,
    }),
  });
}
/**
 * List problems, last seen first
 */
export function listProblems(
  {
    company,
    environment,
    mapping,
    direction,
    cause,
    resolver,
    problem,
    status,
    givenUp,
    since,
    until,
    firstSeenSince,
    orderby,
    expand,
    series,
    maxpagesize,
    pagetoken,
    separator,
    acceptLanguage,
  }: {
    company?: string[];
    environment?: string[];
    mapping?: string[];
    direction?: ('to-integration-table' | 'from-integration-table')[];
    cause?: (
      | 'update-conflict'
      | 'coupled-record-deleted'
      | 'record-missing'
      | 'dependency-not-coupled'
      | 'already-coupled'
      | 'match-not-unique'
      | 'duplicate-record'
      | 'unit-of-measure-invalid'
      | 'business-data-invalid'
      | 'record-inactive-or-readonly'
      | 'exchange-rate-missing'
      | 'currency-setup-missing'
      | 'missing-privilege'
      | 'integration-user-invalid'
      | 'license-missing'
      | 'authentication-failed'
      | 'certificate-or-tls'
      | 'environment-admin-mode'
      | 'environment-unavailable'
      | 'connection-disabled'
      | 'mapping-misconfigured'
      | 'ownership-mismatch'
      | 'solution-missing'
      | 'setup-incomplete'
      | 'bc-permission-missing'
      | 'table-connection-missing'
      | 'throttled'
      | 'timeout-or-network'
      | 'lock-or-concurrency'
      | 'not-committed-yet'
      | 'plugin-failure'
      | 'internal-error'
      | 'unclassified'
    )[];
    resolver?: ('record-user' | 'administrator' | 'wait' | 'support' | 'unknown')[];
    problem?: string[];
    status?: ('open' | 'resolved' | 'snoozed' | 'ignored' | 'regressed')[];
    givenUp?: ('likely' | 'confirmed')[];
    since?: string;
    until?: string;
    firstSeenSince?: string;
    orderby?: 'impact' | 'count' | 'firstSeenAt' | 'lastSeenAt';
    expand?: ('steps' | 'sample')[];
    series?: 'hour' | 'day' | 'none';
    maxpagesize?: number;
    pagetoken?: string;
    separator?: 'comma' | 'semicolon';
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: ProblemList;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/problems${QS.query(
      QS.explode({
        company,
        environment,
        mapping,
        since,
        until,
        firstSeenSince,
        orderby,
        series,
        maxpagesize,
        pagetoken,
        separator,
      }),
      QS.form({
        direction,
        cause,
        resolver,
        problem,
        status,
        givenUp,
        expand,
      }),
    )}`,
    {
      ...opts,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'Accept-Language': acceptLanguage,
      }),
    },
  );
}
/**
 * One problem, what to do, its decisions and sample errors
 */
export function getProblem(
  id: string,
  {
    acceptLanguage,
  }: {
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: ProblemDetail;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(`/problems/${encodeURIComponent(id)}`, {
    ...opts,
    headers: oazapfts.mergeHeaders(opts?.headers, {
      'Accept-Language': acceptLanguage,
    }),
  });
}
/**
 * Decide on a problem: resolve, reopen, snooze, ignore, note
 */
export function decideProblem(
  id: string,
  decisionRequest: DecisionRequest,
  {
    acceptLanguage,
    ifMatch,
  }: {
    acceptLanguage?: string;
    ifMatch?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: DecidedProblem;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 412;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/problems/${encodeURIComponent(id)}`,
    oazapfts.json({
      ...opts,
      method: 'PATCH',
      body: decisionRequest,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'Accept-Language': acceptLanguage,
        'If-Match': ifMatch,
      }),
    }),
  );
}
/**
 * The records that a problem affects
 */
export function listRecords(
  id: string,
  {
    company,
    mapping,
    status,
    givenUp,
    maxpagesize,
    pagetoken,
    separator,
  }: {
    company?: string[];
    mapping?: string[];
    status?: ('open' | 'resolved' | 'snoozed' | 'ignored')[];
    givenUp?: ('likely' | 'confirmed')[];
    maxpagesize?: number;
    pagetoken?: string;
    separator?: 'comma' | 'semicolon';
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: RecordList;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/problems/${encodeURIComponent(id)}/records${QS.query(
      QS.explode({
        company,
        mapping,
        maxpagesize,
        pagetoken,
        separator,
      }),
      QS.form({
        status,
        givenUp,
      }),
    )}`,
    {
      ...opts,
    },
  );
}
/**
 * Snooze, ignore or reopen one record of a problem
 */
export function decideRecord(
  id: string,
  record: string,
  recordDecisionRequest: RecordDecisionRequest,
  {
    ifMatch,
  }: {
    ifMatch?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: AffectedRecord;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 412;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/problems/${encodeURIComponent(id)}/records/${encodeURIComponent(record)}`,
    oazapfts.json({
      ...opts,
      method: 'PATCH',
      body: recordDecisionRequest,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'If-Match': ifMatch,
      }),
    }),
  );
}
/**
 * Decide on several problems at once
 */
export function decideProblems(
  jointDecisionRequest: JointDecisionRequest,
  {
    ifMatch,
  }: {
    ifMatch?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 201;
        data: JointDecision;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 412;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    '/decisions',
    oazapfts.json({
      ...opts,
      method: 'POST',
      body: jointDecisionRequest,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'If-Match': ifMatch,
      }),
    }),
  );
}
/**
 * Undo a decision on several problems, within 24 hours
 */
export function undoDecision(id: string, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: UndoneDecision;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 409;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(`/decisions/${encodeURIComponent(id)}`, {
    ...opts,
    method: 'DELETE',
  });
}
/**
 * Clean up errors: preview first, undo within 24 hours
 */
export function startCleanup(cleanupRequest: CleanupRequest, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: StartedCleanup;
      }
    | {
        status: 201;
        data: StartedCleanup;
      }
    | {
        status: 202;
        data: StartedCleanup;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    '/cleanups',
    oazapfts.json({
      ...opts,
      method: 'POST',
      body: cleanupRequest,
    }),
  );
}
/**
 * List clean-ups, newest first
 */
export function listCleanups(
  {
    maxpagesize,
    pagetoken,
  }: {
    maxpagesize?: number;
    pagetoken?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: CleanupList;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/cleanups${QS.query(
      QS.explode({
        maxpagesize,
        pagetoken,
      }),
    )}`,
    {
      ...opts,
    },
  );
}
/**
 * One clean-up
 */
export function getCleanup(id: string, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Cleanup;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(`/cleanups/${encodeURIComponent(id)}`, {
    ...opts,
  });
}
/**
 * Undo a clean-up, within 24 hours
 */
export function undoCleanup(id: string, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Cleanup;
      }
    | {
        status: 202;
        data: Cleanup;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 409;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(`/cleanups/${encodeURIComponent(id)}`, {
    ...opts,
    method: 'DELETE',
  });
}
/**
 * Continue a clean-up that is not done
 */
export function continueCleanup(id: string, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Cleanup;
      }
    | {
        status: 202;
        data: Cleanup;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 409;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(`/cleanups/${encodeURIComponent(id)}/continue`, {
    ...opts,
    method: 'POST',
  });
}
/**
 * Diagnose texts without storing them
 */
export function diagnose(
  body: DiagnosisSubject[],
  {
    acceptLanguage,
  }: {
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: DiagnosisList;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
  >(
    '/diagnoses',
    oazapfts.json({
      ...opts,
      method: 'POST',
      body,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'Accept-Language': acceptLanguage,
      }),
    }),
  );
}
/**
 * Check the settings behind typical errors
 */
export function validateSettings(
  validationRequest?: ValidationRequest,
  {
    acceptLanguage,
  }: {
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Validation;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 411;
        data: ProblemDetails;
      }
    | {
        status: 413;
        data: ProblemDetails;
      }
    | {
        status: 415;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    '/validations',
    oazapfts.json({
      ...opts,
      method: 'POST',
      body: validationRequest,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'Accept-Language': acceptLanguage,
      }),
    }),
  );
}
/**
 * The last validation
 */
export function getLatestValidation(
  {
    source,
    acceptLanguage,
  }: {
    source?: 'live' | 'snapshot';
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Validation;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/validations/latest${QS.query(
      QS.explode({
        source,
      }),
    )}`,
    {
      ...opts,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'Accept-Language': acceptLanguage,
      }),
    },
  );
}
/**
 * List alerts, newest first
 */
export function listAlerts(
  {
    maxpagesize,
    pagetoken,
    acceptLanguage,
  }: {
    maxpagesize?: number;
    pagetoken?: string;
    acceptLanguage?: string;
  } = {},
  opts?: Oazapfts.RequestOpts,
) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: AlertList;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >(
    `/alerts${QS.query(
      QS.explode({
        maxpagesize,
        pagetoken,
      }),
    )}`,
    {
      ...opts,
      headers: oazapfts.mergeHeaders(opts?.headers, {
        'Accept-Language': acceptLanguage,
      }),
    },
  );
}
/**
 * Send a trial message to each channel
 */
export function testAlert(opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: AlertTrials;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >('/alerts/test', {
    ...opts,
    method: 'POST',
  });
}
/**
 * Who calls, and what the caller may do
 */
export function whoAmI(opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Caller;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
  >('/me', {
    ...opts,
  });
}
/**
 * The page for administrators
 */
export function getDashboard(opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: string;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
  >('/dashboard', {
    ...opts,
  });
}
/**
 * A file of the page
 */
export function getDashboardFile(file: string, opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: string;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 404;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
  >(`/dashboard/${encodeURIComponent(file)}`, {
    ...opts,
  });
}
/**
 * This description, OpenAPI 3.1
 */
export function openapi(opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: OpenApiDocument;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 401;
        data: ProblemDetails;
      }
    | {
        status: 403;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
  >('/openapi.json', {
    ...opts,
  });
}
/**
 * Whether the error log can be reached
 */
export function health(opts?: Oazapfts.RequestOpts) {
  return oazapfts.fetchJson<
    | {
        status: 200;
        data: Health;
      }
    | {
        status: 400;
        data: ProblemDetails;
      }
    | {
        status: 500;
        data: ProblemDetails;
      }
    | {
        status: 503;
        data: ProblemDetails;
      }
  >('/health', {
    ...opts,
  });
}
export const Direction = {
  ToIntegrationTable: 'to-integration-table',
  FromIntegrationTable: 'from-integration-table',
} as const;
export type Direction = (typeof Direction)[keyof typeof Direction];
export const AppName = {
  BusinessCentral: 'business-central',
  Dataverse: 'dataverse',
} as const;
export type AppName = (typeof AppName)[keyof typeof AppName];
export const JobType = {
  Synchronization: 'synchronization',
  Uncoupling: 'uncoupling',
  Coupling: 'coupling',
} as const;
export type JobType = (typeof JobType)[keyof typeof JobType];
export const Outcome = {
  Stored: 'stored',
  Duplicate: 'duplicate',
  Expired: 'expired',
  Invalid: 'invalid',
} as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];
export const EntryStatus = {
  Open: 'open',
  Resolved: 'resolved',
  Snoozed: 'snoozed',
  Ignored: 'ignored',
} as const;
export type EntryStatus = (typeof EntryStatus)[keyof typeof EntryStatus];
export const Cause = {
  UpdateConflict: 'update-conflict',
  CoupledRecordDeleted: 'coupled-record-deleted',
  RecordMissing: 'record-missing',
  DependencyNotCoupled: 'dependency-not-coupled',
  AlreadyCoupled: 'already-coupled',
  MatchNotUnique: 'match-not-unique',
  DuplicateRecord: 'duplicate-record',
  UnitOfMeasureInvalid: 'unit-of-measure-invalid',
  BusinessDataInvalid: 'business-data-invalid',
  RecordInactiveOrReadonly: 'record-inactive-or-readonly',
  ExchangeRateMissing: 'exchange-rate-missing',
  CurrencySetupMissing: 'currency-setup-missing',
  MissingPrivilege: 'missing-privilege',
  IntegrationUserInvalid: 'integration-user-invalid',
  LicenseMissing: 'license-missing',
  AuthenticationFailed: 'authentication-failed',
  CertificateOrTls: 'certificate-or-tls',
  EnvironmentAdminMode: 'environment-admin-mode',
  EnvironmentUnavailable: 'environment-unavailable',
  ConnectionDisabled: 'connection-disabled',
  MappingMisconfigured: 'mapping-misconfigured',
  OwnershipMismatch: 'ownership-mismatch',
  SolutionMissing: 'solution-missing',
  SetupIncomplete: 'setup-incomplete',
  BcPermissionMissing: 'bc-permission-missing',
  TableConnectionMissing: 'table-connection-missing',
  Throttled: 'throttled',
  TimeoutOrNetwork: 'timeout-or-network',
  LockOrConcurrency: 'lock-or-concurrency',
  NotCommittedYet: 'not-committed-yet',
  PluginFailure: 'plugin-failure',
  InternalError: 'internal-error',
  Unclassified: 'unclassified',
} as const;
export type Cause = (typeof Cause)[keyof typeof Cause];
export const Resolver = {
  RecordUser: 'record-user',
  Administrator: 'administrator',
  Wait: 'wait',
  Support: 'support',
  Unknown: 'unknown',
} as const;
export type Resolver = (typeof Resolver)[keyof typeof Resolver];
export const Certainty = {
  Exact: 'exact',
  Likely: 'likely',
} as const;
export type Certainty = (typeof Certainty)[keyof typeof Certainty];
export const Direction2 = {
  ToIntegrationTable: 'to-integration-table',
  FromIntegrationTable: 'from-integration-table',
  Bidirectional: 'bidirectional',
} as const;
export type Direction2 = (typeof Direction2)[keyof typeof Direction2];
export const Direction3 = {
  ToIntegrationTable: 'to-integration-table',
  FromIntegrationTable: 'from-integration-table',
} as const;
export type Direction3 = (typeof Direction3)[keyof typeof Direction3];
export const ProblemStatus = {
  Open: 'open',
  Resolved: 'resolved',
  Snoozed: 'snoozed',
  Ignored: 'ignored',
  Regressed: 'regressed',
} as const;
export type ProblemStatus = (typeof ProblemStatus)[keyof typeof ProblemStatus];
export const Status = {
  Resolved: 'resolved',
  Open: 'open',
  Snoozed: 'snoozed',
  Ignored: 'ignored',
} as const;
export type Status = (typeof Status)[keyof typeof Status];
export const Check = {
  IntegrationUserExists: 'integration-user-exists',
  IntegrationUserUnique: 'integration-user-unique',
  IntegrationUserEnabled: 'integration-user-enabled',
  IntegrationUserLicensed: 'integration-user-licensed',
  IntegrationUserAccessMode: 'integration-user-access-mode',
  IntegrationUserNotAdministrator: 'integration-user-not-administrator',
  IntegrationUserRoles: 'integration-user-roles',
  MissingPrivileges: 'missing-privileges',
  PasswordChangeRequired: 'password-change-required',
  BaseCurrency: 'base-currency',
  ExchangeRateBusinessCentral: 'exchange-rate-business-central',
  ExchangeRateDataverse: 'exchange-rate-dataverse',
  ExchangeRateAgreement: 'exchange-rate-agreement',
  ExchangeRateAge: 'exchange-rate-age',
  CurrencySetup: 'currency-setup',
  SynchronizationJobs: 'synchronization-jobs',
  SenderJob: 'sender-job',
} as const;
export type Check = (typeof Check)[keyof typeof Check];
export const Status2 = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'fail',
  Skipped: 'skipped',
} as const;
export type Status2 = (typeof Status2)[keyof typeof Status2];
export const Cause2 = {
  UpdateConflict: 'update-conflict',
  CoupledRecordDeleted: 'coupled-record-deleted',
  RecordMissing: 'record-missing',
  DependencyNotCoupled: 'dependency-not-coupled',
  AlreadyCoupled: 'already-coupled',
  MatchNotUnique: 'match-not-unique',
  DuplicateRecord: 'duplicate-record',
  UnitOfMeasureInvalid: 'unit-of-measure-invalid',
  BusinessDataInvalid: 'business-data-invalid',
  RecordInactiveOrReadonly: 'record-inactive-or-readonly',
  ExchangeRateMissing: 'exchange-rate-missing',
  CurrencySetupMissing: 'currency-setup-missing',
  MissingPrivilege: 'missing-privilege',
  IntegrationUserInvalid: 'integration-user-invalid',
  LicenseMissing: 'license-missing',
  AuthenticationFailed: 'authentication-failed',
  CertificateOrTls: 'certificate-or-tls',
  EnvironmentAdminMode: 'environment-admin-mode',
  EnvironmentUnavailable: 'environment-unavailable',
  ConnectionDisabled: 'connection-disabled',
  MappingMisconfigured: 'mapping-misconfigured',
  OwnershipMismatch: 'ownership-mismatch',
  SolutionMissing: 'solution-missing',
  SetupIncomplete: 'setup-incomplete',
  BcPermissionMissing: 'bc-permission-missing',
  TableConnectionMissing: 'table-connection-missing',
  Throttled: 'throttled',
  TimeoutOrNetwork: 'timeout-or-network',
  LockOrConcurrency: 'lock-or-concurrency',
  NotCommittedYet: 'not-committed-yet',
  PluginFailure: 'plugin-failure',
  InternalError: 'internal-error',
  Unclassified: 'unclassified',
  Other: 'other',
} as const;
export type Cause2 = (typeof Cause2)[keyof typeof Cause2];
export const Verdict = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'fail',
  Skipped: 'skipped',
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];
export const Fails = {
  IntegrationUserExists: 'integration-user-exists',
  IntegrationUserUnique: 'integration-user-unique',
  IntegrationUserEnabled: 'integration-user-enabled',
  IntegrationUserLicensed: 'integration-user-licensed',
  IntegrationUserAccessMode: 'integration-user-access-mode',
  IntegrationUserNotAdministrator: 'integration-user-not-administrator',
  IntegrationUserRoles: 'integration-user-roles',
  MissingPrivileges: 'missing-privileges',
  PasswordChangeRequired: 'password-change-required',
  BaseCurrency: 'base-currency',
  ExchangeRateBusinessCentral: 'exchange-rate-business-central',
  ExchangeRateDataverse: 'exchange-rate-dataverse',
  ExchangeRateAgreement: 'exchange-rate-agreement',
  ExchangeRateAge: 'exchange-rate-age',
  CurrencySetup: 'currency-setup',
  SynchronizationJobs: 'synchronization-jobs',
  SenderJob: 'sender-job',
} as const;
export type Fails = (typeof Fails)[keyof typeof Fails];
export const CleanupKind = {
  OlderThan: 'older-than',
  All: 'all',
  Filtered: 'filtered',
  Retention: 'retention',
} as const;
export type CleanupKind = (typeof CleanupKind)[keyof typeof CleanupKind];
export const Cause3 = {
  UpdateConflict: 'update-conflict',
  CoupledRecordDeleted: 'coupled-record-deleted',
  RecordMissing: 'record-missing',
  DependencyNotCoupled: 'dependency-not-coupled',
  AlreadyCoupled: 'already-coupled',
  MatchNotUnique: 'match-not-unique',
  DuplicateRecord: 'duplicate-record',
  UnitOfMeasureInvalid: 'unit-of-measure-invalid',
  BusinessDataInvalid: 'business-data-invalid',
  RecordInactiveOrReadonly: 'record-inactive-or-readonly',
  ExchangeRateMissing: 'exchange-rate-missing',
  CurrencySetupMissing: 'currency-setup-missing',
  MissingPrivilege: 'missing-privilege',
  IntegrationUserInvalid: 'integration-user-invalid',
  LicenseMissing: 'license-missing',
  AuthenticationFailed: 'authentication-failed',
  CertificateOrTls: 'certificate-or-tls',
  EnvironmentAdminMode: 'environment-admin-mode',
  EnvironmentUnavailable: 'environment-unavailable',
  ConnectionDisabled: 'connection-disabled',
  MappingMisconfigured: 'mapping-misconfigured',
  OwnershipMismatch: 'ownership-mismatch',
  SolutionMissing: 'solution-missing',
  SetupIncomplete: 'setup-incomplete',
  BcPermissionMissing: 'bc-permission-missing',
  TableConnectionMissing: 'table-connection-missing',
  Throttled: 'throttled',
  TimeoutOrNetwork: 'timeout-or-network',
  LockOrConcurrency: 'lock-or-concurrency',
  NotCommittedYet: 'not-committed-yet',
  PluginFailure: 'plugin-failure',
  InternalError: 'internal-error',
  Unclassified: 'unclassified',
} as const;
export type Cause3 = (typeof Cause3)[keyof typeof Cause3];
export const Code = {
  ProblemsOverflow: 'problems-overflow',
  RowsUnreadable: 'rows-unreadable',
  AlertsDead: 'alerts-dead',
} as const;
export type Code = (typeof Code)[keyof typeof Code];
export const Status3 = {
  Resolved: 'resolved',
  Open: 'open',
  Snoozed: 'snoozed',
  Ignored: 'ignored',
} as const;
export type Status3 = (typeof Status3)[keyof typeof Status3];
export const DecidedStatus = {
  Resolved: 'resolved',
  Open: 'open',
  Snoozed: 'snoozed',
  Ignored: 'ignored',
} as const;
export type DecidedStatus = (typeof DecidedStatus)[keyof typeof DecidedStatus];
export const GivenUpStatus = {
  Likely: 'likely',
  Confirmed: 'confirmed',
} as const;
export type GivenUpStatus = (typeof GivenUpStatus)[keyof typeof GivenUpStatus];
export const Status4 = {
  Open: 'open',
  Snoozed: 'snoozed',
  Ignored: 'ignored',
} as const;
export type Status4 = (typeof Status4)[keyof typeof Status4];
export const Reason = {
  NotConfigured: 'not-configured',
  NotPermitted: 'not-permitted',
  Throttled: 'throttled',
  TimedOut: 'timed-out',
  Unavailable: 'unavailable',
  NotFound: 'not-found',
  UnexpectedAnswer: 'unexpected-answer',
} as const;
export type Reason = (typeof Reason)[keyof typeof Reason];
export const Source = {
  Live: 'live',
  Snapshot: 'snapshot',
} as const;
export type Source = (typeof Source)[keyof typeof Source];
export const Status5 = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'fail',
  Skipped: 'skipped',
} as const;
export type Status5 = (typeof Status5)[keyof typeof Status5];
export const Reason2 = {
  NotApplicable: 'not-applicable',
  DependsOn: 'depends-on',
  NotConfigured: 'not-configured',
  NotPermitted: 'not-permitted',
  Throttled: 'throttled',
  TimedOut: 'timed-out',
  Unavailable: 'unavailable',
  NotFound: 'not-found',
  UnexpectedAnswer: 'unexpected-answer',
} as const;
export type Reason2 = (typeof Reason2)[keyof typeof Reason2];
export const Causes = {
  UpdateConflict: 'update-conflict',
  CoupledRecordDeleted: 'coupled-record-deleted',
  RecordMissing: 'record-missing',
  DependencyNotCoupled: 'dependency-not-coupled',
  AlreadyCoupled: 'already-coupled',
  MatchNotUnique: 'match-not-unique',
  DuplicateRecord: 'duplicate-record',
  UnitOfMeasureInvalid: 'unit-of-measure-invalid',
  BusinessDataInvalid: 'business-data-invalid',
  RecordInactiveOrReadonly: 'record-inactive-or-readonly',
  ExchangeRateMissing: 'exchange-rate-missing',
  CurrencySetupMissing: 'currency-setup-missing',
  MissingPrivilege: 'missing-privilege',
  IntegrationUserInvalid: 'integration-user-invalid',
  LicenseMissing: 'license-missing',
  AuthenticationFailed: 'authentication-failed',
  CertificateOrTls: 'certificate-or-tls',
  EnvironmentAdminMode: 'environment-admin-mode',
  EnvironmentUnavailable: 'environment-unavailable',
  ConnectionDisabled: 'connection-disabled',
  MappingMisconfigured: 'mapping-misconfigured',
  OwnershipMismatch: 'ownership-mismatch',
  SolutionMissing: 'solution-missing',
  SetupIncomplete: 'setup-incomplete',
  BcPermissionMissing: 'bc-permission-missing',
  TableConnectionMissing: 'table-connection-missing',
  Throttled: 'throttled',
  TimeoutOrNetwork: 'timeout-or-network',
  LockOrConcurrency: 'lock-or-concurrency',
  NotCommittedYet: 'not-committed-yet',
  PluginFailure: 'plugin-failure',
  InternalError: 'internal-error',
  Unclassified: 'unclassified',
} as const;
export type Causes = (typeof Causes)[keyof typeof Causes];
export const Rule = {
  ProblemOpened: 'problem-opened',
  ProblemRegressed: 'problem-regressed',
  ProblemSurge: 'problem-surge',
  GivenUp: 'given-up',
  Silence: 'silence',
  SettingsRed: 'settings-red',
  SettingsGreen: 'settings-green',
  CleanupLarge: 'cleanup-large',
  Summary: 'summary',
  Digest: 'digest',
  Held: 'held',
  Test: 'test',
} as const;
export type Rule = (typeof Rule)[keyof typeof Rule];
export const Channel = {
  Teams: 'teams',
  Webhook: 'webhook',
} as const;
export type Channel = (typeof Channel)[keyof typeof Channel];
export const Status6 = {
  Pending: 'pending',
  Sent: 'sent',
  Dead: 'dead',
} as const;
export type Status6 = (typeof Status6)[keyof typeof Status6];
export const Reason3 = {
  Refused: 'refused',
  Throttled: 'throttled',
  TimedOut: 'timed-out',
  Unreachable: 'unreachable',
  AddressNotAllowed: 'address-not-allowed',
  Redirected: 'redirected',
  Gone: 'gone',
  ChannelOff: 'channel-off',
  ChannelRemoved: 'channel-removed',
  TooOld: 'too-old',
  InDigest: 'in-digest',
} as const;
export type Reason3 = (typeof Reason3)[keyof typeof Reason3];
export const Why = {
  Gone: 'gone',
} as const;
export type Why = (typeof Why)[keyof typeof Why];
export const Outcome2 = {
  Sent: 'sent',
  Failed: 'failed',
} as const;
export type Outcome2 = (typeof Outcome2)[keyof typeof Outcome2];
export const Scopes = {
  Report: 'report',
  Read: 'read',
  Manage: 'manage',
  Validate: 'validate',
} as const;
export type Scopes = (typeof Scopes)[keyof typeof Scopes];
export const Alerts = {
  Ok: 'ok',
  Degraded: 'degraded',
} as const;
export type Alerts = (typeof Alerts)[keyof typeof Alerts];
