import * as z from 'zod';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';

/** GET /api/openapi.json: what this app can be asked, in OpenAPI 3.1. */
export const openapiOperation = operation({
  id: 'openapi',
  summary: 'This description, OpenAPI 3.1',
  method: 'GET',
  route: 'openapi.json',
  scope: 'read',
  params: noParameters,
  query: noParameters,
  body: noBody,
  answers: {
    200: {
      description: 'The description',
      body: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApiDocument' }),
    },
  },
  problems: [],
});

/** The function behind {@link openapiOperation}. */
export const openapi = () =>
  httpFunction(openapiOperation, async () => {
    // Long, and seldom asked for: evaluated by the first who does.
    const { default: document } = await import('./openapi.json', { with: { type: 'json' } });
    return { status: 200, body: document };
  });
