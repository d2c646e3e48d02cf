import { randomBytes } from 'node:crypto';
import { countsOfAdded, countsOfRemoved } from '../../domain/problems/problem-counts.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { base32 } from '../../domain/reports/ulid.ts';
import { entityJson, type TransactionOperation } from '../tables/entity-group-transaction.ts';
import type { Table } from '../tables/table-service.ts';
import { countsProperties } from './counts-row.ts';
import type { StoredEntry } from './entry-row.ts';
import { ledgerRowKey, partition } from './row-keys.ts';

/** A change of entries; their counts change in the same transaction. */
export type EntryChange =
  | { readonly kind: 'flag'; readonly cleanup: string }
  | { readonly kind: 'unflag' }
  /** Leaves a tombstone, the key alone: the same report, sent again, is a duplicate. */
  | { readonly kind: 'strip' };

/**
 * Changes up to 99 entries of one day and their counts in one transaction. False when one of them changed meanwhile:
 * then nothing was done.
 */
export async function changeEntries(
  table: Table,
  entries: readonly StoredEntry[],
  change: EntryChange,
): Promise<boolean> {
  const operations = entries.map((stored): TransactionOperation => {
    const { rowKey, etag } = stored;
    if (change.kind === 'strip')
      return { kind: 'replace', rowKey, etag, json: entityJson(partition, rowKey, { live: false }) };
    const json =
      change.kind === 'flag'
        ? entityJson(partition, rowKey, { live: false, cleanup: change.cleanup })
        : entityJson(partition, rowKey, { live: true, cleanup: '' });
    return { kind: 'merge', rowKey, etag, json };
  });
  const removed: ErrorEntry[] = [];
  const restored: ErrorEntry[] = [];
  for (const { entry, live } of entries) {
    if (change.kind === 'unflag') restored.push(entry);
    // A flagged entry is not counted any more, so stripping it changes no count.
    else if (live) removed.push(entry);
  }
  if (removed.length + restored.length > 0) {
    const rowKey = ledgerRowKey(Date.now(), base32(randomBytes(10)));
    const counts = removed.length > 0 ? countsOfRemoved(removed) : countsOfAdded(restored);
    operations.push({
      kind: 'insert',
      rowKey,
      json: entityJson(partition, rowKey, countsProperties(counts)),
    });
  }
  return (await table.transaction(partition, operations)).done;
}
