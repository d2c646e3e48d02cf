import { errorReport } from '../shared/domain/reports/error-report.ts';
import { maxReports } from '../shared/domain/reports/report-check.ts';
import { reportAnswer, toReportAnswer } from '../shared/http/bodies/report-answer.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { storeReports } from '../shared/use-cases/store-reports.ts';

/** POST /api/errors: stores each error exactly once, however often it is sent. */
export const reportErrors = httpFunction({
  id: 'reportErrors',
  summary: 'Report errors: one, an array, or NDJSON',
  description:
    'Each error is stored exactly once, however often it is sent: the same company, environment, errorId and occurredAt are the same error; without an errorId, all fields that identify it count. When storage fails the answer is 503, and it is safe to send everything again.',
  method: 'POST',
  route: 'errors',
  scope: 'report',
  body: { kind: 'items', item: errorReport, max: maxReports },
  answers: {
    201: { description: 'All reports were valid', body: reportAnswer },
    207: { description: 'Some reports were invalid; the others are stored', body: reportAnswer },
  },
  problems: ['invalid-reports', 'storage-unavailable', 'server-busy'],
  handle: async (services: Services, { items, itemBytes, log }) => {
    const results = await services.waitingReports.run(itemBytes, () => storeReports(services, items));
    const body = toReportAnswer(results);
    const { stored, duplicates, expired, invalid } = body;
    log('errors-reported', { stored, duplicates, expired, invalid });
    return { status: invalid > 0 ? 207 : 201, body };
  },
});
