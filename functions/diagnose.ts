import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { diagnose } from '../shared/domain/diagnosis/diagnose.ts';
import { oneOrMany } from '../shared/domain/one-or-many.ts';
import { errorReport } from '../shared/domain/reports/error-report.ts';
import { fullDiagnosis, toDiagnosisBody } from '../shared/http/bodies/entry-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';

/** Texts of one request. */
const maxTexts = 1000;

/** Texts after which other requests get their turn: the longest hostile ones take some milliseconds each. */
const textsPerTurn = 20;

const subject = errorReport
  .pick({ message: true, mapping: true, direction: true, source: true, destination: true })
  .meta({
    id: 'DiagnosisSubject',
    example: {
      message:
        'Cannot create or update the currency USD in Dataverse, because there is no exchange rate defined for it.',
    },
  });

/** POST /api/diagnoses: the causes of texts, without storing anything. */
export const diagnoseTexts = httpFunction({
  id: 'diagnose',
  summary: 'Diagnose texts without storing them',
  description: 'One text alone needs no array.',
  method: 'POST',
  route: 'diagnoses',
  scope: 'read',
  body: { kind: 'json', schema: oneOrMany(subject, { max: maxTexts }) },
  translated: true,
  answers: {
    200: {
      description: 'One diagnosis for each text, in order',
      body: z.strictObject({ value: z.array(fullDiagnosis) }).meta({ id: 'DiagnosisList' }),
    },
  },
  handle: async (_services, { body, language }) => {
    const value: z.output<typeof fullDiagnosis>[] = [];
    for (const text of body) {
      value.push(toDiagnosisBody(diagnose(text), text, language));
      if (value.length % textsPerTurn === 0) await setImmediate();
    }
    return { status: 200, body: { value } };
  },
});
