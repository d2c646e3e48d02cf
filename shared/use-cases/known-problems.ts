import { stopsRuns } from '../domain/diagnosis/causes.ts';
import { type GivenUpByHeartbeat, givenUpByHeartbeat } from '../domain/heartbeats/mapping-given-up.ts';
import type { HeartbeatSender, Heartbeats } from '../domain/ports/heartbeats.ts';
import {
  type Decision,
  decisionKey,
  isSetAside,
  type ProblemStatus,
  problemStatus,
} from '../domain/problems/decision.ts';
import {
  type FailedRecord,
  type GivenUp,
  givenUpRecords,
  type TriedAgain,
} from '../domain/problems/given-up.ts';
import { countKeyParts } from '../domain/problems/pair-counts.ts';
import { type PairFacts, problemIdOf } from '../domain/problems/problem.ts';
import { linkProblems, type ProblemLinks } from '../domain/problems/problem-graph.ts';
import { maxRecords, type RecordDay } from '../domain/problems/record-failures.ts';
import { type CurrentView, currentView, type ViewPorts } from './current-view.ts';
import {
  type CountsPort,
  daySummaries,
  daysInReach,
  type ProblemInReach,
  problemsOf,
} from './problems-in-reach.ts';

export interface KnownProblemsPorts extends ViewPorts {
  readonly errorLog: CountsPort;
  readonly heartbeats: Pick<Heartbeats, 'senders'>;
}

/** What is known of the records of a problem. */
export interface RecordsOfProblem {
  /** Hashes of the records that are told apart. */
  readonly ids: ReadonlySet<string>;
  /** Whether there are others. */
  readonly more: boolean;
  /** Those that Business Central gave up, but for the ones that are snoozed or ignored. */
  readonly givenUp: ReadonlyMap<string, GivenUp>;
  /** How many of them were given up until a heartbeat said that none is. */
  readonly triedAgain: number;
}

/** What one day tells of a record of a problem, in one place. */
export interface RecordDayInReach {
  readonly record: string;
  readonly pairId: string;
  readonly facts: PairFacts;
  readonly day: RecordDay;
  /** Whether a clean-up, or the retention, hides a part of it. */
  readonly isCut: boolean;
}

/** A problem with its records, and with what causes it and what it causes. */
export interface KnownProblem extends ProblemInReach, ProblemLinks {
  readonly recordDays: readonly RecordDayInReach[];
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
    const left = failed.filter((one) => one.problemId !== problemId || !records.has(one.record));
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
  const recordDays = Map.groupBy(failed, ({ problemId }) => problemId);
  const statuses = new Map(
    [...inReach.values()].map(({ id, counts }) => {
      const last = Math.max(...counts.flatMap(({ hours }) => [...hours.values()].map((hour) => hour.last)));
      return [id, problemStatus(view.decisions.get(id), last, view.now)];
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
      recordDays: recordDays.get(id) ?? [],
      givenUpByHeartbeat: givenUpOf(problem, byHeartbeat),
    });
  }
  return problems;
}

const noRecords: RecordsOfProblem = { ids: new Set(), more: false, givenUp: new Map(), triedAgain: 0 };

function givenUpOf({ counts }: ProblemInReach, byHeartbeat: GivenUpByHeartbeat): number | undefined {
  const said = new Set(counts.map(({ facts }) => byHeartbeat(facts)));
  const numbers = [...said].flatMap((one) => (one?.count === undefined ? [] : [one.count]));
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one);
}

/** Whether a problem waits for somebody: open, or seen again after it was resolved. */
export function isOpenStatus(status: ProblemStatus | undefined): boolean {
  return status === 'open' || status === 'regressed';
}

/** Visible records of all problems with their visible failures. */
interface VisibleRecord extends FailedRecord, RecordDayInReach {
  readonly facts: PairFacts;
  readonly problemId: string;
  readonly more: boolean;
}

function failedRecords(
  summaries: Awaited<ReturnType<typeof daySummaries>>,
  inReach: ReadonlyMap<string, ProblemInReach>,
  { horizon }: CurrentView,
): VisibleRecord[] {
  const factsByPair = new Map<string, PairFacts>();
  for (const { counts } of inReach.values())
    for (const { pairId, facts } of counts) factsByPair.set(pairId, facts);
  const failed: VisibleRecord[] = [];
  for (const { records } of summaries)
    for (const [key, pair] of records) {
      const { pairId, epoch } = countKeyParts(key);
      const facts = factsByPair.get(pairId);
      if (!facts) continue;
      const hiddenUntil = horizon.at(epoch);
      const ofPair = { problemId: problemIdOf(pairId), pairId, facts, stopsRuns: stopsRuns(facts.cause) };
      for (const [record, day] of pair.records) {
        if (day.count <= 0 || day.last <= hiddenUntil) continue;
        const isCut = day.first <= hiddenUntil;
        const failures = isCut ? day.failures.filter(({ to }) => to > hiddenUntil) : day.failures;
        failed.push({ ...ofPair, record, day, isCut, failures, more: pair.more });
      }
    }
  return failed;
}

function recordsByProblem(
  failed: readonly VisibleRecord[],
  byHeartbeat: GivenUpByHeartbeat,
  view: CurrentView,
): ReadonlyMap<string, RecordsOfProblem> {
  const records = new Map<
    string,
    { ids: Set<string>; more: boolean; givenUp: Map<string, GivenUp>; triedAgain: number }
  >();
  for (const { problemId, record, more } of failed) {
    const own = records.get(problemId) ?? {
      ids: new Set<string>(),
      more: false,
      givenUp: new Map(),
      triedAgain: 0,
    };
    records.set(problemId, own);
    own.ids.add(record);
    own.more ||= more;
  }
  for (const own of records.values()) {
    if (own.ids.size <= maxRecords) continue;
    // The same ones whatever the order of days, so that pages of them fit together.
    own.ids = new Set([...own.ids].sort().slice(0, maxRecords));
    own.more = true;
  }
  const { givenUp, triedAgain } = givenUpRecords(failed, byHeartbeat);
  const recordsOf = ({ pairId, record }: TriedAgain) => {
    const problemId = problemIdOf(pairId);
    const own = records.get(problemId);
    return own?.ids.has(record) && !isRecordSetAside(problemId, record, view) ? own : undefined;
  };
  for (const one of triedAgain) {
    const own = recordsOf(one);
    if (own) own.triedAgain++;
  }
  for (const one of givenUp) {
    const own = recordsOf(one);
    if (!own) continue;
    // Given up in both directions it counts once: confirmed if either is.
    if (own.givenUp.get(one.record)?.status !== 'confirmed') own.givenUp.set(one.record, one);
  }
  return records;
}

function waitingOf(id: string, { ids }: RecordsOfProblem, view: CurrentView): ReadonlySet<string> {
  return new Set([...ids].filter((record) => !isRecordSetAside(id, record, view)));
}

/** Whether a record of a problem is snoozed or ignored by itself. */
export function isRecordSetAside(
  problemId: string,
  record: string,
  { recordDecisions, now }: Pick<CurrentView, 'recordDecisions' | 'now'>,
): boolean {
  return isSetAside(recordDecisions.get(decisionKey({ problemId, record })), now);
}
