import { maxPageRows, type Row, type RowPage, type RowQuery, type Table } from './table-service.ts';

/** A query for all matching rows; `top` is the size of a page, the largest there is if absent. */
export type PagedQuery = Omit<RowQuery, 'top' | 'continuation'> & Partial<Pick<RowQuery, 'top'>>;

/**
 * The pages of a query, in the order of their keys. Each costs one storage call, which is made when the page is asked
 * for: leaving the loop early saves the rest. A page may be empty and still have more behind it.
 */
export async function* pagesOf(table: Table, query: PagedQuery): AsyncGenerator<RowPage, void, void> {
  let continuation: string | undefined;
  do {
    const page: RowPage = await table.query({ top: maxPageRows, ...query, continuation });
    yield page;
    continuation = page.continuation;
  } while (continuation);
}

/** All rows of a query, in the order of their keys. */
export async function allRows(table: Table, query: PagedQuery): Promise<Row[]> {
  const all: Row[] = [];
  for await (const { rows } of pagesOf(table, query)) all.push(...rows);
  return all;
}
