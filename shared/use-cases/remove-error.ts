import { AppError } from '../domain/app-error.ts';
import { horizonAt } from '../domain/cleanups/horizon.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import { isInReach, type ReadErrorPorts } from './read-error.ts';

/** What deleting one entry needs. */
export interface RemoveErrorPorts extends Omit<ReadErrorPorts, 'errorLog'> {
  readonly errorLog: Pick<ErrorLog, 'remove'>;
}

/**
 * Deletes one entry for good; its report stays known, so that sending it again does not bring it back.
 * @throws {AppError} not-found
 */
export async function removeError(ports: RemoveErrorPorts, id: string): Promise<void> {
  const { cleanups } = await ports.desk.state();
  const now = ports.now();
  const mayExist = isInReach(id, now, horizonAt(now, ports.retentionDays, cleanups));
  if (!mayExist || !(await ports.errorLog.remove(id)))
    throw new AppError('not-found', `There is no error ${id}, or not any more`);
}
