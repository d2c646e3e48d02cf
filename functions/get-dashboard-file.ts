import * as z from 'zod';
import { AppError } from '../shared/domain/app-error.ts';
import { acceptedEncoding } from '../shared/http/compression.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/dashboard/{file}: a script or a style sheet of the page. */
export const getDashboardFile = httpFunction({
  id: 'getDashboardFile',
  summary: 'A file of the page',
  description: 'Its name changes with its content, so it may be kept for a year.',
  method: 'GET',
  route: 'dashboard/{file}',
  scope: 'public',
  params: z.strictObject({ file: z.string().describe('Name of a file that the page asks for') }),
  query: z.looseObject({}),
  answers: {
    200: { description: 'The file', mediaTypes: ['text/javascript', 'text/css'] },
  },
  problems: ['not-found'],
  handle: async ({ pageFiles }: Services, { params, header }) => {
    const encoding = acceptedEncoding(header('accept-encoding') ?? null);
    const file = await pageFiles.get(params.file, encoding);
    if (!file) throw new AppError('not-found', 'The page has no such file');
    return {
      status: 200,
      bytes: file.bytes,
      headers: {
        'content-type': `${file.mediaType}; charset=utf-8`,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
        // The build compressed it.
        'content-encoding': encoding ?? 'identity',
      },
    };
  },
});
