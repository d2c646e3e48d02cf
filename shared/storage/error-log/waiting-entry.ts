import type { StoreOutcome } from '../../domain/ports/error-log.ts';
import { countsOfAdded } from '../../domain/problems/problem-counts.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { bytesAroundRow, entityJson, type TransactionOperation } from '../tables/entity-group-transaction.ts';
import { countingStorageCalls, type StorageCallCount } from '../tables/storage-call-count.ts';
import { countsProperties } from './counts-row.ts';
import { entryPropertiesJson } from './entry-row.ts';
import { ledgerRowKey, partition } from './row-keys.ts';

/** One call of `store`: charged for each storage call made for it; once failed, its waiting entries are not sent. */
export interface Caller {
  readonly count: StorageCallCount | undefined;
  failure: unknown;
  /** What it sent before was found stored, so the rest is looked up before it is sent. */
  lookedUp: boolean;
  readonly settle: (id: string, outcome: StoreOutcome) => void;
  readonly fail: (failure: unknown) => void;
}

/** An entry that waits for its transaction. */
export interface Waiting {
  readonly entry: ErrorEntry;
  readonly rowKey: string;
  readonly caller: Caller;
  /** Its properties as JSON, made with its transaction: thousands that wait need not all be held as text. */
  json: string | undefined;
  /** Others that report the same entry meanwhile: duplicates once this one is stored. */
  followers: Waiting[] | undefined;
}

/** Bytes that an entry takes in a transaction. */
export function bytesOf(waiting: Waiting): number {
  return Buffer.byteLength(jsonOf(waiting)) + bytesAroundRow;
}

function jsonOf(waiting: Waiting): string {
  waiting.json ??= entryPropertiesJson(waiting.entry);
  return waiting.json;
}

/** The transaction that stores these entries under a name, with their ledger row. */
export function transactionOf(entries: readonly Waiting[], commit: string): TransactionOperation[] {
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

/** Runs storage calls and charges them to everyone who rides along. */
export async function charging<Result>(
  riders: readonly Waiting[],
  work: () => Promise<Result>,
): Promise<Result> {
  const count: StorageCallCount = { calls: 0 };
  try {
    return await countingStorageCalls(count, work);
  } finally {
    for (const { count: own } of new Set(riders.map((waiting) => waiting.caller)))
      if (own) own.calls += count.calls;
  }
}
