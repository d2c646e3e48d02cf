import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { DaySummary } from '../../domain/ports/error-log.ts';
import { addCounts, type ProblemDay } from '../../domain/problems/problem-counts.ts';
import { maxPageRows, type Row, type Table } from '../tables/table-service.ts';
import { countsIn } from './counts-row.ts';
import { compactionMarkRowKey, partition } from './row-keys.ts';

/** The row that every compaction changes; a reader of several pages tells by it that rows moved meanwhile. */
export const markRow = z.object({ etag: z.string(), runs: z.number() });

// Mark, ledger and tallies are the kinds from 'k' to 't'.
const countsFilter = odata`PartitionKey eq ${partition} and RowKey ge ${compactionMarkRowKey} and RowKey lt ${'u'}`;

/** Times a summary is read again because a compaction moved counts between its pages. */
const maxTries = 4;

/**
 * Tallies and ledger of a day added up. One page is one consistent look; over several pages a compaction could count a
 * row twice, so the mark is looked at again at the end.
 */
export async function readSummary(table: Table, maxCalls: number): Promise<DaySummary> {
  let calls = 0;
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const counts = new Map<string, ProblemDay>();
    let mark: string | undefined;
    let pages = 0;
    let continuation: string | undefined;
    do {
      if (calls >= maxCalls) return { counts: new Map(), complete: false, calls };
      const page = await table.query({ filter: countsFilter, top: maxPageRows, continuation });
      calls++;
      pages++;
      for (const row of page.rows) {
        if (row['rowKey'] === compactionMarkRowKey) mark = markRow.parse(row).etag;
        else addCounts(counts, countsIn(row));
      }
      continuation = page.continuation;
    } while (continuation);
    if (pages === 1) return { counts, complete: true, calls };
    calls++;
    if (markOf(await table.get(partition, compactionMarkRowKey)) === mark)
      return { counts, complete: true, calls };
  }
  return { counts: new Map(), complete: false, calls };
}

function markOf(row: Row | undefined): string | undefined {
  return row && markRow.parse(row).etag;
}
