import { AppError } from '../domain/app-error.ts';
import type { DecisionRecord, Decisions } from '../domain/ports/decisions.ts';
import type { Desk } from '../domain/ports/desk.ts';
import {
  type Decision,
  type DecisionRequest,
  type DecisionStep,
  decide,
  decisionETag,
  historyLimit,
  problemStatus,
} from '../domain/problems/decision.ts';
import type { ProblemView } from '../domain/problems/problem-view.ts';
import type { ListedProblem } from './find-problems.ts';
import { type ReadProblemPorts, readProblem } from './read-problem.ts';

export interface RecordDecisionPorts extends ReadProblemPorts {
  readonly desk: Pick<Desk, 'state' | 'decision' | 'history' | 'saveDecision'>;
}

/** A problem after a decision, with every decision on it. */
export interface DecidedProblem extends ListedProblem {
  readonly history: readonly DecisionStep[];
}

/** Tries when others decide at the same moment; each time one of them succeeds. */
export const maxTries = 50;

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
  const { listed, record: known, all } = await readProblem(ports, id);
  const { problem } = listed;
  let before = known;
  for (let attempt = 0; attempt < maxTries; attempt++) {
    checkMatch(ifMatch, before);
    const now = ports.now();
    const decision = decide(before?.decision, { problemId: id }, request, by, now);
    const step = stepOf(decision, request);
    const seenAt = seenAtOf(problem, before, now);
    if (await ports.desk.saveDecision({ decision, traits: problem.traits, seenAt, before }, step))
      return {
        ...listed,
        // A decided problem may no longer be a parent or a child.
        known: all.withDecision(decision).problems.get(id) ?? listed.known,
        problem: { ...problem, status: problemStatus(decision, problem.lastSeenAt, now), decision },
        history: await historyWith(ports.desk, id, before, step),
      };
    before = await ports.desk.decision(id);
  }
  throw othersKeepDeciding();
}

async function historyWith(
  desk: Pick<Decisions, 'history'>,
  id: string,
  before: DecisionRecord | undefined,
  step: DecisionStep,
): Promise<readonly DecisionStep[]> {
  const earlier = before ? await desk.history(id, before) : [];
  return [...earlier, step].slice(-historyLimit);
}

/**
 * Refuses to decide where somebody decided since an ETag.
 * @throws {AppError} precondition-failed with the current ETag
 */
export function checkMatch(ifMatch: string | undefined, before: DecisionRecord | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const current = decisionETag(before?.decision);
  const given = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!given.includes(current))
    throw new AppError('precondition-failed', 'Somebody decided in the meantime; read it again', {
      etag: current,
    });
}

export function othersKeepDeciding(): AppError {
  return new AppError('storage-unavailable', 'Others keep deciding at the same moment; try again', {
    retryAfterSeconds: 1,
  });
}

/** The step that a decision is in the history of a problem. */
export function stepOf({ at, by, status, until }: Decision, { note }: DecisionRequest): DecisionStep {
  return { at, by, status, until, note };
}

/** When a problem was last known to have entries. */
export function seenAtOf(
  { lastSeenAt }: Pick<ProblemView, 'lastSeenAt'>,
  before: DecisionRecord | undefined,
  now: Date,
): Date {
  if (lastSeenAt !== undefined) return new Date(lastSeenAt);
  return before?.seenAt ?? now;
}
