import { AppError } from '../../domain/app-error.ts';
import type { StoreOutcome } from '../../domain/ports/error-log.ts';
import type { PairFacts } from '../../domain/problems/problem.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { type Clock, systemClock } from '../tables/clock.ts';
import { maxPageRows, type Table } from '../tables/table-service.ts';
import { type Batch, batchOf, entriesPerTransaction, fillsTransaction, takeBatch } from './batch.ts';
import { Caller } from './caller.ts';
import { commitsBetween, existingCommits } from './existing-commits.ts';
import { KnownPairs } from './known-pairs.ts';
import { LastDeparture } from './last-departure.ts';
import { PendingEntries } from './pending-entries.ts';
import { entryRowKey, partition } from './row-keys.ts';
import { countingForCallers, newCommit, transactionOf, type WaitingEntry } from './waiting-entry.ts';

/** Full transactions to one table at a time: more of them only wait for each other (measured). */
const maxInFlight = 4;
/** How often the rest of a transaction is sent again because others stored some of its entries first. */
const maxRounds = 10;
/** How long a caller waits without any of its entries being stored, ms: a little longer than a storage call may take. */
export const defaultPatienceMs = 9500;

/** How a writer waits, and how much of a day it tells apart. */
export interface WritingOptions {
  /** How long a caller waits without any of its entries being stored, ms. */
  readonly patienceMs?: number;
  readonly clock?: Clock;
  /** Pairs of problem and place that a day tells apart. */
  readonly maxPairs?: number | undefined;
}

/**
 * Writes entries to the table of one day with group commit: while a transaction is in flight, new entries wait and
 * leave together. Full transactions leave at once, up to four at a time.
 */
export class DayWriter {
  readonly #table: Table;
  readonly #start: number;
  readonly #patienceMs: number;
  readonly #clock: Clock;
  readonly #pairs: KnownPairs;
  readonly #pending = new PendingEntries();
  readonly #queue = this.#pending.queue;
  readonly #lastDeparture: LastDeparture;
  #inFlight = 0;

  /** `start` is the first moment of the day, ms since 1970. */
  constructor(
    { table, start }: { readonly table: Table; readonly start: number },
    { patienceMs = defaultPatienceMs, clock = systemClock, maxPairs }: WritingOptions = {},
  ) {
    this.#table = table;
    this.#start = start;
    this.#patienceMs = patienceMs;
    this.#clock = clock;
    this.#lastDeparture = new LastDeparture(clock);
    this.#pairs = new KnownPairs(maxPairs);
  }

