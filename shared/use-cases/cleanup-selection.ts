import type { CountsOfStretch, ErrorLog } from '../domain/ports/error-log.ts';
import { type Decision, entryStatus } from '../domain/problems/decision.ts';
import type { HourCount } from '../domain/problems/problem-counts.ts';
import { filterMatchesProblem, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { dayOf, hourMs } from '../domain/reports/days.ts';
import type { CurrentView } from './current-view.ts';
import type { ProblemInReach } from './problems-in-reach.ts';

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

/** Counts the entries that a filter selects and that occurred at or before `cutoff` (ms since 1970). */
export async function countSelection(
  errorLog: Pick<ErrorLog, 'count'>,
  reach: ReadonlyMap<string, ProblemInReach>,
  filter: ProblemFilter,
  cutoff: number,
  { decisions, now }: Pick<CurrentView, 'decisions' | 'now'>,
): Promise<SelectionCount> {
  const cutHour = Math.floor(cutoff / hourMs) * hourMs;
  const problems = [...reach.values()].filter(({ id, traits }) => filterMatchesProblem(filter, id, traits));
  const isCut = problems.some(({ hours }) => hours.has(cutHour));
  // Count the entries after the cut-off: there are few when it is now, however full the hour.
  const newer: CountsOfStretch = isCut
    ? await errorLog.count({ day: dayOf(cutHour), newest: cutHour + hourMs - 1, oldest: cutoff + 1 })
    : new Map();
  const counting = new StillOpenCount(errorLog, cutoff, now);
  let deleted = 0;
  let stillOpen = 0;
  for (const { id, hours } of problems) {
    for (const [at, hour] of hours) {
      if (at > cutoff) continue;
      const kept = at === cutHour ? countIn(newer, id) : 0;
      const taken = hour.count - kept;
      deleted += taken;
      stillOpen += await counting.of(id, decisions.get(id), at, hour, taken);
    }
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

  async of(
    id: string,
    decision: Decision | undefined,
    at: number,
    hour: HourCount,
    taken: number,
  ): Promise<number> {
    const isOpen = (time: number) => entryStatus(decision, time, this.#now) === 'open';
    // Removed entries may widen the hour's times: then its entries are counted, which is exact too.
    const last = Math.min(hour.last, this.#cutoff);
    if (isOpen(hour.first)) return taken;
    if (!isOpen(last) || taken === 0) return 0;
    // The problem was resolved within this hour and seen again: count the entries after it.
    if (this.#hoursLeft-- <= 0 || !decision?.resolvedAt) return taken;
    const stretch = { day: dayOf(at), newest: last, oldest: decision.resolvedAt.getTime() + 1 };
    return countIn(await this.#errorLog.count(stretch), id);
  }
}

function countIn(counts: CountsOfStretch, id: string): number {
  let sum = 0;
  for (const { count } of counts.get(id)?.values() ?? []) sum += count;
  return sum;
}
