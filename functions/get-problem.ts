import * as z from 'zod';
import { decisionETag } from '../shared/domain/problems/decision.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { problemDetailBody, toProblemDetailBody } from '../shared/http/bodies/problem-detail-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { readProblemDetail } from '../shared/use-cases/read-problem.ts';

/** GET /api/problems/{id}: one problem, what to do, the decisions so far, and its newest entries. */
export const getProblem = httpFunction({
  id: 'getProblem',
  summary: 'One problem, what to do, its decisions and sample errors',
  method: 'GET',
  route: 'problems/{id}',
  scope: 'read',
  params: z.strictObject({ id: problemId }),
  translated: true,
  answers: { 200: { description: 'The problem', body: problemDetailBody, headers: ['etag'] } },
  problems: ['not-found', 'storage-unavailable'],
  handle: async (services: Services, { params, language }) => {
    const [detail, validation] = await Promise.all([
      readProblemDetail(services, params.id),
      services.latestValidation.get('live'),
    ]);
    return {
      status: 200,
      body: toProblemDetailBody(
        { ...detail, validation: validation?.[language] },
        { language },
        services.links,
      ),
      headers: { etag: decisionETag(detail.problem.decision) },
    };
  },
});
