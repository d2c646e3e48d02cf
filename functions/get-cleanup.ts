import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { existingCleanup } from '../shared/use-cases/work-on-cleanup.ts';

/** GET /api/cleanups/{id}: one clean-up, as far as it came. */
export const getCleanupOperation = operation({
  id: 'getCleanup',
  summary: 'One clean-up',
  method: 'GET',
  route: 'cleanups/{id}',
  scope: 'read',
  params: z.strictObject({ id: cleanupId }),
  query: noParameters,
  body: noBody,
  answers: { 200: { description: 'The clean-up', body: cleanupBody } },
  problems: ['not-found', 'storage-unavailable'],
});

/** The function behind {@link getCleanupOperation}. */
export const getCleanup = ({ desk }: Services) =>
  httpFunction(getCleanupOperation, async ({ params }) => {
    const { cleanup } = await existingCleanup(desk, params.id);
    return { status: 200, body: toCleanupBody(cleanup) };
  });
