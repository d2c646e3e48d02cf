import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { workOnCleanup } from '../shared/use-cases/work-on-cleanup.ts';

/** POST /api/cleanups/{id}/continue: go on with one that ran out of its time. */
export const continueCleanupOperation = operation({
  id: 'continueCleanup',
  summary: 'Go on with a clean-up that is not done',
  description: 'One that is done stays as it is. The timer goes on with it too.',
  method: 'POST',
  route: 'cleanups/{id}/continue',
  scope: 'manage',
  params: z.strictObject({ id: cleanupId }),
  query: noParameters,
  body: noBody,
  answers: {
    200: { description: 'The clean-up is done', body: cleanupBody },
    202: { description: 'There is still something left to do', body: cleanupBody },
  },
  problems: ['not-found', 'storage-unavailable'],
});

/** The function behind {@link continueCleanupOperation}. */
export const continueCleanup = ({ errorLog, desk, retentionDays, now, timeBox }: Services) =>
  httpFunction(continueCleanupOperation, async ({ params, log }) => {
    const cleanup = await workOnCleanup({ errorLog, desk, retentionDays, now }, params.id, timeBox());
    const answer = toCleanupBody(cleanup);
    log('cleanup-continued', { id: cleanup.id, deleted: cleanup.deleted, done: answer.done });
    return { status: answer.done ? 200 : 202, body: answer };
  });
