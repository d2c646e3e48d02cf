import { AppError } from '../domain/app-error.ts';
import { clockMarginMs } from '../domain/cleanups/cleanup.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import { occurredAtOf } from '../domain/reports/entry-id.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';
import { type CurrentView, currentView, statusOfEntry, type ViewPorts } from './current-view.ts';
import type { ListedEntry } from './page-entries.ts';

export interface ReadErrorPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'get'>;
}

/**
 * One entry by its id.
 * @throws {AppError} not-found when it never existed, expired, or was deleted
 */
export async function readError(ports: ReadErrorPorts, id: string): Promise<ListedEntry> {
  const view = await currentView(ports);
  const entry = mayExist(id, view) ? await ports.errorLog.get(id) : undefined;
  if (!entry || view.horizon.hides(occurredAtOf(id), entry.epoch)) throw notFound(id);
  return { entry, status: statusOfEntry(entry, view) };
}

/** False for an id that is older than the retention, or later than a report may be. */
export function mayExist(id: string, { now, horizon }: CurrentView): boolean {
  const occurredAt = occurredAtOf(id);
  return occurredAt > horizon.retention && occurredAt <= now.getTime() + futureToleranceMs + clockMarginMs;
}

export function notFound(id: string): AppError {
  return new AppError('not-found', `There is no error ${id}; it may have expired or been deleted`);
}
