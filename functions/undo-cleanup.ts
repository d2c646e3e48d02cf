import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { revertCleanup as undo } from '../shared/use-cases/revert-cleanup.ts';

/** DELETE /api/cleanups/{id}: take a clean-up back, within 24 hours. */
export const undoCleanupOperation = operation({
  id: 'undoCleanup',
  summary: 'Take a clean-up back, within 24 hours',
  description:
    'Clean-ups can be taken back in any order. A large filtered one may answer with `done` false: continue it, or let the timer do so.',
  method: 'DELETE',
  route: 'cleanups/{id}',
  scope: 'manage',
  params: z.strictObject({ id: cleanupId }),
  query: noParameters,
  body: noBody,
  answers: { 200: { description: 'The clean-up, taken back', body: cleanupBody } },
  problems: ['not-found', 'already-undone', 'undo-expired', 'storage-unavailable'],
});

/** The function behind {@link undoCleanupOperation}. */
export const undoCleanup = ({ errorLog, desk, retentionDays, now, timeBox }: Services) =>
  httpFunction(undoCleanupOperation, async ({ params, log }) => {
    const cleanup = await undo({ errorLog, desk, retentionDays, now }, params.id, timeBox());
    log('cleanup-undone', { id: cleanup.id });
    return { status: 200, body: toCleanupBody(cleanup) };
  });
