import type { PairFacts } from '../../domain/problems/problem.ts';
import { transactionLimits } from '../tables/entity-group-transaction.ts';
import type { CallerQueue } from './caller-queue.ts';
import type { KnownPairs } from './known-pairs.ts';
import { bytesOf, unitsOfPair, type WaitingEntry } from './waiting-entry.ts';

/** Entries in one transaction: the hundredth row is the ledger's. */
export const entriesPerTransaction = transactionLimits.rows - 1;
/** Bytes of entries in one transaction; the rest is for the ledger row, and for what is told of new pairs. */
const bytesPerTransaction = transactionLimits.bytes - 1_000_000;
/** Characters that one row tells of new pairs: an entity holds 1 MiB, two bytes a character. */
const maxPairUnits = 200_000;

/** Entries of one transaction, and what is to be told of the pairs that are new with them. */
export interface Batch {
  readonly entries: readonly WaitingEntry[];
  readonly newPairs: ReadonlyMap<string, PairFacts>;
}

/** An entry that is not sent, and why. */
export interface DroppedEntry {
  readonly waiting: WaitingEntry;
  readonly failure: unknown;
}

/** Whether a queue fills a transaction. */
export function fillsTransaction(queue: CallerQueue): boolean {
  if (queue.length >= entriesPerTransaction) return true;
  // A UTF-16 unit is at least one byte; only the long texts are counted.
  let units = 0;
  for (const { entry } of queue) units += entry.report.message.length + (entry.report.callStack?.length ?? 0);
  return units >= bytesPerTransaction;
}

/** Takes the entries of the next transaction from the queue and reserves their new pairs; those that cannot be sent are dropped. */
export function takeBatch(
  queue: CallerQueue,
  pairs: KnownPairs,
): { readonly batch: Batch; readonly dropped: readonly DroppedEntry[] } {
  const entries: WaitingEntry[] = [];
  const newPairs = new Map<string, PairFacts>();
  let bytes = 0;
  let pairUnits = 0;
  const dropped: DroppedEntry[] = [];
  queue.takeWhile((waiting) => {
    const own = countedBytesOf(waiting, pairs);
    if (typeof own === 'object') {
      dropped.push({ waiting, failure: own.failure });
      return true;
    }
    const { pairId, counted } = waiting.entry;
    const isNew = !pairs.has(pairId) && !newPairs.has(pairId);
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
    pairs.reserve(pairId);
    return true;
  });
  return { batch: { entries, newPairs }, dropped };
}

/** Bytes of an entry in a transaction; or why it is not sent: its caller has failed, or it cannot be written. */
function countedBytesOf(waiting: WaitingEntry, pairs: KnownPairs): number | { readonly failure: unknown } {
  if (waiting.caller.failure !== undefined) return { failure: waiting.caller.failure };
  try {
    waiting.entry = pairs.counted(waiting.entry);
    return bytesOf(waiting);
  } catch (failure) {
    return { failure };
  }
}

/** A part of a transaction, with what it has to tell of pairs itself. */
export function batchOf(entries: readonly WaitingEntry[], newPairs: ReadonlyMap<string, PairFacts>): Batch {
  const own = new Set(entries.map(({ entry }) => entry.pairId));
  return { entries, newPairs: new Map([...newPairs].filter(([pairId]) => own.has(pairId))) };
}
