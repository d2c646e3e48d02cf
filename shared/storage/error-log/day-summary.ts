import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { DaySummary } from '../../domain/ports/error-log.ts';
import { type DayCounts, type PairDay, sumOfCounts } from '../../domain/problems/pair-counts.ts';
import type { PairFacts } from '../../domain/problems/problem.ts';
import { SumOfRecords } from '../../domain/problems/record-failures.ts';
import { pagesOf } from '../tables/pages.ts';
import { splitNames } from '../tables/split-bytes.ts';
import type { Row, Table } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { countsOfRow, countsProperties, recordsOfLedger, recordsOfRow } from './counting-row.ts';
import { factsIn, pairsIn } from './pair-row.ts';
import { foldMarkRowKey, partition } from './row-keys.ts';

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
 * pages a fold could count a row twice, so the mark is looked at again at the end. `start` is the first moment of the
 * day, ms since 1970.
 */
export async function readSummary(
  table: Table,
  start: number,
  maxCalls: number,
  withRecords: boolean,
): Promise<DaySummary> {
  const query = withRecords ? recordsQuery : countsQuery;
  let calls = 0;
  for (let attempt = 0; attempt < maxTries && calls < maxCalls; attempt++) {
    const sum = new SummaryRows(start);
    let pages = 0;
    for await (const page of pagesOf(table, query)) {
      calls++;
      pages++;
      for (const row of page.rows) sum.add(row);
      if (page.continuation && calls >= maxCalls) return incomplete(calls);
    }
    if (pages > 1) {
      if (calls >= maxCalls) return incomplete(calls);
      calls++;
      const mark = await table.get(partition, foldMarkRowKey);
      if ((mark && keyedRow.parse(mark).etag) !== sum.markEtag) continue;
    }
    return { facts: sum.facts, counts: sum.counts(), records: sum.records.records(), complete: true, calls };
  }
  return incomplete(calls);
}

function incomplete(calls: number): DaySummary {
  return { facts: new Map(), counts: new Map(), records: new Map(), complete: false, calls };
}

class SummaryRows {
  readonly facts = new Map<string, PairFacts>();
  readonly records = new SumOfRecords();
  readonly #counts: DayCounts[] = [];
  readonly #start: number;
  markEtag: string | undefined;

  constructor(start: number) {
    this.#start = start;
  }

  /** The sum of all rows. */
  counts(): Map<string, PairDay> {
    return sumOfCounts(this.#counts);
  }

  /** Adds what a row tells; one that cannot be read is left out and noted. */
  add(row: Row): void {
    const { rowKey, etag } = keyedRow.parse(row);
    const kind = rowKey.charAt(0);
    if (kind === foldMarkRowKey) this.markEtag = etag;
    try {
      if (kind === 'p') for (const [id, texts] of pairsIn(row)) this.facts.set(id, factsIn(texts));
      else if (kind === 'u') this.records.add(recordsOfRow(row, this.#start));
      else if (kind === 'l' || kind === 't') {
        const counts = countsOfRow(row, this.#start);
        this.#counts.push(counts);
        if (kind === 'l') this.records.add(recordsOfLedger(row, counts, this.#start));
      }
    } catch {
      // A newer version may have written it: what cannot be read must not hide the rest.
      noteUnreadableRow();
    }
  }
}
