import * as z from 'zod';
import { decidedStatuses, noteLimit } from '../shared/domain/problems/decision.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { dateTime } from '../shared/domain/reports/error-report.ts';
import { decidedProblemBody, toDecisionBody, toProblemBody } from '../shared/http/bodies/problem-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { problemETag, recordDecision } from '../shared/use-cases/record-decision.ts';

/** A later moment has more than four digits in its year. */
const latestMoment = new Date('9999-12-31T23:59:59.999Z');

const decisionRequest = z
  .strictObject({
    status: z.enum(decidedStatuses).optional().describe('Absent: the status stays as it is'),
    until: dateTime.optional().describe('End of the snooze; required with snoozed, refused otherwise'),
    note: z.string().max(noteLimit).optional(),
  })
  .superRefine(({ status, until, note }, context) => {
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (status === undefined && note === undefined) fault([], 'Give a status, a note, or both');
    if (status === 'snoozed' && !until) fault(['until'], 'Required with snoozed');
    if (status !== 'snoozed' && until) fault(['until'], 'Allowed with snoozed only');
    if (until && until > latestMoment) fault(['until'], 'Later than the year 9999');
  })
  .meta({
    id: 'DecisionRequest',
    example: { status: 'snoozed', until: '2026-12-01T08:00:00Z', note: 'Rates come on Monday' },
  });

/** PATCH /api/problems/{id}: resolve, reopen, snooze, ignore, or note. */
export const decideProblem = httpFunction({
  id: 'decideProblem',
  summary: 'Decide on a problem: resolve, reopen, snooze, ignore, note',
  description:
    'Writes one row, however many errors the problem has. An error that occurs after it was resolved makes it regressed. With If-Match the decision is taken only when there was no other since that ETag.',
  method: 'PATCH',
  route: 'problems/{id}',
  scope: 'manage',
  params: z.strictObject({ id: problemId }),
  body: { kind: 'json', schema: decisionRequest },
  translated: true,
  answers: { 200: { description: 'The decided problem', body: decidedProblemBody, headers: ['etag'] } },
  problems: ['not-found', 'precondition-failed', 'storage-unavailable'],
  handle: async (services: Services, { params, body, header, caller, language, log }) => {
    const decided = await recordDecision(services, params.id, body, caller, header('if-match'));
    const { problem, sampleErrorId, history } = decided;
    log('problem-decided', { problem: params.id, status: problem.decision?.status ?? 'open' });
    return {
      status: 200,
      body: {
        ...toProblemBody(problem, { sampleErrorId }, language),
        history: history.map(toDecisionBody),
      },
      headers: { etag: problemETag(problem) },
    };
  },
});
