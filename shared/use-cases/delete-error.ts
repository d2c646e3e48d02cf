import { AppError } from '../domain/app-error.ts';
import { occurredAtOf } from '../domain/entry-id.ts';
import type { ErrorLog } from '../domain/error-log.ts';
import { horizonAt } from '../domain/horizon.ts';
import type { GetErrorPorts } from './get-error.ts';

/** What deleting one entry needs. */
export interface DeleteErrorPorts extends Omit<GetErrorPorts, 'errorLog'> {
  readonly errorLog: Pick<ErrorLog, 'remove'>;
}

/**
 * Deletes one entry for good; its report stays known, so that sending it again does not bring it back.
 * @throws {AppError} not-found
 */
export async function deleteError(ports: DeleteErrorPorts, id: string): Promise<void> {
  const { cleanups } = await ports.desk.state();
  const isInReach = occurredAtOf(id) > horizonAt(ports.now(), ports.retentionDays, cleanups);
  if (!isInReach || !(await ports.errorLog.remove(id)))
    throw new AppError('not-found', `There is no error ${id}, or not any more`);
}
