import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { revertCleanup } from '../shared/use-cases/revert-cleanup.ts';

/** DELETE /api/cleanups/{id}: undo a clean-up, within 24 hours. */
export const undoCleanup = httpFunction({
  id: 'undoCleanup',
  summary: 'Undo a clean-up, within 24 hours',
  description:
    'Clean-ups can be undone in any order. After a large filtered one `done` may be false: continue it, or leave it to the timer.',
  method: 'DELETE',
  route: 'cleanups/{id}',
  scope: 'manage',
  params: z.strictObject({ id: cleanupId }),
  answers: {
    200: { description: 'The clean-up, undone', body: cleanupBody },
    202: { description: 'The undo has begun; continue it, or leave it to the timer', body: cleanupBody },
  },
  problems: ['not-found', 'already-undone', 'undo-expired', 'storage-unavailable'],
  handle: async (services: Services, { params, log }) => {
    const body = toCleanupBody(await revertCleanup(services, params.id, services.timeBox()));
    log('cleanup-undone', { id: body.id, done: body.done });
    return { status: body.done ? 200 : 202, body };
  },
});
