import { call } from '../api/call.ts';
import { type DecidedStatus, decideProblems, type Problem, undoDecision } from '../api/generated-client.ts';

/** The most problems of one decision. */
const maxProblems = 99;

export interface DecisionToTake {
  readonly status: DecidedStatus;
  readonly until?: string;
  readonly note?: string;
}

/** A problem as the person saw it who decides. */
export type SeenProblem = Pick<Problem, 'id' | 'etag' | 'status' | 'title'>;

/** What was decided, part by part. */
export interface TakenDecision {
  readonly ids: readonly string[];
  readonly etags: ReadonlyMap<string, string>;
}

/** Decides on any number of problems, in parts. A part that fails keeps those before it: `taken` names them. */
export async function decide(
  problems: readonly SeenProblem[],
  decision: DecisionToTake,
  taken: (part: TakenDecision) => void,
): Promise<void> {
  for (let start = 0; start < problems.length; start += maxProblems) {
    const part = problems.slice(start, start + maxProblems).map(({ id, etag }) => ({ id, etag }));
    const { data } = await call(decideProblems({ problems: part, ...decision }));
    taken({ ids: [data.id], etags: new Map(data.problems.map(({ id, etag }) => [id, etag])) });
  }
}

/** Takes decisions back, newest first. Gives how many problems were left as somebody decided them since. */
export async function takeBack(ids: readonly string[]): Promise<number> {
  let left = 0;
  for (const id of ids.toReversed()) left += (await call(undoDecision(id))).data.left.length;
  return left;
}
