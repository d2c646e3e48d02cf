import type { Direction, jobTypes, RecordReference } from '../../shared/domain/reports/error-report.ts';
import { internationalIncidents } from './incidents-international.ts';
import { dutchIncidents } from './incidents-netherlands.ts';

/** Which of an incident's errors is asked for, and what its values are drawn from. */
export interface Occurrence {
  readonly index: number;
  /** A number below `values`; the same for the same error and salt. */
  draw(values: number, salt: string): number;
  /** A GUID; the same for the same mapping and salt. */
  guid(salt: string): string;
}

/** Something that goes wrong on a day, and the errors it leaves behind. */
export interface Incident {
  readonly company: string;
  readonly mapping: string;
  readonly direction: Direction;
  readonly language: string;
  readonly jobType?: (typeof jobTypes)[number];
  readonly count: number;
  /** Hours of the day (UTC) between which it happens. */
  readonly between: readonly [from: number, until: number];
  readonly callStack?: string;
  report(occurrence: Occurrence): {
    readonly message: string;
    readonly source?: RecordReference;
    readonly destination?: RecordReference;
  };
}

/** All that goes wrong on a day of the demo. */
export const incidents: readonly Incident[] = [...internationalIncidents, ...dutchIncidents];
