import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { existingCleanup } from '../shared/use-cases/work-on-cleanup.ts';

/** GET /api/cleanups/{id}: one clean-up and its progress. */
export const getCleanup = httpFunction({
  id: 'getCleanup',
  summary: 'One clean-up',
  method: 'GET',
  route: 'cleanups/{id}',
  scope: 'read',
  params: z.strictObject({ id: cleanupId }),
  answers: { 200: { description: 'The clean-up', body: cleanupBody } },
  problems: ['not-found', 'storage-unavailable'],
  handle: async ({ desk }: Services, { params }) => {
    const { cleanup } = await existingCleanup(desk, params.id);
    return { status: 200, body: toCleanupBody(cleanup) };
  },
});
