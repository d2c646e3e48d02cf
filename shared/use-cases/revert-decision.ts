import { AppError } from '../domain/app-error.ts';
import type { DecisionRecord, NewDecision } from '../domain/ports/decisions.ts';
import type { Desk } from '../domain/ports/desk.ts';
import { decisionETag, restored } from '../domain/problems/decision.ts';
import { dayMs } from '../domain/reports/days.ts';
import { maxTries, othersKeepDeciding } from './record-decision.ts';

export interface RevertDecisionPorts {
  readonly desk: Pick<Desk, 'state' | 'jointDecision' | 'decisionsOf' | 'undoJointDecision'>;
  readonly now: () => Date;
}

/** What an undo did: problems that have again what they had before, and those that somebody decided on since. */
export interface UndoneDecision {
  readonly restored: readonly { readonly id: string; readonly etag: string }[];
  readonly left: readonly { readonly id: string; readonly etag: string }[];
}

/** How long a decision on several problems can be undone, ms. */
const undoMs = dayMs;

/**
 * Undoes a decision on several problems, but on those that somebody decided on since.
 * @throws {AppError} not-found, already-undone, undo-expired
 */
export async function revertDecision(
  { desk, now }: RevertDecisionPorts,
  id: string,
): Promise<UndoneDecision> {
  // Rows of another format must not be touched.
  await desk.state();
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const joint = await desk.jointDecision(id);
    if (!joint) throw new AppError('not-found', `There is no decision ${id} on several problems`);
    if (joint.undoneAt) throw new AppError('already-undone', `The decision ${id} was undone before`);
    const at = now();
    if (at.getTime() - joint.at.getTime() > undoMs)
      throw new AppError('undo-expired', 'A decision can be undone for 24 hours');
    const records = await desk.decisionsOf([...joint.before.keys()]);
    const back: NewDecision[] = [];
    const left: { id: string; etag: string }[] = [];
    for (const [problemId, before] of joint.before) {
      const record = records.get(problemId);
      const { decision, traits, seenAt } = record ?? {};
      if (record && decision && traits && seenAt && isInForce(record, id))
        back.push({ decision: restored(decision, before), traits, seenAt, before: record });
      else left.push({ id: problemId, etag: decisionETag(decision) });
    }
    if (await desk.undoJointDecision(joint, back, at))
      return {
        restored: back.map(({ decision }) => ({ id: decision.problemId, etag: decisionETag(decision) })),
        left,
      };
  }
  throw othersKeepDeciding();
}

/** Whether nothing was decided since, but for what was undone itself. */
function isInForce({ steps }: DecisionRecord, id: string): boolean {
  return steps.findLast(({ isUndone }) => !isUndone)?.id === id;
}
