import type { ErrorLog } from '../domain/ports/error-log.ts';
import { currentView, type ViewPorts } from './current-view.ts';
import { mayExist, notFound } from './read-error.ts';

export interface RemoveErrorPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'remove'>;
}

/**
 * Deletes one entry for good. Its report stays known, so sending it again does not bring the entry back.
 * @throws {AppError} not-found
 */
export async function removeError(ports: RemoveErrorPorts, id: string): Promise<void> {
  const view = await currentView(ports);
  if (!mayExist(id, view) || !(await ports.errorLog.remove(id))) throw notFound(id);
}
