import { readConfig } from '../../shared/config.ts';
import { createServices, type Services } from '../../shared/services.ts';
import { inMemoryDesk } from './memory-desk.ts';
import { inMemoryErrorLog } from './memory-error-log.ts';

/** The services of an app with an empty error log and desk in memory; `parts` replaces any of them. */
export function servicesWith(parts: Partial<Services> = {}): Services {
  return {
    ...createServices(readConfig({ ERROR_LOG: 'UseDevelopmentStorage=true' })),
    errorLog: inMemoryErrorLog(),
    desk: inMemoryDesk(),
    ...parts,
  };
}
