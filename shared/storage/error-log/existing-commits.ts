import { odata } from '@azure/data-tables';
import * as z from 'zod';
import { pagesOf } from '../tables/pages.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import type { Table } from '../tables/table-service.ts';
import { partition } from './row-keys.ts';

const committedRow = z.object({ rowKey: z.string(), commit: z.string().nullish().catch('') });

/** Point reads in flight at a time. */
const pointReads = 8;

/** The commit of each of these rows (keys ascending) that exists; empty for a tombstone. */
export async function existingCommits(
  table: Table,
  rowKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(rowKeys);
  const found = new Map<string, string>();
  const { readTo } = await commitsBetween(table, rowKeys, 1, (rowKey, commit) => {
    if (wanted.has(rowKey)) found.set(rowKey, commit);
  });
  // Few keys far apart in a full table: reading each costs less than reading all between them.
  const left = readTo === undefined ? [] : rowKeys.filter((rowKey) => rowKey > readTo);
  for (let start = 0; start < left.length; start += pointReads) {
    const rows = await Promise.all(
      left.slice(start, start + pointReads).map((rowKey) => table.get(partition, rowKey)),
    );
    for (const row of rows) {
      if (!row) continue;
      const { rowKey, commit } = committedRow.parse(row);
      found.set(rowKey, commit ?? '');
    }
  }
  return found;
}

/**
 * Reads keys and commits from the first to the last of `rowKeys` (ascending), at most `maxPages` pages of 1,000.
 * `readTo` is the last key read if there are more pages.
 */
export async function commitsBetween(
  table: Table,
  rowKeys: readonly string[],
  maxPages: number,
  visit: (rowKey: string, commit: string) => void,
): Promise<{ readonly readTo: string | undefined }> {
  const first = rowKeys[0] ?? '';
  const last = rowKeys.at(-1) ?? '';
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${first} and RowKey le ${last}`;
  let pages = 0;
  let readTo = '';
  for await (const { rows, continuation } of pagesOf(table, { filter, select: propertiesOf(committedRow) })) {
    for (const row of rows) {
      const { rowKey, commit } = committedRow.parse(row);
      visit(rowKey, commit ?? '');
      readTo = rowKey;
    }
    pages++;
    if (continuation && pages >= maxPages) return { readTo };
  }
  return { readTo: undefined };
}
