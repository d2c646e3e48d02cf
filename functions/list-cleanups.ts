import * as z from 'zod';
import { cleanupBody, cleanupId, toCleanupBody } from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/cleanups: all clean-ups, newest first, those of the timer included. */
export const listCleanups = httpFunction({
  id: 'listCleanups',
  summary: 'List clean-ups, newest first',
  method: 'GET',
  route: 'cleanups',
  scope: 'read',
  query: z.strictObject(pageParameters),
  answers: {
    200: { description: 'A page of clean-ups', body: pageBody(cleanupBody).meta({ id: 'CleanupList' }) },
  },
  problems: ['invalid-page-token', 'storage-unavailable'],
  handle: async ({ desk }: Services, { query, url }) => {
    const { maxpagesize } = query;
    const pages = paging(desk, 'listCleanups', query, url);
    const [before] = (await pages.position(z.tuple([cleanupId]))) ?? [];
    const cleanups = await desk.cleanups(maxpagesize + 1, before);
    const value = cleanups.slice(0, maxpagesize).map(toCleanupBody);
    const last = cleanups.length > maxpagesize ? value.at(-1) : undefined;
    return { status: 200, body: { value, ...(await pages.nextLink(last && [last.id])) } };
  },
});
