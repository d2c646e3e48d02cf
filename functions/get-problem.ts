import * as z from 'zod';
import { entryStatus } from '../shared/domain/problems/decision.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { toEntryBody } from '../shared/http/bodies/entry-body.ts';
import { problemDetailBody, toDecisionBody, toProblemBody } from '../shared/http/bodies/problem-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { readProblem as get, sampleEntries } from '../shared/use-cases/read-problem.ts';
import { problemETag } from '../shared/use-cases/record-decision.ts';

/** GET /api/problems/{id}: one problem, what was decided about it, and its newest entries. */
export const getProblemOperation = operation({
  id: 'getProblem',
  summary: 'One problem, its decisions and sample errors',
  method: 'GET',
  route: 'problems/{id}',
  scope: 'read',
  params: z.strictObject({ id: problemId }),
  query: noParameters,
  body: noBody,
  answers: {
    200: {
      description: 'The problem',
      body: problemDetailBody,
      headers: ['etag', 'content-language', 'vary'],
    },
  },
  problems: ['not-found', 'storage-unavailable'],
});

/** The function behind {@link getProblemOperation}. */
export const getProblem = ({ errorLog, desk, retentionDays, now, links }: Services) =>
  httpFunction(getProblemOperation, async ({ params, language }) => {
    const { problem, history } = await get({ errorLog, desk, retentionDays, now }, params.id);
    const samples = await sampleEntries(errorLog, problem);
    const sample = samples.find(({ id }) => id === problem.sampleErrorId);
    return {
      status: 200,
      body: {
        ...toProblemBody(
          { ...problem, sampleMessage: sample?.report.message ?? problem.sampleMessage },
          language,
        ),
        history: history.map(toDecisionBody),
        samples: samples.map((entry) =>
          toEntryBody(
            entry,
            entryStatus(problem.decision, entry.report.occurredAt.getTime(), now()),
            language,
            links,
          ),
        ),
      },
      headers: { etag: problemETag(problem), 'content-language': language, vary: 'Accept-Language' },
    };
  });
