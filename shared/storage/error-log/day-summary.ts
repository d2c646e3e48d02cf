import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { DaySummary } from '../../domain/ports/error-log.ts';
import { type DayCounts, sumOfCounts } from '../../domain/problems/pair-counts.ts';
import type { PairFacts } from '../../domain/problems/problem.ts';
import { SumOfRecords } from '../../domain/problems/record-failures.ts';
import { pagesOf } from '../tables/pages.ts';
import { splitNames } from '../tables/split-bytes.ts';
import type { Row } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { countsOfRow, countsProperties, recordsOfLedger, recordsOfRow } from './counting-row.ts';
import type { DayOfEntries } from './entry-changes.ts';
import { factsIn, pairsIn } from './pair-row.ts';
import { foldMarkRowKey, partition } from './row-keys.ts';
import { type RowVersion, type SummaryCache, versionOf } from './summary-cache.ts';

const keyedRow = z.object({ rowKey: z.string(), etag: z.string() });

/** Rows of the kinds from the mark up to before `end`. */
const rowsBefore = (end: string) =>
  odata`PartitionKey eq ${partition} and RowKey ge ${foldMarkRowKey} and RowKey lt ${end}`;
/** Without the records: ledger rows hold both. */
const countsQuery = {
  filter: rowsBefore('u'),
  select: ['RowKey', ...countsProperties, ...splitNames('facts', 15)],
};
const recordsQuery = { filter: rowsBefore('v') };

/** Times a summary is read again because a fold moved counts between its pages. */
const maxTries = 4;

/**
 * Tallies and ledger of a day added up, and its records if asked for. One page is one consistent look; over several
 * pages a fold could count a row twice, so the mark is looked at again at the end. Rows that `cache` knows are not added
 * up again.
 */
export async function readSummary(
  { table, start }: DayOfEntries,
  { maxCalls, withRecords }: { readonly maxCalls: number; readonly withRecords: boolean },
  cache: SummaryCache,
): Promise<DaySummary> {
  const query = withRecords ? recordsQuery : countsQuery;
  let calls = 0;
  for (let attempt = 0; attempt < maxTries && calls < maxCalls; attempt++) {
    const rows: KeyedRow[] = [];
    let pages = 0;
    for await (const page of pagesOf(table, query)) {
      calls++;
      pages++;
      for (const row of page.rows) rows.push({ ...keyedRow.parse(row), row });
      if (page.continuation && calls >= maxCalls) return incomplete(calls);
    }
    if (pages > 1) {
      if (calls >= maxCalls) return incomplete(calls);
      calls++;
      const mark = await table.get(partition, foldMarkRowKey);
      const seen = rows.find(({ rowKey }) => rowKey === foldMarkRowKey);
      if ((mark && keyedRow.parse(mark).etag) !== seen?.etag) continue;
    }
    const name = `${start} ${withRecords}`;
    const version = versionOf(rows);
    const known = cache.find(name, version);
    if (known) return { ...known, calls };
    const { summary, isWhole } = summaryOf(rows, start);
    // A row that cannot be read is noted whenever it is met.
    if (isWhole) cache.keep(name, version, summary);
    return { ...summary, calls };
  }
  return incomplete(calls);
}

function incomplete(calls: number): DaySummary {
  return { facts: new Map(), counts: new Map(), records: new Map(), complete: false, calls };
}

interface KeyedRow extends RowVersion {
  readonly row: Row;
}

/** Rows added up; a row that cannot be read is left out and noted, and `isWhole` is false. */
function summaryOf(rows: readonly KeyedRow[], start: number): { summary: DaySummary; isWhole: boolean } {
  const facts = new Map<string, PairFacts>();
  const records = new SumOfRecords();
  const counts: DayCounts[] = [];
  let isWhole = true;
  for (const { rowKey, row } of rows) {
    const kind = rowKey.charAt(0);
    try {
      if (kind === 'p') for (const [id, texts] of pairsIn(row)) facts.set(id, factsIn(texts));
      else if (kind === 'u') records.add(recordsOfRow(row, start));
      else if (kind === 'l' || kind === 't') {
        const ofRow = countsOfRow(row, start);
        counts.push(ofRow);
        if (kind === 'l') records.add(recordsOfLedger(row, ofRow, start));
      }
    } catch {
      // A newer version may have written it: what cannot be read must not hide the rest.
      noteUnreadableRow();
      isWhole = false;
    }
  }
  const summary = {
    facts,
    counts: sumOfCounts(counts),
    records: records.records(),
    complete: true,
    calls: 0,
  };
  return { summary, isWhole };
}
