import { AppError } from '../domain/app-error.ts';
import type { DecisionRecord, NewDecision } from '../domain/ports/decisions.ts';
import type { Desk } from '../domain/ports/desk.ts';
import { type DecisionRequest, decide, decisionETag } from '../domain/problems/decision.ts';
import { problemId } from '../domain/problems/problem.ts';
import { problemView } from '../domain/problems/problem-view.ts';
import { currentView, type ViewPorts } from './current-view.ts';
import { type CountsPort, problemsInReach } from './problems-in-reach.ts';
import { maxTries, othersKeepDeciding, seenAtOf, stepOf } from './record-decision.ts';

export interface DecideJointlyPorts extends ViewPorts {
  readonly errorLog: CountsPort;
  readonly desk: Pick<Desk, 'state' | 'decisionsOf' | 'saveJointDecision'>;
  /** A new id for a decision that is taken at this moment. */
  readonly newId: (at: Date) => string;
}

/** A problem to decide on; with an ETag only when there was no decision since. */
export interface ProblemToDecide {
  readonly id: string;
  readonly etag?: string | undefined;
}

/** A decision that was taken on several problems. */
export interface DecidedJointly {
  readonly id: string;
  readonly problems: readonly { readonly id: string; readonly etag: string }[];
}

/**
 * Takes one decision on up to 99 problems, on all or on none.
 * @throws {AppError} not-found and precondition-failed, each naming the problems
 */
export async function decideJointly(
  ports: DecideJointlyPorts,
  problems: readonly ProblemToDecide[],
  request: DecisionRequest,
  by: string,
): Promise<DecidedJointly> {
  const view = await currentView(ports);
  const known = await problemsInReach(ports.errorLog, view);
  const ids = problems.map(({ id }) => id);
  // The key of a decision on a record is no id of a problem.
  const wellFormed = ids.filter((id) => problemId.safeParse(id).success);
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const records = await ports.desk.decisionsOf(wellFormed);
    checkAll(problems, new Set([...known.keys(), ...withTraits(records)]), records);
    const now = ports.now();
    const decisions = ids.flatMap((id): NewDecision[] => {
      const before = records.get(id);
      const problem = known.get(id);
      const traits = problem?.traits ?? before?.traits;
      if (!traits) return [];
      const lastSeenAt = problem && problemView(problem, undefined, view.now).lastSeenAt;
      const decision = decide(before?.decision, { problemId: id }, request, by, now);
      return [{ decision, traits, seenAt: seenAtOf({ lastSeenAt }, before, now), before }];
    });
    const [first] = decisions;
    if (!first) break;
    const id = ports.newId(now);
    if (await ports.desk.saveJointDecision(id, decisions, stepOf(first.decision, request)))
      return {
        id,
        problems: decisions.map(({ decision }) => ({ id: decision.problemId, etag: decisionETag(decision) })),
      };
  }
  throw othersKeepDeciding();
}

function withTraits(records: ReadonlyMap<string, DecisionRecord>): string[] {
  return [...records].filter(([, { traits }]) => traits !== undefined).map(([id]) => id);
}

function checkAll(
  problems: readonly ProblemToDecide[],
  known: ReadonlySet<string>,
  records: ReadonlyMap<string, DecisionRecord>,
): void {
  const unknown = problems.filter(({ id }) => !known.has(id)).map(({ id }) => ({ id }));
  if (unknown.length > 0)
    throw new AppError('not-found', 'Nothing was decided: some of the problems do not exist', {
      problems: unknown,
    });
  const moved = problems
    .map(({ id, etag }) => ({ id, given: etag, etag: decisionETag(records.get(id)?.decision) }))
    .filter(({ given, etag }) => given !== undefined && given !== etag)
    .map(({ id, etag }) => ({ id, etag }));
  if (moved.length > 0)
    throw new AppError(
      'precondition-failed',
      'Nothing was decided: somebody decided on some of the problems',
      {
        problems: moved,
      },
    );
}
