import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { DaySummary } from '../../domain/ports/error-log.ts';
import { addCounts, type ProblemDay } from '../../domain/problems/problem-counts.ts';
import { pagesOf } from '../tables/pages.ts';
import type { Row, Table } from '../tables/table-service.ts';
import { countsIn } from './counts-row.ts';
import { compactionMarkRowKey, partition } from './row-keys.ts';

/** Changes with every compaction, so that a reader of several pages notices one. */
export const markRow = z.object({ etag: z.string(), runs: z.number() });

// From `k` to `t`: the mark, the ledger and the tallies.
const countsFilter = odata`PartitionKey eq ${partition} and RowKey ge ${compactionMarkRowKey} and RowKey lt ${'u'}`;

/** How often a summary is read, because a compaction moved counts between its pages. */
const maxTries = 4;

/**
 * Adds up the tallies and the ledger of a day. One page is consistent. Between several pages a compaction could make a
 * row count twice, so the mark is read again at the end.
 */
export async function readSummary(table: Table, maxCalls: number): Promise<DaySummary> {
  let calls = 0;
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const counts = new Map<string, ProblemDay>();
    let mark: string | undefined;
    let pages = 0;
    if (calls >= maxCalls) return incomplete(calls);
    for await (const { rows, continuation } of pagesOf(table, { filter: countsFilter })) {
      calls++;
      pages++;
      for (const row of rows) {
        if (row['rowKey'] === compactionMarkRowKey) mark = markRow.parse(row).etag;
        else addCounts(counts, countsIn(row));
      }
      if (continuation && calls >= maxCalls) return incomplete(calls);
    }
    if (pages === 1) return { counts, complete: true, calls };
    calls++;
    if (markOf(await table.get(partition, compactionMarkRowKey)) === mark)
      return { counts, complete: true, calls };
  }
  return incomplete(calls);
}

function incomplete(calls: number): DaySummary {
  return { counts: new Map(), complete: false, calls };
}

function markOf(row: Row | undefined): string | undefined {
  return row && markRow.parse(row).etag;
}
