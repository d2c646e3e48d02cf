import { randomBytes } from 'node:crypto';
import { AppError } from '../../domain/app-error.ts';
import type { StoreOutcome } from '../../domain/ports/error-log.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { base32 } from '../../domain/reports/ulid.ts';
import { type Clock, systemClock } from '../tables/clock.ts';
import { type TransactionOperation, transactionLimits } from '../tables/entity-group-transaction.ts';
import { maxPageRows, type Table } from '../tables/table-service.ts';
import { Caller } from './caller.ts';
import { commitsBetween, existingCommits } from './existing-commits.ts';
import { LedgerRoom } from './ledger-room.ts';
import { entryRowKey, partition } from './row-keys.ts';
import { bytesOf, countingForCallers, transactionOf, type WaitingEntry } from './waiting-entry.ts';

/** Entries in one transaction: the hundredth row is the ledger's. */
export const entriesPerTransaction = transactionLimits.rows - 1;
/** Bytes of entries in one transaction; the rest is for the ledger row at its largest. */
const bytesPerTransaction = transactionLimits.bytes - 1_000_000;
/** Full transactions to one table at a time: more of them only wait for each other (measured). */
const maxInFlight = 4;
/** How long waiting entries hold back for a transaction in flight, ms: its connection may hang while storage is well. */
const maxWaitMs = 500;
/** How often the rest of a transaction is sent again because others stored some of its entries first. */
const maxRounds = 10;
/** How long a caller waits without any of its entries being stored, ms: a little longer than a storage call may take. */
export const defaultPatienceMs = 9500;

/** How a writer waits. */
export interface WritingOptions {
  /** How long a caller waits without any of its entries being stored, ms. */
  readonly patienceMs?: number;
  readonly clock?: Clock;
}

/**
 * Writes entries to the table of one day with group commit: while a transaction is in flight, new entries wait and
 * leave together. Full transactions leave at once, up to four at a time.
 */
export class DayWriter {
  readonly #table: Table;
  readonly #patienceMs: number;
  readonly #clock: Clock;
  /** Waiting or in flight, by row key. */
  readonly #pending = new Map<string, WaitingEntry>();
  #queue: WaitingEntry[] = [];
  #inFlight = 0;
  /** When the last transaction left, by the clock. */
  #lastDeparture = 0;
  #isDepartureScheduled = false;

  constructor(table: Table, { patienceMs = defaultPatienceMs, clock = systemClock }: WritingOptions = {}) {
    this.#table = table;
    this.#patienceMs = patienceMs;
    this.#clock = clock;
  }

  /** Stores what is not there yet. Rejects when storage fails; storing all of it again is safe then. */
  store(entries: readonly ErrorEntry[]): Promise<ReadonlyMap<string, StoreOutcome>> {
    if (entries.length === 0) return Promise.resolve(new Map());
    const sorted = entries.map((entry) => ({ entry, rowKey: entryRowKey(entry.id) }));
    sorted.sort((one, other) => (one.rowKey < other.rowKey ? -1 : 1));
    const caller = new Caller(sorted.length, this.#patienceMs, this.#clock);
    for (const { entry, rowKey } of sorted)
      this.#add({ entry, rowKey, caller, json: undefined, followers: undefined });
    this.#sendNext();
    return caller.outcomes;
  }

  #add(waiting: WaitingEntry): void {
    const first = this.#pending.get(waiting.rowKey);
    if (first) {
      first.followers ??= [];
      first.followers.push(waiting);
    } else {
      this.#pending.set(waiting.rowKey, waiting);
      this.#queue.push(waiting);
    }
  }

