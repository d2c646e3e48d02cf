import type { GivenUpByHeartbeat } from '../heartbeats/mapping-given-up.ts';
import { type FailedRecord, FailedRuns } from './failed-runs.ts';
import { joinFailures, rowBegin } from './failures.ts';

/** How sure it is that a record is given up. */
export const givenUpStatuses = ['likely', 'confirmed'] as const;

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
  let runs: FailedRuns | undefined;
  const givenUp: GivenUp[] = [];
  const triedAgain: TriedAgain[] = [];
  for (const own of byRecordAndDirection(failed)) {
    const failures = joinFailures(own.flatMap((one) => one.failures));
    const last = failures.at(-1);
    const row = failures.slice(rowBegin(failures) + 1);
    if (!last || row.length === 0) continue;
    const where = own.find((one) => one.failures.some(({ to }) => to === last.to));
    if (!where) continue;
    const { pair, record } = where;
    const { pairId, facts } = pair;
    // Trying again does not make Business Central forget: one more failure with the same text is enough.
    const noneAt = byHeartbeat(facts)?.noneAt ?? -Infinity;
    const second = row.find(({ to }) => to > noneAt);
    if (!second) {
      triedAgain.push({ record, pairId });
      continue;
    }
    runs ??= new FailedRuns(failed);
    const status = runs.hasLater(pair, record, last) ? 'confirmed' : 'likely';
    givenUp.push({ record, direction: facts.direction, pairId, status, since: second.to });
  }
  return { givenUp, triedAgain };
}

/** Records with all their failures, each direction by itself. */
function byRecordAndDirection(failed: readonly FailedRecord[]): FailedRecord[][] {
  const byDirection = Map.groupBy(failed, ({ pair }) => pair.facts.direction);
  return [...byDirection.values()].flatMap((own) => [...Map.groupBy(own, ({ record }) => record).values()]);
}
