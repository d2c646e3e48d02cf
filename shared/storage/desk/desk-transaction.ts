import { AppError } from '../../domain/app-error.ts';
import type { TransactionOperation } from '../tables/entity-group-transaction.ts';
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
  const result = await table.transaction(deskPartition, operations);
  if (result.done) return true;
  if (result.conflict !== 'table-missing') return false;
  await table.create();
  const again = await table.transaction(deskPartition, operations);
  if (!again.done && again.conflict === 'table-missing')
    throw new AppError('storage-unavailable', 'The table was created but cannot be used yet', {
      retryAfterSeconds: 5,
    });
  return again.done;
}