  #settle(waiting: WaitingEntry, outcome: StoreOutcome): void {
    this.#pending.delete(waiting.rowKey);
    waiting.caller.settle(waiting.entry.id, outcome);
    for (const { caller, entry } of waiting.followers ?? []) caller.settle(entry.id, 'duplicate');
  }

  #fail(waiting: WaitingEntry, failure: unknown): void {
    this.#pending.delete(waiting.rowKey);
    waiting.caller.fail(failure);
    // This failure is not the followers': the entry is sent again for them.
    for (const follower of waiting.followers ?? []) this.#add(follower);
  }

  #sendNext(): void {
    while (this.#queue.length > 0) {
      if (this.#inFlight >= maxInFlight) return;
      if (this.#inFlight > 0 && !this.#fillsTransaction() && !this.#isLastOverdue()) return;
      const batch = this.#takeBatch();
      if (batch.length > 0) this.#start(batch, () => this.#send(batch));
    }
  }

  /** True once the last transaction has been in flight too long; schedules the next one. */
  #isLastOverdue(): boolean {
    const leftMs = this.#lastDeparture + maxWaitMs - this.#clock.now();
    if (leftMs <= 0) return true;
    if (!this.#isDepartureScheduled) {
      this.#isDepartureScheduled = true;
      this.#clock.after(leftMs, () => {
        this.#isDepartureScheduled = false;
        this.#sendNext();
      });
    }
    return false;
  }

  /** Whether the queue fills a transaction. */
  #fillsTransaction(): boolean {
    if (this.#queue.length >= entriesPerTransaction) return true;
    // A UTF-16 unit is at least one byte; only the long texts are counted.
    let units = 0;
    for (const { entry } of this.#queue)
      units += entry.report.message.length + (entry.report.callStack?.length ?? 0);
    return units >= bytesPerTransaction;
  }

  /** Takes the entries of the next transaction from the queue, oldest first; those of failed callers are dropped. */
  #takeBatch(): WaitingEntry[] {
    const batch: WaitingEntry[] = [];
    const ledger = new LedgerRoom();
    let bytes = 0;
    let index = 0;
    for (; index < this.#queue.length && batch.length < entriesPerTransaction; index++) {
      const waiting = this.#queue[index];
      if (!waiting) continue;
      if (waiting.caller.failure !== undefined) {
        this.#fail(waiting, waiting.caller.failure);
        continue;
      }
      const own = this.#bytesOf(waiting);
      if (own === undefined) continue;
      if (batch.length > 0 && bytes + own > bytesPerTransaction) break;
      if (!ledger.takes(waiting.entry)) break;
      bytes += own;
      batch.push(waiting);
    }
    this.#queue.splice(0, index);
    return batch;
  }

  /** Bytes of an entry in a transaction; undefined if it cannot be written, which fails its caller. */
  #bytesOf(waiting: WaitingEntry): number | undefined {
    try {
      return bytesOf(waiting);
    } catch (failure) {
      this.#fail(waiting, failure);
      return undefined;
    }
  }

  /** Runs storage work on these entries in the background; whatever is still pending when it fails, fails with it. */
  #start(entries: readonly WaitingEntry[], work: () => Promise<void>): void {
    this.#inFlight++;
    this.#lastDeparture = this.#clock.now();
    void work()
      .catch((failure: unknown) => {
        for (const waiting of entries)
          if (this.#pending.get(waiting.rowKey) === waiting) this.#fail(waiting, failure);
      })
      .finally(() => {
        this.#inFlight--;
        this.#sendNext();
      });
  }

  async #send(batch: readonly WaitingEntry[]): Promise<void> {
    let rest = batch;
    // One name for all rounds: an earlier one may have been stored, and its answer lost.
    const commit = base32(randomBytes(10));
    for (let round = 0; round < maxRounds && rest.length > 0; round++) {
      const result = await this.#submit(rest, transactionOf(rest, commit));
      if (!result) return;
      if (result.done) {
        for (const waiting of rest) this.#settle(waiting, 'stored');
        return;
      }
      if (result.conflict === 'table-missing') await countingForCallers(rest, () => this.#table.create());
      else rest = await this.#settleStored(rest, commit);
    }
    if (rest.length > 0)
      throw new AppError('storage-unavailable', 'Others keep storing the same errors; send them again', {
        retryAfterSeconds: 1,
      });
  }

  /** Sends one transaction; undefined if storage refused it and its callers were served one by one instead. */
  async #submit(batch: readonly WaitingEntry[], operations: readonly TransactionOperation[]) {
    try {
      return await countingForCallers(batch, () => this.#table.transaction(partition, operations));
    } catch (failure) {
      const byCaller = Map.groupBy(batch, (waiting) => waiting.caller);
      if (failure instanceof AppError || byCaller.size === 1) throw failure;
      for (const own of byCaller.values())
        await this.#send(own).catch((ownFailure: unknown) => {
          for (const waiting of own) this.#fail(waiting, ownFailure);
        });
      return undefined;
    }
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
        this.#settle(waiting, stored === commit ? 'stored' : 'duplicate');
        if (stored !== commit) repeaters.add(waiting.caller);
      }
    }
    for (const caller of repeaters) this.#lookUpQueued(caller);
    return rest;
  }

  /** Looks up what a caller still has in the queue, 1,000 keys a call: one duplicate means that it sends all again. */
  #lookUpQueued(caller: Caller): void {
    const queued = this.#queue.filter((waiting) => waiting.caller === caller);
    if (caller.lookedUp || queued.length < entriesPerTransaction) return;
    caller.lookedUp = true;
    this.#queue = this.#queue.filter((waiting) => waiting.caller !== caller);
    this.#start(queued, async () => {
      const byKey = new Map(queued.map((waiting) => [waiting.rowKey, waiting]));
      const maxPages = 2 + 2 * Math.ceil(queued.length / maxPageRows);
      await countingForCallers(queued, () =>
        commitsBetween(this.#table, [...byKey.keys()].sort(), maxPages, (rowKey) => {
          const stored = byKey.get(rowKey);
          if (!stored) return;
          byKey.delete(rowKey);
          this.#settle(stored, 'duplicate');
        }),
      );
      this.#queue.unshift(...byKey.values());
    });
  }
}
