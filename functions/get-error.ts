import * as z from 'zod';
import { entryId } from '../shared/domain/reports/entry-id.ts';
import { entryDetailBody, toEntryDetailBody } from '../shared/http/bodies/entry-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { readError as get } from '../shared/use-cases/read-error.ts';

/** GET /api/errors/{id}: one entry, with its diagnosis, call stack and links. */
export const getErrorOperation = operation({
  id: 'getError',
  summary: 'One error, with its diagnosis and what to do',
  method: 'GET',
  route: 'errors/{id}',
  scope: 'read',
  params: z.strictObject({ id: entryId }),
  query: noParameters,
  body: noBody,
  answers: {
    200: { description: 'The error', body: entryDetailBody, headers: ['content-language', 'vary'] },
  },
  problems: ['not-found', 'storage-unavailable'],
});

/** The function behind {@link getErrorOperation}. */
export const getError = ({ errorLog, desk, retentionDays, now, links }: Services) =>
  httpFunction(getErrorOperation, async ({ params, language }) => {
    const { entry, status } = await get({ errorLog, desk, retentionDays, now }, params.id);
    return {
      status: 200,
      body: toEntryDetailBody(entry, status, language, links),
      headers: { 'content-language': language, vary: 'Accept-Language' },
    };
  });
