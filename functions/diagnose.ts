import * as z from 'zod';
import { diagnose as diagnoseText } from '../shared/domain/diagnosis/diagnose.ts';
import { errorReport } from '../shared/domain/reports/error-report.ts';
import { fullDiagnosis, toDiagnosisBody } from '../shared/http/bodies/entry-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noParameters, operation } from '../shared/http/operation.ts';

/** Most texts of one request. */
const maxTexts = 1000;

const subject = errorReport
  .pick({ message: true, mapping: true, direction: true, source: true, destination: true })
  .meta({
    id: 'DiagnosisSubject',
    example: {
      message:
        'Cannot create or update the currency USD in Dataverse, because there is no exchange rate defined for it.',
    },
  });

/** POST /api/diagnoses: what a text says about its cause, without storing anything. */
export const diagnoseOperation = operation({
  id: 'diagnose',
  summary: 'Diagnose texts without storing them',
  method: 'POST',
  route: 'diagnoses',
  scope: 'read',
  params: noParameters,
  query: noParameters,
  body: { kind: 'json', schema: z.union([subject, z.array(subject).min(1).max(maxTexts)]) },
  answers: {
    200: {
      description: 'One diagnosis for each text, in order',
      body: z.strictObject({ value: z.array(fullDiagnosis) }).meta({ id: 'DiagnosisList' }),
      headers: ['content-language', 'vary'],
    },
  },
  problems: ['invalid-json', 'unsupported-media-type', 'payload-too-large'],
});

/** The function behind {@link diagnoseOperation}. */
export const diagnose = () =>
  httpFunction(diagnoseOperation, ({ body, language }) =>
    Promise.resolve({
      status: 200,
      body: { value: [body].flat().map((one) => toDiagnosisBody(diagnoseText(one), language)) },
      headers: { 'content-language': language, vary: 'Accept-Language' },
    }),
  );
