import type { ErrorReport } from '../reports/error-report.ts';
import type { Cause, Resolver } from './cause.ts';

/** The part of a report that a diagnosis looks at. */
export type DiagnosisSubject = Pick<
  ErrorReport,
  'message' | 'mapping' | 'direction' | 'source' | 'destination'
>;

/** What a text says about its cause. */
export interface Diagnosis {
  readonly cause: Cause;
  /**
   * What tells two problems of one cause apart: the privilege, the currency code, the table and field, … Empty where
   * the cause says it all; the normalized message for `unclassified`. Never a GUID, a record number or a person.
   */
  readonly key: string;
  readonly resolver: Resolver;
  /** The piece of text, or the field, that decided; empty for `unclassified`. */
  readonly evidence: string;
}
