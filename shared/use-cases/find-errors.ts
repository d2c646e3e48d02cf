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
import { type CurrentView, currentView, type ViewPorts } from './current-view.ts';

export interface FindErrorsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'read' | 'summary'>;
}

/** An entry with its status. */
export interface ListedEntry {
  readonly entry: ErrorEntry;
  readonly status: EntryStatus;
}

/** A page of entries, newest first; no `next` when there are no more. */
export interface ErrorPage {
  readonly entries: readonly ListedEntry[];
  readonly next: Position | undefined;
}

/** Storage calls of one page; a page that needs more ends early. */
export const maxCallsPerPage = 10;

/** Entries read at a time when storage cannot apply the whole filter. */
const entriesPerLook = 300;
/** Characters of record ids in a storage query. Its address holds each id twice, encoded to up to nine times its length. */
const maxAsked = 300;
/** Gaps of up to this many hours are read through; skipping one costs a storage call. */
const maxHoursBridged = 3;

/** One page of entries that match a filter, from `from` on. */
export async function findErrors(
  ports: FindErrorsPorts,
  filter: ErrorFilter,
  from: Position | undefined,
  pageSize: number,
): Promise<ErrorPage> {
  return new PageSearch(ports.errorLog, filter, await currentView(ports), pageSize).page(from);
}

/** Goes through days and hours, newest first, until the page is full or its storage calls are used up. */
class PageSearch {
  readonly #errorLog: FindErrorsPorts['errorLog'];
  readonly #filter: ErrorFilter;
  readonly #view: CurrentView;
  readonly #pageSize: number;
  readonly #found: ListedEntry[] = [];
  #callsLeft = maxCallsPerPage;

  constructor(
    errorLog: FindErrorsPorts['errorLog'],
    filter: ErrorFilter,
    view: CurrentView,
    pageSize: number,
  ) {
    this.#errorLog = errorLog;
    this.#filter = filter;
    this.#view = view;
    this.#pageSize = pageSize;
  }

  async page(from: Position | undefined): Promise<ErrorPage> {
    const { since, until } = this.#filter;
    const oldest = Math.max(this.#view.horizon + 1, since?.getTime() ?? 0);
    const latest = this.#view.now.getTime() + futureToleranceMs;
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
    return { entries: this.#found.slice(0, this.#pageSize), next };
  }

  /** The counts of a day, where they help and few calls can read them all. */
  async #countsOf(day: string): Promise<ProblemCounts | undefined | 'out of calls'> {
    if (!usesCounts(this.#filter)) return undefined;
    // Keep one call for reading, so that every page makes progress.
    if (this.#callsLeft < 2) return 'out of calls';
    const summary = await this.#errorLog.summary(day, Math.min(4, this.#callsLeft - 1));
    this.#callsLeft -= summary.calls;
    return summary.complete ? summary.counts : undefined;
  }

  /** The parts of a day that may hold matching entries, newest first, with the problems to look for. */
  #stretches(whole: Stretch, counts: ProblemCounts): { stretch: Stretch; problems: readonly string[] }[] {
    const problems: string[] = [];
    const hours = new Set<number>();
    for (const [id, day] of counts) {
      if (!filterMatchesProblem(this.#filter, id, day.traits)) continue;
      const decision = this.#view.decisions.get(id);
      const fitting = [...day.hours].filter(
        ([, hour]) => hour.count > 0 && mayHaveStatus(this.#filter.status, decision, hour, this.#view.now),
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

  /** Collects from one stretch. Gives where the next page begins, when this page is full or its calls are used up. */
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
      const wanted = this.#pageSize + 1 - this.#found.length;
      const page = await this.#errorLog.read({
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

  /** Adds an entry if it matches. Gives where the next page begins, when the page was full already. */
  #take(entry: ErrorEntry): Position | undefined {
    const decision = this.#view.decisions.get(entry.problemId);
    if (!filterMatchesEntry(this.#filter, entry, decision, this.#view.now)) return undefined;
    const last = this.#found.at(-1)?.entry;
    if (last && this.#found.length === this.#pageSize)
      return { time: last.report.occurredAt.getTime(), afterId: last.id };
    this.#found.push({
      entry,
      status: entryStatus(decision, entry.report.occurredAt.getTime(), this.#view.now),
    });
    return undefined;
  }
}

/** Hours of a day joined into runs across small gaps, latest first. */
function hourRuns(hours: ReadonlySet<number>): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const hour of [...hours].sort((one, other) => other - one)) {
    const run = runs.at(-1);
    if (run && run.first - hour <= maxHoursBridged) run.first = hour;
    else runs.push({ first: hour, last: hour });
  }
  return runs;
}
