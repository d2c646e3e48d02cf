import * as z from 'zod';
import { type Decision, type DecisionStep, decidedStatuses } from '../../domain/problems/decision.ts';
import { moment } from './entry-body.ts';

/** A decision as it was taken. */
export const decisionBody = z
  .strictObject({
    status: z.enum(decidedStatuses),
    until: moment.optional().describe('End of a snooze'),
    note: z.string().optional(),
    at: moment,
    by: z.string().describe('Who decided, as far as the sign-in shows'),
  })
  .meta({ id: 'Decision' });

/** Problems with the ETags they have now. */
export const problemETags = z.array(
  z.strictObject({ id: z.string(), etag: z.string() }).meta({ id: 'ProblemETag' }),
);

/** A decision in the history of a problem. */
export const stepBody = decisionBody
  .extend({
    decision: z.string().optional().describe('Id of the decision on several problems that it was a part of'),
    undoneAt: moment.optional().describe('When that was undone'),
  })
  .meta({ id: 'DecisionStep' });

export function toStepBody(step: DecisionStep): z.output<typeof stepBody> {
  return { ...toDecisionBody(step), decision: step.jointId, undoneAt: step.undoneAt?.toISOString() };
}

/** The decision in force; undefined where an undo took the first one back. */
export function shownDecision(decision: Decision | undefined): z.output<typeof decisionBody> | undefined {
  return decision && !decision.isNone ? toDecisionBody(decision) : undefined;
}

function toDecisionBody(step: DecisionStep): z.output<typeof decisionBody> {
  return {
    status: step.status,
    until: step.until?.toISOString(),
    note: step.note,
    at: step.at.toISOString(),
    by: step.by,
  };
}
