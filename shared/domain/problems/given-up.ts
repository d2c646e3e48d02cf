import type { GivenUpByHeartbeat } from '../heartbeats/mapping-given-up.ts';
import type { PairFacts } from './problem.ts';
import { type Failure, joinFailures, rowBegin } from './record-failures.ts';

/** How sure it is that a record is given up. */
export const givenUpStatuses = ['likely', 'confirmed'] as const;

/** A record that failed in one pair of problem and place, with the failures that readers see. */
export interface FailedRecord {
  readonly pairId: string;
  readonly record: string;
  readonly facts: Pick<PairFacts, 'environment' | 'company' | 'mapping' | 'direction'>;
  /** Whether the cause of the pair stops whole runs, so that its failures do not show a run at work. */
  readonly stopsRuns: boolean;
  readonly failures: readonly Failure[];
}

/** A record that Business Central does not try any more, as far as its failures tell. */
export interface GivenUp {
  readonly record: string;
  readonly direction: string;
  /** The pair of its last failure: it counts for that problem. */
  readonly pairId: string;
  /** `confirmed`: a later run of the same mapping failed for others, but not for this one. */
  readonly status: (typeof givenUpStatuses)[number];
  /** The second failure of the unbroken row, or the first one in it after a heartbeat said that none is given up; ms since 1970. */
  readonly since: number;
}

/** Without job ids, a failure is of a later run when it is more than this behind, ms. */
const sameRunMs = 10 * 60_000;

/** A record that was given up until a heartbeat said that its mapping has none. */
export type TriedAgain = Pick<GivenUp, 'record' | 'pairId'>;

/**
 * The records that Business Central gave up, by its own rule: the last two runs of one direction failed with the same
 * first 250 characters. Failures of all problems count, since the rule does not ask for the cause. A heartbeat that
 * says of a mapping that none is given up ends what was given up before.
 */
export function givenUpRecords(
  failed: readonly FailedRecord[],
  byHeartbeat: GivenUpByHeartbeat,
): { readonly givenUp: GivenUp[]; readonly triedAgain: TriedAgain[] } {
  const runs = runsByPlace(failed);
  const byRecord = Map.groupBy(failed, ({ record, facts }) => `${record} ${facts.direction}`);
  const givenUp: GivenUp[] = [];
  const triedAgain: TriedAgain[] = [];
  for (const own of byRecord.values()) {
    const failures = joinFailures(own.flatMap((one) => one.failures));
    const last = failures.at(-1);
    const row = failures.slice(rowBegin(failures) + 1);
    if (!last || row.length === 0) continue;
    const where = own.find((one) => one.failures.some(({ to }) => to === last.to));
    if (!where) continue;
    const { pairId, record, facts } = where;
    // Trying again does not make Business Central forget: one more failure with the same text is enough.
    const noneAt = byHeartbeat(facts)?.noneAt ?? -Infinity;
    const second = row.find(({ to }) => to > noneAt);
    if (!second) {
      triedAgain.push({ record, pairId });
      continue;
    }
    const isConfirmed = hasLaterRun(runs.get(placeKey(facts)) ?? [], record, last);
    const status = isConfirmed ? 'confirmed' : 'likely';
    givenUp.push({ record, direction: facts.direction, pairId, status, since: second.to });
  }
  return { givenUp, triedAgain };
}

/** When a record failed, ms since 1970. */
interface RecordFailure {
  readonly record: string;
  readonly at: number;
}

/** A run that failed for one record or more: the newest failure, and the newest of another record. */
interface Run {
  readonly job: string;
  readonly newest: RecordFailure;
  readonly other: RecordFailure | undefined;
}

function placeKey({ environment, company, mapping, direction }: FailedRecord['facts']): string {
  return JSON.stringify([environment, company, mapping, direction]);
}

/** The runs of each place in which some record failed for its own sake, newest first. */
function runsByPlace(failed: readonly FailedRecord[]): ReadonlyMap<string, readonly Run[]> {
  const places = new Map<string, Map<string, Run>>();
  // Thousands of records share the facts of their pair.
  const byFacts = Map.groupBy(
    failed.filter(({ stopsRuns }) => !stopsRuns),
    ({ facts }) => facts,
  );
  for (const [facts, own] of byFacts) {
    const place = placeKey(facts);
    const runs = places.get(place) ?? new Map<string, Run>();
    places.set(place, runs);
    for (const { record, failures } of own)
      for (const { job, from } of failures) {
        // Failures without a job are runs of their own.
        const key = job || `${from}`;
        runs.set(key, withFailure(runs.get(key), job, { record, at: from }));
      }
  }
  const newestFirst = (runs: ReadonlyMap<string, Run>) =>
    [...runs.values()].sort((one, other) => other.newest.at - one.newest.at);
  return new Map([...places].map(([place, runs]) => [place, newestFirst(runs)]));
}

function withFailure(run: Run | undefined, job: string, failure: RecordFailure): Run {
  if (!run) return { job, newest: failure, other: undefined };
  const { newest, other } = run;
  const isNewest = failure.at > newest.at;
  if (failure.record === newest.record) return isNewest ? { ...run, newest: failure } : run;
  if (isNewest) return { job, newest: failure, other: newest };
  return other && other.at >= failure.at ? run : { ...run, other: failure };
}

/** Whether a run after a record's last failure failed for others: silence about the record means that it is skipped. */
function hasLaterRun(runs: readonly Run[], record: string, last: Failure): boolean {
  for (const { job, newest, other } of runs) {
    if (newest.at <= last.to) return false;
    const failure = newest.record === record ? other : newest;
    if (!failure) continue;
    const isLater =
      job && last.job ? job !== last.job && failure.at > last.to : failure.at - last.to > sameRunMs;
    if (isLater) return true;
  }
  return false;
}
