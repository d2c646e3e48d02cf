import { stopsRuns } from '../domain/diagnosis/causes.ts';
import {
  type Decision,
  decisionKey,
  isSetAside,
  type ProblemStatus,
  problemStatus,
} from '../domain/problems/decision.ts';
import { type FailedRecord, type GivenUp, givenUpRecords } from '../domain/problems/given-up.ts';
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
}

/** What is known of the records of a problem. */
export interface RecordsOfProblem {
  /** Hashes of the records that are told apart. */
  readonly ids: ReadonlySet<string>;
  /** Whether there are others. */
  readonly more: boolean;
  /** Those that Business Central gave up, but for the ones that are snoozed or ignored. */
  readonly givenUp: ReadonlyMap<string, GivenUp>;
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
}

/** All problems with visible entries, by id, and the view that they were read with. */
export interface KnownProblems {
  readonly view: CurrentView;
  readonly problems: ReadonlyMap<string, KnownProblem>;
  /** The same once this decision on a problem is in force. */
  readonly withDecision: (decision: Decision) => KnownProblems;
  /** The same without these records of a problem. */
  readonly withoutRecords: (problemId: string, records: ReadonlySet<string>) => KnownProblems;
}

/** Reads all problems with their records: one storage call a day, folded. */
export async function knownProblems(ports: KnownProblemsPorts): Promise<KnownProblems> {
  const view = await currentView(ports);
  const summaries = await daySummaries(ports.errorLog, daysInReach(view), true);
  const inReach = await problemsOf(ports.errorLog, summaries, view.horizon);
  return known(inReach, failedRecords(summaries, inReach, view), view);
}

function known(
  inReach: ReadonlyMap<string, ProblemInReach>,
  failed: readonly VisibleRecord[],
  view: CurrentView,
): KnownProblems {
  const withDecision = (decision: Decision) => {
    const decisions = new Map(view.decisions).set(decision.problemId, decision);
    return known(inReach, failed, { ...view, decisions });
  };
  const withoutRecords = (problemId: string, records: ReadonlySet<string>) => {
    const left = failed.filter((one) => one.problemId !== problemId || !records.has(one.record));
    return known(inReach, left, view);
  };
  return { view, problems: problemsIn(inReach, failed, view), withDecision, withoutRecords };
}

function problemsIn(
  inReach: ReadonlyMap<string, ProblemInReach>,
  failed: readonly VisibleRecord[],
  view: CurrentView,
): ReadonlyMap<string, KnownProblem> {
  const records = recordsByProblem(failed, view);
  const recordDays = Map.groupBy(failed, ({ problemId }) => problemId);
  const noRecords: RecordsOfProblem = { ids: new Set(), more: false, givenUp: new Map() };
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
    });
  }
  return problems;
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
  view: CurrentView,
): ReadonlyMap<string, RecordsOfProblem> {
  const records = new Map<string, { ids: Set<string>; more: boolean; givenUp: Map<string, GivenUp> }>();
  for (const { problemId, record, more } of failed) {
    const own = records.get(problemId) ?? { ids: new Set<string>(), more: false, givenUp: new Map() };
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
  for (const one of givenUpRecords(failed)) {
    const problemId = problemIdOf(one.pairId);
    if (isRecordSetAside(problemId, one.record, view)) continue;
    const own = records.get(problemId);
    if (!own?.ids.has(one.record)) continue;
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
