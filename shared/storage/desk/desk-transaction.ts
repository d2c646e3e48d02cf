import { AppError } from '../../domain/app-error.ts';
import type { TransactionOperation, TransactionResult } from '../tables/entity-group-transaction.ts';
import type { Table } from '../tables/table-service.ts';

/** The one partition of the desk's table. */
export const deskPartition = 'desk';

/**
 * Changes rows of the desk's table in one transaction; the table is made where it is missing. False when a row stood in
 * the way, and nothing was done then.
 * @throws {AppError} storage-unavailable
 */
export async function changeDeskRows(
  table: Table,
  operations: readonly TransactionOperation[],
): Promise<boolean> {
  return (await deskTransaction(table, operations)).done;
}

/**
 * As {@link changeDeskRows}, with the new versions of the rows, or what stood in the way.
 * @throws {AppError} storage-unavailable
 */
export async function deskTransaction(
  table: Table,
  operations: readonly TransactionOperation[],
): Promise<TransactionResult> {
  const result = await table.transaction(deskPartition, operations);
  if (result.done || result.conflict !== 'table-missing') return result;
  await table.create();
  const again = await table.transaction(deskPartition, operations);
  if (!again.done && again.conflict === 'table-missing')
    throw new AppError('storage-unavailable', 'The table was created but cannot be used yet', {
      retryAfterSeconds: 5,
    });
  return again;
}
