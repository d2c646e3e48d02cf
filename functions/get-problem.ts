import * as z from 'zod';
import { problemId } from '../shared/domain/problems/problem.ts';
import { problemDetailBody, toProblemDetailBody } from '../shared/http/bodies/problem-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { readProblemDetail } from '../shared/use-cases/read-problem.ts';
import { problemETag } from '../shared/use-cases/record-decision.ts';

/** GET /api/problems/{id}: one problem, the decisions so far, and its newest entries. */
export const getProblem = httpFunction({
  id: 'getProblem',
  summary: 'One problem, its decisions and sample errors',
  method: 'GET',
  route: 'problems/{id}',
  scope: 'read',
  params: z.strictObject({ id: problemId }),
  translated: true,
  answers: { 200: { description: 'The problem', body: problemDetailBody, headers: ['etag'] } },
  problems: ['not-found', 'storage-unavailable'],
  handle: async (services: Services, { params, language }) => {
    const found = await readProblemDetail(services, params.id);
    return {
      status: 200,
      body: toProblemDetailBody(found, language, services.links),
      headers: { etag: problemETag(found.problem) },
    };
  },
});
