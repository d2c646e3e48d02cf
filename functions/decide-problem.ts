import * as z from 'zod';
import { decisionETag } from '../shared/domain/problems/decision.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { toStepBody } from '../shared/http/bodies/decision-body.ts';
import { checkUntil, decisionRequest } from '../shared/http/bodies/decision-request.ts';
import { toProblemBody } from '../shared/http/bodies/problem-body.ts';
import { decidedProblemBody } from '../shared/http/bodies/problem-detail-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { recordDecision } from '../shared/use-cases/record-decision.ts';

/** PATCH /api/problems/{id}: resolve, reopen, snooze, ignore, or note. */
export const decideProblem = httpFunction({
  id: 'decideProblem',
  summary: 'Decide on a problem: resolve, reopen, snooze, ignore, note',
  description:
    'Writes one row, however many errors the problem has. An error that occurs after it was resolved makes it regressed. With If-Match the decision is taken only when there was no other since that ETag.',
  method: 'PATCH',
  route: 'problems/{id}',
  scope: 'manage',
  params: z.strictObject({ id: problemId }),
  body: { kind: 'json', schema: decisionRequest },
  translated: true,
  answers: { 200: { description: 'The decided problem', body: decidedProblemBody, headers: ['etag'] } },
  problems: ['not-found', 'precondition-failed', 'storage-unavailable'],
  handle: async (services: Services, { params, body, header, caller, language, log }) => {
    checkUntil(body.until, services.now());
    const decided = await recordDecision(services, params.id, body, caller, header('if-match'));
    const { decision } = decided.problem;
    log('problem-decided', { problem: params.id, status: decision?.status ?? 'open' });
    return {
      status: 200,
      body: {
        ...toProblemBody(decided, { language, series: 'hour', withSteps: false }),
        history: decided.history.map(toStepBody),
      },
      headers: { etag: decisionETag(decision) },
    };
  },
});
