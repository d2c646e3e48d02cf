import * as z from 'zod';
import { httpFunction } from '../shared/http/http-function.ts';
import { grantedScopes } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/me: who calls, and what the caller may do. */
export const whoAmI = httpFunction({
  id: 'whoAmI',
  summary: 'Who calls, and what the caller may do',
  description: 'With `AUTH=keys` a key may do what its function does; the scopes are those of a host key.',
  method: 'GET',
  route: 'me',
  scope: 'signed-in',
  answers: {
    200: {
      description: 'The caller',
      body: z
        .strictObject({
          name: z.string().optional().describe('Who signed in; absent where keys decide'),
          scopes: z.array(z.enum(grantedScopes)),
        })
        .meta({ id: 'Caller' }),
    },
  },
  handle: ({ authentication }: Services, { caller, scopes }) => ({
    status: 200,
    body: { ...(authentication === 'entra' ? { name: caller } : {}), scopes: [...scopes] },
  }),
});
