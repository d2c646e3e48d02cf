import type { DaySummary, ErrorLog, Position, Stretch } from '../domain/ports/error-log.ts';
import type { EntryStatus } from '../domain/problems/decision.ts';
import { countKeyParts } from '../domain/problems/pair-counts.ts';
import { problemIdOf } from '../domain/problems/problem.ts';
import { filterMatchesPair } from '../domain/problems/problem-filter.ts';
import { daysBack, endOfDay, hourMs, startOfDay } from '../domain/reports/days.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import {
  type ErrorFilter,
  filterMatchesEntry,
  mayHaveStatus,
  searchedLength,
  usesCounts,
} from '../domain/reports/error-filter.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';
import { type CurrentView, currentView, statusOfEntry, type ViewPorts } from './current-view.ts';

export interface FindErrorsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'read' | 'summary' | 'applies'>;
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
export const maxCallsPerPage = 18;

/** Storage calls to read the counts of a day; where it takes more, its entries are read without them. */
const maxCallsPerSummary = 4;
/** Entries read at a time when storage cannot apply the whole filter. */
const entriesPerLook = 1000;
/** Characters that one page searches; a page that needs more ends early. */
const maxSearchedCharacters = 2_000_000;
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
  #charactersLeft = maxSearchedCharacters;
  /** Counts of the next day, on their way while the entries of this one are read. */
  #ahead: { readonly day: string; readonly summary: Promise<DaySummary> } | undefined;

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
    const oldest = Math.max(this.#view.horizon.retention + 1, since?.getTime() ?? 0);
    const latest = this.#view.now.getTime() + futureToleranceMs;
    const newest = Math.min(latest, until ? until.getTime() - 1 : latest, from?.time ?? latest);
    const days = daysBack(newest, oldest);
    for (const [index, day] of days.entries()) {
      const whole = {
        day,
        newest: Math.min(newest, endOfDay(day)),
        oldest: Math.max(oldest, startOfDay(day)),
      };
      const summary = await this.#summaryOf(day);
      if (summary === 'out of calls') return this.#end({ time: whole.newest });
      const { hours, most } = summary ? this.#matchesIn(summary) : {};
      if (most !== undefined && most <= this.#room()) this.#askAhead(days[index + 1]);
      for (const part of this.#view.horizon.visibleParts(whole.newest, whole.oldest))
        for (const stretch of this.#stretches({ day, ...part }, hours)) {
          const start = from && from.time === stretch.newest ? from : undefined;
          const stop = await this.#read(stretch, part.epochFrom, start);
          if (stop) return this.#end(stop);
        }
    }
    return this.#end(undefined);
  }

  #end(next: Position | undefined): ErrorPage {
    return { entries: this.#found.slice(0, this.#pageSize), next };
  }

  /** The counts of a day, where they help and few calls can read them all. */
  async #summaryOf(day: string): Promise<DaySummary | undefined | 'out of calls'> {
    if (!usesCounts(this.#filter)) return undefined;
    if (this.#ahead?.day === day) {
      const summary = await this.#ahead.summary;
      this.#ahead = undefined;
      this.#callsLeft += maxCallsPerSummary - summary.calls;
      return summary.complete ? summary : undefined;
    }
    // Keep one call for reading, so that every page makes progress.
    if (this.#callsLeft < 2) return 'out of calls';
    const maxCalls = Math.min(maxCallsPerSummary, this.#callsLeft - 1);
    const summary = await this.#errorLog.summary(day, maxCalls);
    this.#callsLeft -= summary.calls;
    return summary.complete ? summary : undefined;
  }

  /** Entries that the page still takes. */
  #room(): number {
    return this.#pageSize - this.#found.length;
  }

  /** Asks for the counts of a day that will be needed, if reading has calls enough without it. */
  #askAhead(day: string | undefined): void {
    if (day === undefined || this.#callsLeft < maxCallsPerSummary + 2) return;
    this.#callsLeft -= maxCallsPerSummary;
    const summary = this.#errorLog.summary(day, maxCallsPerSummary);
    // It fails when its day is due; a page that ends before needs it no more.
    summary.catch(() => undefined);
    this.#ahead = { day, summary };
  }

  /** The hours of a day (0-23) that may hold matching entries, and how many they may hold. */
  #matchesIn({ facts, counts }: DaySummary): { readonly hours: ReadonlySet<number>; readonly most: number } {
    const { decisions, recordDecisions, now } = this.#view;
    const decidedAlone = new Set([...recordDecisions.values()].map(({ problemId }) => problemId));
    const hours = new Set<number>();
    let most = 0;
    for (const [key, day] of counts) {
      const { pairId } = countKeyParts(key);
      const pair = facts.get(pairId);
      if (pair && !filterMatchesPair(this.#filter, pairId, pair)) continue;
      const problemId = problemIdOf(pairId);
      const decision = decisions.get(problemId);
      // What was decided on a record alone shows in its entries only.
      const hasOwn = decidedAlone.has(problemId);
      for (const [hour, count] of day.hours)
        if (count.count > 0 && (hasOwn || mayHaveStatus(this.#filter.status, decision, count, now))) {
          hours.add(hour);
          most += count.count;
        }
    }
    return { hours, most };
  }

  /** The parts of a stretch to read, newest first: all hours in one where storage leaves out what does not match. */
  #stretches(whole: Stretch, hours: ReadonlySet<number> | undefined): Stretch[] {
    if (!hours) return [whole];
    const bridged = this.#storageApplies() ? 24 : maxHoursBridged;
    return hourRuns(hours, bridged)
      .map(({ first, last }) => ({
        day: whole.day,
        newest: Math.min(whole.newest, startOfDay(whole.day) + (last + 1) * hourMs - 1),
        oldest: Math.max(whole.oldest, startOfDay(whole.day) + first * hourMs),
      }))
      .filter((stretch) => stretch.newest >= stretch.oldest);
  }

  /** Whether storage applies the whole filter. */
  #storageApplies(): boolean {
    const { q, status } = this.#filter;
    return q === undefined && status === undefined && this.#errorLog.applies(this.#filter);
  }

  /** Collects from one stretch. Gives where the next page begins, when this page is full or its calls are used up. */
  async #read(
    stretch: Stretch,
    epochFrom: string | undefined,
    from: Position | undefined,
  ): Promise<Position | undefined> {
    let at: Position | undefined = from;
    do {
      if (this.#callsLeft < 1) return at ?? { time: stretch.newest };
      this.#callsLeft--;
      const wanted = this.#pageSize + 1 - this.#found.length;
      const most = this.#storageApplies() ? wanted : Math.max(wanted, entriesPerLook);
      const page = await this.#errorLog.read({ stretch, from: at, epochFrom, filter: this.#filter, most });
      for (const entry of page.entries) {
        const full = this.#take(entry);
        if (full) return full;
      }
      at = page.next;
    } while (at);
    return undefined;
  }

  /** Adds an entry if it matches. Gives where the next page begins, when this one is full or has searched enough. */
  #take(entry: ErrorEntry): Position | undefined {
    const time = entry.report.occurredAt.getTime();
    if (this.#filter.q !== undefined) this.#charactersLeft -= searchedLength(entry);
    const status = statusOfEntry(entry, this.#view);
    if (!this.#view.horizon.hides(time, entry.epoch) && filterMatchesEntry(this.#filter, entry, status)) {
      const last = this.#found.at(-1)?.entry;
      if (last && this.#found.length === this.#pageSize)
        return { time: last.report.occurredAt.getTime(), afterId: last.id };
      this.#found.push({ entry, status });
    }
    return this.#charactersLeft > 0 ? undefined : { time, afterId: entry.id };
  }
}

/** Hours of a day joined into runs across gaps of up to `bridged` hours, latest first. */
function hourRuns(hours: ReadonlySet<number>, bridged: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const hour of [...hours].sort((one, other) => other - one)) {
    const run = runs.at(-1);
    if (run && run.first - hour <= bridged) run.first = hour;
    else runs.push({ first: hour, last: hour });
  }
  return runs;
}
