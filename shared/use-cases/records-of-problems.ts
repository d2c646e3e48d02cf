import { stopsRuns } from '../domain/diagnosis/causes.ts';
import type { GivenUpByHeartbeat } from '../domain/heartbeats/mapping-given-up.ts';
import type { DaySummary } from '../domain/ports/error-log.ts';
import { decisionKey, isSetAside } from '../domain/problems/decision.ts';
import type { FailedPair, FailedRecord } from '../domain/problems/failed-runs.ts';
import { type GivenUp, givenUpRecords, type TriedAgain } from '../domain/problems/given-up.ts';
import { countKeyParts } from '../domain/problems/pair-counts.ts';
import { type PairFacts, problemIdOf } from '../domain/problems/problem.ts';
import { maxRecords, type RecordDay } from '../domain/problems/record-failures.ts';
import type { CurrentView } from './current-view.ts';
import type { ProblemInReach } from './problems-in-reach.ts';

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

/** No records are known of a problem. */
export const noRecords: RecordsOfProblem = { ids: new Set(), more: false, givenUp: new Map(), triedAgain: 0 };

/** A pair whose records failed. */
interface VisiblePair extends FailedPair {
  readonly facts: PairFacts;
  readonly problemId: string;
}

/** What one day tells of a record of a problem, in one place. */
export interface RecordDayInReach {
  readonly record: string;
  readonly pair: Pick<VisiblePair, 'pairId' | 'facts'>;
  readonly day: RecordDay;
  /** Whether a clean-up, or the retention, hides a part of it. */
  readonly isCut: boolean;
}

/** Visible records of all problems with their visible failures. */
export interface VisibleRecord extends FailedRecord, RecordDayInReach {
  readonly pair: VisiblePair;
  /** Whether its pair has others that day that are not told apart. */
  readonly more: boolean;
}

/** What summaries of days tell of the records of these problems. */
export function failedRecords(
  summaries: readonly Pick<DaySummary, 'records'>[],
  inReach: ReadonlyMap<string, ProblemInReach>,
  { horizon }: CurrentView,
): VisibleRecord[] {
  const pairs = new Map<string, VisiblePair>();
  for (const { id, counts } of inReach.values())
    for (const { pairId, facts } of counts)
      pairs.set(pairId, { problemId: id, pairId, facts, stopsRuns: stopsRuns(facts.cause) });
  const failed: VisibleRecord[] = [];
  for (const { records } of summaries)
    for (const [key, { records: ofDay, more }] of records) {
      const { pairId, epoch } = countKeyParts(key);
      const pair = pairs.get(pairId);
      if (!pair) continue;
      const hiddenUntil = horizon.at(epoch);
      for (const [record, day] of ofDay) {
        if (day.count <= 0 || day.last <= hiddenUntil) continue;
        const isCut = day.first <= hiddenUntil;
        const failures = isCut ? day.failures.filter(({ to }) => to > hiddenUntil) : day.failures;
        failed.push({ pair, record, day, isCut, failures, more });
      }
    }
  return failed;
}

/** The records of each problem. */
export function recordsByProblem(
  failed: readonly VisibleRecord[],
  byHeartbeat: GivenUpByHeartbeat,
  view: CurrentView,
): ReadonlyMap<string, RecordsOfProblem> {
  const records = new Map<
    string,
    { ids: Set<string>; more: boolean; givenUp: Map<string, GivenUp>; triedAgain: number }
  >();
  // By pair, since thousands of records share one.
  for (const [{ problemId }, ofPair] of Map.groupBy(failed, ({ pair }) => pair)) {
    const own = records.get(problemId) ?? {
      ids: new Set<string>(),
      more: false,
      givenUp: new Map(),
      triedAgain: 0,
    };
    records.set(problemId, own);
    for (const { record, more } of ofPair) {
      own.ids.add(record);
      own.more ||= more;
    }
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

/** Records of a problem that wait for somebody: those that nobody set aside. */
export function waitingOf(id: string, { ids }: RecordsOfProblem, view: CurrentView): ReadonlySet<string> {
  if (view.recordDecisions.size === 0) return ids;
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
