import * as z from 'zod';
import {
  cleanupBody,
  cleanupFilter,
  cleanupPlanBody,
  toCleanupBody,
  toCleanupPlanBody,
} from '../shared/http/bodies/cleanup-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { previewCleanup, beginCleanup as start } from '../shared/use-cases/begin-cleanup.ts';

const cleanupRequest = z
  .strictObject({
    olderThanDays: z
      .int()
      .min(0)
      .max(90)
      .optional()
      .describe('What occurred at least so many times 24 hours ago'),
    all: z.literal(true).optional().describe('Everything up to now'),
    filter: cleanupFilter.optional().describe('Only what this selects'),
    preview: z.boolean().optional().describe('Only count, and change nothing'),
  })
  .superRefine(({ olderThanDays, all }, context) => {
    if ((olderThanDays === undefined) === (all === undefined))
      context.addIssue({ code: 'custom', path: [], message: 'Give either olderThanDays or all' });
  })
  .meta({ id: 'CleanupRequest', example: { olderThanDays: 7, preview: true } });

/** POST /api/cleanups: delete entries older than N days, or all, or what a filter selects; with a preview first. */
export const startCleanupOperation = operation({
  id: 'startCleanup',
  summary: 'Clean up errors: preview first, undo within 24 hours',
  description:
    'Unfiltered, one row is written for any number of errors. `stillOpen` tells how many of them belong to problems nobody resolved: look at those first.',
  method: 'POST',
  route: 'cleanups',
  scope: 'manage',
  params: noParameters,
  query: noParameters,
  body: { kind: 'json', schema: cleanupRequest },
  answers: {
    200: { description: 'A preview: what would be deleted', body: cleanupPlanBody },
    201: { description: 'The clean-up is done', body: cleanupBody },
    202: { description: 'The clean-up has begun; continue it, or let the timer do so', body: cleanupBody },
  },
  problems: ['invalid-json', 'unsupported-media-type', 'payload-too-large', 'storage-unavailable'],
});

/** The function behind {@link startCleanupOperation}. */
export const startCleanup = ({ errorLog, desk, retentionDays, now, newId, timeBox }: Services) =>
  httpFunction(startCleanupOperation, async ({ body, caller, log }) => {
    const ports = { errorLog, desk, retentionDays, now, newId };
    const request = { olderThanDays: body.olderThanDays, filter: body.filter };
    if (body.preview)
      return { status: 200, body: toCleanupPlanBody(await previewCleanup(ports, request, caller)) };
    const cleanup = await start(ports, request, caller, timeBox());
    const answer = toCleanupBody(cleanup);
    log('cleanup-started', {
      id: cleanup.id,
      kind: cleanup.kind,
      deleted: cleanup.deleted,
      done: answer.done,
    });
    return { status: answer.done ? 201 : 202, body: answer };
  });
