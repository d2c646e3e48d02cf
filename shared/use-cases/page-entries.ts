import type { Position, SearchedEntry } from '../domain/ports/error-log.ts';
import type { EntryStatus } from '../domain/problems/decision.ts';
import { occurredAtOf } from '../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import { type ErrorFilter, filterMatchesEntry } from '../domain/reports/error-filter.ts';
import { type CurrentView, statusOfEntry } from './current-view.ts';

/** An entry with its status. */
export interface ListedEntry {
  readonly entry: ErrorEntry;
  readonly status: EntryStatus;
}

/** Characters that one page searches; a page that needs more ends early. */
const maxSearchedCharacters = 2_000_000;

/** The entries of a page, as they are found. */
export class PageEntries {
  readonly #filter: ErrorFilter;
  readonly #view: CurrentView;
  readonly #pageSize: number;
  readonly #listed: ListedEntry[] = [];
  #charactersLeft = maxSearchedCharacters;
  /** What the entries that were looked through last took of the page. */
  #lastLook: { readonly characters: number; readonly room: number } | undefined;

  constructor(filter: ErrorFilter, view: CurrentView, pageSize: number) {
    this.#filter = filter;
    this.#view = view;
    this.#pageSize = pageSize;
  }

  /** Newest first. */
  get listed(): readonly ListedEntry[] {
    return this.#listed;
  }

  /** Entries that the page still takes. */
  get room(): number {
    return this.#pageSize - this.#listed.length;
  }

  /** Adds an entry if it matches. Gives where the next page begins, when this one is full. */
  take(entry: ErrorEntry): Position | undefined {
    const time = entry.report.occurredAt.getTime();
    const status = statusOfEntry(entry, this.#view);
    if (this.#view.horizon.hides(time, entry.epoch) || !filterMatchesEntry(this.#filter, entry, status))
      return undefined;
    const last = this.#listed.at(-1)?.entry;
    if (last && this.room === 0) return { time: last.report.occurredAt.getTime(), afterId: last.id };
    this.#listed.push({ entry, status });
    return undefined;
  }

  /** Adds those that match. Gives where the next page begins, when this one is full or has searched enough. */
  lookThrough(seen: readonly SearchedEntry[]): Position | undefined {
    const { room } = this;
    const charactersLeft = this.#charactersLeft;
    for (const { id, characters, entry } of seen) {
      this.#charactersLeft -= characters;
      const full = entry && this.take(entry);
      if (full) return full;
      if (this.#charactersLeft <= 0) return { time: occurredAtOf(id), afterId: id };
    }
    this.#lastLook = { characters: charactersLeft - this.#charactersLeft, room: room - this.room };
    return undefined;
  }

  /** Whether the page will need more than the entries that are looked through next, if they are like the last ones. */
  get needsMore(): boolean {
    const last = this.#lastLook;
    return last !== undefined && last.characters < this.#charactersLeft && last.room < this.room;
  }
}
