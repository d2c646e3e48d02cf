import type { ErrorLog, Position, SearchedPage, Stretch, StretchPage } from '../domain/ports/error-log.ts';
import type { ErrorFilter } from '../domain/reports/error-filter.ts';
import type { CallsLeft } from './counts-ahead.ts';
import type { PageEntries } from './page-entries.ts';

/** A stretch that is to be read. */
export interface DueStretch {
  readonly stretch: Stretch;
  readonly epochFrom: string | undefined;
  readonly from: Position | undefined;
  /** Its first entries, if they are on their way. */
  first: Promise<StretchPage> | undefined;
}

/** A page of a search on its way; the next one too, once its beginning is known and it will be needed. */
interface Searching {
  readonly page: Promise<SearchedPage>;
  readonly next: () => Searching | undefined;
}

/** Entries read at a time when storage cannot apply the whole filter. */
const entriesPerLook = 1000;

/** Reads stretches into a page, within its storage calls. */
export class StretchReader {
  /** Whether storage applies the whole filter. */
  readonly storageApplies: boolean;
  readonly #errorLog: Pick<ErrorLog, 'read' | 'search'>;
  readonly #filter: ErrorFilter;
  readonly #entries: PageEntries;
  readonly #calls: CallsLeft;

  constructor(
    errorLog: Pick<ErrorLog, 'read' | 'search' | 'applies'>,
    filter: ErrorFilter,
    entries: PageEntries,
    calls: CallsLeft,
  ) {
    this.#errorLog = errorLog;
    this.#filter = filter;
    this.#entries = entries;
    this.#calls = calls;
    const { q, status } = filter;
    this.storageApplies = q === undefined && status === undefined && errorLog.applies(filter);
  }

  /** Begins to read a stretch that is needed in any case, if a call is left for it. */
  start(due: DueStretch): void {
    if (this.#calls.left < 1) return;
    due.first = this.#page(due, due.from);
    // It fails when it is its turn.
    due.first.catch(() => undefined);
  }

  /** Reads a stretch. Gives where the next page begins, when this one is full or its calls are used up. */
  read(due: DueStretch): Promise<Position | undefined> {
    const { q } = this.#filter;
    return q === undefined ? this.#readAll(due) : this.#search(due, q);
  }

  async #readAll(due: DueStretch): Promise<Position | undefined> {
    let { first, from: at } = due;
    do {
      if (!first && this.#calls.left < 1) return at ?? { time: due.stretch.newest };
      const { entries, next } = await (first ?? this.#page(due, at));
      for (const entry of entries) {
        const full = this.#entries.take(entry);
        if (full) return full;
      }
      first = undefined;
      at = next;
    } while (at);
    return undefined;
  }

  async #search(due: DueStretch, q: string): Promise<Position | undefined> {
    let at = due.from;
    let ahead: Searching | undefined;
    do {
      if (!ahead && this.#calls.left < 1) return at ?? { time: due.stretch.newest };
      const searching = ahead ?? this.#searching(due, q, at);
      const { seen, next } = await searching.page;
      const stop = this.#entries.lookThrough(seen);
      if (stop) return stop;
      ahead = searching.next();
      at = next;
    } while (at);
    return undefined;
  }

  #page({ stretch, epochFrom }: DueStretch, from: Position | undefined): Promise<StretchPage> {
    this.#calls.left--;
    return this.#errorLog.read({ stretch, from, epochFrom, filter: this.#filter, most: this.#most() });
  }

  #searching(due: DueStretch, q: string, from: Position | undefined): Searching {
    const { stretch, epochFrom } = due;
    const filter = this.#filter;
    let next: Searching | undefined;
    const onMore = (position: Position) => {
      // Read ahead: storage works on the next page while this one is looked through.
      if (this.#calls.left > 0 && this.#entries.needsMore) next = this.#searching(due, q, position);
    };
    this.#calls.left--;
    const page = this.#errorLog.search({ stretch, from, epochFrom, filter, most: this.#most(), q, onMore });
    page.catch(() => undefined);
    return { page, next: () => next };
  }

  #most(): number {
    const wanted = this.#entries.room + 1;
    return this.storageApplies ? wanted : Math.max(wanted, entriesPerLook);
  }
}
