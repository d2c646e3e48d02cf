import type { ErrorReport } from '../reports/error-report.ts';
import { type Cause, isLikely, type Resolver } from './causes.ts';

/** The part of a report that a diagnosis uses. */
export type DiagnosisSubject = Pick<
  ErrorReport,
  'message' | 'mapping' | 'direction' | 'source' | 'destination'
>;

/** How sure a diagnosis is. `exact`: a label or a code decided. `likely`: only the words of the message. */
export const certainties = ['exact', 'likely'] as const;

/** One of the certainties. */
export type Certainty = (typeof certainties)[number];

/** How sure a diagnosis with this key is. */
export function certaintyOf(key: string): Certainty {
  return isLikely(key) ? 'likely' : 'exact';
}

/** What an error means. */
export interface Diagnosis {
  readonly cause: Cause;
  /**
   * Tells two problems of one cause apart: the privilege, the currency code, the table and field, … It is empty where
   * the cause says everything, and the normalized message for `unclassified`. It never contains a GUID, a record number
   * or a person. That of a likely diagnosis begins with `likely:`.
   */
  readonly key: string;
  readonly resolver: Resolver;
  /** The words of the message that decided; empty for `unclassified`. */
  readonly evidence: string;
}
