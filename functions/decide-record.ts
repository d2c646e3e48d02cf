import * as z from 'zod';
import { decisionETag } from '../shared/domain/problems/decision.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { checkUntil, recordDecisionRequest } from '../shared/http/bodies/decision-request.ts';
import { recordBody, recordId, toRecordBody } from '../shared/http/bodies/record-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { decideOnRecord } from '../shared/use-cases/decide-on-record.ts';

/** PATCH /api/problems/{id}/records/{record}: snooze, ignore or reopen one record of a problem. */
export const decideRecord = httpFunction({
  id: 'decideRecord',
  summary: 'Snooze, ignore or reopen one record of a problem',
  description:
    'The record leaves the impact of the problem and what Business Central gave up; the counts stay. At most 1,000 records of a problem can be decided on.',
  method: 'PATCH',
  route: 'problems/{id}/records/{record}',
  scope: 'manage',
  params: z.strictObject({ id: problemId, record: recordId }),
  body: { kind: 'json', schema: recordDecisionRequest },
  answers: { 200: { description: 'The record as decided', body: recordBody, headers: ['etag'] } },
  problems: ['not-found', 'precondition-failed', 'storage-unavailable'],
  handle: async (services: Services, { params, body, header, caller, log }) => {
    const { id: problem, record } = params;
    checkUntil(body.until, services.now());
    const found = await decideOnRecord(
      services,
      { problemId: problem, record },
      body,
      caller,
      header('if-match'),
    );
    log('record-decided', { problem, record, status: body.status });
    return {
      status: 200,
      body: toRecordBody(found, services.links),
      headers: { etag: decisionETag(found.decision) },
    };
  },
});
