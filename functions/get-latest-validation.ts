import { validation } from '../shared/domain/settings-checks/finding.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/validations/latest: the last run, with its time. */
export const getLatestValidation = httpFunction({
  id: 'getLatestValidation',
  summary: 'The last validation',
  method: 'GET',
  route: 'validations/latest',
  scope: 'read',
  translated: true,
  answers: { 200: { description: 'The findings of the last run', body: validation } },
  problems: ['not-found', 'storage-unavailable'],
  handle: async ({ validator }: Services, { language }) => ({
    status: 200,
    body: await validator.latest(language),
  }),
});
