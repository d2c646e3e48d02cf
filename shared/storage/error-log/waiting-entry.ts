import { countsOfAdded } from '../../domain/problems/problem-counts.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { bytesAroundRow, entityJson, type TransactionOperation } from '../tables/entity-group-transaction.ts';
import { countingStorageCalls, type StorageCallCount } from '../tables/storage-call-count.ts';
import type { Caller } from './caller.ts';
import { countsProperties } from './counts-row.ts';
import { entryPropertiesJson } from './entry-row.ts';
import { ledgerRowKey, partition } from './row-keys.ts';

/** An entry that waits for its transaction. */
export interface WaitingEntry {
  readonly entry: ErrorEntry;
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

/** The transaction that stores these entries and their ledger row; `commit` names it in every row. */
export function transactionOf(entries: readonly WaitingEntry[], commit: string): TransactionOperation[] {
  const ledger = ledgerRowKey(Date.now(), commit);
  const counts = countsOfAdded(entries.map((waiting) => waiting.entry));
  return [
    ...entries.map(
      (waiting): TransactionOperation => ({
        kind: 'insert',
        rowKey: waiting.rowKey,
        json: `{"PartitionKey":"${partition}","RowKey":"${waiting.rowKey}","commit":"${commit}",${jsonOf(waiting).slice(1)}`,
      }),
    ),
    { kind: 'insert', rowKey: ledger, json: entityJson(partition, ledger, countsProperties(counts)) },
  ];
}

/** Runs storage calls and adds them to the count of every caller that has an entry among these. */
export async function countingForCallers<Result>(
  entries: readonly WaitingEntry[],
  work: () => Promise<Result>,
): Promise<Result> {
  const shared: StorageCallCount = { calls: 0 };
  try {
    return await countingStorageCalls(shared, work);
  } finally {
    for (const { count } of new Set(entries.map((waiting) => waiting.caller)))
      if (count) count.calls += shared.calls;
  }
}
