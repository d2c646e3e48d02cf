import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { workOnCleanup } from '../shared/use-cases/work-on-cleanup.ts';

/** POST /api/cleanups/{id}/continue: continues a clean-up that ran out of time. */
export const continueCleanup = httpFunction({
  id: 'continueCleanup',
  summary: 'Continue a clean-up that is not done',
  description: 'A clean-up that is done stays as it is. The timer continues unfinished ones too.',
  method: 'POST',
  route: 'cleanups/{id}/continue',
  scope: 'manage',
  params: z.strictObject({ id: cleanupId }),
  answers: {
    200: { description: 'The clean-up is done', body: cleanupBody },
    202: { description: 'There is still something left to do', body: cleanupBody },
  },
  problems: ['not-found', 'not-continuable', 'storage-unavailable'],
  handle: async (services: Services, { params, log }) => {
    const body = toCleanupBody(await workOnCleanup(services, params.id, services.timeBox()));
    log('cleanup-continued', { id: body.id, deleted: body.deleted, done: body.done });
    return { status: body.done ? 200 : 202, body };
  },
});
