import * as z from 'zod';
import { decidedStatuses, noteLimit } from '../shared/domain/problems/decision.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { dateTime } from '../shared/domain/reports/error-report.ts';
import { decidedProblemBody, toDecisionBody, toProblemBody } from '../shared/http/bodies/problem-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noParameters, operation } from '../shared/http/operation.ts';
import type { Services } from '../shared/services.ts';
import { recordDecision as decide, problemETag } from '../shared/use-cases/record-decision.ts';

/** What still has four digits in its year as UTC. */
const latestMoment = new Date('9999-12-31T23:59:59.999Z');

const decisionRequest = z
  .strictObject({
    status: z.enum(decidedStatuses).optional().describe('Absent: as before'),
    until: dateTime.optional().describe('End of the snooze; exactly with snoozed'),
    note: z.string().max(noteLimit).optional(),
  })
  .superRefine(({ status, until, note }, context) => {
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (status === undefined && note === undefined) fault([], 'Give a status, a note, or both');
    if (status === 'snoozed' && !until) fault(['until'], 'Required with snoozed');
    if (status !== 'snoozed' && until) fault(['until'], 'Goes with snoozed only');
    if (until && until > latestMoment) fault(['until'], 'Later than the year 9999');
  })
  .meta({
    id: 'DecisionRequest',
    example: { status: 'snoozed', until: '2026-12-01T08:00:00Z', note: 'Rates come on Monday' },
  });

/** PATCH /api/problems/{id}: resolve, reopen, snooze, ignore, or note. */
export const decideProblemOperation = operation({
  id: 'decideProblem',
  summary: 'Decide on a problem: resolve, reopen, snooze, ignore, note',
  description:
    'One row is written, however many errors the problem has; an error that occurs later shows it as regressed. With If-Match the decision is taken only if none was since that ETag.',
  method: 'PATCH',
  route: 'problems/{id}',
  scope: 'manage',
  params: z.strictObject({ id: problemId }),
  query: noParameters,
  body: { kind: 'json', schema: decisionRequest },
  answers: {
    200: {
      description: 'The problem as decided',
      body: decidedProblemBody,
      headers: ['etag', 'content-language', 'vary'],
    },
  },
  problems: [
    'invalid-json',
    'unsupported-media-type',
    'payload-too-large',
    'not-found',
    'precondition-failed',
    'storage-unavailable',
  ],
});

/** The function behind {@link decideProblemOperation}. */
export const decideProblem = ({ errorLog, desk, retentionDays, now }: Services) =>
  httpFunction(decideProblemOperation, async ({ params, body, header, caller, language, log }) => {
    const ports = { errorLog, desk, retentionDays, now };
    const { problem, history } = await decide(ports, params.id, body, caller, header('if-match'));
    log('problem-decided', { problem: params.id, status: problem.decision?.status ?? 'open' });
    return {
      status: 200,
      body: { ...toProblemBody(problem, language), history: history.map(toDecisionBody) },
      headers: { etag: problemETag(problem), 'content-language': language, vary: 'Accept-Language' },
    };
  });
