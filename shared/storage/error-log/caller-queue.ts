import type { Caller } from './caller.ts';
import type { WaitingEntry } from './waiting-entry.ts';

/**
 * Waiting entries, where callers take turns: who filled a transaction waits until the others had theirs. So one error
 * waits for a few transactions, and not for the thousands of errors that came before it.
 */
export class CallerQueue {
  /** What each caller waits with, oldest first; the caller whose turn it is comes first. */
  readonly #waiting = new Map<Caller, WaitingEntry[]>();
  #length = 0;

  /** Entries of all callers. */
  get length(): number {
    return this.#length;
  }

  /** Adds an entry behind those of its caller. */
  add(waiting: WaitingEntry): void {
    const own = this.#waiting.get(waiting.caller);
    if (own) own.push(waiting);
    else this.#waiting.set(waiting.caller, [waiting]);
    this.#length++;
  }

  /** Adds entries before those of their callers. */
  putBack(entries: Iterable<WaitingEntry>): void {
    for (const [caller, returned] of Map.groupBy(entries, (waiting) => waiting.caller)) {
      this.#waiting.set(caller, [...returned, ...(this.#waiting.get(caller) ?? [])]);
      this.#length += returned.length;
    }
  }

  /** What a caller waits with, none of which waits here any more. */
  removeAllOf(caller: Caller): WaitingEntry[] {
    const own = this.#waiting.get(caller) ?? [];
    this.#waiting.delete(caller);
    this.#length -= own.length;
    return own;
  }

  /** How many entries a caller waits with. */
  lengthOf(caller: Caller): number {
    return this.#waiting.get(caller)?.length ?? 0;
  }

  /** The entries in the order in which they would be taken now. */
  *[Symbol.iterator](): Generator<WaitingEntry> {
    for (const own of this.#waiting.values()) yield* own;
  }

  /**
   * Removes entries, caller after caller, until one does not fit. `take` says for each whether it fits; the caller of the
   * one that does not waits for its next turn.
   */
  takeWhile(take: (waiting: WaitingEntry) => boolean): void {
    for (const [caller, own] of this.#waiting) {
      const misfit = own.findIndex((waiting) => !take(waiting));
      const taken = misfit === -1 ? own.length : misfit;
      this.#length -= taken;
      this.#waiting.delete(caller);
      if (misfit === -1) continue;
      this.#waiting.set(caller, own.slice(taken));
      return;
    }
  }
}
