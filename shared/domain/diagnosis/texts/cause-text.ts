import type { Cause } from '../cause.ts';

/** A step as text, or as two: one that uses the key of the diagnosis as `{key}`, one for when there is none. */
export type StepText = string | { readonly key: string; readonly otherwise: string };

/** What people read about one cause in one language. */
export interface CauseText {
  readonly title: string;
  readonly explanation: string;
  /** In the order in which they are done; `{evidence}` stands for the words that decided. */
  readonly steps: readonly StepText[];
}

/** Causes whose error is about one pair of records, or passes by itself. */
export type RecordCause =
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
  | 'table-connection-missing'
  | 'throttled'
  | 'timeout-or-network'
  | 'lock-or-concurrency'
  | 'not-committed-yet'
  | 'unclassified';

/** Causes whose error is about set-up, connection or code. */
export type SetupCause = Exclude<Cause, RecordCause>;
