import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { CompactionResult } from '../../domain/ports/error-log.ts';
import { addCounts, type ProblemCounts, type ProblemDay } from '../../domain/problems/problem-counts.ts';
import {
  entityJson,
  type TransactionOperation,
  transactionLimits,
} from '../tables/entity-group-transaction.ts';
import { pagesOf } from '../tables/pages.ts';
import type { Row, Table } from '../tables/table-service.ts';
import { countsIn, countsProperties } from './counts-row.ts';
import { markRow } from './day-summary.ts';
import { compactionMarkRowKey, partition, tallyRowKey } from './row-keys.ts';

const keyedRow = z.object({ rowKey: z.string(), etag: z.string() });

const ledgerFilter = odata`PartitionKey eq ${partition} and RowKey ge ${'l'} and RowKey lt ${'m'}`;
const talliesFilter = odata`PartitionKey eq ${partition} and RowKey ge ${'t'} and RowKey lt ${'u'}`;

/** Rows a fold may change besides the mark. */
const rowsPerFold = transactionLimits.rows - 1;
/** How often a compaction starts anew because another one, or a lost answer, interfered. */
const maxStarts = 4;

interface LedgerRow {
  readonly rowKey: string;
  readonly etag: string;
  readonly counts: ProblemCounts;
}

interface Tally {
  readonly day: ProblemDay;
  readonly etag: string;
}

/**
 * Folds the ledger rows of a day into tallies. Each transaction deletes ledger rows, writes the tallies they touch with
 * their ETags and changes the mark: two compactions at once, or one that dies at any point, cannot miscount.
 */
export async function compact(table: Table, shouldStop: () => boolean): Promise<CompactionResult> {
  let folded = 0;
  for (let start = 0; start < maxStarts; start++) {
    const run = await new Compaction(table, shouldStop).run();
    folded += run.folded;
    if (run.end !== 'disturbed') return { folded, finished: run.end === 'finished' };
  }
  return { folded, finished: false };
}

class Compaction {
  readonly #table: Table;
  readonly #shouldStop: () => boolean;
  readonly #tallies = new Map<string, Tally>();
  #markEtag: string | undefined;
  #folded = 0;

  constructor(table: Table, shouldStop: () => boolean) {
    this.#table = table;
    this.#shouldStop = shouldStop;
  }

  async run(): Promise<{ readonly folded: number; readonly end: 'finished' | 'stopped' | 'disturbed' }> {
    let ledger = await this.#ledgerPage();
    if (ledger.length > 0) await this.#readTallies();
    while (ledger.length > 0) {
      if (this.#shouldStop()) return { folded: this.#folded, end: 'stopped' };
      const fold = nextFold(ledger);
      if (!(await this.#write(fold))) return { folded: this.#folded, end: 'disturbed' };
      this.#folded += fold.folded.length;
      ledger = fold.rest ? await this.#ledgerPage() : ledger.slice(fold.folded.length);
      if (ledger.length === 0) ledger = await this.#ledgerPage();
    }
    return { folded: this.#folded, end: 'finished' };
  }

  async #ledgerPage(): Promise<LedgerRow[]> {
    for await (const { rows } of pagesOf(this.#table, { filter: ledgerFilter }))
      if (rows.length > 0) return rows.map((row) => ({ ...keyedRow.parse(row), counts: countsIn(row) }));
    return [];
  }

  async #readTallies(): Promise<void> {
    const mark = await this.#table.get(partition, compactionMarkRowKey);
    this.#markEtag = mark && markRow.parse(mark).etag;
    for await (const { rows } of pagesOf(this.#table, { filter: talliesFilter }))
      for (const row of rows) this.#noteTally(row);
  }

  #noteTally(row: Row): void {
    const { etag } = keyedRow.parse(row);
    for (const [id, day] of countsIn(row)) this.#tallies.set(id, { day, etag });
  }

  /** False when another compaction changed one of the rows first. */
  async #write(fold: Fold): Promise<boolean> {
    const sums = new Map<string, ProblemDay>();
    for (const id of fold.changes.keys()) {
      const tally = this.#tallies.get(id);
      if (tally) sums.set(id, tally.day);
    }
    addCounts(sums, fold.changes);
    const result = await this.#table.transaction(partition, [
      ...fold.folded.map(({ rowKey, etag }): TransactionOperation => ({ kind: 'delete', rowKey, etag })),
      ...(fold.rest ? [countsOperation(fold.rest.rowKey, fold.rest.counts, fold.rest.etag)] : []),
      ...[...sums].map(([id, day]) =>
        countsOperation(tallyRowKey(id), new Map([[id, day]]), this.#tallies.get(id)?.etag),
      ),
      this.#markOperation(),
    ]);
    if (!result.done) return false;
    for (const [id, day] of sums)
      this.#tallies.set(id, { day, etag: result.etags.get(tallyRowKey(id)) ?? '' });
    this.#markEtag = result.etags.get(compactionMarkRowKey);
    return true;
  }

  #markOperation(): TransactionOperation {
    const json = entityJson(partition, compactionMarkRowKey, { runs: this.#folded });
    const rowKey = compactionMarkRowKey;
    return this.#markEtag
      ? { kind: 'replace', rowKey, json, etag: this.#markEtag }
      : { kind: 'insert', rowKey, json };
  }
}

function countsOperation(
  rowKey: string,
  counts: ProblemCounts,
  etag: string | undefined,
): TransactionOperation {
  const json = entityJson(partition, rowKey, countsProperties(counts));
  return etag ? { kind: 'replace', rowKey, json, etag } : { kind: 'insert', rowKey, json };
}

/** What one transaction folds: ledger rows to delete, the counts they add, and the rest of a row too wide for one fold. */
interface Fold {
  readonly folded: readonly LedgerRow[];
  readonly changes: ProblemCounts;
  readonly rest: LedgerRow | undefined;
}

function nextFold(ledger: readonly LedgerRow[]): Fold {
  const folded: LedgerRow[] = [];
  const changes = new Map<string, ProblemDay>();
  for (const row of ledger) {
    const problems = new Set([...changes.keys(), ...row.counts.keys()]);
    if (folded.length + 1 + problems.size > rowsPerFold) {
      if (folded.length > 0) break;
      const counts = [...row.counts];
      // The transaction also changes the row itself.
      return {
        folded,
        changes: new Map(counts.slice(0, rowsPerFold - 1)),
        rest: { ...row, counts: new Map(counts.slice(rowsPerFold - 1)) },
      };
    }
    folded.push(row);
    addCounts(changes, row.counts);
  }
  return { folded, changes, rest: undefined };
}
