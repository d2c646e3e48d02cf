import type { DaySummary, ErrorLog } from '../domain/ports/error-log.ts';

/** Storage calls that a page may still make; those on their way are taken off already. */
export interface CallsLeft {
  left: number;
}

/** Storage calls to read the counts of a day; where it takes more, its entries are read without them. */
const maxCallsPerDay = 4;

/** The counts of days, asked for one at a time or several side by side, within the storage calls of a page. */
export class CountsAhead {
  readonly #errorLog: Pick<ErrorLog, 'summary'>;
  readonly #calls: CallsLeft;
  /** Days whose counts are on their way, each with the calls taken off for it. */
  readonly #asked = new Map<string, { readonly summary: Promise<DaySummary>; readonly calls: number }>();

  constructor(errorLog: Pick<ErrorLog, 'summary'>, calls: CallsLeft) {
    this.#errorLog = errorLog;
    this.#calls = calls;
  }

  /** Whether the counts of a day are on their way. */
  isAsked(day: string | undefined): boolean {
    return day !== undefined && this.#asked.has(day);
  }

  /** Asks side by side for the counts of days that will be needed; of as many as there are calls to read as well. */
  ask(days: readonly string[]): void {
    const some = days.slice(0, Math.max(0, Math.floor(this.#calls.left / 2)));
    const calls = Math.min(maxCallsPerDay, Math.floor((this.#calls.left - some.length) / some.length));
    for (const day of some) {
      this.#calls.left -= calls;
      const summary = this.#errorLog.summary(day, calls);
      // It fails when its day is due; a page that ends before needs it no more.
      summary.catch(() => undefined);
      this.#asked.set(day, { summary, calls });
    }
  }

  /** The counts of a day; undefined where few calls cannot read them all. */
  async of(day: string): Promise<DaySummary | undefined | 'out of calls'> {
    const asked = this.#asked.get(day);
    if (asked) {
      this.#asked.delete(day);
      const summary = await asked.summary;
      this.#calls.left += asked.calls - summary.calls;
      if (summary.complete) return summary;
      if (asked.calls === maxCallsPerDay) return undefined;
      // The day is not folded: it had fewer calls, since it was asked for with others.
    }
    // Keep one call for reading, so that every page makes progress.
    if (this.#calls.left < 2) return 'out of calls';
    const summary = await this.#errorLog.summary(day, Math.min(maxCallsPerDay, this.#calls.left - 1));
    this.#calls.left -= summary.calls;
    return summary.complete ? summary : undefined;
  }
}
