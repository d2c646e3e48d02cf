import * as z from 'zod';
import { entryId } from '../shared/domain/reports/entry-id.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { removeError as remove } from '../shared/use-cases/remove-error.ts';

/** DELETE /api/errors/{id}: that one entry, for good. */
export const deleteErrorOperation = operation({
  id: 'deleteError',
  summary: 'Delete one error',
  description:
    'It cannot be taken back. Its report stays known until its day is dropped: sent again, it is a duplicate.',
  method: 'DELETE',
  route: 'errors/{id}',
  scope: 'manage',
  params: z.strictObject({ id: entryId }),
  query: noParameters,
  body: noBody,
  answers: { 204: { description: 'It is deleted' } },
  problems: ['not-found', 'storage-unavailable'],
});

/** The function behind {@link deleteErrorOperation}. */
export const deleteError = ({ errorLog, desk, retentionDays, now }: Services) =>
  httpFunction(deleteErrorOperation, async ({ params, log }) => {
    await remove({ errorLog, desk, retentionDays, now }, params.id);
    log('error-deleted', { id: params.id });
    return { status: 204 };
  });
