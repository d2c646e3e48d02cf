import * as z from 'zod';
import { entryId } from '../shared/domain/reports/entry-id.ts';
import { entryDetailBody, toEntryDetailBody } from '../shared/http/bodies/entry-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { readError } from '../shared/use-cases/read-error.ts';

/** GET /api/errors/{id}: one entry, with its diagnosis, call stack and links. */
export const getError = httpFunction({
  id: 'getError',
  summary: 'One error, with its diagnosis and what to do',
  method: 'GET',
  route: 'errors/{id}',
  scope: 'read',
  params: z.strictObject({ id: entryId }),
  translated: true,
  answers: { 200: { description: 'The error', body: entryDetailBody } },
  problems: ['not-found', 'storage-unavailable'],
  handle: async (services: Services, { params, language }) => {
    const { entry, status } = await readError(services, params.id);
    return { status: 200, body: toEntryDetailBody(entry, status, language, services.links) };
  },
});
