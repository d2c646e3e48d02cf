import * as z from 'zod';
import { entryId } from '../../domain/reports/entry-id.ts';

const reportFault = z
  .strictObject({
    pointer: z.string().optional().describe('RFC 6901, within the report'),
    detail: z.string(),
  })
  .meta({ id: 'ReportFault' });

// One shape for all outcomes: generated clients of some languages cannot hold one of two shapes.
const reportResult = z
  .strictObject({
    index: z.int().describe('Place in the body, from 0'),
    id: entryId.optional().describe('Of the error entry; absent for an invalid report'),
    outcome: z.enum(['stored', 'duplicate', 'expired', 'invalid']),
    errors: z
      .array(reportFault)
      .optional()
      .describe('At most 5; only the first 200 invalid reports have them'),
  })
  .meta({ id: 'ReportResult' });

/** The answer to reports: what happened to each, and counts of it. */
export const reportAnswer = z
  .strictObject({
    stored: z.int(),
    duplicates: z.int().describe('Stored before, or earlier in the same request'),
    expired: z.int().describe('Older than the retention'),
    invalid: z.int(),
    withoutDetails: z.int().min(1).optional().describe('How many invalid reports have no `errors`'),
    results: z.array(reportResult),
  })
  .meta({ id: 'ReportAnswer' });

type Result = { readonly outcome: string; readonly errors?: readonly unknown[] | undefined };

export function toReportAnswer<R extends Result>(results: readonly R[]) {
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  const withoutDetails = results.filter(({ outcome, errors }) => outcome === 'invalid' && !errors).length;
  return {
    stored: count('stored'),
    duplicates: count('duplicate'),
    expired: count('expired'),
    invalid: count('invalid'),
    ...(withoutDetails > 0 ? { withoutDetails } : {}),
    results,
  };
}
