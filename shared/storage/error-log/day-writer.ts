import { AppError } from '../../domain/app-error.ts';
import type { StoreOutcome } from '../../domain/ports/error-log.ts';
import type { PairFacts } from '../../domain/problems/problem.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { type Clock, systemClock } from '../tables/clock.ts';
import { transactionLimits } from '../tables/entity-group-transaction.ts';
import { maxPageRows, type Table } from '../tables/table-service.ts';
import { Caller } from './caller.ts';
import { CallerQueue } from './caller-queue.ts';
import { commitsBetween, existingCommits } from './existing-commits.ts';
import { KnownPairs } from './known-pairs.ts';
import { entryRowKey, partition } from './row-keys.ts';
import {
  bytesOf,
  countingForCallers,
  newCommit,
  transactionOf,
  unitsOfPair,
  type WaitingEntry,
} from './waiting-entry.ts';

/** Entries in one transaction: the hundredth row is the ledger's. */
export const entriesPerTransaction = transactionLimits.rows - 1;
/** Bytes of entries in one transaction; the rest is for the ledger row, and for what is told of new pairs. */
const bytesPerTransaction = transactionLimits.bytes - 1_000_000;
/** Characters that one row tells of new pairs: an entity holds 1 MiB, two bytes a character. */
const maxPairUnits = 200_000;
/** Full transactions to one table at a time: more of them only wait for each other (measured). */
const maxInFlight = 4;
/** How long waiting entries hold back for a transaction in flight, ms: its connection may hang while storage is well. */
const maxWaitMs = 500;
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

/** Entries of one transaction, and what is to be told of the pairs that are new with them. */
interface Batch {
  readonly entries: readonly WaitingEntry[];
  readonly newPairs: ReadonlyMap<string, PairFacts>;
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
  /** Waiting or in flight, by row key. */
  readonly #pending = new Map<string, WaitingEntry>();
  readonly #queue = new CallerQueue();
  #inFlight = 0;
  /** When the last transaction left, by the clock. */
  #lastDeparture = 0;
  #isDepartureScheduled = false;

  /** `start` is the first moment of the day, ms since 1970. */
  constructor(
    { table, start }: { readonly table: Table; readonly start: number },
    { patienceMs = defaultPatienceMs, clock = systemClock, maxPairs }: WritingOptions = {},
  ) {
    this.#table = table;
    this.#start = start;
    this.#patienceMs = patienceMs;
    this.#clock = clock;
    this.#pairs = new KnownPairs(maxPairs);
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
      this.#queue.add(waiting);
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

  /** Takes the entries of the next transaction from the queue; those of failed callers are dropped. */
  #takeBatch(): Batch {
    const entries: WaitingEntry[] = [];
    const newPairs = new Map<string, PairFacts>();
    let bytes = 0;
    let pairUnits = 0;
    const dropped: { waiting: WaitingEntry; failure: unknown }[] = [];
    this.#queue.takeWhile((waiting) => {
      const own = this.#bytesOf(waiting);
      if (typeof own === 'object') {
        dropped.push({ waiting, failure: own.failure });
        return true;
      }
      const { pairId, counted } = waiting.entry;
      const isNew = !this.#pairs.has(pairId) && !newPairs.has(pairId);
      const ownUnits = isNew ? unitsOfPair(pairId, counted) : 0;
      // What is told of new pairs takes a row of its own.
      const room = entriesPerTransaction - (isNew || newPairs.size > 0 ? 1 : 0);
      const isTooMuch = bytes + own > bytesPerTransaction || pairUnits + ownUnits > maxPairUnits;
      if (entries.length >= room || (entries.length > 0 && isTooMuch)) return false;
      bytes += own;
      pairUnits += ownUnits;
      entries.push(waiting);
      if (!isNew) return true;
      newPairs.set(pairId, counted);
      this.#pairs.reserve(pairId);
      return true;
    });
    for (const { waiting, failure } of dropped) this.#fail(waiting, failure);
    return { entries, newPairs };
  }

  /** Bytes of an entry in a transaction; or why it is not sent: its caller has failed, or it cannot be written. */
  #bytesOf(waiting: WaitingEntry): number | { readonly failure: unknown } {
    if (waiting.caller.failure !== undefined) return { failure: waiting.caller.failure };
    try {
      waiting.entry = this.#pairs.counted(waiting.entry);
      return bytesOf(waiting);
    } catch (failure) {
      return { failure };
    }
  }

  /** Runs storage work on these entries in the background; whatever is still pending when it fails, fails with it. */
  #run(entries: readonly WaitingEntry[], work: () => Promise<void>): void {
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
        for (const waiting of rest) this.#settle(waiting, 'stored');
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
      this.#settle(refused, { refused: reason });
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
        this.#settle(waiting, stored === commit ? 'stored' : 'duplicate');
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
          this.#settle(stored, 'duplicate');
        }),
      );
      this.#queue.putBack(byKey.values());
    });
  }
}

/** A part of a transaction, with what it has to tell of pairs itself. */
function batchOf(entries: readonly WaitingEntry[], newPairs: ReadonlyMap<string, PairFacts>): Batch {
  const own = new Set(entries.map(({ entry }) => entry.pairId));
  return { entries, newPairs: new Map([...newPairs].filter(([pairId]) => own.has(pairId))) };
}
