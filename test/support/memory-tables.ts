import * as z from 'zod';
import {
  type TransactionOperation,
  type TransactionResult,
  transactionLimits,
} from '../../shared/storage/tables/entity-group-transaction.ts';
import { noteStorageCall } from '../../shared/storage/tables/storage-call-count.ts';
import {
  maxPageRows,
  type Row,
  type RowPage,
  type RowQuery,
  type Table,
  type TableService,
} from '../../shared/storage/tables/table-service.ts';
import { filterOf } from './odata-filter.ts';

type StoredRow = Row & { readonly rowKey: string; readonly etag: string };
type Conflict = Exclude<Extract<TransactionResult, { done: false }>['conflict'], 'refused'>;

const entity = z.looseObject({ PartitionKey: z.string(), RowKey: z.string() });

/** Tables in memory that keep the rules of Azure Table Storage as far as this app relies on them. */
export class MemoryTables implements TableService {
  readonly #tables = new Map<string, MemoryTable>();
  readonly #time: () => Date;

  /** `time` is the service's own clock. */
  constructor(time: () => Date = () => new Date()) {
    this.#time = time;
  }

  table(name: string): Table {
    let table = this.#tables.get(name);
    if (!table) {
      table = new MemoryTable();
      this.#tables.set(name, table);
    }
    return table;
  }

  async tableNames(prefix: string): Promise<{ readonly names: string[]; readonly at: Date }> {
    await call();
    const start = prefix.toLowerCase();
    const names = [...this.#tables]
      .filter(([name, { exists }]) => exists && name.toLowerCase().startsWith(start))
      .map(([name]) => name)
      .sort();
    return { names, at: this.#time() };
  }
}

/** Each call ends in a later round of the event loop, so that calls of several callers interleave. */
function call(): Promise<void> {
  noteStorageCall();
  return new Promise((resolve) => setImmediate(resolve));
}

/** The rows of one table. A table that does not exist is empty for readers and refuses transactions. */
class MemoryTable implements Table {
  #rows: Map<string, StoredRow> | undefined;
  /** Row keys in order; made when a query needs them. */
  #sorted: string[] | undefined;
  #etags = 0;

  get exists(): boolean {
    return this.#rows !== undefined;
  }

  async create(): Promise<void> {
    await call();
    this.#rows ??= new Map();
  }

  async drop(): Promise<void> {
    await call();
    this.#rows = undefined;
    this.#sorted = undefined;
  }

  async get(partitionKey: string, rowKey: string): Promise<Row | undefined> {
    await call();
    const row = this.#rows?.get(rowKey);
    return row?.['partitionKey'] === partitionKey ? row : undefined;
  }

  async query({ filter, select, top, continuation = '', onMore }: RowQuery): Promise<RowPage> {
    await call();
    if (top < 1 || top > maxPageRows) throw new RangeError(`No page has ${top} rows`);
    const matches = filterOf(filter);
    const rows: Row[] = [];
    this.#sorted ??= [...(this.#rows?.keys() ?? [])].sort();
    for (const rowKey of this.#sorted) {
      if (rowKey < continuation) continue;
      const row = this.#rows?.get(rowKey);
      if (!row || !matches(row)) continue;
      if (rows.length === top) {
        onMore?.(rowKey);
        return { rows, continuation: rowKey };
      }
      rows.push(select ? selected(row, select) : row);
    }
    return { rows, continuation: undefined };
  }

  async transaction(
    partitionKey: string,
    operations: readonly TransactionOperation[],
  ): Promise<TransactionResult> {
    await call();
    checkLimits(operations);
    if (!this.#rows) return { done: false, conflict: 'table-missing' };
    const conflict = operations.map((one) => this.#conflictOf(one)).find((one) => one !== undefined);
    if (conflict) return { done: false, conflict };
    const etags = new Map<string, string>();
    for (const operation of operations) {
      const { rowKey } = operation;
      if (operation.kind === 'delete') {
        this.#rows.delete(rowKey);
        continue;
      }
      const etag = `W/"${++this.#etags}"`;
      const before = operation.kind === 'merge' ? this.#rows.get(rowKey) : {};
      this.#rows.set(rowKey, { ...before, ...propertiesIn(operation.json), partitionKey, rowKey, etag });
      etags.set(rowKey, etag);
    }
    if (operations.some(({ kind }) => kind !== 'merge' && kind !== 'replace')) this.#sorted = undefined;
    return { done: true, etags };
  }

  #conflictOf(operation: TransactionOperation): Conflict | undefined {
    const row = this.#rows?.get(operation.rowKey);
    if (!('etag' in operation)) return row && operation.kind === 'insert' ? 'exists' : undefined;
    if (!row) return 'missing';
    return operation.etag === '*' || operation.etag === row.etag ? undefined : 'changed';
  }
}

function checkLimits(operations: readonly TransactionOperation[]): void {
  let bytes = 0;
  for (const operation of operations)
    if (operation.kind !== 'delete') bytes += Buffer.byteLength(operation.json);
  const rowKeys = new Set(operations.map(({ rowKey }) => rowKey));
  if (operations.length > transactionLimits.rows || bytes > transactionLimits.bytes)
    throw new RangeError(`No transaction holds ${operations.length} rows of ${bytes} bytes`);
  if (rowKeys.size < operations.length) throw new RangeError('A row occurs twice in a transaction');
}

function propertiesIn(json: string): Record<string, unknown> {
  const { PartitionKey: _, RowKey: __, ...properties } = entity.parse(JSON.parse(json));
  for (const [name, type] of Object.entries(properties)) {
    if (!name.endsWith('@odata.type')) continue;
    delete properties[name];
    const bare = name.slice(0, -'@odata.type'.length);
    if (type === 'Edm.Binary') properties[bare] = Buffer.from(String(properties[bare]), 'base64');
  }
  return properties;
}

/** Only what was asked for, and the ETag; a property that the row does not have is null. */
function selected(row: StoredRow, select: readonly string[]): Row {
  const names = select.map((name) => (name === 'RowKey' ? 'rowKey' : name));
  return { etag: row.etag, ...Object.fromEntries(names.map((name) => [name, row[name] ?? null])) };
}
