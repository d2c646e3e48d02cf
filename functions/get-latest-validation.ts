import { validation } from '../shared/domain/settings-checks/finding.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/validations/latest: the last run, with its time. */
export const getLatestValidationOperation = operation({
  id: 'getLatestValidation',
  summary: 'The last validation',
  method: 'GET',
  route: 'validations/latest',
  scope: 'read',
  params: noParameters,
  query: noParameters,
  body: noBody,
  answers: {
    200: {
      description: 'The findings of the last run',
      body: validation,
      headers: ['content-language', 'vary'],
    },
  },
  problems: ['not-found', 'storage-unavailable'],
});

/** The function behind {@link getLatestValidationOperation}. */
export const getLatestValidation = ({ validator }: Services) =>
  httpFunction(getLatestValidationOperation, async ({ language }) => ({
    status: 200,
    body: await validator.latest(language),
    headers: { 'content-language': language, vary: 'Accept-Language' },
  }));