  /** Stores what is not there yet. Rejects when storage fails; storing all of it again is safe then. */
  store(entries: readonly ErrorEntry[]): Promise<ReadonlyMap<string, StoreOutcome>> {
    if (entries.length === 0) return Promise.resolve(new Map());
    const sorted = entries.map((entry) => ({ entry, rowKey: entryRowKey(entry.id) }));
    sorted.sort((one, other) => (one.rowKey < other.rowKey ? -1 : 1));
    const caller = new Caller(sorted.length, this.#patienceMs, this.#clock);
    for (const { entry, rowKey } of sorted)
      this.#pending.add({ entry, rowKey, caller, json: undefined, followers: undefined });
    this.#sendNext();
    return caller.outcomes;
  }

  #sendNext(): void {
    const next = () => this.#sendNext();
    while (this.#queue.length > 0) {
      if (this.#inFlight >= maxInFlight) return;
      if (this.#inFlight > 0 && !fillsTransaction(this.#queue) && !this.#lastDeparture.isOverdue(next))
        return;
      const { batch, dropped } = takeBatch(this.#queue, this.#pairs);
      for (const { waiting, failure } of dropped) this.#pending.fail(waiting, failure);
      if (batch.entries.length > 0)
        this.#run(batch.entries, async () => {
          try {
            await this.#send(batch);
          } finally {
            this.#pairs.release(batch.newPairs.keys());
          }
        });
    }
  }

  /** Runs storage work on these entries in the background; whatever is still pending when it fails, fails with it. */
  #run(entries: readonly WaitingEntry[], work: () => Promise<void>): void {
    this.#inFlight++;
    this.#lastDeparture.note();
    void work()
      .catch((failure: unknown) => {
        for (const waiting of entries) if (this.#pending.has(waiting)) this.#pending.fail(waiting, failure);
      })
      .finally(() => {
        this.#inFlight--;
        this.#sendNext();
      });
  }

  async #send({ entries, newPairs }: Batch): Promise<void> {
    let rest = entries;
    let pairs = newPairs;
    // One name for all rounds: an earlier one may have been stored, and its answer lost.
    const commit = newCommit();
    for (let round = 0; round < maxRounds && rest.length > 0; round++) {
      const operations = transactionOf(rest, pairs, commit, this.#start);
      const sent = rest;
      const result = await countingForCallers(sent, () => this.#table.transaction(partition, operations));
      if (result.done) {
        this.#pairs.add(pairs.keys());
        for (const waiting of rest) this.#pending.settle(waiting, 'stored');
        return;
      }
      if (result.conflict === 'refused') return this.#sendWithout(rest, pairs, result);
      if (result.conflict === 'table-missing') {
        await countingForCallers(sent, () => this.#createTable());
        // A new table knows none of the pairs. What is told of them takes the place of an entry.
        pairs = new Map(rest.map(({ entry }) => [entry.pairId, entry.counted]));
        const overflow = rest.slice(entriesPerTransaction - 1);
        rest = rest.slice(0, entriesPerTransaction - 1);
        this.#queue.putBack(overflow);
      } else rest = await this.#settleStored(rest, commit);
    }
    if (rest.length > 0)
      throw new AppError('storage-unavailable', 'Others keep storing the same errors; send them again', {
        retryAfterSeconds: 1,
      });
  }

  /** Makes the table of the day. Whatever this instance knew of an earlier one is not in it. */
  async #createTable(): Promise<void> {
    this.#pairs.clear();
    await this.#table.create();
  }

  /** Sends the others where storage refuses one row: it alone is answered with storage's reason. */
  async #sendWithout(
    entries: readonly WaitingEntry[],
    newPairs: ReadonlyMap<string, PairFacts>,
    { step, reason }: { readonly step: number | undefined; readonly reason: string },
  ): Promise<void> {
    const refused = entries.length === 1 ? entries[0] : step === undefined ? undefined : entries[step];
    if (refused) {
      this.#pending.settle(refused, { refused: reason });
      const others = entries.filter((waiting) => waiting !== refused);
      if (others.length > 0) await this.#send(batchOf(others, newPairs));
      return;
    }
    // Storage does not say which: halves find it.
    const half = Math.ceil(entries.length / 2);
    for (const part of [entries.slice(0, half), entries.slice(half)])
      await this.#send(batchOf(part, newPairs));
  }

  /** Settles the entries of a refused transaction that are stored already, and gives the rest. */
  async #settleStored(batch: readonly WaitingEntry[], commit: string): Promise<WaitingEntry[]> {
    const rowKeys = batch.map((waiting) => waiting.rowKey).sort();
    const commits = await countingForCallers(batch, () => existingCommits(this.#table, rowKeys));
    const rest: WaitingEntry[] = [];
    const repeaters = new Set<Caller>();
    for (const waiting of batch) {
      const stored = commits.get(waiting.rowKey);
      if (stored === undefined) rest.push(waiting);
      else {
        // Our own commit: the answer was lost on the way and the transaction was sent again.
        this.#pending.settle(waiting, stored === commit ? 'stored' : 'duplicate');
        if (stored !== commit) repeaters.add(waiting.caller);
      }
    }
    for (const caller of repeaters) this.#lookUpQueued(caller);
    return rest;
  }

  /** Looks up what a caller still has in the queue, 1,000 keys a call: one duplicate means that it sends all again. */
  #lookUpQueued(caller: Caller): void {
    if (caller.lookedUp || this.#queue.lengthOf(caller) < entriesPerTransaction) return;
    caller.lookedUp = true;
    const queued = this.#queue.removeAllOf(caller);
    this.#run(queued, async () => {
      const byKey = new Map(queued.map((waiting) => [waiting.rowKey, waiting]));
      const maxPages = 2 + 2 * Math.ceil(queued.length / maxPageRows);
      await countingForCallers(queued, () =>
        commitsBetween(this.#table, [...byKey.keys()].sort(), maxPages, (rowKey) => {
          const stored = byKey.get(rowKey);
          if (!stored) return;
          byKey.delete(rowKey);
          this.#pending.settle(stored, 'duplicate');
        }),
      );
      this.#queue.putBack(byKey.values());
    });
  }
}
