import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { listName, pageParameters } from '../shared/http/error-filter-parameters.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import { nextLinkOf, pageToken, positionIn } from '../shared/http/page-token.ts';
import type { Services } from '../shared/services.ts';

const cleanupList = z
  .strictObject({
    value: z.array(cleanupBody),
    nextLink: z.string().optional().describe('The next page; absent on the last'),
  })
  .meta({ id: 'CleanupList' });

/** GET /api/cleanups: what was cleaned up, newest first, the timer's work included. */
export const listCleanupsOperation = operation({
  id: 'listCleanups',
  summary: 'List clean-ups, newest first',
  method: 'GET',
  route: 'cleanups',
  scope: 'read',
  params: noParameters,
  query: z.strictObject(pageParameters),
  body: noBody,
  answers: { 200: { description: 'A page of clean-ups', body: cleanupList } },
  problems: ['invalid-page-token', 'storage-unavailable'],
});

const storedPosition = z.tuple([cleanupId]);

/** The function behind {@link listCleanupsOperation}. */
export const listCleanups = ({ desk }: Services) =>
  httpFunction(listCleanupsOperation, async ({ query: { maxpagesize, pagetoken }, url }) => {
    const name = listName(listCleanupsOperation.id, {});
    const before = pagetoken
      ? positionIn(await desk.tokenKey(), name, pagetoken, storedPosition)[0]
      : undefined;
    const cleanups = await desk.cleanups(maxpagesize + 1, before);
    const page = cleanups.slice(0, maxpagesize);
    const last = page.at(-1);
    const isMore = cleanups.length > maxpagesize && last;
    return {
      status: 200,
      body: {
        value: page.map(toCleanupBody),
        ...(isMore ? { nextLink: nextLinkOf(url, pageToken(await desk.tokenKey(), name, [last.id])) } : {}),
      },
    };
  });
