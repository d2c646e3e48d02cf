import { AppError } from '../../domain/app-error.ts';
import type { TransactionOperation } from '../tables/entity-group-transaction.ts';
import type { Table } from '../tables/table-service.ts';

/** The one partition of the desk's table. */
export const deskPartition = 'desk';

/**
 * Changes one row of the desk's table, and creates the table if it is missing. False when the row is not as expected.
 * @throws {AppError} storage-unavailable
 */
export async function changeDeskRow(table: Table, operation: TransactionOperation): Promise<boolean> {
  const result = await table.transaction(deskPartition, [operation]);
  if (result.done) return true;
  if (result.conflict !== 'table-missing') return false;
  await table.create();
  const again = await table.transaction(deskPartition, [operation]);
  if (!again.done && again.conflict === 'table-missing')
    throw new AppError('storage-unavailable', 'The table was created but cannot be used yet', {
      retryAfterSeconds: 5,
    });
  return again.done;
}
