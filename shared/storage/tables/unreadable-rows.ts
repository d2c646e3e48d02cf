import { pagesOf } from './pages.ts';
import { currentStorageCallCount } from './storage-call-count.ts';
import { maxPageRows, type Row, type Table } from './table-service.ts';

/**
 * Notes a row that could not be read and was left out: a newer version may have written it. Whoever counts storage calls
 * (a request, a step of the timer) tells how many there were.
 */
export function noteUnreadableRow(): void {
  const count = currentStorageCallCount();
  if (count) count.unreadableRows++;
}

/** What could be read of some rows; one that a newer version wrote in its own way is left out and noted. */
export function readable<Value>(rows: readonly Row[], read: (row: Row) => Value): Value[] {
  const values: Value[] = [];
  for (const row of rows) {
    try {
      values.push(read(row));
    } catch {
      // What cannot be read must not hide the rest.
      noteUnreadableRow();
    }
  }
  return values;
}

/** The first values of a query, in the order of the keys of their rows; at most so many. */
export async function firstReadable<Value>(
  table: Table,
  filter: string,
  most: number,
  read: (row: Row) => Value,
): Promise<Value[]> {
  const values: Value[] = [];
  for await (const { rows } of pagesOf(table, { filter, top: Math.min(most, maxPageRows) })) {
    values.push(...readable(rows, read));
    if (values.length >= most) break;
  }
  return values.slice(0, most);
}
