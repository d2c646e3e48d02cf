import * as z from 'zod';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/health: whether the app can reach its own storage, and its alerts arrive. */
export const health = httpFunction({
  id: 'health',
  summary: 'Whether the error log can be reached',
  description:
    'An instance asks storage at most once in 3 seconds; calls in between get the same answer. `alerts` is `degraded` while an alert was not taken within 72 hours, or a channel is off.',
  method: 'GET',
  route: 'health',
  scope: 'public',
  answers: {
    200: {
      description: 'The error log can be reached',
      body: z
        .strictObject({ status: z.literal('ok'), alerts: z.enum(['ok', 'degraded']) })
        .meta({ id: 'Health' }),
    },
  },
  problems: ['storage-unavailable'],
  handle: async ({ checkStorage }: Services) => {
    const { dead, off } = await checkStorage();
    return { status: 200, body: { status: 'ok', alerts: dead + off > 0 ? 'degraded' : 'ok' } };
  },
});
