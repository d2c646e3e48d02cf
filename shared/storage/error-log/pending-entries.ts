import type { StoreOutcome } from '../../domain/ports/error-log.ts';
import { CallerQueue } from './caller-queue.ts';
import type { WaitingEntry } from './waiting-entry.ts';

/** Entries that wait or are in flight, each row once: who reports it again meanwhile follows the first. */
export class PendingEntries {
  /** Those that wait for a transaction. */
  readonly queue = new CallerQueue();
  readonly #byRowKey = new Map<string, WaitingEntry>();

  add(waiting: WaitingEntry): void {
    const first = this.#byRowKey.get(waiting.rowKey);
    if (first) {
      first.followers ??= [];
      first.followers.push(waiting);
    } else {
      this.#byRowKey.set(waiting.rowKey, waiting);
      this.queue.add(waiting);
    }
  }

  /** Whether an entry has no outcome yet. */
  has(waiting: WaitingEntry): boolean {
    return this.#byRowKey.get(waiting.rowKey) === waiting;
  }

  /** Tells the callers of an entry what became of it. */
  settle(waiting: WaitingEntry, outcome: StoreOutcome): void {
    this.#byRowKey.delete(waiting.rowKey);
    waiting.caller.settle(waiting.entry.id, outcome);
    for (const { caller, entry } of waiting.followers ?? []) caller.settle(entry.id, 'duplicate');
  }

  /** Tells the caller of an entry that it could not be stored. */
  fail(waiting: WaitingEntry, failure: unknown): void {
    this.#byRowKey.delete(waiting.rowKey);
    waiting.caller.fail(failure);
    // This failure is not the followers': the entry is sent again for them.
    for (const follower of waiting.followers ?? []) this.add(follower);
  }
}
