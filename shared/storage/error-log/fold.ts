import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { FoldResult } from '../../domain/ports/error-log.ts';
import { sumOfCounts, withoutEmpty } from '../../domain/problems/pair-counts.ts';
import { sumOfRecords, withoutEmptyRecords } from '../../domain/problems/record-failures.ts';
import {
  entityJson,
  type TransactionOperation,
  transactionLimits,
} from '../tables/entity-group-transaction.ts';
import { pagesOf } from '../tables/pages.ts';
import type { Row, Table } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { countsOfRow, recordsOfLedger, recordsOfRow } from './counting-row.ts';
import { type Pairs, pairRows, type Records, recordRows, type Tallies, tallyRows } from './folded-kinds.ts';
import { FoldedRows } from './folded-rows.ts';
import { missingPairs } from './missing-pairs.ts';
import { pairsIn } from './pair-row.ts';
import { keysToRecount, recountRecords } from './record-recount.ts';
import { foldMarkRowKey, partition } from './row-keys.ts';

const keyedRow = z.object({ rowKey: z.string(), etag: z.string() });

const ledgerFilter = odata`PartitionKey eq ${partition} and RowKey ge ${'l'} and RowKey lt ${'m'}`;
const foldedFilter = odata`PartitionKey eq ${partition} and RowKey ge ${'p'} and RowKey lt ${'v'}`;

/** Rows a fold may take away: the mark and one new row of each kind have the rest of the transaction. */
const maxRowsTaken = transactionLimits.rows - 4;
/** Rows of one kind that a fold may take away, so that the ledger has the most of it. */
const maxRowsOfKind = { pairs: 30, tallies: 10, records: 10 };
/** Bytes that the ledger rows of one fold may add to tallies and records. */
const reserved = { pairs: 0, tallies: 100_000, records: 250_000 };
/** Fresh starts after another fold, or a lost answer, got in the way. */
const maxStarts = 4;

/**
 * Folds the ledger of a day. Each transaction takes rows away, writes their sum as one row of each kind (pairs, tallies,
 * records) and changes the mark: two folds at once, or one that dies at any point, cannot miscount. `start` is the first
 * moment of the day, ms since 1970.
 */
export async function fold(table: Table, start: number, shouldStop: () => boolean): Promise<FoldResult> {
  let folded = 0;
  for (let attempt = 0; attempt < maxStarts; attempt++) {
    const run = await new Fold(table, start, shouldStop).run();
    folded += run.folded;
    if (run.end !== 'disturbed') return { folded, finished: run.end === 'finished' };
  }
  return { folded, finished: false };
}

/** A ledger row, with what it adds. */
interface LedgerRow {
  readonly rowKey: string;
  readonly etag: string;
  readonly counts: Tallies;
  readonly records: Records;
}

type RunEnd = 'finished' | 'stopped' | 'disturbed';

class Fold {
  readonly #table: Table;
  readonly #start: number;
  readonly #shouldStop: () => boolean;
  readonly #pairs = new FoldedRows(pairRows);
  readonly #tallies: FoldedRows<Tallies>;
  readonly #records: FoldedRows<Records>;
  #markEtag: string | undefined;
  #folded = 0;
  /** Whether a row was left as it is: then the sum of the others is not all there is. */
  #hasLeftRows = false;
  /** Pairs that were looked for because no row told them. */
  readonly #soughtPairs = new Set<string>();

  constructor(table: Table, start: number, shouldStop: () => boolean) {
    this.#table = table;
    this.#start = start;
    this.#shouldStop = shouldStop;
    this.#tallies = new FoldedRows(tallyRows(start));
    this.#records = new FoldedRows(recordRows(start));
  }

