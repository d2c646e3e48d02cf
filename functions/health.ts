import * as z from 'zod';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/health: whether the app can reach its own storage. */
export const health = httpFunction({
  id: 'health',
  summary: 'Whether the error log can be reached',
  description: 'An instance asks storage at most once in 3 seconds; calls in between get the same answer.',
  method: 'GET',
  route: 'health',
  scope: 'public',
  answers: {
    200: {
      description: 'The error log can be reached',
      body: z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' }),
    },
  },
  problems: ['storage-unavailable'],
  handle: async ({ checkStorage }: Services) => {
    await checkStorage();
    return { status: 200, body: { status: 'ok' } };
  },
});
