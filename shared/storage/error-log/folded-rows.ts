import { randomBytes } from 'node:crypto';
import { base32 } from '../../domain/reports/ulid.ts';
import {
  type EntityProperties,
  entityJson,
  type TransactionOperation,
} from '../tables/entity-group-transaction.ts';
import { partition } from './row-keys.ts';

/** One kind of row that folds write: pairs, tallies or records. */
export interface FoldedKind<Value> {
  /** First character of the row keys. */
  readonly prefix: string;
  /** Largest row that a fold makes, in units of {@link sizeOf}. */
  readonly maxSize: number;
  readonly sizeOf: (properties: EntityProperties) => number;
  readonly propertiesOf: (value: Value) => EntityProperties;
  readonly nothing: () => Value;
  readonly add: (sum: Value, value: Value) => void;
  readonly isEmpty: (value: Value) => boolean;
}

/** A row that a fold wrote, or that an instance wrote for pairs it had not seen. */
interface FoldedRow<Value> {
  readonly rowKey: string;
  readonly etag: string;
  readonly size: number;
  readonly value: Value;
}

/** Rows that a transaction takes away, and the one that holds their sum. */
interface Merge<Value> {
  readonly operations: readonly TransactionOperation[];
  readonly taken: ReadonlySet<FoldedRow<Value>>;
  readonly written: Omit<FoldedRow<Value>, 'etag'> | undefined;
}

/** The rows of one kind on one day, as a fold knows them. */
export class FoldedRows<Value> {
  readonly #kind: FoldedKind<Value>;
  #rows: FoldedRow<Value>[] = [];

  constructor(kind: FoldedKind<Value>) {
    this.#kind = kind;
  }

  /** Notes a row as it was read. */
  note(rowKey: string, etag: string, value: Value): void {
    this.#rows.push({ rowKey, etag, value, size: this.#sizeOf(value) });
  }

  /** How many rows there are. */
  get count(): number {
    return this.#rows.length;
  }

  /** What each row holds. */
  values(): Value[] {
    return this.#rows.map(({ value }) => value);
  }

  /** The smallest rows that fit into one together, with room for `reserved` more. */
  choose(maxRows: number, reserved: number): FoldedRow<Value>[] {
    const chosen: FoldedRow<Value>[] = [];
    let size = reserved;
    for (const row of [...this.#rows].sort((one, other) => one.size - other.size)) {
      size += row.size;
      if (size > this.#kind.maxSize || chosen.length === maxRows) break;
      chosen.push(row);
    }
    return chosen;
  }

  /** Adds `more` and the chosen rows up, in one new row that takes their place; `trim` leaves out what is not worth keeping. */
  merge(
    chosen: readonly FoldedRow<Value>[],
    more: Value,
    trim: (sum: Value) => Value = (sum) => sum,
  ): Merge<Value> {
    const { add, isEmpty, nothing } = this.#kind;
    if (isEmpty(more) && chosen.length < 2) return { operations: [], taken: new Set(), written: undefined };
    const sum = nothing();
    for (const row of chosen) add(sum, row.value);
    add(sum, more);
    return this.replace(chosen, trim(sum));
  }

  /** Writes a value in one new row in place of the chosen ones. */
  replace(chosen: readonly FoldedRow<Value>[], value: Value): Merge<Value> {
    const { isEmpty, prefix, propertiesOf, sizeOf } = this.#kind;
    const operations = chosen.map(
      ({ rowKey, etag }): TransactionOperation => ({ kind: 'delete', rowKey, etag }),
    );
    if (isEmpty(value)) return { operations, taken: new Set(chosen), written: undefined };
    const rowKey = newFoldedRowKey(prefix);
    const properties = propertiesOf(value);
    operations.push({ kind: 'insert', rowKey, json: entityJson(partition, rowKey, properties) });
    return { operations, taken: new Set(chosen), written: { rowKey, size: sizeOf(properties), value } };
  }

  /** Notes that a merge was done, with the ETags of what it wrote. */
  merged({ taken, written }: Merge<Value>, etags: ReadonlyMap<string, string>): void {
    this.#rows = this.#rows.filter((row) => !taken.has(row));
    if (written) this.#rows.push({ ...written, etag: etags.get(written.rowKey) ?? '' });
  }

  #sizeOf(value: Value): number {
    return this.#kind.sizeOf(this.#kind.propertiesOf(value));
  }
}

/** A row key of this kind that nothing has yet. */
export function newFoldedRowKey(prefix: string): string {
  return `${prefix}${base32(randomBytes(10))}`;
}
