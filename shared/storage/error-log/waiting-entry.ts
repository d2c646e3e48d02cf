import { randomBytes } from 'node:crypto';
import type { PairFacts } from '../../domain/problems/problem.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { base32 } from '../../domain/reports/ulid.ts';
import {
  bytesAroundRow,
  entityJson,
  type TransactionOperation,
  toJson,
} from '../tables/entity-group-transaction.ts';
import { countingStorageCalls, type StorageCallCount } from '../tables/storage-call-count.ts';
import type { Caller } from './caller.ts';
import { ledgerOperation } from './counting-row.ts';
import { entryPropertiesJson } from './entry-row.ts';
import { newFoldedRowKey } from './folded-rows.ts';
import { pairProperties, storedFactsOf } from './pair-row.ts';
import { partition } from './row-keys.ts';

/** An entry that waits for its transaction. */
export interface WaitingEntry {
  /** As it is to be counted, once its transaction is made. */
  entry: ErrorEntry;
  readonly rowKey: string;
  readonly caller: Caller;
  /** Its properties as JSON, made when its turn comes: thousands of waiting entries are not all held as text. */
  json: string | undefined;
  /** Callers that report the same entry meanwhile: duplicates once this one is stored. */
  followers: WaitingEntry[] | undefined;
}

/** Bytes that an entry takes in a transaction. */
export function bytesOf(waiting: WaitingEntry): number {
  return Buffer.byteLength(jsonOf(waiting)) + bytesAroundRow;
}

function jsonOf(waiting: WaitingEntry): string {
  waiting.json ??= entryPropertiesJson(waiting.entry);
  return waiting.json;
}

/**
 * The transaction that stores these entries under a name, with their ledger row, and with what is known of pairs that
 * are new. The entries come first: the number of a step that storage refuses is the number of an entry.
 */
export function transactionOf(
  entries: readonly WaitingEntry[],
  newPairs: ReadonlyMap<string, PairFacts>,
  commit: string,
  start: number,
): TransactionOperation[] {
  const operations = entries.map(
    (waiting): TransactionOperation => ({
      kind: 'insert',
      rowKey: waiting.rowKey,
      json: `{"PartitionKey":"${partition}","RowKey":"${waiting.rowKey}","commit":"${commit}",${jsonOf(waiting).slice(1)}`,
    }),
  );
  operations.push(ledgerOperation({ added: entries.map(({ entry }) => entry) }, start, commit));
  if (newPairs.size > 0) operations.push(pairsOperation(newPairs));
  return operations;
}

function pairsOperation(pairs: ReadonlyMap<string, PairFacts>): TransactionOperation {
  const rowKey = newFoldedRowKey('p');
  const stored = new Map([...pairs].map(([id, facts]) => [id, storedFactsOf(facts)]));
  return { kind: 'insert', rowKey, json: entityJson(partition, rowKey, pairProperties(stored)) };
}

/** Characters that a row needs to tell of a pair. */
export function unitsOfPair(pairId: string, facts: PairFacts): number {
  return toJson([pairId, ...storedFactsOf(facts)]).length + 1;
}

/** A name for a transaction that nothing has yet. */
export function newCommit(): string {
  return base32(randomBytes(10));
}

/** Runs storage calls and adds them to the count of every caller that has an entry among these. */
export async function countingForCallers<Result>(
  entries: readonly WaitingEntry[],
  work: () => Promise<Result>,
): Promise<Result> {
  const shared: StorageCallCount = { calls: 0, unreadableRows: 0 };
  try {
    return await countingStorageCalls(shared, work);
  } finally {
    for (const { count } of new Set(entries.map((waiting) => waiting.caller)))
      if (count) {
        count.calls += shared.calls;
        count.unreadableRows += shared.unreadableRows;
      }
  }
}
