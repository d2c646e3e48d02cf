import * as z from 'zod';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/health: can we reach our own storage? */
export const healthOperation = operation({
  id: 'health',
  summary: 'Whether the error log can be reached',
  method: 'GET',
  route: 'health',
  scope: 'public',
  params: noParameters,
  query: noParameters,
  body: noBody,
  answers: {
    200: { description: 'It can', body: z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' }) },
  },
  problems: ['storage-unavailable'],
});

/** The function behind {@link healthOperation}. */
export const health = ({ checkStorage }: Services) =>
  httpFunction(healthOperation, async () => {
    await checkStorage();
    return { status: 200, body: { status: 'ok' } };
  });
