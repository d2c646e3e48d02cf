/** What a person can decide about a problem. */
export const decidedStatuses = ['resolved', 'open', 'snoozed', 'ignored'] as const;
/** One of the decisions a person can make. */
export type DecidedStatus = (typeof decidedStatuses)[number];

/** Status of an entry. */
export const entryStatuses = ['open', 'resolved', 'snoozed', 'ignored'] as const;
/** One of the statuses of an entry. */
export type EntryStatus = (typeof entryStatuses)[number];

/** Status of a problem; `regressed`: it occurred again after it was resolved. */
export const problemStatuses = [...entryStatuses, 'regressed'] as const;
/** One of the statuses of a problem. */
export type ProblemStatus = (typeof problemStatuses)[number];

/** One decision in the history of a problem. */
export interface DecisionStep {
  /** Id of the decision on several problems that it was a part of, and when that was undone. */
  readonly jointId?: string | undefined;
  readonly undoneAt?: Date | undefined;
  readonly at: Date;
  readonly by: string;
  readonly status: DecidedStatus;
  /** End of a snooze; with `snoozed` only. */
  readonly until?: Date | undefined;
  readonly note?: string | undefined;
}

/** The decision in force on a problem; its revision makes the ETag. */
export interface Decision {
  readonly problemId: string;
  /** The record that it is about; absent where it is about the whole problem. */
  readonly record?: string | undefined;
  readonly status: DecidedStatus;
  readonly until?: Date | undefined;
  readonly resolvedAt?: Date | undefined;
  /** Whether it has a note; the note itself is read where one decision is shown. */
  readonly hasNote: boolean;
  readonly note?: string | undefined;
  readonly at: Date;
  readonly by: string;
  readonly revision: number;
  /** True after the undo of the first decision: there is none again, and only the revision counts. */
  readonly isNone?: true | undefined;
}

/** The key of a decision: that of its problem, or of one record of it. */
export function decisionKey({ problemId, record }: Pick<Decision, 'problemId' | 'record'>): string {
  return record === undefined ? problemId : `${problemId}-${record}`;
}

/** The problem that a decision with this key is about. */
export function problemOfKey(key: string): string {
  return key.split('-')[0] ?? key;
}

/** The ETag of what a decision is about: it changes with each decision, not with counts. */
export function decisionETag(decision: Pick<Decision, 'revision'> | undefined): string {
  return `"${decision?.revision ?? 0}"`;
}

/** What a person asks for: a status, a note, or both. */
export interface DecisionRequest {
  readonly status?: DecidedStatus | undefined;
  readonly until?: Date | undefined;
  readonly note?: string | undefined;
}

/** Longest note, in UTF-16 units. */
export const noteLimit = 2000;

/** Steps of a history that are kept: with the decision, they are forgotten in one transaction. */
export const historyLimit = 99;

/** The decision that follows from the one in force and a request; a note alone keeps the status. */
export function decide(
  current: Decision | undefined,
  { problemId, record }: Pick<Decision, 'problemId' | 'record'>,
  request: DecisionRequest,
  by: string,
  at: Date,
): Decision {
  const status = request.status ?? current?.status ?? 'open';
  const changes = request.status !== undefined;
  const note = request.note ?? current?.note;
  return {
    problemId,
    record,
    status,
    until: changes ? request.until : current?.until,
    resolvedAt: status === 'resolved' ? (changes ? at : current?.resolvedAt) : undefined,
    hasNote: Boolean(note),
    note,
    at,
    by,
    revision: (current?.revision ?? 0) + 1,
  };
}

/** Status of a problem that was last seen at `lastSeenAt` (ms since 1970). */
export function problemStatus(
  decision: Decision | undefined,
  lastSeenAt: number | undefined,
  now: Date,
): ProblemStatus {
  if (!decision) return 'open';
  if (decision.status === 'snoozed') return isSnoozed(decision, now) ? 'snoozed' : 'open';
  if (decision.status !== 'resolved') return decision.status;
  const seenSince =
    lastSeenAt !== undefined && decision.resolvedAt && lastSeenAt > decision.resolvedAt.getTime();
  return seenSince ? 'regressed' : 'resolved';
}

/** Status of an entry that occurred at `occurredAt` (ms since 1970). */
export function entryStatus(decision: Decision | undefined, occurredAt: number, now: Date): EntryStatus {
  const status = problemStatus(decision, occurredAt, now);
  return status === 'regressed' ? 'open' : status;
}

/** Whether a decision sets something aside: snoozed for now, or ignored. */
export function isSetAside(decision: Decision | undefined, now: Date): boolean {
  return decision?.status === 'ignored' || (decision?.status === 'snoozed' && isSnoozed(decision, now));
}

function isSnoozed({ until }: Decision, now: Date): boolean {
  return until !== undefined && until > now;
}

/** What an undo puts in place of a decision: the one before, or none, as a new revision. */
export function restored(current: Decision, before: Decision | undefined): Decision {
  const { problemId, at, by } = current;
  const none = { problemId, status: 'open', hasNote: false, at, by, isNone: true } as const;
  return { ...(before ?? none), revision: current.revision + 1 };
}
