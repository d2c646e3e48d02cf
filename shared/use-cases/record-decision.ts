import { AppError } from '../domain/app-error.ts';
import type { DecisionRecord, Desk } from '../domain/ports/desk.ts';
import {
  type Decision,
  type DecisionRequest,
  type DecisionStep,
  decide,
  historyLimit,
  problemStatus,
} from '../domain/problems/decision.ts';
import type { ProblemView } from '../domain/problems/problem-view.ts';
import { type ReadProblemPorts, readProblem } from './read-problem.ts';

export interface RecordDecisionPorts extends ReadProblemPorts {
  readonly desk: Pick<Desk, 'state' | 'decision' | 'history' | 'saveDecision'>;
}

/** A problem after a decision, with every decision on it. */
export interface DecidedProblem {
  readonly problem: ProblemView;
  readonly sampleErrorId: string | undefined;
  readonly history: readonly DecisionStep[];
}

/** Tries when others decide at the same moment; each time one of them succeeds. */
const maxTries = 50;

/** Changes with each decision, not with counts. */
export function problemETag({ decision }: Pick<ProblemView, 'decision'>): string {
  return `"${decision?.revision ?? 0}"`;
}

/**
 * Records a decision on a problem; with `ifMatch` only when there was none since that ETag.
 * @throws {AppError} not-found; precondition-failed with the current ETag
 */
export async function recordDecision(
  ports: RecordDecisionPorts,
  id: string,
  request: DecisionRequest,
  by: string,
  ifMatch: string | undefined,
): Promise<DecidedProblem> {
  const known = await readProblem(ports, id);
  let record = known.record;
  for (let attempt = 0; attempt < maxTries; attempt++) {
    checkMatch(ifMatch, problemETag({ decision: record?.decision }));
    const now = ports.now();
    const decision = decide(record?.decision, id, request, by, now);
    const { traits } = known.problem;
    const step = stepOf(decision, request);
    if (
      await ports.desk.saveDecision(
        { decision, traits, seenAt: seenAt(known.problem, record, now), step },
        record,
      )
    ) {
      const earlier = record ? await ports.desk.history(id, record) : [];
      return {
        problem: decided(known.problem, decision, now),
        sampleErrorId: known.sampleErrorId,
        history: [...earlier, step].slice(-historyLimit),
      };
    }
    record = await ports.desk.decision(id);
  }
  throw new AppError('storage-unavailable', 'Others keep deciding on this problem; try again', {
    retryAfterSeconds: 1,
  });
}

function checkMatch(ifMatch: string | undefined, current: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const given = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!given.includes(current))
    throw new AppError('precondition-failed', 'Somebody decided in the meantime; read the problem again', {
      etag: current,
    });
}

function stepOf(decision: Decision, request: DecisionRequest): DecisionStep {
  return {
    at: decision.at,
    by: decision.by,
    status: decision.status,
    until: decision.until,
    note: request.note,
  };
}

function seenAt(problem: ProblemView, record: DecisionRecord | undefined, now: Date): Date {
  if (problem.lastSeenAt !== undefined) return new Date(problem.lastSeenAt);
  return record?.seenAt ?? now;
}

function decided(problem: ProblemView, decision: Decision, now: Date): ProblemView {
  return { ...problem, status: problemStatus(decision, problem.lastSeenAt, now), decision };
}
