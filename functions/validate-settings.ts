import * as z from 'zod';
import { validation } from '../shared/domain/settings-checks/finding.ts';
import { settingsSnapshot } from '../shared/domain/settings-checks/settings-snapshot.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';

/** POST /api/validations: run the checks now, live or on a snapshot of settings in the body. */
export const validateSettingsOperation = operation({
  id: 'validateSettings',
  summary: 'Check the settings behind typical errors',
  description:
    'Without a body, or with {}, the three systems are asked live, within 20 seconds; one that is down makes its checks skipped. With a snapshot the same rules judge that.',
  method: 'POST',
  route: 'validations',
  scope: 'validate',
  params: noParameters,
  query: noParameters,
  body: {
    kind: 'json',
    optional: true,
    schema: z
      .strictObject({ snapshot: settingsSnapshot.optional() })
      .optional()
      .meta({ id: 'ValidationRequest' }),
  },
  answers: { 200: { description: 'The findings', body: validation, headers: ['content-language', 'vary'] } },
  problems: ['invalid-json', 'unsupported-media-type', 'payload-too-large', 'storage-unavailable'],
});

/** The function behind {@link validateSettingsOperation}. */
export const validateSettings = ({ validator }: Services) =>
  httpFunction(validateSettingsOperation, async ({ body, language, log }) => {
    const result = await validator.validate({ snapshot: body?.snapshot, language });
    log('settings-validated', { id: result.id, verdict: result.verdict, live: body?.snapshot === undefined });
    return { status: 200, body: result, headers: { 'content-language': language, vary: 'Accept-Language' } };
  });
