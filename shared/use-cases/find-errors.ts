import type { ErrorLog, Position, Stretch } from '../domain/ports/error-log.ts';
import { daysBack, endOfDay, startOfDay } from '../domain/reports/days.ts';
import { type ErrorFilter, usesCounts } from '../domain/reports/error-filter.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';
import { type CallsLeft, CountsAhead } from './counts-ahead.ts';
import { type CurrentView, currentView, type ViewPorts } from './current-view.ts';
import { matchingHours, stretchesOf } from './matching-hours.ts';
import { type ListedEntry, PageEntries } from './page-entries.ts';
import { type DueStretch, StretchReader } from './stretch-reader.ts';

export interface FindErrorsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'read' | 'search' | 'summary' | 'applies'>;
}

/** A page of entries, newest first; no `next` when there are no more. */
export interface ErrorPage {
  readonly entries: readonly ListedEntry[];
  readonly next: Position | undefined;
}

/** Storage calls of one page; a page that needs more ends early. */
export const maxCallsPerPage = 18;

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

/**
 * Goes through days and hours, newest first, until the page is full or its storage calls are used up. Where storage
 * applies the whole filter, the days that their counts show to be needed are read side by side.
 */
class PageSearch {
  readonly #filter: ErrorFilter;
  readonly #view: CurrentView;
  readonly #entries: PageEntries;
  readonly #counts: CountsAhead;
  readonly #reader: StretchReader;
  /** Newest first. */
  #due: DueStretch[] = [];
  /** How many entries the due stretches may hold. */
  #mostDue = 0;
  #daysCounted = 0;
  /** How many entries the days counted so far may hold. */
  #mostCounted = 0;

  constructor(
    errorLog: FindErrorsPorts['errorLog'],
    filter: ErrorFilter,
    view: CurrentView,
    pageSize: number,
  ) {
    const calls: CallsLeft = { left: maxCallsPerPage };
    this.#filter = filter;
    this.#view = view;
    this.#entries = new PageEntries(filter, view, pageSize);
    this.#counts = new CountsAhead(errorLog, calls);
    this.#reader = new StretchReader(errorLog, filter, this.#entries, calls);
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
      const hours = await this.#hoursOf(day);
      if (hours === 'out of calls') return this.#end((await this.#readDue()) ?? { time: whole.newest });
      this.#addDue(whole, hours, from);
      this.#askAhead(days.slice(index + 1));
      if (this.#reader.storageApplies && this.#isNextNeeded() && this.#counts.isAsked(days[index + 1]))
        continue;
      const stop = await this.#readDue();
      if (stop) return this.#end(stop);
    }
    return this.#end(undefined);
  }

  #end(next: Position | undefined): ErrorPage {
    return { entries: this.#entries.listed, next };
  }

  /** The hours of a day that may hold matching entries, where counts help and few calls can read them all. */
  async #hoursOf(day: string): Promise<ReadonlySet<number> | undefined | 'out of calls'> {
    const summary = usesCounts(this.#filter) ? await this.#counts.of(day) : undefined;
    if (summary === 'out of calls') return summary;
    if (!summary) {
      this.#mostDue = Infinity;
      return undefined;
    }
    const { hours, most } = matchingHours(summary, this.#filter, this.#view);
    this.#daysCounted++;
    this.#mostCounted += most;
    this.#mostDue += most;
    return hours;
  }

  /** Whether all that is due leaves room on the page. */
  #isNextNeeded(): boolean {
    return this.#mostDue <= this.#entries.room;
  }

  /** Adds a day, or its hours if they are known; what is needed in any case is read from now on. */
  #addDue(whole: Stretch, hours: ReadonlySet<number> | undefined, from: Position | undefined): void {
    const bridged = this.#reader.storageApplies ? 24 : maxHoursBridged;
    const own = this.#view.horizon
      .visibleParts(whole.newest, whole.oldest)
      .flatMap(({ epochFrom, ...part }) => {
        const stretch = { day: whole.day, ...part };
        return (hours ? stretchesOf(stretch, hours, bridged) : [stretch]).map((one): DueStretch => {
          const start = from && from.time === one.newest ? from : undefined;
          return { stretch: one, epochFrom, from: start, first: undefined };
        });
      });
    this.#due.push(...own);
    if (!this.#reader.storageApplies) return;
    // The first part of a day is needed, the others only if those before it do not fill the page.
    for (const due of this.#isNextNeeded() ? own : own.slice(0, 1)) this.#reader.start(due);
  }

  /** Asks for the counts of further days if all that is due leaves room: of as many as may fill it. */
  #askAhead(days: readonly string[]): void {
    if (!this.#isNextNeeded() || this.#daysCounted === 0 || this.#counts.isAsked(days[0])) return;
    const wanted = this.#entries.room + 1 - this.#mostDue;
    const perDay = this.#mostCounted / this.#daysCounted;
    const likely = perDay > 0 ? Math.ceil(wanted / perDay) : 2 * this.#daysCounted;
    // Where storage leaves a part of the filter to us, one day may take all calls.
    this.#counts.ask(days.slice(0, this.#reader.storageApplies ? likely : 1));
  }

  /** Reads what is due. Gives where the next page begins, when this page is full or its calls are used up. */
  async #readDue(): Promise<Position | undefined> {
    for (const due of this.#due) {
      const stop = await this.#reader.read(due);
      if (stop) return stop;
    }
    this.#due = [];
    this.#mostDue = 0;
    return undefined;
  }
}
