import {
  type Decision,
  decisionKey,
  type EntryStatus,
  entryStatus,
  isSetAside,
} from '../domain/problems/decision.ts';
import type { GivenUp } from '../domain/problems/given-up.ts';
import { filterMatchesPair, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import type { CurrentView } from './current-view.ts';
import type { KnownProblem } from './known-problems.ts';
import type { OrderKey } from './problem-order.ts';

/** Which records of a problem to list. */
export interface RecordFilter extends Pick<ProblemFilter, 'company' | 'mapping'> {
  readonly status?: readonly EntryStatus[] | undefined;
  readonly givenUp?: readonly GivenUp['status'][] | undefined;
}

/** A record as far as the counts tell of it. */
export interface CountedRecord {
  readonly id: string;
  readonly key: OrderKey;
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** Whether only its entries tell how many there are, and when. */
  readonly isInexact: boolean;
}

/** The records that match a filter, but for what only their entries tell. */
export function countedRecords(
  problem: KnownProblem,
  filter: RecordFilter,
  view: CurrentView,
): CountedRecord[] {
  const counted = new Map<string, CountedRecord>();
  for (const { record, pair, day, isCut } of problem.recordDays()) {
    if (!problem.records.ids.has(record) || !filterMatchesPair(filter, pair.pairId, pair.facts)) continue;
    const known = counted.get(record);
    const last = Math.max(known?.last ?? -Infinity, day.last);
    counted.set(record, {
      id: record,
      key: { id: record, values: [last] },
      count: (known?.count ?? 0) + day.count,
      first: Math.min(known?.first ?? Infinity, day.first),
      last,
      isInexact: (known?.isInexact ?? false) || isCut || day.lostEntries,
    });
  }
  return [...counted.values()].filter(({ id, last }) => {
    const { status, givenUp } = recordState(id, last, problem, view);
    if (filter.status && !filter.status.includes(status)) return false;
    return !filter.givenUp || (givenUp !== undefined && filter.givenUp.includes(givenUp.status));
  });
}

/** How a record of a problem stands. */
export interface RecordState {
  readonly decision: Decision | undefined;
  readonly status: EntryStatus;
  readonly givenUp: GivenUp | undefined;
}

/** What was decided on a record of a problem, its status, and whether it is given up. */
export function recordState(
  record: string,
  lastSeenAt: number,
  problem: KnownProblem,
  { recordDecisions, now }: CurrentView,
): RecordState {
  const decision = recordDecisions.get(decisionKey({ problemId: problem.id, record }));
  const isOwn = isSetAside(decision, now);
  const status = entryStatus(isOwn ? decision : problem.decision, lastSeenAt, now);
  return { decision, status, givenUp: problem.records.givenUp.get(record) };
}
