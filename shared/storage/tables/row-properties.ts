import type * as z from 'zod';

/**
 * What a query has to select to fill this schema: its keys, but `RowKey` as storage spells it and no `etag`, which comes
 * with every row.
 */
export function propertiesOf(row: z.ZodObject): string[] {
  const names = Object.keys(row.shape).filter((name) => name !== 'etag');
  return names.map((name) => (name === 'rowKey' ? 'RowKey' : name));
}
