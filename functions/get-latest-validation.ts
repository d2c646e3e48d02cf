import * as z from 'zod';
import { validation, validationSource } from '../shared/domain/settings-checks/finding.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/validations/latest: the last validation, live or of a snapshot, with its time. */
export const getLatestValidation = httpFunction({
  id: 'getLatestValidation',
  summary: 'The last validation',
  description:
    'The last live validation, or the last one of a snapshot. They are kept apart: judging a snapshot never replaces what was seen live.',
  method: 'GET',
  route: 'validations/latest',
  scope: 'read',
  query: z.strictObject({
    source: validationSource
      .default('live')
      .describe('The last live validation, or the last one of a snapshot'),
  }),
  translated: true,
  answers: { 200: { description: 'The findings of the last run', body: validation } },
  problems: ['not-found', 'storage-unavailable'],
  handle: async ({ validator }: Services, { query, language }) => ({
    status: 200,
    body: await validator.latest(query.source, language),
  }),
});
