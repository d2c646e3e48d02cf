import { horizonAt } from '../domain/cleanups/horizon.ts';
import type { Desk, DeskState } from '../domain/ports/desk.ts';
import { type ErrorLog, maxConditions, type Position, type Stretch } from '../domain/ports/error-log.ts';
import { type EntryStatus, entryStatus } from '../domain/problems/decision.ts';
import type { ProblemCounts } from '../domain/problems/problem-counts.ts';
import { filterMatchesProblem } from '../domain/problems/problem-filter.ts';
import { daysBack, endOfDay, hourMs, startOfDay } from '../domain/reports/days.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import {
  type ErrorFilter,
  filterMatchesEntry,
  mayHaveStatus,
  usesCounts,
} from '../domain/reports/error-filter.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';

/** What listing needs. */
export interface FindErrorsPorts {
  readonly errorLog: Pick<ErrorLog, 'read' | 'summary'>;
  readonly desk: Pick<Desk, 'state'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/** An entry as readers see it. */
export interface ListedEntry {
  readonly entry: ErrorEntry;
  readonly status: EntryStatus;
}

/** A page of entries, newest first; `next` where there may be more. */
export interface ErrorPage {
  readonly entries: readonly ListedEntry[];
  readonly next: Position | undefined;
}

/** Storage calls of one page; what is not found by then is on the next page. */
export const maxCallsPerPage = 10;

/** Entries read at a time where each has to be looked at here. */
const entriesPerLook = 300;
/** Characters of record ids that storage is asked for: they go into an address, each twice and up to nine times as long. */
const maxAsked = 300;
/** Hours between two stretches of one day that are not worth a storage call of their own. */
const hoursWorthSkipping = 3;

/** One page of entries that a filter takes, from `from` on. */
export async function findErrors(
  ports: FindErrorsPorts,
  filter: ErrorFilter,
  from: Position | undefined,
  most: number,
): Promise<ErrorPage> {
  return new Walk(ports, filter, await ports.desk.state(), most).page(from);
}

/** The way through days and hours, newest first, that collects one page. */
class Walk {
  readonly #ports: FindErrorsPorts;
  readonly #filter: ErrorFilter;
  readonly #state: DeskState;
  readonly #most: number;
  readonly #now: Date;
  readonly #found: ListedEntry[] = [];
  #callsLeft = maxCallsPerPage;

  constructor(ports: FindErrorsPorts, filter: ErrorFilter, state: DeskState, most: number) {
    this.#ports = ports;
    this.#filter = filter;
    this.#state = state;
    this.#most = most;
    this.#now = ports.now();
  }

