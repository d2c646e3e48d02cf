import { readConfig } from '../../shared/config.ts';
import { createServices, type Services } from '../../shared/services.ts';
import { TableAlerts } from '../../shared/storage/desk/table-alerts.ts';
import { TableHeartbeats } from '../../shared/storage/desk/table-heartbeats.ts';
import { memoryStorage } from './storage.ts';

/** The services of an app with an empty error log and desk in memory; `parts` replaces any of them. */
export function servicesWith(parts: Partial<Services> = {}): Services {
  const { errorLog, desk, tables, prefix } = memoryStorage();
  return {
    ...createServices(readConfig({ ERROR_LOG: 'UseDevelopmentStorage=true' }), { pageFolder: '' }),
    errorLog,
    desk,
    alerts: new TableAlerts(tables, prefix, () => desk.checkFormat()),
    heartbeats: new TableHeartbeats(tables, prefix, () => desk.checkFormat()),
    ...parts,
  };
}
