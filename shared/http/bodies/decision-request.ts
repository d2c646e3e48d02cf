import * as z from 'zod';
import { AppError } from '../../domain/app-error.ts';
import { noteLimit } from '../../domain/problems/decision.ts';
import { dateTime } from '../../domain/reports/error-report.ts';
import { wellFormed } from '../../domain/reports/text-limits.ts';
import { has, hasNone } from '../described-rules.ts';
import { decidedStatusWord } from './words.ts';

/** A later moment has more than four digits in its year. */
const latestMoment = new Date('9999-12-31T23:59:59.999Z');

const until = dateTime.optional().describe('End of the snooze; required with snoozed, refused otherwise');
const note = z.string().max(noteLimit).overwrite(wellFormed).optional();

const isSnoozed = { required: ['status'], properties: { status: { const: 'snoozed' } } };

/** What {@link checkDecision} refuses. */
const refused = [
  { ...has('until'), not: isSnoozed },
  { ...isSnoozed, not: has('until') },
];

/** What to check of a decision beyond its fields. */
function checkDecision(
  decision: { status?: string | undefined; until?: Date | undefined },
  context: z.RefinementCtx,
): void {
  const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (decision.status === 'snoozed' && !decision.until) fault(['until'], 'Required with snoozed');
  if (decision.status !== 'snoozed' && decision.until) fault(['until'], 'Allowed with snoozed only');
  if (decision.until && decision.until > latestMoment) fault(['until'], 'Later than the year 9999');
}

/** A decision on one problem: a status, a note, or both. */
export const decisionRequest = z
  .strictObject({
    status: decidedStatusWord.optional().describe('Absent: the status stays as it is'),
    until,
    note,
  })
  .superRefine((decision, context) => {
    if (decision.status === undefined && decision.note === undefined)
      context.addIssue({ code: 'custom', path: [], message: 'Give a status, a note, or both' });
    checkDecision(decision, context);
  })
  .meta({
    id: 'DecisionRequest',
    not: { anyOf: [hasNone('status', 'note'), ...refused] },
    example: { status: 'snoozed', until: '2026-12-01T08:00:00Z', note: 'Rates come on Monday' },
  });

/** A decision on one record of a problem. */
export const recordDecisionRequest = z
  .strictObject({ status: z.enum(['open', 'snoozed', 'ignored']), until, note })
  .superRefine(checkDecision)
  .meta({
    id: 'RecordDecisionRequest',
    not: { anyOf: refused },
    example: { status: 'ignored', note: 'This customer is a test' },
  });

/** The most problems of one decision: with the decision itself, they fill a transaction. */
const maxProblems = 99;

/** One decision on several problems. */
export const jointDecisionRequest = z
  .strictObject({
    problems: z
      .array(
        z
          .strictObject({
            id: z.string().min(1).max(64),
            etag: z.string().optional().describe('Decide only when nothing was decided since'),
          })
          .meta({ id: 'ProblemToDecide' }),
      )
      .min(1)
      .max(maxProblems)
      .describe('Different problems'),
    status: decidedStatusWord,
    until,
    note,
  })
  .superRefine((decision, context) => {
    checkDecision(decision, context);
    const ids = decision.problems.map(({ id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) < index)
        context.addIssue({ code: 'custom', path: ['problems', index, 'id'], message: 'Named twice' });
  })
  .meta({
    id: 'JointDecisionRequest',
    not: { anyOf: refused },
    example: {
      problems: [{ id: '4CB1PHX0V7T4G2NQ' }],
      status: 'resolved',
      note: 'The role has the privilege now',
    },
  });

/**
 * A snooze that has ended already would do nothing.
 * @throws {AppError} invalid-request
 */
export function checkUntil(until: Date | undefined, now: Date): void {
  if (until && until <= now)
    throw new AppError('invalid-request', 'The body is not valid', {
      errors: [{ pointer: '/until', detail: 'Must be later than now' }],
    });
}
