import * as z from 'zod';
import { entryId } from '../shared/domain/reports/entry-id.ts';
import { errorReport } from '../shared/domain/reports/error-report.ts';
import { maxReports } from '../shared/domain/reports/report-check.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { type ReportResult, storeReports as report } from '../shared/use-cases/store-reports.ts';

const reportAnswer = z
  .strictObject({
    stored: z.int(),
    duplicates: z.int().describe('Stored before, or earlier in the same request'),
    expired: z.int().describe('Older than the retention, or than a clean-up that cannot be taken back'),
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

/** POST /api/errors: stores each error exactly once, however often it is sent. */
export const reportErrorsOperation = operation({
  id: 'reportErrors',
  summary: 'Report errors: one, an array, or NDJSON',
  description:
    'Each error is stored exactly once, however often it is sent: by company, environment, errorId and occurredAt, or by all that identifies it. When storage fails the answer is 503, and sending everything again is safe.',
  method: 'POST',
  route: 'errors',
  scope: 'report',
  params: noParameters,
  query: noParameters,
  body: { kind: 'items', schema: z.undefined(), item: errorReport, most: maxReports },
  answers: {
    201: { description: 'All reports were valid', body: reportAnswer },
    207: { description: 'Some reports were invalid; the others are stored', body: reportAnswer },
  },
  problems: [
    'invalid-json',
    'invalid-reports',
    'unsupported-media-type',
    'payload-too-large',
    'too-many-items',
    'storage-unavailable',
  ],
});

/** The function behind {@link reportErrorsOperation}. */
export const reportErrors = ({ errorLog, desk, retentionDays, now }: Services) =>
  httpFunction(reportErrorsOperation, async ({ items, log }) => {
    const results = await report({ errorLog, desk, retentionDays, now }, items);
    const count = (outcome: ReportResult['outcome']) =>
      results.filter((one) => one.outcome === outcome).length;
    const counts = {
      stored: count('stored'),
      duplicates: count('duplicate'),
      expired: count('expired'),
      invalid: count('invalid'),
    };
    log('errors-reported', counts);
    return { status: counts.invalid > 0 ? 207 : 201, body: { ...counts, results } };
  });
