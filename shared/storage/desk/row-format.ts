import * as z from 'zod';
import { AppError } from '../../domain/app-error.ts';
import type { Row } from '../tables/table-service.ts';
import type { DeskRows } from './desk-rows.ts';

/** The format of all rows. It changes only when an app that knows the one before would read or fold rows wrongly. */
export const rowFormat = 1;

/** Row that tells the format; before all others, so that whoever reads the desk's state reads it too. */
export const formatRowKey = 'a';

const formatRow = z.object({ format: z.number() });

/**
 * Makes sure that the rows have the format of this version; tells it where nothing is stored yet.
 * @throws {AppError} unknown-format
 */
export async function checkFormat(rows: DeskRows, format: Row | undefined): Promise<void> {
  if (format) return throwUnlessKnown(format);
  const all = await rows.between('', '~', ['RowKey', 'format']);
  // Another instance may have told it a moment ago.
  if (all.length > 0) return throwUnlessKnown(all.find((row) => row['rowKey'] === formatRowKey));
  if (await rows.write({ rowKey: formatRowKey, properties: { format: rowFormat } })) return;
  throwUnlessKnown(await rows.get(formatRowKey));
}

function throwUnlessKnown(row: Row | undefined): void {
  const format = formatRow.safeParse(row).data?.format;
  if (format === rowFormat) return;
  const found = format === undefined ? 'of an earlier version' : `${format}`;
  throw new AppError(
    'unknown-format',
    `The rows in storage have another format (${found}; this app knows ${rowFormat}). Nothing was changed; see docs/operations.md`,
    { retryAfterSeconds: 60 },
  );
}
