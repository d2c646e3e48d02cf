import type { ErrorLog } from '../domain/ports/error-log.ts';
import { type Decision, entryStatus } from '../domain/problems/decision.ts';
import type { DayCounts, HourCount } from '../domain/problems/pair-counts.ts';
import { filterMatchesPair, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { dayOf, hourMs } from '../domain/reports/days.ts';
import type { CurrentView } from './current-view.ts';
import type { CountInReach, ProblemInReach } from './problems-in-reach.ts';

/** How much a clean-up deletes. */
export interface SelectionCount {
  readonly deleted: number;
  /** How many of the deleted entries belong to problems that nobody resolved. */
  readonly stillOpen: number;
}

/**
 * Hours counted from their entries because a problem was resolved within them. In further ones all entries count as
 * open.
 */
const maxHoursCounted = 20;

/** Counts the visible entries that a filter selects and that occurred at or before `cutoff` (ms since 1970). */
export async function countSelection(
  errorLog: Pick<ErrorLog, 'count'>,
  reach: ReadonlyMap<string, ProblemInReach>,
  filter: ProblemFilter,
  cutoff: number,
  { decisions, now, horizon }: Pick<CurrentView, 'decisions' | 'now' | 'horizon'>,
): Promise<SelectionCount> {
  const selected = [...reach.values()].flatMap(({ id, counts }) =>
    counts
      .filter(({ pairId, facts }) => filterMatchesPair(filter, pairId, facts))
      .map((count) => ({ count, decision: decisions.get(id) })),
  );
  const cutHour = Math.floor(cutoff / hourMs) * hourMs;
  const isCut = selected.some(({ count }) => (count.hours.get(cutHour)?.last ?? -Infinity) > cutoff);
  // Count the entries after the cut-off: there are few when it is now, however full the hour.
  const newer: DayCounts = isCut
    ? await errorLog.count({ day: dayOf(cutHour), newest: cutHour + hourMs - 1, oldest: cutoff + 1 })
    : new Map();
  const counting = new StillOpenCount(errorLog, cutoff, now);
  let deleted = 0;
  let stillOpen = 0;
  for (const { count, decision } of selected)
    for (const [at, hour] of count.hours) {
      if (at > cutoff || horizon.at(count.epoch) >= cutoff) continue;
      const kept = at === cutHour ? sumOf(newer, count) : 0;
      const taken = hour.count - kept;
      deleted += taken;
      const open = counting.of(count, decision, at, hour, taken);
      // Waiting for nothing some ten thousand times takes milliseconds.
      stillOpen += typeof open === 'number' ? open : await open;
    }
  return { deleted, stillOpen };
}

/** Counts the deleted entries of an hour that are still open. */
class StillOpenCount {
  readonly #errorLog: Pick<ErrorLog, 'count'>;
  readonly #cutoff: number;
  readonly #now: Date;
  #hoursLeft = maxHoursCounted;

  constructor(errorLog: Pick<ErrorLog, 'count'>, cutoff: number, now: Date) {
    this.#errorLog = errorLog;
    this.#cutoff = cutoff;
    this.#now = now;
  }

  /** A number where the counts tell it. */
  of(
    counted: CountInReach,
    decision: Decision | undefined,
    at: number,
    hour: HourCount,
    taken: number,
  ): number | Promise<number> {
    const isOpen = (time: number) => entryStatus(decision, time, this.#now) === 'open';
    // Removed entries may widen the hour's times: then its entries are counted, which is exact too.
    const last = Math.min(hour.last, this.#cutoff);
    if (isOpen(hour.first)) return taken;
    if (!isOpen(last) || taken === 0) return 0;
    // The problem was resolved within this hour and seen again: count the entries after it.
    if (this.#hoursLeft-- <= 0 || !decision?.resolvedAt) return taken;
    const stretch = { day: dayOf(at), newest: last, oldest: decision.resolvedAt.getTime() + 1 };
    return this.#errorLog.count(stretch).then((counts) => sumOf(counts, counted));
  }
}

function sumOf(counts: DayCounts, { key }: CountInReach): number {
  let sum = 0;
  for (const { count } of counts.get(key)?.hours.values() ?? []) sum += count;
  return sum;
}
