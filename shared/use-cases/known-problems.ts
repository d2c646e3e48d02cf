import { type GivenUpByHeartbeat, givenUpByHeartbeat } from '../domain/heartbeats/mapping-given-up.ts';
import type { HeartbeatSender, Heartbeats } from '../domain/ports/heartbeats.ts';
import { type Decision, type ProblemStatus, problemStatus } from '../domain/problems/decision.ts';
import { linkProblems, type ProblemLinks } from '../domain/problems/problem-graph.ts';
import { timesOf } from '../domain/problems/problem-view.ts';
import { type CurrentView, currentView, type ViewPorts } from './current-view.ts';
import {
  type CountsPort,
  daySummaries,
  daysInReach,
  type ProblemInReach,
  problemsOf,
} from './problems-in-reach.ts';
import {
  failedRecords,
  noRecords,
  type RecordDayInReach,
  type RecordsOfProblem,
  recordsByProblem,
  type VisibleRecord,
  waitingOf,
} from './records-of-problems.ts';

export interface KnownProblemsPorts extends ViewPorts {
  readonly errorLog: CountsPort;
  readonly heartbeats: Pick<Heartbeats, 'senders'>;
}

/** A problem with its records, and with what causes it and what it causes. */
export interface KnownProblem extends ProblemInReach, ProblemLinks {
  readonly recordDays: () => readonly RecordDayInReach[];
  readonly decision: Decision | undefined;
  readonly status: ProblemStatus;
  readonly records: RecordsOfProblem;
  /** Records that are given up by the last heartbeats, in all mappings where it occurs; undefined where none says it. */
  readonly givenUpByHeartbeat: number | undefined;
}

/** All problems with visible entries, by id, and the view that they were read with. */
export interface KnownProblems {
  readonly view: CurrentView;
  readonly senders: readonly HeartbeatSender[];
  readonly problems: ReadonlyMap<string, KnownProblem>;
  /** The same once this decision on a problem is in force. */
  readonly withDecision: (decision: Decision) => KnownProblems;
  /** The same without these records of a problem. */
  readonly withoutRecords: (problemId: string, records: ReadonlySet<string>) => KnownProblems;
}

/** Reads all problems with their records: one storage call a day, folded, and one for heartbeats. */
export async function knownProblems(ports: KnownProblemsPorts): Promise<KnownProblems> {
  const view = await currentView(ports);
  const [summaries, senders] = await Promise.all([
    daySummaries(ports.errorLog, daysInReach(view), true),
    ports.heartbeats.senders(),
  ]);
  const inReach = await problemsOf(ports.errorLog, summaries, view.horizon);
  const byHeartbeat = givenUpByHeartbeat(senders);
  return known({ inReach, senders, byHeartbeat }, failedRecords(summaries, inReach, view), view);
}

/** What was read of storage, but for decisions and failures. */
interface ProblemsRead {
  readonly inReach: ReadonlyMap<string, ProblemInReach>;
  readonly senders: readonly HeartbeatSender[];
  readonly byHeartbeat: GivenUpByHeartbeat;
}

function known(read: ProblemsRead, failed: readonly VisibleRecord[], view: CurrentView): KnownProblems {
  const withDecision = (decision: Decision) => {
    const decisions = new Map(view.decisions).set(decision.problemId, decision);
    return known(read, failed, { ...view, decisions });
  };
  const withoutRecords = (problemId: string, records: ReadonlySet<string>) => {
    const left = failed.filter((one) => one.pair.problemId !== problemId || !records.has(one.record));
    return known(read, left, view);
  };
  const problems = problemsIn(read, failed, view);
  return { view, senders: read.senders, problems, withDecision, withoutRecords };
}

function problemsIn(
  { inReach, byHeartbeat }: ProblemsRead,
  failed: readonly VisibleRecord[],
  view: CurrentView,
): ReadonlyMap<string, KnownProblem> {
  const records = recordsByProblem(failed, byHeartbeat, view);
  const statuses = new Map(
    [...inReach.values()].map(({ id, counts }) => {
      const [, lastSeenAt] = timesOf(counts);
      return [id, problemStatus(view.decisions.get(id), lastSeenAt, view.now)];
    }),
  );
  const links = linkProblems(
    [...inReach.values()].map(({ id, traits, counts }) => ({
      id,
      traits,
      isOpen: isOpenStatus(statuses.get(id)),
      places: counts.map(({ facts }) => facts),
      waiting: waitingOf(id, records.get(id) ?? noRecords, view),
    })),
  );
  const problems = new Map<string, KnownProblem>();
  for (const problem of inReach.values()) {
    const { id } = problem;
    const own = links.get(id) ?? { causedBy: [], children: [], impact: 0 };
    problems.set(id, {
      ...problem,
      ...own,
      decision: view.decisions.get(id),
      status: statuses.get(id) ?? 'open',
      records: records.get(id) ?? noRecords,
      recordDays: () => failed.filter(({ pair }) => pair.problemId === id),
      givenUpByHeartbeat: givenUpOf(problem, byHeartbeat),
    });
  }
  return problems;
}

function givenUpOf({ counts }: ProblemInReach, byHeartbeat: GivenUpByHeartbeat): number | undefined {
  const said = new Set(counts.map(({ facts }) => byHeartbeat(facts)));
  const numbers = [...said].flatMap((one) => (one?.count === undefined ? [] : [one.count]));
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one);
}

/** Whether a problem waits for somebody: open, or seen again after it was resolved. */
export function isOpenStatus(status: ProblemStatus | undefined): boolean {
  return status === 'open' || status === 'regressed';
}
