import * as z from 'zod';
import { entryId } from '../../domain/reports/entry-id.ts';

/** The answer to reports: what happened to each, and counts of it. */
export const reportAnswer = z
  .strictObject({
    stored: z.int(),
    duplicates: z.int().describe('Stored before, or earlier in the same request'),
    expired: z.int().describe('Older than the retention, or than a clean-up that cannot be undone any more'),
    invalid: z.int(),
    results: z.array(
      z.union([
        z.strictObject({ index: z.int(), id: entryId, outcome: z.enum(['stored', 'duplicate', 'expired']) }),
        z.strictObject({
          index: z.int(),
          outcome: z.literal('invalid'),
          errors: z.array(z.strictObject({ pointer: z.string().optional(), detail: z.string() })),
        }),
      ]),
    ),
  })
  .meta({ id: 'ReportAnswer' });

export function toReportAnswer<Result extends { readonly outcome: string }>(results: readonly Result[]) {
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  return {
    stored: count('stored'),
    duplicates: count('duplicate'),
    expired: count('expired'),
    invalid: count('invalid'),
    results,
  };
}
