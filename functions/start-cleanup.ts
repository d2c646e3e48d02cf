import * as z from 'zod';
import {
  cleanupFilter,
  startedCleanupBody,
  toCleanupBody,
  toCleanupPreviewBody,
} from '../shared/http/bodies/cleanup-body.ts';
import { has, hasNone } from '../shared/http/described-rules.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { beginCleanup, previewCleanup } from '../shared/use-cases/begin-cleanup.ts';

const cleanupRequest = z
  .strictObject({
    olderThanDays: z
      .int()
      .min(1, 'From 1 to 90; to delete everything up to now, give all: true instead')
      .max(90)
      .optional()
      .describe('Errors that occurred at least this many days (of 24 hours) ago'),
    all: z.literal(true).optional().describe('All errors up to now'),
    filter: cleanupFilter.optional().describe('Only errors that match'),
    preview: z.boolean().optional().describe('Only count, and change nothing'),
  })
  .superRefine(({ olderThanDays, all }, context) => {
    if ((olderThanDays === undefined) === (all === undefined))
      context.addIssue({ code: 'custom', path: [], message: 'Give either olderThanDays or all' });
  })
  .meta({
    id: 'CleanupRequest',
    example: { olderThanDays: 7, preview: true },
    // What `superRefine` refuses.
    not: { anyOf: [has('olderThanDays', 'all'), hasNone('olderThanDays', 'all')] },
  });

/** POST /api/cleanups: delete entries older than N days, or all, or those that match a filter; with a preview first. */
export const startCleanup = httpFunction({
  id: 'startCleanup',
  summary: 'Clean up errors: preview first, undo within 24 hours',
  description:
    'Without a filter, one row is written for any number of errors. `stillOpen` is how many of them belong to problems that nobody resolved: look at those first.',
  method: 'POST',
  route: 'cleanups',
  scope: 'manage',
  body: { kind: 'json', schema: cleanupRequest },
  answers: {
    200: { description: 'A preview: what would be deleted', body: startedCleanupBody },
    201: { description: 'The clean-up is done', body: startedCleanupBody },
    202: {
      description: 'The clean-up has begun; continue it, or leave it to the timer',
      body: startedCleanupBody,
    },
  },
  problems: ['storage-unavailable'],
  handle: async (services: Services, { body: { olderThanDays, filter, preview }, caller, log }) => {
    const request = { olderThanDays, filter };
    if (preview)
      return { status: 200, body: toCleanupPreviewBody(await previewCleanup(services, request, caller)) };
    const body = toCleanupBody(await beginCleanup(services, request, caller, services.timeBox()));
    log('cleanup-started', { id: body.id, kind: body.kind, deleted: body.deleted, done: body.done });
    return { status: body.done ? 201 : 202, body };
  },
});
