import * as z from 'zod';
import { httpFunction } from '../shared/http/http-function.ts';

/** GET /api/openapi.json: the description of this API, OpenAPI 3.1. */
export const openapi = httpFunction({
  id: 'openapi',
  summary: 'This description, OpenAPI 3.1',
  method: 'GET',
  route: 'openapi.json',
  scope: 'read',
  answers: {
    200: {
      description: 'The description',
      body: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApiDocument' }),
    },
  },
  handle: async () => {
    // Loaded by the first request that asks for it.
    const { default: document } = await import('./openapi.json', { with: { type: 'json' } });
    return { status: 200, body: document };
  },
});
