import * as z from 'zod';
import { entryId } from '../shared/domain/reports/entry-id.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { removeError } from '../shared/use-cases/remove-error.ts';

/** DELETE /api/errors/{id}: one entry, for good. */
export const deleteError = httpFunction({
  id: 'deleteError',
  summary: 'Delete one error',
  description:
    'This cannot be undone. Until its day is dropped, the same report sent again counts as a duplicate.',
  method: 'DELETE',
  route: 'errors/{id}',
  scope: 'manage',
  params: z.strictObject({ id: entryId }),
  answers: { 204: { description: 'The error is deleted' } },
  problems: ['not-found', 'storage-unavailable'],
  handle: async (services: Services, { params, log }) => {
    await removeError(services, params.id);
    log('error-deleted', { id: params.id });
    return { status: 204 };
  },
});
