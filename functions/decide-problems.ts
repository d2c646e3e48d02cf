import * as z from 'zod';
import { ulidPattern } from '../shared/domain/reports/ulid.ts';
import { problemETags } from '../shared/http/bodies/decision-body.ts';
import { checkUntil, jointDecisionRequest } from '../shared/http/bodies/decision-request.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { decideJointly } from '../shared/use-cases/decide-jointly.ts';

const decidedBody = z
  .strictObject({
    id: z.string().regex(ulidPattern).describe('Id of the decision, to undo it'),
    problems: problemETags,
  })
  .meta({ id: 'JointDecision' });

/** POST /api/decisions: one decision on up to 99 problems, on all or on none. */
export const decideProblems = httpFunction({
  id: 'decideProblems',
  summary: 'Decide on several problems at once',
  description:
    'One transaction decides on all of them or on none: one that does not exist is 404, one that somebody decided on since its ETag is 412, each naming the problems.',
  method: 'POST',
  route: 'decisions',
  scope: 'manage',
  body: { kind: 'json', schema: jointDecisionRequest },
  answers: { 201: { description: 'The decision', body: decidedBody } },
  problems: ['not-found', 'precondition-failed', 'storage-unavailable'],
  handle: async (services: Services, { body, caller, log }) => {
    const { problems, ...request } = body;
    checkUntil(body.until, services.now());
    const decided = await decideJointly(services, problems, request, caller);
    log('problems-decided', { id: decided.id, count: problems.length, status: request.status });
    return { status: 201, body: { id: decided.id, problems: [...decided.problems] } };
  },
});
