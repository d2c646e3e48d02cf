import { stopsRuns } from '../domain/diagnosis/causes.ts';
import type { ProblemView } from '../domain/problems/problem-view.ts';
import { dayMs, hourMs } from '../domain/reports/days.ts';
import type { KnownProblem } from './known-problems.ts';

/** By what problems can be ordered: the largest, or the latest, first. */
export const problemOrders = ['impact', 'count', 'firstSeenAt', 'lastSeenAt'] as const;
/** One of the orders. */
export type ProblemOrder = (typeof problemOrders)[number];

/** What a problem is ordered by: numbers, the largest first, then its id, ascending. */
export interface OrderKey {
  readonly values: readonly number[];
  readonly id: string;
}

/** The key of a problem in an order. */
export function orderKeyOf(known: KnownProblem, view: ProblemView, order: ProblemOrder, now: Date): OrderKey {
  const { id } = known;
  const lastSeenAt = view.lastSeenAt ?? 0;
  if (order === 'count') return { id, values: [view.count] };
  if (order === 'firstSeenAt') return { id, values: [view.firstSeenAt ?? 0] };
  if (order === 'lastSeenAt') return { id, values: [lastSeenAt] };
  const recent = recentCount(known, now);
  // What stops whole runs comes first while it does.
  const isRecent = lastSeenAt > now.getTime() - dayMs;
  const stops = stopsRuns(known.traits.cause) && isRecent ? 1 : 0;
  return { id, values: [stops, known.impact, recent, lastSeenAt] };
}

/** Errors in the running hour and the 23 before it. */
function recentCount({ counts }: KnownProblem, now: Date): number {
  const from = (Math.floor(now.getTime() / hourMs) - 23) * hourMs;
  let sum = 0;
  for (const { hours } of counts) for (const [at, { count }] of hours) if (at >= from) sum += count;
  return sum;
}

/** Compares two keys: negative where the first comes first. */
export function compareKeys(one: OrderKey, other: OrderKey): number {
  for (const [index, value] of one.values.entries()) {
    const difference = (other.values[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