  async page(from: Position | undefined): Promise<ErrorPage> {
    const { since, until } = this.#filter;
    const horizon = horizonAt(this.#now, this.#ports.retentionDays, this.#state.cleanups);
    const oldest = Math.max(horizon + 1, since?.getTime() ?? 0);
    const latest = this.#now.getTime() + futureToleranceMs;
    const newest = Math.min(latest, until ? until.getTime() - 1 : latest, from?.time ?? latest);
    for (const day of daysBack(newest, oldest)) {
      const whole = {
        day,
        newest: Math.min(newest, endOfDay(day)),
        oldest: Math.max(oldest, startOfDay(day)),
      };
      const counts = await this.#countsOf(day);
      if (counts === 'out of calls') return this.#end({ time: whole.newest });
      for (const { stretch, problems } of counts
        ? this.#stretches(whole, counts)
        : [{ stretch: whole, problems: undefined }]) {
        const start = from && from.time === stretch.newest ? from : undefined;
        const stop = await this.#read(stretch, problems, start);
        if (stop) return this.#end(stop);
      }
    }
    return this.#end(undefined);
  }

  #end(next: Position | undefined): ErrorPage {
    return { entries: this.#found.slice(0, this.#most), next };
  }

  /** The day's counts where they help and can be had with few calls. */
  async #countsOf(day: string): Promise<ProblemCounts | undefined | 'out of calls'> {
    if (!usesCounts(this.#filter)) return undefined;
    // At least one call is kept for reading, so that every page gets on.
    if (this.#callsLeft < 2) return 'out of calls';
    const summary = await this.#ports.errorLog.summary(day, Math.min(4, this.#callsLeft - 1));
    this.#callsLeft -= summary.calls;
    return summary.complete ? summary.counts : undefined;
  }

  /** The parts of a day that may hold something, newest first, with the problems to look for. */
  #stretches(whole: Stretch, counts: ProblemCounts): { stretch: Stretch; problems: readonly string[] }[] {
    const problems: string[] = [];
    const hours = new Set<number>();
    for (const [id, day] of counts) {
      if (!filterMatchesProblem(this.#filter, id, day.traits)) continue;
      const decision = this.#state.decisions.get(id);
      const fitting = [...day.hours].filter(
        ([, hour]) => hour.count > 0 && mayHaveStatus(this.#filter.status, decision, hour, this.#now),
      );
      if (fitting.length > 0) problems.push(id);
      for (const [hour] of fitting) hours.add(hour);
    }
    return hourRuns(hours)
      .map(({ first, last }) => ({
        day: whole.day,
        newest: Math.min(whole.newest, startOfDay(whole.day) + (last + 1) * hourMs - 1),
        oldest: Math.max(whole.oldest, startOfDay(whole.day) + first * hourMs),
      }))
      .filter((stretch) => stretch.newest >= stretch.oldest)
      .map((stretch) => ({ stretch, problems }));
  }

  /** Collects from one stretch; tells where to go on when the page is full or the calls are used up. */
  async #read(
    stretch: Stretch,
    problems: readonly string[] | undefined,
    from: Position | undefined,
  ): Promise<Position | undefined> {
    const { record, q, status } = this.#filter;
    const records = record && record.length <= 3 && record.join().length <= maxAsked ? record : undefined;
    const conditionsLeft = maxConditions - 2 * (records?.length ?? 0);
    const asked = problems && problems.length <= conditionsLeft ? problems : undefined;
    const problemsExact = problems ? asked !== undefined : !usesCounts(this.#filter);
    const isExact = q === undefined && status === undefined && records === record && problemsExact;
    let at: Position | undefined = from;
    do {
      if (this.#callsLeft < 1) return at ?? { time: stretch.newest };
      this.#callsLeft--;
      const wanted = this.#most + 1 - this.#found.length;
      const page = await this.#ports.errorLog.read({
        stretch,
        from: at,
        problems: asked,
        records,
        most: isExact ? wanted : Math.max(wanted, entriesPerLook),
      });
      for (const entry of page.entries) {
        const full = this.#take(entry);
        if (full) return full;
      }
      at = page.next;
    } while (at);
    return undefined;
  }

  /** Takes an entry that fits; with one more than the page holds, tells where the next page begins. */
  #take(entry: ErrorEntry): Position | undefined {
    const decision = this.#state.decisions.get(entry.problemId);
    if (!filterMatchesEntry(this.#filter, entry, decision, this.#now)) return undefined;
    const last = this.#found.at(-1)?.entry;
    if (last && this.#found.length === this.#most)
      return { time: last.report.occurredAt.getTime(), afterId: last.id };
    this.#found.push({ entry, status: entryStatus(decision, entry.report.occurredAt.getTime(), this.#now) });
    return undefined;
  }
}

/** Hours of a day as runs, latest first; small gaps are bridged. */
function hourRuns(hours: ReadonlySet<number>): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const hour of [...hours].sort((one, other) => other - one)) {
    const run = runs.at(-1);
    if (run && run.first - hour <= hoursWorthSkipping) run.first = hour;
    else runs.push({ first: hour, last: hour });
  }
  return runs;
}