  async run(): Promise<{ readonly folded: number; readonly end: RunEnd }> {
    let isRead = false;
    for await (const { rows, continuation } of pagesOf(this.#table, { filter: ledgerFilter })) {
      const ledger = this.#readable(rows, (row) => this.#ledgerRow(row));
      if (ledger.length > 0 && !isRead) await this.#readFolded();
      isRead ||= ledger.length > 0;
      const end = await this.#foldPage(ledger, continuation === undefined);
      if (end !== 'finished') return { folded: this.#folded, end };
    }
    const isDone = !isRead || ((await this.#tellMissingPairs()) && (await this.#recountRecords()));
    return { folded: this.#folded, end: isDone ? 'finished' : 'disturbed' };
  }

  async #readFolded(): Promise<void> {
    const mark = await this.#table.get(partition, foldMarkRowKey);
    this.#markEtag = mark && keyedRow.parse(mark).etag;
    for await (const { rows } of pagesOf(this.#table, { filter: foldedFilter }))
      this.#readable(rows, (row) => this.#noteFolded(row));
  }

  #noteFolded(row: Row): void {
    const { rowKey, etag } = keyedRow.parse(row);
    const kind = rowKey.charAt(0);
    if (kind === 'p') this.#pairs.note(rowKey, etag, new Map(pairsIn(row)));
    else if (kind === 't') this.#tallies.note(rowKey, etag, countsOfRow(row, this.#start));
    else if (kind === 'u') this.#records.note(rowKey, etag, recordsOfRow(row, this.#start));
  }

  #ledgerRow(row: Row): LedgerRow {
    const counts = countsOfRow(row, this.#start);
    return { ...keyedRow.parse(row), counts, records: recordsOfLedger(row, counts, this.#start) };
  }

  /** What could be read whole of some rows; the others stay as they are, for the version that wrote them. */
  #readable<Value>(rows: readonly Row[], read: (row: Row) => Value): Value[] {
    const values: Value[] = [];
    for (const row of rows) {
      try {
        if (isWhollyKnown(row)) values.push(read(row));
        else this.#hasLeftRows = true;
      } catch {
        // Not bytes of this version's making.
        noteUnreadableRow();
        this.#hasLeftRows = true;
      }
    }
    return values;
  }

  async #foldPage(ledger: LedgerRow[], isLastPage: boolean): Promise<RunEnd> {
    while (ledger.length > 0) {
      if (this.#shouldStop()) return 'stopped';
      if (!(await this.#foldSome(ledger, isLastPage))) return 'disturbed';
    }
    return 'finished';
  }

  /** One transaction; takes from `ledger` what it folded. False when another fold changed one of the rows first. */
  async #foldSome(ledger: LedgerRow[], isLastPage: boolean): Promise<boolean> {
    const pairs = this.#pairs.choose(maxRowsOfKind.pairs, reserved.pairs);
    const tallies = this.#tallies.choose(maxRowsOfKind.tallies, reserved.tallies);
    const records = this.#records.choose(maxRowsOfKind.records, reserved.records);
    const part = ledger.slice(0, maxRowsTaken - pairs.length - tallies.length - records.length);
    const counts = sumOfCounts(part.map((row) => row.counts));
    const failures = sumOfRecords(part.map((row) => row.records));
    // What is nothing in the sum of all rows need not be kept; in a part of them it may belong to what is elsewhere.
    const isRest = isLastPage && part.length === ledger.length && !this.#hasLeftRows;
    const trimCounts = isRest && tallies.length === this.#tallies.count;
    const trimRecords = isRest && records.length === this.#records.count;
    const merges = {
      pairs: this.#pairs.merge(pairs, await this.#missingPairs(counts)),
      tallies: this.#tallies.merge(tallies, counts, trimCounts ? withoutEmpty : undefined),
      records: this.#records.merge(records, failures, trimRecords ? withoutEmptyRecords : undefined),
    };
    const result = await this.#table.transaction(partition, [
      ...part.map(({ rowKey, etag }): TransactionOperation => ({ kind: 'delete', rowKey, etag })),
      ...merges.pairs.operations,
      ...merges.tallies.operations,
      ...merges.records.operations,
      this.#markOperation(),
    ]);
    if (!result.done) return false;
    this.#pairs.merged(merges.pairs, result.etags);
    this.#tallies.merged(merges.tallies, result.etags);
    this.#records.merged(merges.records, result.etags);
    this.#markEtag = result.etags.get(foldMarkRowKey);
    this.#folded += part.length;
    ledger.splice(0, part.length);
    return true;
  }

  /** Counts records that lost entries again. False when another fold was at work. */
  async #recountRecords(): Promise<boolean> {
    const chosen = this.#records.choose(maxRowsTaken, 0);
    // Only where all of a day's records are at hand is it known what stands for them.
    if (this.#hasLeftRows || chosen.length < this.#records.count || this.#shouldStop()) return true;
    const all = sumOfRecords(chosen.map(({ value }) => value));
    const keys = keysToRecount(all);
    if (keys.size === 0) return true;
    const recounted = await recountRecords(this.#table, keys, this.#start);
    if (!recounted) return true;
    const merge = this.#records.replace(chosen, withoutEmptyRecords(new Map([...all, ...recounted])));
    const result = await this.#table.transaction(partition, [...merge.operations, this.#markOperation()]);
    if (!result.done) return false;
    this.#records.merged(merge, result.etags);
    this.#markEtag = result.etags.get(foldMarkRowKey);
    return true;
  }

  /** Looks for pairs of these counts that no row tells, some at a time. */
  async #missingPairs(counts: Tallies): Promise<Pairs> {
    const known = this.#pairs.values();
    const isKnown = (pairId: string) =>
      this.#soughtPairs.has(pairId) || known.some((pairs) => pairs.has(pairId));
    const { found, sought } = await missingPairs(this.#table, counts, isKnown);
    for (const pairId of sought) this.#soughtPairs.add(pairId);
    return found;
  }

  /** Tells pairs that the transactions of this fold had no room to look for. False when another fold was at work. */
  async #tellMissingPairs(): Promise<boolean> {
    const counts = sumOfCounts(this.#tallies.values());
    while (!this.#shouldStop()) {
      const before = this.#soughtPairs.size;
      const found = await this.#missingPairs(counts);
      if (this.#soughtPairs.size === before) return true;
      const merge = this.#pairs.merge(this.#pairs.choose(maxRowsOfKind.pairs, reserved.pairs), found);
      if (merge.operations.length === 0) continue;
      const result = await this.#table.transaction(partition, [...merge.operations, this.#markOperation()]);
      if (!result.done) return false;
      this.#pairs.merged(merge, result.etags);
      this.#markEtag = result.etags.get(foldMarkRowKey);
    }
    return true;
  }

  #markOperation(): TransactionOperation {
    const rowKey = foldMarkRowKey;
    const json = entityJson(partition, rowKey, { folded: this.#folded });
    return this.#markEtag
      ? { kind: 'replace', rowKey, json, etag: this.#markEtag }
      : { kind: 'insert', rowKey, json };
  }
}

/** Whether a row holds nothing that this version would lose by folding it. */
function isWhollyKnown(row: Row): boolean {
  return Object.keys(row).every((name) =>
    /^(?:partitionKey|rowKey|timestamp|etag|(?:counts|records|facts)\d+)$/.test(name),
  );
}
