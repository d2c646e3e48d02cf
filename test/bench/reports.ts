import { type DemoReport, errorsOfDay } from '../../infra/demo/day-of-errors.ts';

const callStack = `"CRM Integration Table Synch."(CodeUnit 5340).SynchRecordsToIntegrationTable line 54 - Base Application by Microsoft
"Integration Rec. Synch. Invoke"(CodeUnit 5345).SynchRecord line 71 - Base Application by Microsoft`;

const patterns = errorsOfDay('2026-11-22');

/**
 * Reports of realistic kinds and sizes (about 0.9 KiB each), evenly spread between two moments (ms since 1970). Sets with
 * different `series` have different reports.
 */
export function manyReports(count: number, from: number, to: number, series: string): DemoReport[] {
  return Array.from({ length: count }, (_, index) => {
    const pattern = patterns[(index * 7) % patterns.length];
    if (!pattern) throw new Error('There are no patterns');
    return {
      ...pattern,
      callStack,
      errorId: `${series}-${String(index).padStart(8, '0')}-6d0e-4f11-9f89-000d3a2b4c5d`,
      occurredAt: new Date(Math.floor(from + ((to - from) * index) / count)).toISOString(),
    };
  });
}
