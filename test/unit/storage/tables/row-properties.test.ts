import { expect, test } from 'vitest';
import * as z from 'zod';
import { propertiesOf } from '../../../../shared/storage/tables/row-properties.ts';

test('a schema asks for its properties by the names storage knows', () => {
  const row = z.object({ rowKey: z.string(), etag: z.string(), seenAt: z.string().optional() });
  expect(propertiesOf(row)).toEqual(['RowKey', 'seenAt']);
});
