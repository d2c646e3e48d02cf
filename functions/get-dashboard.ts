import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/dashboard: the page. Its query belongs to the script of the page. */
export const getDashboard = httpFunction({
  id: 'getDashboard',
  summary: 'The page for administrators',
  description: 'HTML without data: its script calls this API.',
  method: 'GET',
  route: 'dashboard',
  scope: 'public',
  query: z.looseObject({}),
  answers: {
    200: { description: 'The page', mediaTypes: ['text/html'], headers: ['cross-origin-opener-policy'] },
  },
  handle: async ({ pageFiles, authentication }: Services) => {
    const nonce = randomBytes(16).toString('base64');
    const html = (await pageFiles.document())
      .replace('{authentication}', authentication)
      .replace('{nonce}', nonce);
    return {
      status: 200,
      bytes: Buffer.from(html),
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
        'cross-origin-opener-policy': 'same-origin',
      },
    };
  },
});
