import * as z from 'zod';
import { ulidPattern } from '../shared/domain/reports/ulid.ts';
import { problemETags } from '../shared/http/bodies/decision-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { revertDecision } from '../shared/use-cases/revert-decision.ts';

const decisionId = z
  .string()
  .regex(ulidPattern, 'Not an id of a decision: 26 characters of Crockford base 32 in upper case')
  .meta({ description: 'Id of a decision on several problems', example: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB' });

const undoneBody = z
  .strictObject({
    restored: problemETags.describe('These have again what they had before'),
    left: problemETags.describe('Somebody decided on these since'),
  })
  .meta({ id: 'UndoneDecision' });

/** DELETE /api/decisions/{id}: undo a decision on several problems, within 24 hours. */
export const undoDecision = httpFunction({
  id: 'undoDecision',
  summary: 'Undo a decision on several problems, within 24 hours',
  description: 'Problems that somebody decided on since are named and left as they are.',
  method: 'DELETE',
  route: 'decisions/{id}',
  scope: 'manage',
  params: z.strictObject({ id: decisionId }),
  answers: { 200: { description: 'What was restored', body: undoneBody } },
  problems: ['not-found', 'already-undone', 'undo-expired', 'storage-unavailable'],
  handle: async (services: Services, { params, log }) => {
    const { restored, left } = await revertDecision(services, params.id);
    log('decision-undone', { id: params.id, restored: restored.length, left: left.length });
    return { status: 200, body: { restored: [...restored], left: [...left] } };
  },
});
