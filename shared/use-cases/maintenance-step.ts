import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from '../domain/ports/error-log.ts';
import type { ViewPorts } from './current-view.ts';

export interface MaintenancePorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'> & ErrorLogUpkeep;
  readonly desk: Desk;
}

/** A step of the maintenance; gives counts of what it did. */
export type MaintenanceStep = (
  ports: MaintenancePorts,
  shouldStop: () => boolean,
) => Promise<Record<string, number>>;
