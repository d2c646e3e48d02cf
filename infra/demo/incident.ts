import type { Direction, jobTypes, RecordReference } from '../../shared/domain/reports/error-report.ts';

/** One error of an incident. Its values are drawn from its name, so each day has the same errors. */
export interface Occurrence {
  /** Position among the errors of the incident, from 0. */
  readonly index: number;
  /** A number from 0 to below `count`; `purpose` keeps the draws of one error apart. */
  draw(count: number, purpose: string): number;
  /** The GUID of a record, the same in all errors of the same company and mapping. */
  guid(record: string): string;
}

/** Something that goes wrong on a day and causes one or more errors. */
export interface Incident {
  readonly company: string;
  readonly mapping: string;
  readonly direction: Direction;
  readonly language: string;
  /** Synchronization when absent. */
  readonly jobType?: (typeof jobTypes)[number];
  /** How many errors it causes. */
  readonly count: number;
  /** Hours after the day began between which it happens; from 1 on, so that it lies within 24 hours while the demo runs. */
  readonly between: readonly [from: number, until: number];
  readonly callStack?: string;
  report(occurrence: Occurrence): {
    readonly message: string;
    readonly source?: RecordReference;
    readonly destination?: RecordReference;
  };
}
