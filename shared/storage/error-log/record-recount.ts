import { odata } from '@azure/data-tables';
import * as z from 'zod';
import { countKey, countKeyParts } from '../../domain/problems/pair-counts.ts';
import { type PairRecords, type RecordEntry, recordsOfAdded } from '../../domain/problems/record-failures.ts';
import { pagesOf } from '../tables/pages.ts';
import type { Row, Table } from '../tables/table-service.ts';
import { readable } from '../tables/unreadable-rows.ts';
import { countsOfRow } from './counting-row.ts';
import { countedProperties, storedEntriesOf } from './entry-row.ts';
import { commitOfLedgerRow, partition } from './row-keys.ts';

/** Pairs of one recount: the comparisons that one query has room for. */
const maxPairs = 10;
/** Pages of entries that a recount reads. */
const maxPages = 20;

const commitRow = z.object({ rowKey: z.string(), commit: z.string().nullish().catch('') });

/** The count keys of records that lost entries, as many as one recount takes. */
export function keysToRecount(records: ReadonlyMap<string, PairRecords>): ReadonlySet<string> {
  const pairs = new Set<string>();
  const keys = new Set<string>();
  for (const [key, pair] of records) {
    if (![...pair.records.values()].some(({ lostEntries }) => lostEntries)) continue;
    const { pairId } = countKeyParts(key);
    if (pairs.size === maxPairs && !pairs.has(pairId)) continue;
    pairs.add(pairId);
    keys.add(key);
  }
  return keys;
}

/**
 * Records of these keys, counted again from their living entries; undefined where that is not possible now. What is in
 * the ledger is not counted: it is to be folded yet. `start` is the first moment of the day.
 */
export async function recountRecords(
  table: Table,
  keys: ReadonlySet<string>,
  start: number,
): Promise<ReadonlyMap<string, PairRecords> | undefined> {
  const pairs = new Set([...keys].map((key) => countKeyParts(key).pairId));
  const anyOf = [...pairs].map((pairId) => odata`pair eq ${pairId}`).join(' or ');
  const range = odata`PartitionKey eq ${partition} and RowKey ge ${'e'} and RowKey lt ${'f'} and live eq true`;
  const rows: Row[] = [];
  let pages = 0;
  const select = [...countedProperties, 'commit'];
  for await (const page of pagesOf(table, { filter: `${range} and (${anyOf})`, select })) {
    rows.push(...page.rows);
    if (++pages === maxPages && page.continuation) return undefined;
  }
  const unfolded = await unfoldedCommits(table, keys, start);
  if (!unfolded) return undefined;
  const counted = rows.filter((row) => !unfolded.has(commitRow.parse(row).commit ?? ''));
  const entries: RecordEntry[] = storedEntriesOf(counted).map(({ entry }) => entry);
  const records = recordsOfAdded(entries.filter(({ pairId, epoch }) => keys.has(countKey(pairId, epoch))));
  const nothing: PairRecords = { records: new Map(), more: false };
  return new Map([...keys].map((key) => [key, records.get(key) ?? nothing]));
}

/** The transactions that are in the ledger now; undefined if one removed entries of these keys, or cannot be read. */
async function unfoldedCommits(
  table: Table,
  keys: ReadonlySet<string>,
  start: number,
): Promise<ReadonlySet<string> | undefined> {
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${'l'} and RowKey lt ${'m'}`;
  const commits = new Set<string>();
  for await (const { rows } of pagesOf(table, { filter }))
    for (const row of rows) {
      commits.add(commitOfLedgerRow(commitRow.parse(row).rowKey));
      const [counts] = readable([row], (one) => countsOfRow(one, start));
      if (!counts) return undefined;
      for (const [key, { hours }] of counts)
        if (keys.has(key) && [...hours.values()].some(({ count }) => count < 0)) return undefined;
    }
  return commits;
}
