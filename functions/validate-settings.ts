import * as z from 'zod';
import { validation } from '../shared/domain/settings-checks/finding.ts';
import { settingsSnapshot } from '../shared/domain/settings-checks/settings-snapshot.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';

const validationRequest = z
  .strictObject({ snapshot: settingsSnapshot.optional() })
  .optional()
  .meta({ id: 'ValidationRequest' });

/** POST /api/validations: run the checks now, live or on a snapshot of settings in the body. */
export const validateSettings = httpFunction({
  id: 'validateSettings',
  summary: 'Check the settings behind typical errors',
  description:
    'Without a body, or with {}, the settings are read live from the three systems, within 20 seconds; the checks that need a system that is down are skipped. With a snapshot the same rules judge the snapshot. The last live validation and the last one of a snapshot are kept apart; `source` says which of them it is.',
  method: 'POST',
  route: 'validations',
  scope: 'validate',
  body: { kind: 'json', optional: true, schema: validationRequest },
  translated: true,
  answers: { 200: { description: 'The findings', body: validation } },
  problems: ['storage-unavailable'],
  handle: async ({ validator }: Services, { body, language, log }) => {
    const result = await validator.validate({ snapshot: body?.snapshot, language });
    log('settings-validated', { id: result.id, verdict: result.verdict, live: body?.snapshot === undefined });
    return { status: 200, body: result };
  },
});
