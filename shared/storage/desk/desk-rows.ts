import { randomUUID } from 'node:crypto';
import { odata } from '@azure/data-tables';
import * as z from 'zod';
import {
  type EntityProperties,
  entityJson,
  type TransactionOperation,
} from '../tables/entity-group-transaction.ts';
import { allRows } from '../tables/pages.ts';
import type { Row, Table } from '../tables/table-service.ts';
import { changeDeskRows, deskPartition as partition } from './desk-transaction.ts';

const versionedRow = z.object({ etag: z.string(), write: z.string().nullish() });

/** A row to be written: new, or in place of the one with this ETag. */
export interface RowToWrite {
  readonly rowKey: string;
  readonly properties: EntityProperties;
  readonly etag?: string | undefined;
}

/** The rows of the desk's table; `onChange` is told of every write. */
export class DeskRows {
  readonly #table: Table;
  readonly #onChange: () => void;

  constructor(table: Table, onChange: () => void) {
    this.#table = table;
    this.#onChange = onChange;
  }

  get(rowKey: string): Promise<Row | undefined> {
    return this.#table.get(partition, rowKey);
  }

  /** All rows whose keys are at or after `from` and before `to`, ascending. */
  between(from: string, to: string, select?: readonly string[]): Promise<Row[]> {
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
    return allRows(this.#table, { filter, ...(select ? { select } : {}) });
  }

  /**
   * Writes a row, with others in the same transaction. It carries a mark of its own, by which a write whose answer was
   * lost is known again. False when it was there already, or changed since.
   */
  async write({ rowKey, properties, etag }: RowToWrite, others: readonly TransactionOperation[] = []) {
    const write = randomUUID();
    const json = entityJson(partition, rowKey, { ...properties, write });
    const operation: TransactionOperation = etag
      ? { kind: 'replace', rowKey, json, etag }
      : { kind: 'insert', rowKey, json };
    if (await this.submit([operation, ...others])) return true;
    const row = await this.get(rowKey);
    return row !== undefined && versionedRow.parse(row).write === write;
  }

  async delete(rowKey: string, etag = '*'): Promise<void> {
    await this.submit([{ kind: 'delete', rowKey, etag }]);
  }

  /** One transaction; false when a row stood in its way, and nothing was done then. */
  async submit(operations: readonly TransactionOperation[]): Promise<boolean> {
    try {
      return await changeDeskRows(this.#table, operations);
    } finally {
      this.#onChange();
    }
  }
}
