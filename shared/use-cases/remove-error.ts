import type { ErrorLog } from '../domain/ports/error-log.ts';
import { occurredAtOf } from '../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
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
  const isVisible = (entry: ErrorEntry) => !view.horizon.hides(occurredAtOf(id), entry.epoch);
  if (!mayExist(id, view) || !(await ports.errorLog.remove(id, isVisible))) throw notFound(id);
}
